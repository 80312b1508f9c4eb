/** The state of the screen where a message is made: which one, what it says, and what is being changed in it. */
import type { EntryPayloads } from '../../domain/entry.ts';
import type { Incident } from '../../domain/incident.ts';
import { choiceFor, type MessageChoice, messageChoices } from '../../domain/messageRecipients.ts';
import type { HitStrength, KnownContacts } from '../../domain/personalData.ts';
import type { MailAddress } from '../../domain/reach.ts';
import type { Contact } from '../../domain/register.ts';
import { isSameWording, type PromisingWording, type Wording } from '../../domain/wording.ts';
import type { HintKind } from '../../texts/messageScreen.ts';
import type { FaultKind } from '../fault.ts';
import { type Found, firstWording, foundIn, type GuardContext } from '../guard.ts';
import type { Key } from '../keys.ts';
import { type EditingNotice, type WordingFields, wordingIn } from '../wordingFields.ts';

/** A message as it was put together. */
export interface ComposedMessage extends PromisingWording {
  /** In an exercise never anybody but the exercise address. Empty when nobody has an address. */
  readonly to: readonly MailAddress[];
  /** Set when the desk's own template was broken and the program's was used. */
  readonly templateProblem: string | null;
}

/** A message on its way out, as it stands on the screen. */
export interface OutgoingMessage extends Omit<ComposedMessage, 'templateProblem'> {
  readonly choice: MessageChoice;
  readonly number: string;
  readonly exercise: boolean;
  /** As the program put it together, when it is no longer so; otherwise null. */
  readonly first: Wording | null;
  /** How many files of this kind the incident has already. */
  readonly saved: number;
}

/** What became of it. */
export type MadeMessage = Pick<EntryPayloads['message-made'], 'body' | 'file' | 'messageId'> & {
  readonly path: string | null;
};

/** The report to the director as it was saved when the incident was decided on. */
export type SavedReport = Incident['drafts'][number];

interface OnScreen {
  readonly choice: MessageChoice;
  /** As the program put it together. */
  readonly first: Wording;
  readonly message: ComposedMessage;
  /** Changed by hand since it was last copied or saved. */
  readonly isEdited: boolean;
}

export type Page =
  | { readonly step: 'choosing' }
  /** Keys that come meanwhile are for the message. */
  | { readonly step: 'composing'; readonly choice: MessageChoice; readonly typed: readonly Key[] }
  /** `making`: it is being copied, saved, sent, or changed in the operator's editor: nothing may change under that. */
  | (OnScreen & { readonly step: 'reading'; readonly making: boolean })
  | (OnScreen & { readonly step: 'editing'; readonly fields: WordingFields })
  /** It is written down already, and nothing in it changes. `making`: it is being put in the outbox. */
  | { readonly step: 'report'; readonly report: SavedReport; readonly making: boolean };

/** A hint about the key that was just pressed, or about what came of it; gone at the next key. */
export type Notice =
  | { readonly kind: HintKind }
  | EditingNotice
  | { readonly kind: 'saved-as'; readonly path: string }
  /** The key that sends: Enter sends. `again` when it has been sent before. */
  | { readonly kind: 'confirm-send'; readonly to: readonly string[]; readonly again: boolean }
  /** What became of it in the outbox. */
  | { readonly kind: 'outbox'; readonly came: OutboxAnswer }
  | { readonly kind: 'saved-already'; readonly file: string; readonly folder: string }
  /** What would have left has personal data in it: masked, or read once more, it may. */
  | { readonly kind: 'personal-data'; readonly strength: HitStrength }
  | { readonly kind: 'press-one-of'; readonly keys: readonly string[] }
  | { readonly kind: 'too-long'; readonly dropped: number };

/** What the outbox says of what was to be sent: it is there now; the server has it already; or nobody knows. */
export type OutboxAnswer =
  | { readonly kind: 'queued' }
  /** Another workplace was first, and took it back. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'accepted'; readonly at: string }
  | { readonly kind: 'unknown'; readonly at: string };

export interface MessageContext {
  /** What the operator's own editor is called; null when there is none. */
  readonly editor: string | null;
  /** There is a mail server to send by. */
  readonly sends: boolean;
  /** Who a report goes to now, whoever it was addressed to when it was saved; null when nobody has an address. */
  readonly reportTo: string | null;
  /** Whose telephone numbers, addresses and names a text may say. */
  readonly known: KnownContacts;
  readonly operator: string;
  /** What to type to start the program. */
  readonly program: string;
  readonly contacts: readonly Contact[];
  /** The number that a text gives to reach the desk on; null when none is set. */
  readonly deskPhone: string | null;
  /** Where the files lie. */
  readonly draftsFolder: string;
}

export interface MessageState {
  readonly context: MessageContext;
  /** RFC 3339; moved on by every message. */
  readonly now: string;
  readonly incident: Incident;
  readonly choices: readonly MessageChoice[];
  readonly selected: number;
  /** The list has been on the screen: Esc leads back to it. */
  readonly listed: boolean;
  readonly page: Page;
  /** All keys of the page are shown in its place. */
  readonly help: boolean;
  readonly notice: Notice | null;
  readonly fault: { readonly kind: FaultKind; readonly what: 'entries' | 'file' } | null;
  /** Entries that the journal has not confirmed yet. */
  readonly unsaved: readonly string[];
}

/**
 * The screen for an action's message, or with the list to choose from when `action` is null or has none of its own.
 * What the director is to be mailed is the report, where one is saved. Send it the message `opened` first.
 */
export function startMessage(
  context: MessageContext,
  incident: Incident,
  now: string,
  action: string | null,
): MessageState {
  const choices = messageChoices(incident, context.contacts);
  const choice = action === null ? null : choiceFor(action, incident, context.contacts);
  const report = action === null ? null : reportFor(action, incident);
  return {
    context,
    now,
    incident,
    choices,
    selected: 0,
    listed: choice === null,
    page: firstPage(choice, report),
    help: false,
    notice: null,
    fault: null,
    unsaved: [],
  };
}

function firstPage(choice: MessageChoice | null, report: SavedReport | null): Page {
  if (report) return { step: 'report', report, making: false };
  return choice === null ? { step: 'choosing' } : { step: 'composing', choice, typed: [] };
}

/** The report that the action is to send; null when it sends none, or none is saved. */
function reportFor(key: string, { actions, drafts }: Incident): SavedReport | null {
  const action = actions.find((state) => state.key === key)?.action;
  return action?.kind === 'mail-director' ? (drafts.at(-1) ?? null) : null;
}

/** Whether something has been changed by hand that has neither been copied nor saved. */
export function hasChanges({ page }: MessageState): boolean {
  switch (page.step) {
    case 'editing': {
      const { isEdited, fields, message } = page;
      return isEdited || !isSameWording(wordingIn(fields), message);
    }
    case 'reading':
      return page.isEdited;
    default:
      return false;
  }
}

/** What has been changed by hand and has not left yet; null when nothing has. */
export function changedWording(state: MessageState): {
  readonly choice: MessageChoice;
  readonly wording: PromisingWording;
} | null {
  const { page } = state;
  if (!hasChanges(state) || (page.step !== 'editing' && page.step !== 'reading')) return null;
  const { nextReportAt } = page.message;
  const { subject, text } = page.step === 'editing' ? wordingIn(page.fields) : page.message;
  return { choice: page.choice, wording: { subject, text, nextReportAt } };
}

/** What a file or the clipboard gets of the message on the screen. */
export function outgoing(
  state: MessageState,
  { choice, first: composed, message }: OnScreen,
): OutgoingMessage {
  const { incident } = state;
  const { to, subject, text, nextReportAt } = message;
  const first = firstWording(composed, message, guardOf(state));
  const { number, exercise, messages } = incident;
  const saved = messages.filter(({ message: kind, how }) => kind === choice.kind && how === 'saved').length;
  return { to, subject, text, nextReportAt, choice, number, exercise, first, saved };
}

/** What the guard of personal data sees the text by. */
export function guardOf({ context, now }: MessageState): GuardContext {
  return { known: context.known, now };
}

/** The personal data in what is on the page, what would stop it first. */
export function foundOnPage(state: MessageState): Found[] {
  const { page } = state;
  if (page.step === 'reading') return foundIn([page.message.subject, page.message.text], guardOf(state));
  return page.step === 'report' ? foundIn([page.report.subject, page.report.body], guardOf(state)) : [];
}
