/** The state of a call: one value that the screen, the plain mode and the tests all draw and change. */

import type { ChoiceId } from '../../domain/choices.ts';
import type { DeskHours } from '../../domain/deskHours.ts';
import type { EntryPayloads } from '../../domain/entry.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Caller, Channel, IncidentSource } from '../../domain/payloads.ts';
import type { HitStrength, KnownContacts } from '../../domain/personalData.ts';
import { type CallerQuestionId, callerQuestions } from '../../domain/questions.ts';
import type { PromisingWording, Wording } from '../../domain/wording.ts';
import type { FaultKind } from '../fault.ts';
import { emptyBuffer, type TextBuffer } from '../textBuffer.ts';
import type { EditingNotice, WordingFields } from '../wordingFields.ts';
import type { StepId } from './steps.ts';

/** What is known when the telephone is picked up. */
export interface Opening {
  /** The incident's id, UUIDv7. */
  readonly id: string;
  readonly station: string;
  readonly source: IncidentSource;
  readonly channel: Channel;
  readonly exercise: boolean;
  readonly caller: Caller;
  readonly operator: string;
  /** RFC 3339. */
  readonly receivedAt: string;
}

/** A later call about an incident that is known. `receivedAt` is when this call began, RFC 3339. */
export type LaterCall = Pick<Opening, 'source' | 'channel' | 'caller' | 'receivedAt'>;

/** What the desk has settled beforehand. */
export interface CallContext {
  readonly hours: DeskHours;
  readonly consultMinutes: number;
  /** The names of the administration's units, from the contact register. */
  readonly units: readonly string[];
  /** Whom to phone: name and number, from the contact register; null when it has no director. */
  readonly director: string | null;
  /** Whose telephone numbers, addresses and names a text may say (`domain/personalData.ts`). */
  readonly known: KnownContacts;
  /**
   * How the report can be changed: in its fields, and where the operator has an editor also in that, by its name. Null
   * where it cannot, line by line.
   */
  readonly editing: { readonly editor: string | null } | null;
  /** There is a mail server to send the report by. */
  readonly sends: boolean;
  /** What is wrong with the set-up, in words; a call is taken all the same. */
  readonly problems: readonly string[];
}

/** A text field for one question to the caller. */
export interface Field {
  readonly buffer: TextBuffer;
  /** The caller was not sure. */
  readonly unconfirmed: boolean;
}

export interface Fault {
  readonly kind: FaultKind;
  readonly what: 'entries' | 'typing' | 'draft';
  /** Where a copy was put instead, once the operator asked for it. */
  readonly rescuedTo: string | null;
  /** True when not even the copy could be written. */
  readonly rescueFailed: boolean;
}

/** A hint about the key that was just pressed; gone at the next key. */
export type Notice =
  | { readonly kind: 'press-one-of'; readonly keys: readonly string[] }
  /** Several letters that answer nothing: somebody is typing a word where one key is asked for. */
  | { readonly kind: 'looks-like-a-word'; readonly keys: readonly string[] }
  | { readonly kind: 'too-long'; readonly dropped: number }
  | { readonly kind: 'choice-forbidden'; readonly by: 'R1' | 'R2' }
  | { readonly kind: 'followed-recommendation' }
  /** Enter on a draft with personal data: it stays until that is masked, or is read once more. */
  | { readonly kind: 'personal-data'; readonly strength: HitStrength }
  /** Esc, in a later call in which something has been said. */
  | { readonly kind: 'kept-when-left' }
  /** The key that sends: Enter sends to that address. */
  | { readonly kind: 'confirm-send'; readonly to: string }
  | EditingNotice;

/** The report as the program puts it together. */
export interface ComposedDraft extends PromisingWording {
  /** Null when the register has no director with an address. */
  readonly to: string | null;
  /** Set when the desk's own template was broken and the program's was used. */
  readonly templateProblem: string | null;
}

/** The report on its way into its file: as it stands on the screen. */
export interface DraftToSave extends PromisingWording {
  /** As the program put it together, when it is no longer so; otherwise null. */
  readonly first: Wording | null;
}

export interface DraftState {
  readonly composed: ComposedDraft | null;
  /** What the operator has made of it; null when it is as composed. What it promises was composed when it was changed. */
  readonly edited: PromisingWording | null;
  /** Personal numbers are masked in it. */
  readonly masked: boolean;
  /** Open to be changed. */
  readonly fields: WordingFields | null;
  /** Open in the operator's own editor, which has the terminal. */
  readonly inEditor: boolean;
  /** What had been changed in it is gone: the facts have changed since, and it is put together anew. */
  readonly anew: boolean;
  /** The operator has seen the warnings of personal data in it, and goes on. */
  readonly warned: boolean;
  /** The key that sends was pressed: Enter is waited for. */
  readonly confirming: boolean;
  /** Enter was pressed: save it as soon as it is composed. */
  readonly wanted: boolean;
  readonly saving: boolean;
  /** It is put in the outbox once it is saved. */
  readonly sends: boolean;
  readonly path: string | null;
}

export interface CallState {
  readonly opening: Opening;
  /** Null in the first call about the incident. */
  readonly later: LaterCall | null;
  readonly desk: CallContext;
  /** RFC 3339; moved on by every message. */
  readonly now: string;
  /** Folded from everything recorded in this call, saved or not; null before the first answer. */
  readonly incident: Incident | null;
  /** Entries that the journal has not confirmed yet. */
  readonly unsaved: readonly string[];
  readonly step: StepId;
  /** The furthest step reached; Enter in a question that was jumped back to returns here. */
  readonly furthest: StepId;
  readonly fields: Readonly<Record<CallerQuestionId, Field>>;
  readonly motivation: TextBuffer;
  /** Deciding otherwise: the choice, and the reason being written. Null when deciding as recommended. */
  readonly otherwise: { readonly choice: ChoiceId; readonly reason: TextBuffer } | null;
  readonly draft: DraftState;
  readonly notice: Notice | null;
  /** Letters in a row that answered nothing, and when the last one came (RFC 3339). */
  readonly strayLetters: { readonly count: number; readonly at: string } | null;
  readonly fault: Fault | null;
}

const noDraft: DraftState = {
  composed: null,
  edited: null,
  masked: false,
  fields: null,
  inEditor: false,
  anew: false,
  warned: false,
  confirming: false,
  wanted: false,
  saving: false,
  sends: false,
  path: null,
};

/** What it rests on has changed: it is put together anew. */
export function draftAnew({ edited, fields, anew }: DraftState): DraftState {
  return { ...noDraft, anew: anew || edited !== null || fields !== null };
}

/** A call at its first question. */
export function startCall(opening: Opening, desk: CallContext): CallState {
  const field: Field = { buffer: emptyBuffer, unconfirmed: false };
  return {
    opening,
    later: null,
    desk,
    now: opening.receivedAt,
    incident: null,
    unsaved: [],
    step: 'whatHappened',
    furthest: 'whatHappened',
    fields: Object.fromEntries(callerQuestions.map(({ id }) => [id, field])) as CallState['fields'],
    motivation: emptyBuffer,
    otherwise: null,
    draft: noDraft,
    notice: null,
    strayLetters: null,
    fault: null,
  };
}

/** When the call that is under way was received, RFC 3339: "now", office hours and the morning are counted from it. */
export function callReceivedAt({ opening, later }: Pick<CallState, 'opening' | 'later'>): string {
  return later?.receivedAt ?? opening.receivedAt;
}

/** The draft-saved payload, once the file is written. */
export type SavedDraft = EntryPayloads['draft-saved'] & { readonly path: string };
