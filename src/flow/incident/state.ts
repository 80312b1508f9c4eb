/** The state of the incident screen: one value that the view draws and the keys change. */
import type { FollowUpKind } from '../../domain/actions.ts';
import type { Checklist } from '../../domain/checklist.ts';
import type { ChoiceId } from '../../domain/choices.ts';
import type { DeskHours } from '../../domain/deskHours.ts';
import type { Entry } from '../../domain/entry.ts';
import type { Incident } from '../../domain/incident.ts';
import type { AttemptResult } from '../../domain/payloads.ts';
import type { Person } from '../../domain/person.ts';
import type { Contact } from '../../domain/register.ts';
import type { FaultKind } from '../fault.ts';
import type { TextBuffer } from '../textBuffer.ts';

/** What the desk has settled beforehand, and who works. */
export interface IncidentContext {
  readonly operator: string;
  readonly hours: DeskHours;
  readonly consultMinutes: number;
  /** How long what is to be done at once may lie before the desk is reminded of it. */
  readonly reminderMinutes: number;
  /** How long after an attempt that failed the next one is due. */
  readonly retryMinutes: number;
  readonly contacts: readonly Contact[];
  /** What is gone through when crisis leadership has been decided, in order. */
  readonly checklists: readonly Checklist[];
}

/** What is written in a text field, and what it belongs to. `action` is an action's key. */
export type Field =
  /** About an entry, or about the incident. */
  | { readonly kind: 'note'; readonly about: string | null }
  /** Whom the attempt was made to: the register knows nobody, or somebody else is meant. */
  | { readonly kind: 'whom'; readonly action: string; readonly result: AttemptResult }
  | { readonly kind: 'advice'; readonly action: string; readonly whom: Person }
  /** The operator's own reason for deciding so after the advice on this action. */
  | { readonly kind: 'decision-reason'; readonly action: string; readonly choice: ReasonedChoice }
  | { readonly kind: 'skip'; readonly action: string }
  | { readonly kind: 'next-try'; readonly action: string }
  | { readonly kind: 'assign'; readonly action: string }
  /** The written answer to a checklist's question. */
  | { readonly kind: 'answer'; readonly action: string }
  /** When the director is to be asked again; `about` is the entry that says "senare". */
  | { readonly kind: 'ask-again'; readonly about: string }
  /** Why the director decided so: a note about that entry. */
  | { readonly kind: 'director-reason'; readonly about: string }
  | { readonly kind: 'follow-up-text'; readonly what: FollowUpKind }
  | { readonly kind: 'follow-up-time'; readonly what: FollowUpKind }
  | { readonly kind: 'strike'; readonly entry: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen' };

/**
 * A question that one key answers. While it is open only its keys work. `reachedAt` is when somebody was reached and
 * the question came up by itself, RFC 3339; null when it was asked for.
 */
export type Question =
  /** Has `by` acknowledged? */
  | {
      readonly kind: 'acknowledged';
      readonly action: string;
      readonly by: string;
      readonly reachedAt: string | null;
    }
  /** The decision on crisis leadership of `by`. */
  | {
      readonly kind: 'crisis-leadership';
      readonly by: string;
      readonly reachedAt: string | null;
      /** The id of the entry with the decision that there was when it was asked. */
      readonly decided: string | null;
    }
  /** What the operator decides after the advice on this action. */
  | { readonly kind: 'decide'; readonly action: string }
  | { readonly kind: 'follow-up' }
  /** Has somebody phoned again about the incident? */
  | { readonly kind: 'new-call' };

/** What is decided after advice only with a reason of one's own: the director is not phoned now. */
export type ReasonedChoice = Extract<ChoiceId, 'director-morning' | 'ordinary'>;

export type FieldKind = Field['kind'];
export type QuestionKind = Question['kind'];

/** What is open beside the list of actions, or instead of it. */
export type Panel =
  /** `backTo` is the question that it was opened from, which comes again after it. */
  | { readonly kind: 'field'; readonly field: Field; readonly backTo: Question | null }
  | { readonly kind: 'question'; readonly question: Question }
  /** The reasons, and all that is known. */
  | { readonly kind: 'details' }
  /** Every entry; `entry` is the one that is pointed at. `striking`: it is to be chosen which one to strike. */
  | { readonly kind: 'timeline'; readonly entry: string; readonly striking: boolean }
  | { readonly kind: 'keys' };

/** A word about the key that was just pressed; gone at the next key. Times are RFC 3339. */
export type Notice =
  /** What was done: it stands in the journal, or waits to. */
  | {
      readonly kind: 'attempted';
      readonly result: AttemptResult;
      readonly at: string;
      /** Null when somebody was reached, or is left to try at once. */
      readonly nextTryAt: string | null;
      /** Who is shown now; null when there is nobody else, and no other number. */
      readonly next: Person | null;
    }
  | { readonly kind: 'recorded'; readonly what: RecordedKind; readonly at: string }
  /** The same, where the selection has gone on: `entry` is what `a` writes about now. */
  | { readonly kind: 'ended'; readonly what: EndedKind; readonly at: string; readonly entry: string }
  | { readonly kind: 'next-try-set'; readonly until: string }
  | { readonly kind: 'follow-up-added'; readonly until: string }
  /** Why the key did nothing. */
  | { readonly kind: ReasonKind }
  | { readonly kind: 'press-one-of'; readonly keys: readonly string[] }
  | { readonly kind: 'too-long'; readonly dropped: number }
  | { readonly kind: 'time-past' | 'time-too-far'; readonly at: string }
  | { readonly kind: 'choice-forbidden'; readonly by: 'R1' | 'R2' };

/** How an action has come to an end by a key. */
export type EndedKind = 'done' | 'skipped' | 'answered';

export type RecordedKind =
  | 'acknowledged'
  | 'assigned'
  | 'noted'
  | 'crisis-leadership'
  | 'struck'
  | 'closed'
  | 'reopened';

export type ReasonKind =
  | 'no-such-key'
  | 'is-closed'
  | 'is-open'
  | 'no-actions'
  | 'has-ended'
  | 'nobody-to-phone'
  | 'nobody-else'
  | 'not-done-by-a-tick'
  | 'nothing-to-acknowledge'
  | 'nothing-awaited'
  | 'nothing-to-strike'
  | 'cannot-be-struck'
  | 'new-facts-wait'
  | 'press-enter'
  | 'needs-text'
  | 'needs-whom'
  | 'time-not-understood'
  | 'decided-meanwhile'
  | 'same-answer-again'
  | 'same-attempt-again'
  | 'letters-are-keys'
  | 'not-saved-yet';

export interface IncidentState {
  readonly context: IncidentContext;
  /** RFC 3339; moved on by every message. */
  readonly now: string;
  /** The journal's, and after them those of this screen that the journal has not shown yet. */
  readonly entries: readonly Entry[];
  /** The ids of the latter: their numbers are not the journal's. */
  readonly unshown: readonly string[];
  /** Folded from the entries. */
  readonly incident: Incident;
  /** The ids of those that the journal has not confirmed. */
  readonly unsaved: readonly string[];
  /** The key of the action that is open in the list; null when there is none. */
  readonly selected: string | null;
  /**
   * Whom the selected action shows; null for somebody who is not in the register. It changes when this operator tries
   * somebody or chooses, and not under the hand of someone who is dialling.
   */
  readonly person: Person | null;
  readonly panel: Panel | null;
  /** What stands in the fields that are begun, by `fieldName`. */
  readonly texts: Readonly<Record<string, TextBuffer>>;
  readonly notice: Notice | null;
  /** Why entries could not be saved. */
  readonly fault: FaultKind | null;
}

/** What the field is known by among `texts`: the same field, the same text. */
export function fieldName(field: Field): string {
  return JSON.stringify(field);
}
