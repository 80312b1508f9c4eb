/** The screen where an incident is reviewed, as a value. */
import type { Entry, NewEntry } from '../../domain/entry.ts';
import { foldIncident, type Incident } from '../../domain/incident.ts';
import { cleanText, isBlank } from '../../domain/text.ts';
import type { HintKind } from '../../texts/review.ts';
import type { FaultKind } from '../fault.ts';
import { asWritten } from '../newEntry.ts';
import type { Moment } from '../turn.ts';
import { emptyDraft, isBlankDraft, isBlankReview, type ReviewDraft } from './draft.ts';
import { existingStop, type Stop } from './stops.ts';
import { parseReviewTyping } from './typing.ts';

export type Notice =
  | { readonly kind: HintKind | 'press-one-of' }
  /** What came of it was being written, and nothing is left to be marked done: it is no field any more. */
  | { readonly kind: 'done-elsewhere'; readonly text: string }
  | { readonly kind: 'too-long'; readonly dropped: number };

export interface ReviewState {
  readonly operator: string;
  /** RFC 3339; stands still within a minute. */
  readonly now: string;
  readonly incident: Incident;
  /** What was recorded here and has not been seen in the journal: the incident is shown with it. */
  readonly recorded: readonly NewEntry[];
  readonly draft: ReviewDraft;
  readonly stop: Stop;
  /** The ids of the entries that the journal has not confirmed. */
  readonly unsaved: readonly string[];
  /** What is to be said when it has. */
  readonly onSaved: HintKind | null;
  readonly notice: Notice | null;
  /** Why what was recorded could not be saved. */
  readonly fault: FaultKind | null;
  /** Why what is being typed could not be kept. */
  readonly typingFault: FaultKind | null;
  /** That something would be lost, or is not saved, has been said to whoever wants to leave. */
  readonly isWarned: boolean;
}

/**
 * The screen at its start. `entries` are the incident's, in order, and `waiting` those that could not be written yet;
 * `typing` is JSON from `typingOf`, and `id` what the review's entry is to be called. Throws RangeError when the entries
 * open no incident.
 */
export function startReview(
  operator: string,
  entries: readonly Entry[],
  now: string,
  id: string,
  from: { readonly typing?: string | null; readonly waiting?: readonly NewEntry[] } = {},
): ReviewState {
  const recorded = notIn(entries, from.waiting ?? []);
  const incident = foldWith(entries, recorded);
  if (!incident) throw new RangeError('no incident in these entries');
  const typing = from.typing ? parseReviewTyping(from.typing) : null;
  const typed = typing ? stillTyped(typing.draft, id, [...entries, ...recorded]) : emptyDraft(id);
  const { draft, notice } = withFieldsLeft(typed, incident);
  const isResumed = !isBlankDraft(draft);
  return {
    operator,
    now,
    incident,
    recorded,
    draft,
    stop: existingStop(
      fieldsOf({ draft, incident }),
      isResumed && typing ? typing.stop : firstStop(incident),
    ),
    unsaved: recorded.map((entry) => entry.id),
    onSaved: null,
    notice: notice ?? (isResumed ? { kind: 'resumed' } : null),
    fault: null,
    typingFault: null,
    isWarned: false,
  };
}

/** In what has been reviewed, what is left to do comes first. */
function firstStop({ review, reviewActions }: Incident): Stop {
  const left = review === null ? undefined : reviewActions.find(({ done }) => done === null);
  return left ? { at: 'action', id: left.id } : { at: 'comment' };
}

/**
 * What has not become a review since it was kept: it is kept a moment after that, and a power cut in between must not
 * bring back what has been recorded. What is still to be recorded is so by an id of its own (`id`): another screen may
 * have the same text before it.
 */
function stillTyped(draft: ReviewDraft, id: string, known: readonly { readonly id: string }[]): ReviewDraft {
  return known.some((entry) => entry.id === draft.id) ? emptyDraft(id, draft.done) : { ...draft, id };
}

/** Without the fields for what has been marked done, or struck; and what is to be said when words go with them. */
function withFieldsLeft(
  draft: ReviewDraft,
  { reviewActions }: Incident,
): { readonly draft: ReviewDraft; readonly notice: Notice | null } {
  const actions = new Map(reviewActions.map((action) => [action.id, action]));
  const fields = Object.entries(draft.done).map(([id, { text }]) => ({ id, text, action: actions.get(id) }));
  const gone = fields.filter(({ action }) => action?.done !== null);
  if (gone.length === 0) return { draft, notice: null };
  const left = Object.entries(draft.done).filter(([id]) => gone.every((each) => each.id !== id));
  const lost = gone
    // Not what was recorded here and kept a moment too long.
    .filter(({ text, action }) => !isBlank(text) && cleanText(text).trim() !== action?.done?.comment)
    .map(({ text }) => text.trim());
  return {
    draft: { ...draft, done: Object.fromEntries(left) },
    notice: lost.length === 0 ? null : { kind: 'done-elsewhere', text: lost.join('; ') },
  };
}

/** Whether what is kept (JSON from `typingOf`) has not become a review of the incident that has these entries. */
export function isBegun(typing: string, entries: readonly Entry[]): boolean {
  const incident = foldIncident(entries);
  const parsed = parseReviewTyping(typing);
  if (!incident || !parsed) return false;
  return !isBlankDraft(withFieldsLeft(stillTyped(parsed.draft, '', entries), incident).draft);
}

/** The state over the incident's entries as the journal has them now, with what was recorded here. */
export function withJournal(
  state: ReviewState,
  entries: readonly Entry[],
  { newId }: Pick<Moment, 'newId'>,
): ReviewState {
  const recorded = notIn(entries, state.recorded);
  const incident = foldWith(entries, recorded) ?? state.incident;
  const { draft, notice } = withFieldsLeft(state.draft, incident);
  // What is recorded here leaves a new draft behind it: then this is somebody else's review.
  const isTaken = entries.some(({ id }) => id === draft.id);
  const after = {
    ...state,
    recorded,
    incident,
    draft: isTaken ? { ...draft, id: newId() } : draft,
    notice: notice ?? state.notice,
  };
  return { ...after, stop: existingStop(fieldsOf(after), state.stop) };
}

function notIn(entries: readonly Entry[], own: readonly NewEntry[]): readonly NewEntry[] {
  const written = new Set(entries.map(({ id }) => id));
  return own.filter(({ id }) => !written.has(id));
}

function foldWith(entries: readonly Entry[], recorded: readonly NewEntry[]): Incident | null {
  return foldIncident([...entries, ...recorded.map((entry) => asWritten(entry, { now: entry.receivedAt }))]);
}

/** Whether there is anything to save: then the last line saves, and otherwise it goes back. */
export function hasReview({ draft, incident }: Pick<ReviewState, 'draft' | 'incident'>): boolean {
  return incident.review === null || !isBlankReview(draft);
}

/** What there is on the screen for the keys to go to. */
export function fieldsOf({ draft, incident }: Pick<ReviewState, 'draft' | 'incident'>) {
  return { draft, actions: incident.reviewActions };
}
