/** The entries of a review: the same on the screen and on the command line. */
import type { EntryPayloads, NewEntry } from '../../domain/entry.ts';
import { cleanLine, cleanText } from '../../domain/text.ts';
import { newEntry } from '../newEntry.ts';
import type { Moment } from '../turn.ts';

export interface WrittenReview {
  readonly comment: string;
  readonly learnt: string;
  /** What is to be done after it. */
  readonly actions: readonly EntryPayloads['review-action-added'][];
}

interface About {
  /** The incident's id. */
  readonly incident: string;
  readonly operator: string;
}

/** The review and what is to be done after it, to be written together; texts are cleaned. `id` is the review's own. */
export function reviewEntries(
  { comment, learnt, actions }: WrittenReview,
  about: About,
  at: Moment,
  id = at.newId(),
): [NewEntry<'reviewed'>, ...NewEntry<'review-action-added'>[]] {
  const review = { comment: cleanText(comment).trim(), learnt: cleanText(learnt).trim() };
  return [
    newEntry('reviewed', review, about, { ...at, newId: () => id }),
    ...actions.map(({ text, responsible, dueDate }) =>
      newEntry(
        'review-action-added',
        { text: cleanLine(text), responsible: cleanLine(responsible), dueDate },
        about,
        at,
      ),
    ),
  ];
}

/** That something is done that was to be done after a review. `action` is the id of the entry that added it. */
export function reviewActionDoneEntry(
  action: string,
  comment: string,
  about: About,
  at: Moment,
): NewEntry<'review-action-done'> {
  return newEntry('review-action-done', { action, comment: cleanText(comment).trim() }, about, at);
}
