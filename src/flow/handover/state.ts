/** The handover on the screen, as a value. */
import type { PhoneTest, SignedHandover } from '../../domain/deskLog.ts';
import { type HandoverPage, handoverPage } from '../../domain/handover.ts';
import { handoverLines } from '../../domain/handoverLines.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Contact } from '../../domain/register.ts';
import type { Problem } from '../../texts/handover.ts';
import type { FaultKind } from '../fault.ts';
import { emptyBuffer, type TextBuffer } from '../textBuffer.ts';

/** What the desk has set up. */
export interface HandoverSetup {
  /** An exercise hands over exercises only, and its entries say so. */
  readonly exercise: boolean;
  readonly reminderMinutes: number;
  readonly contacts: readonly Contact[];
}

/** What the journal says. */
export interface HandoverRecord {
  /** All that are not closed. */
  readonly incidents: readonly Incident[];
  readonly phones: readonly PhoneTest[];
  /** The latest, of the exercise or of the real desk. */
  readonly handover: SignedHandover | null;
}

export type Notice =
  | { readonly kind: 'signed' | 'press-one-of' | 'not-read' | 'unsaved' }
  | { readonly kind: 'acknowledged'; readonly operator: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'too-long'; readonly dropped: number };

export interface HandoverState extends HandoverRecord {
  readonly setup: HandoverSetup;
  /** Who works: whoever acknowledged, from then on. RFC 3339 in `now`, which stands still within a minute. */
  readonly operator: string;
  readonly now: string;
  /** As everything stands now, whatever was signed before. */
  readonly page: HandoverPage;
  /** The page as it is read, and as it would be signed. */
  readonly lines: readonly string[];
  /** What is open: a field, all keys, or only the page. */
  readonly panel: 'sign' | 'acknowledge' | 'help' | null;
  /** The note to the next shift, kept when the field is closed. */
  readonly note: TextBuffer;
  /** The sign of whoever takes over. */
  readonly arriving: TextBuffer;
  /** The ids of the entries that are not known to be in the journal. */
  readonly unsaved: readonly string[];
  readonly notice: Notice | null;
  /** Why what was recorded could not be saved. */
  readonly fault: FaultKind | null;
  /** Whether the journal has been read: until then nothing is known, and nothing can be signed. */
  readonly isRead: boolean;
  /** Why the journal could not be read, the last time. */
  readonly readFault: FaultKind | null;
  /** That something is not saved has been said to whoever wants to leave. */
  readonly isWarned: boolean;
}

const nothingRead: HandoverRecord = { incidents: [], phones: [], handover: null };

/** The handover as it is first shown. `record` is null while the journal has not been read; `now` is RFC 3339. */
export function startHandover(
  setup: HandoverSetup,
  operator: string,
  record: HandoverRecord | null,
  now: string,
): HandoverState {
  const { incidents, phones, handover } = record ?? nothingRead;
  return {
    ...pageOf(setup, operator, record ?? nothingRead, now),
    setup,
    operator,
    now,
    incidents,
    phones,
    handover,
    panel: null,
    note: emptyBuffer,
    arriving: emptyBuffer,
    unsaved: [],
    notice: null,
    fault: null,
    isRead: record !== null,
    readFault: null,
    isWarned: false,
  };
}

/** The state with the page made anew from what it holds. */
export function withPage(state: HandoverState): HandoverState {
  const { setup, operator, now } = state;
  return { ...state, ...pageOf(setup, operator, state, now) };
}

function pageOf(
  setup: HandoverSetup,
  operator: string,
  { incidents, phones }: HandoverRecord,
  now: string,
): Pick<HandoverState, 'page' | 'lines'> {
  const page = handoverPage(incidents, { ...setup, phones, operator, now });
  return { page, lines: handoverLines(page) };
}

/** What is shown: the page as it was signed and waits for somebody to acknowledge it, or as it stands now. */
export function waiting({ handover, panel }: HandoverState): SignedHandover | null {
  return handover && !handover.acknowledged && panel !== 'sign' ? handover : null;
}
