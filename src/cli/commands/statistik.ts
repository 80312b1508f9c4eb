/** `tjour statistik`: what many incidents come to, as text with bars and a heat map, as JSON, or as a page. */
import { emptyTally, type Statistics, statisticsOf } from '../../domain/statistics.ts';
import { exporting as exportWords } from '../../texts/exports.ts';
import type { StatisticsScope } from '../../ui/statistics/kinds.ts';
import { statisticsLines } from '../../ui/statistics/statisticsText.ts';
import { type Context, columnsOf, print, printJson } from '../context.ts';
import { daysOption } from '../dateOption.ts';
import { writeNewFile } from '../export/newFile.ts';
import { operatorAtDesk, recordExport } from '../export/record.ts';
import { readingJournal } from '../withJournal.ts';

export interface StatisticsOptions {
  readonly frånDatum?: string;
  readonly tillDatum?: string;
  readonly övning?: boolean;
  readonly json?: boolean;
  /** The file. */
  readonly html?: string;
  readonly operatör?: string;
}

/** Where nobody says how wide the page may be. */
const usualColumns = 80;

/** Throws Failure on a date that is none, and when the page cannot be recorded as taken out, or not be made. */
export async function run(context: Context, options: StatisticsOptions): Promise<void> {
  const { fromDate, toDate } = daysOption(options);
  const exercise = options.övning ?? false;
  const scope: StatisticsScope = { fromDate: fromDate ?? null, toDate: toDate ?? null, exercise };
  const counted = readingJournal(context, (journal) => journal.statistics({ fromDate, toDate, exercise }));
  if (options.html !== undefined) {
    await writePage(context, options.html, { counted, scope, operator: options.operatör });
    return;
  }
  const statistics = counted ?? statisticsOf(emptyTally);
  if (options.json) {
    printJson(context, { ...scope, ...statistics });
    return;
  }
  const columns = columnsOf(context) ?? usualColumns;
  for (const line of statisticsLines(statistics, scope, columns)) print(context, line);
}

interface PageExport {
  /** Null where nothing has been saved. */
  readonly counted: Statistics | null;
  readonly scope: StatisticsScope;
  readonly operator: string | undefined;
}

async function writePage(context: Context, path: string, { counted, scope, operator }: PageExport) {
  const by = await operatorAtDesk(context, operator);
  const record = () => {
    // Nothing is taken out of a journal that there is not, and none is made for it.
    if (counted) recordExport(context, 'html', selectionText(scope), by);
  };
  await writeNewFile(path, record, async () => {
    const { statisticsPage } = await import('../../ui/statistics/page.ts');
    const statistics = counted ?? statisticsOf(emptyTally);
    return statisticsPage(statistics, { scope, madeAt: context.now(), operator: by });
  });
  print(context, exportWords.saved(path));
}

/** What was asked for, as it is typed. */
function selectionText({ fromDate, toDate, exercise }: StatisticsScope): string {
  return [
    ...(fromDate === null ? [] : [`--från-datum ${fromDate}`]),
    ...(toDate === null ? [] : [`--till-datum ${toDate}`]),
    ...(exercise ? ['--övning'] : []),
  ].join(' ');
}
