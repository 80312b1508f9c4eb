/** The state of the desk screen. */
import type { NewEntry } from '../../domain/entry.ts';
import type { DeskPayloads, DeskPhone } from '../../domain/payloads.ts';
import type { FaultKind } from '../fault.ts';
import type { TextBuffer } from '../textBuffer.ts';
import { type DeskRows, type DeskWork, noRows, type RowContext } from './rows.ts';
import type { Section } from './sections.ts';

/** What the desk has settled beforehand. */
export interface DeskContext extends RowContext {
  readonly deskName: string;
  readonly operator: string;
  /** What is wrong with the set-up, in words. */
  readonly problems: readonly string[];
}

export type PhoneResult = DeskPayloads['phone-tested']['result'];

/** What is open over the list. */
export type Panel =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'phone-test';
      /** Null while it is asked for; so with the result. */
      readonly phone: DeskPhone | null;
      readonly result: PhoneResult | null;
      readonly note: TextBuffer;
    };

export type PhoneTestPanel = Extract<Panel, { kind: 'phone-test' }>;

/** A hint about the key that was just pressed; gone at the next key. */
export type Notice =
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'nothing-to-open' }
  | { readonly kind: 'press-one-of'; readonly keys: readonly string[] }
  | { readonly kind: 'note-required' }
  | { readonly kind: 'too-long'; readonly dropped: number }
  /** The same key again says that these mails are seen to. */
  | { readonly kind: 'handling'; readonly mails: readonly string[] }
  | { readonly kind: 'handled' }
  | { readonly kind: 'not-handled'; readonly fault: FaultKind }
  /** The mail that was to be opened is about no incident. */
  | { readonly kind: 'no-incident' }
  | { readonly kind: 'test-saved'; readonly phone: DeskPhone; readonly result: PhoneResult }
  /** The same key again leaves. */
  | { readonly kind: 'leaving'; readonly fallenDue: number; readonly unsaved: boolean };

/** A row whose bell has rung. */
export interface Rang {
  readonly row: string;
  /** RFC 3339. */
  readonly at: string;
}

export interface DeskState {
  readonly context: DeskContext;
  /** RFC 3339; moved on at least when the minute changes and when something falls due. */
  readonly now: string;
  readonly work: DeskWork;
  /** When the work was last read, RFC 3339; null before that. */
  readonly readAt: string | null;
  /** The rows of the work. */
  readonly rows: DeskRows;
  /** How many of the follow-ups have fallen due: the first ones. */
  readonly fallenDue: number;
  /** How many real ones have, that an exercise desk does not show. */
  readonly realFallenDue: number;
  /** The rows as they are shown; made anew when the work or the minute is another. */
  readonly sections: readonly Section[];
  /** The id of the row that the keys are about; null when there is none. */
  readonly selected: string | null;
  readonly panel: Panel | null;
  readonly notice: Notice | null;
  /** Entries that the journal has not confirmed yet. */
  readonly unsaved: readonly NewEntry<'phone-tested'>[];
  /** Why they, or what another screen has recorded, could not be written. */
  readonly fault: FaultKind | null;
  /** Why the journal could not be read. */
  readonly readFault: FaultKind | null;
  /** What has rung lately, oldest first. */
  readonly rang: readonly Rang[];
}

/** A desk screen before anything has been read. `now` is RFC 3339. */
export function startDesk(context: DeskContext, now: string): DeskState {
  return {
    context,
    now,
    work: { incidents: [], typings: [], handover: null, phones: [], mails: [] },
    readAt: null,
    rows: noRows,
    fallenDue: 0,
    realFallenDue: 0,
    sections: [],
    selected: null,
    panel: null,
    notice: null,
    unsaved: [],
    fault: null,
    readFault: null,
    rang: [],
  };
}
