/** `tjour statistik`: what many incidents come to, as text with bars and a heat map or as JSON. */
import { emptyTally, statisticsOf } from '../../domain/statistics.ts';
import { type StatisticsScope, statisticsLines } from '../../ui/statistics/statisticsText.ts';
import { type Context, columnsOf, print, printJson } from '../context.ts';
import { dateOption } from '../dateOption.ts';
import { readingJournal } from '../withJournal.ts';

export interface StatisticsOptions {
  readonly frånDatum?: string;
  readonly tillDatum?: string;
  readonly övning?: boolean;
  readonly json?: boolean;
}

/** Where nobody says how wide the page may be. */
const usualColumns = 80;

/** Throws Failure on a date that is none. */
export function run(context: Context, options: StatisticsOptions): void {
  const fromDate = dateOption(options.frånDatum);
  const toDate = dateOption(options.tillDatum);
  const exercise = options.övning ?? false;
  const scope: StatisticsScope = { fromDate: fromDate ?? null, toDate: toDate ?? null, exercise };
  const statistics =
    readingJournal(context, (journal) => journal.statistics({ fromDate, toDate, exercise })) ??
    statisticsOf(emptyTally);
  if (options.json) {
    printJson(context, { ...scope, ...statistics });
    return;
  }
  const columns = columnsOf(context) ?? usualColumns;
  for (const line of statisticsLines(statistics, scope, columns)) print(context, line);
}
