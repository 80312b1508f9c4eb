/** Incidents as a plain table. */
import type { IncidentListItem } from '../journal/derive.ts';
import * as words from '../texts/cli.ts';
import { outcomeLabels, statusLabels, timingLabels } from '../texts/labels.ts';
import { padEnd, truncate, width } from '../ui/textLayout.ts';

/** The lines of the table; cut to `columns`, or whole when that is null. */
export function incidentTable(items: readonly IncidentListItem[], columns: number | null): string[] {
  if (items.length === 0) return [words.logList.none];
  const rows = [words.logList.columns, ...items.map(cells)];
  const widths = words.logList.columns.map((_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ''))),
  );
  return rows.map((row) => {
    const text = row
      .map((cell, column) => padEnd(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
    return columns === null ? text : truncate(text, columns);
  });
}

function cells(item: IncidentListItem): string[] {
  const outcome = item.outcome === null ? '' : outcomeLabels[item.outcome];
  const timing = item.timing === null ? '' : `, ${timingLabels[item.timing]}`;
  return [
    item.number,
    item.receivedAt.slice(0, 16).replace('T', ' '),
    outcome + timing,
    statusLabels[item.status],
    (item.exercise ? words.logList.exercise : '') + item.summary,
  ];
}
