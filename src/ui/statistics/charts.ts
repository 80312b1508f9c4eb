/** Pictures made of letters, readable without colour. */
import { padEnd, width } from '../textLayout.ts';

/** A piece of a bar: as long as `value` says, drawn with `sign`. */
export interface Segment {
  readonly value: number;
  readonly sign: string;
}

/**
 * A bar that is `columns` long when its segments come to `most`. What is more than nothing can be seen: each such
 * segment has a sign, so that a bar with many small ones may be longer.
 */
export function bar(segments: readonly Segment[], most: number, columns: number): string {
  let drawn = 0;
  let sum = 0;
  return segments
    .map(({ value, sign }) => {
      sum += value;
      if (value === 0 || most === 0) return '';
      const length = Math.max(1, Math.round((sum / most) * columns) - drawn);
      drawn += length;
      return sign.repeat(length);
    })
    .join('');
}

/** From nothing to the most. */
const shades = [' ', '░', '▒', '▓', '█'] as const;

/** How dark each number is: 0 for none, then equal steps up to the most. */
function shadeOf(value: number, most: number): number {
  return value === 0 ? 0 : Math.max(1, Math.ceil((value / most) * (shades.length - 1)));
}

/** A row of numbers as shades, `columns` wide each. */
export function heatRow(values: readonly number[], most: number, columns: number): string {
  return values.map((value) => (shades[shadeOf(value, most)] ?? '').repeat(columns)).join('');
}

/** One of the steps from nothing to the most, and the least and the most it is used for. */
export interface HeatStep {
  /** 1–4. */
  readonly shade: number;
  readonly sign: string;
  readonly from: number;
  readonly to: number;
}

/** What each shade stands for; those that nothing can have left out. */
export function heatLegend(most: number): HeatStep[] {
  return shades.flatMap((sign, shade) => {
    if (shade === 0) return [];
    const step = most / (shades.length - 1);
    const from = Math.floor(step * (shade - 1)) + 1;
    const to = Math.floor(step * shade);
    return from > to ? [] : [{ shade, sign, from, to }];
  });
}

/** Rows of cells under each other, the first column from the left and the others from the right, two blanks between. */
export function columnsOfText(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, width(cell));
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const wide = widths[index] ?? 0;
        return index === 0 ? padEnd(cell, wide) : ' '.repeat(wide - width(cell)) + cell;
      })
      .join('  '),
  );
}
