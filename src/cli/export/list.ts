/** The list of incidents as CSV that a Swedish Excel opens: semicolons, CRLF, UTF-8 with a byte order mark. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Options, stringify } from 'csv-stringify/sync';
import type { IncidentListItem } from '../../domain/incidentListItem.ts';
import { momentText } from '../../domain/momentText.ts';
import { cleanLine } from '../../domain/text.ts';
import { openJournal } from '../../journal/journal.ts';
import type { ListFilter } from '../../journal/list.ts';
import { dataFolder } from '../../settings/folders.ts';
import { list, exporting as words } from '../../texts/exports.ts';
import { exercise as exerciseMark, outcomeLabels, statusLabels, timingLabels } from '../../texts/labels.ts';
import { type Context, machineTime, print } from '../context.ts';
import { readingJournal } from '../withJournal.ts';
import { writeNewFile } from './newFile.ts';
import { operatorAtDesk, recordExport } from './record.ts';

export interface ListExport {
  readonly filter: ListFilter;
  /** The filter as it was typed. */
  readonly selection: string;
  /** The file; true for standard output. */
  readonly to: string | true;
  readonly operator: string | undefined;
}

/** Hands the list out, newest first. Throws Failure when it cannot be recorded, or the file not be made. */
export async function exportList(
  context: Context,
  { filter, selection, to, operator }: ListExport,
): Promise<void> {
  const by = await operatorAtDesk(context, operator);
  const isEmpty = readingJournal(context, () => true) === null;
  const record = () => {
    // Where nothing has been saved there is nothing to take out, and no journal is made for it.
    if (!isEmpty) recordExport(context, 'csv', selection, by);
  };
  const content = () => csv(isEmpty ? [] : itemsIn(dataFolder(context.env), filter));
  if (to === true) {
    record();
    await pipeline(Readable.from(content()), context.stdout, { end: false });
  } else {
    await writeNewFile(to, record, content);
    print(context, words.saved(to));
  }
}

function* itemsIn(folder: string, filter: ListFilter): Generator<IncidentListItem> {
  const journal = openJournal(folder, { now: machineTime, readOnly: true });
  try {
    yield* journal.list(filter);
  } finally {
    journal.close();
  }
}

/** What a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises. */
const options: Options = { delimiter: ';', record_delimiter: 'windows', escape_formulas: true };
/** Rows are made into text many at a time, and never all at once. */
const rowsAtOnce = 500;

function* csv(items: Iterable<IncidentListItem>): Generator<string> {
  yield stringify([list.columns], { ...options, bom: true });
  let rows: string[][] = [];
  for (const item of items) {
    rows.push(cellsOf(item));
    if (rows.length < rowsAtOnce) continue;
    yield stringify(rows, options);
    rows = [];
  }
  yield stringify(rows, options);
}

/** Dates as Excel reads them in Swedish: `2026-11-21 02:41`. */
function cellsOf(item: IncidentListItem): string[] {
  return [
    item.number,
    momentText(item.receivedAt),
    item.outcome === null ? '' : outcomeLabels[item.outcome],
    item.timing === null ? '' : timingLabels[item.timing],
    statusLabels[item.status],
    item.exercise ? exerciseMark : '',
    item.summary,
    item.operator,
    String(item.actionsOpen),
    item.id,
  ].map(cleanLine);
}
