/** What each key does, under each other: for the pages that show all keys. */
import { type Line, paragraph } from './frame.ts';
import { padEnd, width } from './textLayout.ts';

type Keys = readonly (readonly [key: string, does: string])[];

/** So narrow that a column of its own has no room for what a key does: it stands under the key. */
const leastColumn = 24;

/** A row or more for each key, with what it does in a column of its own that starts after `widest`. */
export function keyTable(keys: Keys, columns: number, widest = widestKey(keys)): Line[] {
  const room = columns - widest - 4;
  return keys.flatMap(([key, does]) => {
    if (room < leastColumn)
      return [...paragraph(key, columns, 'strong', '  '), ...paragraph(does, columns, 'plain', '    ')];
    return paragraph(does, room).map((spans, row) => [
      { text: `  ${padEnd(row === 0 ? key : '', widest)}  `, tone: 'plain' as const },
      ...spans,
    ]);
  });
}

/** The width of the widest key's name, for several tables under each other. */
export function widestKey(keys: Keys): number {
  return Math.max(...keys.map(([key]) => width(key)));
}
