/** What each key does, under each other: for the pages that show all keys. */
import { type Line, paragraph } from './frame.ts';
import { padEnd, width } from './textLayout.ts';

type Keys = readonly (readonly [key: string, does: string])[];

/** A row or more for each key, with what it does in a column of its own that starts after `widest`. */
export function keyTable(keys: Keys, columns: number, widest = widestKey(keys)): Line[] {
  const hanging = ' '.repeat(widest + 2);
  return keys.flatMap(([key, does]) =>
    paragraph(`${padEnd(key, widest)}  ${does}`, columns, 'plain', '  ', hanging),
  );
}

/** The width of the widest key's name, for several tables under each other. */
export function widestKey(keys: Keys): number {
  return Math.max(...keys.map(([key]) => width(key)));
}
