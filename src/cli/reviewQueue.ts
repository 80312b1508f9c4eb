/** What there is to review, and what remains to be done after the reviews. */
import type { Incident } from '../domain/incident.ts';
import { isLate, type ReviewAction } from '../domain/review.ts';
import type { IncidentListItem } from '../journal/derive.ts';
import type { Journal } from '../journal/journal.ts';
import { exercise } from '../texts/labels.ts';
import { actionState, reviewActionText, queue as words } from '../texts/review.ts';
import { type Context, columnsOf, print, printJson } from './context.ts';
import { incidentTable } from './incidentTable.ts';
import { readingJournal } from './withJournal.ts';

interface Queue {
  /** Decided and not reviewed, the oldest first, exercises after the real ones. */
  readonly toReview: readonly IncidentListItem[];
  /** Those with something left to do after a review, in the order in which it is due, exercises last. */
  readonly withActions: readonly Following[];
}

interface Following {
  readonly item: IncidentListItem;
  readonly isReviewed: boolean;
  /** What remains, numbered as the incident numbers it, from 1. */
  readonly actions: readonly (ReviewAction & { readonly number: number })[];
}

/** Prints the queue; as JSON an object a line for each incident. Throws JournalError. */
export function showReviewQueue(context: Context, json: boolean): void {
  const queue = readingJournal(context, read) ?? { toReview: [], withActions: [] };
  const now = context.now();
  if (json) printAsJson(context, queue, now);
  else printQueue(context, queue, now);
}

function read(journal: Journal): Queue {
  const realFirst = [false, true];
  return {
    toReview: realFirst.flatMap((exercise) => [
      ...journal.list({ reviewed: false, exercise, order: 'oldest' }),
    ]),
    withActions: realFirst.flatMap((exercise) =>
      [...journal.list({ reviewActionsOpen: true, exercise, order: 'oldest' })]
        .flatMap((item) => following(item, journal.findIncident(item.id)))
        .sort(byDueDate),
    ),
  };
}

function following(item: IncidentListItem, incident: Incident | null): Following[] {
  if (!incident) return [];
  const numbered = incident.reviewActions.map((action, index) => ({ ...action, number: index + 1 }));
  const actions = numbered.filter(({ done }) => done === null);
  return [{ item, isReviewed: incident.review !== null, actions }];
}

/** What is due first comes first, and so what is late; what has no day comes last. */
function byDueDate(a: Following, b: Following): number {
  const [first, second] = [firstDueDate(a), firstDueDate(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** After every date in the order of letters. */
const noDay = '~';

function firstDueDate({ actions }: Following): string {
  return actions.map(({ dueDate }) => dueDate ?? noDay).toSorted()[0] ?? noDay;
}

function printAsJson(context: Context, { toReview, withActions }: Queue, now: string): void {
  for (const item of toReview) printJson(context, { ...item, reviewed: false, reviewActions: [] });
  for (const { item, isReviewed, actions } of withActions) {
    const reviewActions = actions.map(({ number, text, responsible, dueDate, by, at }) => {
      const late = isLate({ dueDate, done: null }, now);
      return { number, text, responsible, dueDate, late, by, at };
    });
    printJson(context, { ...item, reviewed: isReviewed, reviewActions });
  }
}

function printQueue(context: Context, { toReview, withActions }: Queue, now: string): void {
  if (toReview.length === 0) print(context, words.allReviewed);
  else {
    print(context, words.toReview(toReview.length));
    for (const line of incidentTable(toReview, columnsOf(context))) print(context, line);
  }
  if (withActions.length === 0) return;
  const count = withActions.reduce((sum, { actions }) => sum + actions.length, 0);
  print(context, '');
  print(context, words.actionsLeft(count));
  for (const { item, actions } of withActions) {
    const { number, receivedAt, summary } = item;
    const mark = item.exercise ? [exercise] : [];
    print(context, [number, receivedAt.slice(0, 10), ...mark, summary].join('  '));
    for (const action of actions) {
      const late = isLate(action, now) ? `${actionState.late}: ` : '';
      print(context, `  ${action.number}  ${late}${reviewActionText(action)}`, 3);
    }
  }
}
