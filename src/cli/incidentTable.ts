/** Incidents as a plain table. */

import type { IncidentListItem } from '../domain/incidentListItem.ts';
import { cleanLine } from '../domain/text.ts';
import * as words from '../texts/cli.ts';
import { outcomeLabels, statusLabels, timingLabels } from '../texts/labels.ts';
import { padEnd, truncate, width } from '../ui/textLayout.ts';

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

/** How wide each column is whatever stands in it, since the rows come one by one; a longer number pushes the rest. */
const widths: Readonly<Record<Column, number>> = {
  number: 'A-2026-0001'.length,
  moment: '2026-11-21 02:41'.length,
  date: '2026-11-21'.length,
  outcome: longest([
    ...Object.values(outcomeLabels),
    ...Object.values(timingLabels).map((timing) => outcomeText('contact-director', timing)),
  ]),
  status: longest(Object.values(statusLabels)),
};

/** The lines of the table, as the incidents come; cut to `columns`, or whole when that is null. */
export function* incidentTable(items: Iterable<IncidentListItem>, columns: number | null): Generator<string> {
  const layout = layouts.find((each) => widthOf(each) + summaryWidth <= (columns ?? Infinity)) ?? ['number'];
  const row = (cells: Readonly<Record<Column, string>>, summary: string) => {
    const before = layout.map((column) => `${padEnd(cells[column], widths[column])}  `).join('');
    const whole = `${before}${summary}`.trimEnd();
    return columns === null ? whole : truncate(whole, columns);
  };
  let isFirst = true;
  for (const item of items) {
    if (isFirst) yield row(words.logList.columns, words.logList.summary);
    isFirst = false;
    yield row(cells(item), (item.exercise ? words.logList.exercise : '') + cleanLine(item.summary));
  }
  if (isFirst) yield words.logList.none;
}

function cells({ number, receivedAt, outcome, timing, status }: IncidentListItem): Record<Column, string> {
  const moment = receivedAt.slice(0, 16).replace('T', ' ');
  return {
    number,
    moment,
    date: moment.slice(0, 10),
    outcome: outcome === null ? '' : outcomeText(outcome, timing === null ? '' : timingLabels[timing]),
    status: statusLabels[status],
  };
}

function outcomeText(outcome: keyof typeof outcomeLabels, timing: string): string {
  return timing === '' ? outcomeLabels[outcome] : `${outcomeLabels[outcome]}, ${timing}`;
}

function widthOf(layout: readonly Column[]): number {
  return layout.reduce((sum, column) => sum + widths[column] + 2, 0);
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map(width));
}
