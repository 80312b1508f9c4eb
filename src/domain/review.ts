/**
 * What is to be done after a review. It is the supervisor's own and none of the desk's actions (`actions.ts`): it
 * rings for nobody at night and keeps no incident open.
 */
import type { KnownEntry } from './entry.ts';
import { atDesk, parseInstant } from './time.ts';

export interface ReviewAction {
  /** The id of the entry that added it. */
  readonly id: string;
  readonly text: string;
  /** Who is to do it; may be blank. */
  readonly responsible: string;
  /** The last day for it, `YYYY-MM-DD` on the desk's calendar; null when none is set. */
  readonly dueDate: string | null;
  /** Who added it, and when, RFC 3339. */
  readonly by: string;
  readonly at: string;
  /** Who said that it is done, when, and what came of it; null until then. */
  readonly done: { readonly by: string; readonly at: string; readonly comment: string } | null;
}

type ReviewActionEntry = Extract<KnownEntry, { type: 'review-action-added' | 'review-action-done' }>;

/** What there is to do after one more entry. Who is first to say that something is done counts. */
export function reviewActionsAfter(
  actions: readonly ReviewAction[],
  entry: ReviewActionEntry,
): readonly ReviewAction[] {
  const said = { by: entry.operator, at: entry.receivedAt };
  if (entry.type === 'review-action-added')
    return [...actions, { id: entry.id, ...entry.payload, ...said, done: null }];
  const { action, comment } = entry.payload;
  return actions.map((each) =>
    each.id === action && each.done === null ? { ...each, done: { ...said, comment } } : each,
  );
}

/** Whether it remains although its last day has passed, at `now` (RFC 3339) on the desk's calendar. Throws RangeError. */
export function isLate({ dueDate, done }: Pick<ReviewAction, 'dueDate' | 'done'>, now: string): boolean {
  // Dates in this form are in the order of their letters.
  return done === null && dueDate !== null && dueDate < atDesk(parseInstant(now)).toPlainDate().toString();
}
