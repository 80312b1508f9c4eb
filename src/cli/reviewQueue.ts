/** What there is to review, and what remains to be done after the reviews. */

import type { Incident } from '../domain/incident.ts';
import type { IncidentListItem } from '../domain/incidentListItem.ts';
import { isLate, type ReviewAction } from '../domain/review.ts';
import { isBegun } from '../flow/review/state.ts';
import { listItemOf } from '../journal/derive.ts';
import type { Journal } from '../journal/journal.ts';
import { reviewTyping } from '../journal/typing.ts';
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
  /** In neither, but the operator has begun another review of it. */
  readonly alsoBegun: readonly IncidentListItem[];
  /** The ids of all that the operator has begun to review and not saved. */
  readonly begun: ReadonlySet<string>;
}

const nothing: Queue = { toReview: [], withActions: [], alsoBegun: [], begun: new Set() };

interface Following {
  readonly item: IncidentListItem;
  readonly isReviewed: boolean;
  /** What remains, numbered as the incident numbers it, from 1. */
  readonly actions: readonly (ReviewAction & { readonly number: number })[];
}

/** Prints the queue, with what the operator has begun; as JSON an object a line for each incident. Throws JournalError. */
export function showReviewQueue(context: Context, operator: string, json: boolean): void {
  const queue = readingJournal(context, (journal) => read(journal, operator)) ?? nothing;
  const now = context.now();
  if (json) printAsJson(context, queue, now);
  else printQueue(context, queue, now);
}

function read(journal: Journal, operator: string): Queue {
  const realFirst = [false, true];
  const toReview = realFirst.flatMap((exercise) => [
    ...journal.list({ reviewed: false, exercise, order: 'oldest' }),
  ]);
  const withActions = realFirst.flatMap((exercise) =>
    [...journal.list({ reviewActionsOpen: true, exercise, order: 'oldest' })]
      .flatMap((item) => following(item, journal.findIncident(item.id)))
      .sort(byDueDate),
  );
  const begun = begunBy(operator, journal);
  const shown = new Set([...toReview, ...withActions.map(({ item }) => item)].map(({ id }) => id));
  const alsoBegun = [...begun]
    .filter((id) => !shown.has(id))
    .flatMap((id) => journal.findIncident(id) ?? [])
    .map(listItemOf);
  return { toReview, withActions, alsoBegun, begun };
}

/** What is kept a moment too long, of a review that has been saved, is none. */
function begunBy(operator: string, journal: Journal): Set<string> {
  const typings = journal.typing.all(reviewTyping(operator));
  return new Set(
    typings
      .filter(({ incident, body }) => isBegun(body, journal.entriesOf(incident)))
      .map(({ incident }) => incident),
  );
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

function printAsJson(context: Context, queue: Queue, now: string): void {
  const { toReview, withActions, alsoBegun, begun } = queue;
  const isBegun = ({ id }: IncidentListItem) => ({ begun: begun.has(id) });
  for (const item of toReview)
    printJson(context, { ...item, reviewed: false, ...isBegun(item), reviewActions: [] });
  for (const { item, isReviewed, actions } of withActions) {
    const reviewActions = actions.map(({ number, text, responsible, dueDate, by, at }) => {
      const late = isLate({ dueDate, done: null }, now);
      return { number, text, responsible, dueDate, late, by, at };
    });
    printJson(context, { ...item, reviewed: isReviewed, ...isBegun(item), reviewActions });
  }
  for (const item of alsoBegun)
    printJson(context, { ...item, reviewed: true, begun: true, reviewActions: [] });
}

function printQueue(context: Context, queue: Queue, now: string): void {
  const { toReview, alsoBegun, begun } = queue;
  const marked = (item: IncidentListItem) =>
    begun.has(item.id) ? { ...item, summary: `${words.begun} ${item.summary}` } : item;
  const table = (title: string, items: readonly IncidentListItem[]) => {
    print(context, title);
    for (const line of incidentTable(items, columnsOf(context))) print(context, line);
  };
  if (toReview.length === 0) print(context, words.allReviewed);
  else table(words.toReview(toReview.length), toReview.map(marked));
  if (alsoBegun.length > 0) {
    print(context, '');
    table(words.alsoBegun(alsoBegun.length), alsoBegun);
  }
  printActions(context, queue, now);
}

function printActions(context: Context, { withActions, begun }: Queue, now: string): void {
  if (withActions.length === 0) return;
  const count = withActions.reduce((sum, { actions }) => sum + actions.length, 0);
  print(context, '');
  print(context, words.actionsLeft(count));
  for (const { item, actions } of withActions) {
    const { number, receivedAt, summary } = item;
    const marks = [...(item.exercise ? [exercise] : []), ...(begun.has(item.id) ? [words.begun] : [])];
    print(context, [number, receivedAt.slice(0, 10), ...marks, summary].join('  '));
    for (const action of actions) {
      const late = isLate(action, now) ? `${actionState.late}: ` : '';
      print(context, `  ${action.number}  ${late}${reviewActionText(action)}`, 3);
    }
  }
}
