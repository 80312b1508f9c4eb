/** Texts in columns under each other. */
import { padEnd, width } from './textLayout.ts';

/** Each row's cells as one text, every cell as wide as the widest in its column, with two blanks after it. */
export function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, cell) => Math.max(...rows.map((row) => width(row[cell] ?? ''))));
  return rows.map((row) => row.map((cell, at) => `${padEnd(cell, widths[at] ?? 0)}  `).join(''));
}
