/** Incidents as a plain table. */
import type { IncidentListItem } from '../journal/derive.ts';
import * as words from '../texts/cli.ts';
import { outcomeLabels, statusLabels, timingLabels } from '../texts/labels.ts';
import { inColumns } from '../ui/columns.ts';
import { truncate, width } from '../ui/textLayout.ts';

/** What each row says before what has happened: in a narrower window less, and its number always. */
const layouts: readonly (readonly Column[])[] = [
  ['number', 'moment', 'outcome', 'status'],
  ['number', 'date', 'outcome'],
  ['number', 'date'],
  ['number'],
];
type Column = 'number' | 'moment' | 'date' | 'outcome' | 'status';
/** So much room is left at least for what has happened. */
const summaryWidth = 26;

/** The lines of the table; cut to `columns`, or whole when that is null. */
export function incidentTable(items: readonly IncidentListItem[], columns: number | null): string[] {
  if (items.length === 0) return [words.logList.none];
  const room = columns ?? Number.POSITIVE_INFINITY;
  const tables = layouts.map((layout) =>
    inColumns([heads(layout), ...items.map((item) => cells(item, layout))]),
  );
  const before = tables.find(([head = '']) => width(head) + summaryWidth <= room) ?? tables.at(-1) ?? [];
  const summaries = [words.logList.summary, ...items.map(summaryText)];
  return before.map((text, row) => {
    const whole = `${text}${summaries[row] ?? ''}`.trimEnd();
    return columns === null ? whole : truncate(whole, columns);
  });
}

function heads(layout: readonly Column[]): string[] {
  return layout.map((column) => words.logList.columns[column]);
}

function cells({ number, receivedAt, outcome, timing, status }: IncidentListItem, layout: readonly Column[]) {
  const later = timing === null ? '' : `, ${timingLabels[timing]}`;
  const moment = receivedAt.slice(0, 16).replace('T', ' ');
  const texts: Readonly<Record<Column, string>> = {
    number,
    moment,
    date: moment.slice(0, 10),
    outcome: outcome === null ? '' : outcomeLabels[outcome] + later,
    status: statusLabels[status],
  };
  return layout.map((column) => texts[column]);
}

function summaryText({ exercise, summary }: IncidentListItem): string {
  return (exercise ? words.logList.exercise : '') + summary;
}
