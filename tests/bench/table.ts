/** The figures as a table that can be read without knowing the program. */
import type { Summary } from './statistics.ts';

export interface Limit {
  readonly text: string;
  readonly met: boolean;
}

export interface Line {
  readonly who: string;
  readonly summary: Summary;
  /** How many times what bare Node takes; null where that says nothing. */
  readonly ratio: number | null;
  readonly limits: readonly Limit[];
}

export interface Figure {
  readonly title: string;
  readonly unit: 'ms' | 'MiB';
  readonly lines: readonly Line[];
}

/** A figure that could not be measured. */
export interface Unmeasured {
  readonly title: string;
  readonly why: string;
}

const heading = ['', 'median', 'min–max', '× bare', 'limit', ''] as const;

/** The lines to print. */
export function table(figures: readonly (Figure | Unmeasured)[]): string[] {
  const blocks = figures.map((figure) => ({ title: titleOf(figure), rows: rowsOf(figure) }));
  const all = [[...heading], ...blocks.flatMap(({ rows }) => rows)];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => aligned(cell, widths[column] ?? 0, column));
  const text = (row: readonly string[]) => line(row).join('  ').trimEnd();
  return [text(heading), ...blocks.flatMap(({ title, rows }) => ['', title, ...rows.map(text)])];
}

function titleOf(figure: Figure | Unmeasured): string {
  return 'why' in figure ? `${figure.title}: NOT MEASURED, ${figure.why}` : figure.title;
}

function rowsOf(figure: Figure | Unmeasured): string[][] {
  if ('why' in figure) return [];
  return figure.lines.flatMap(({ who, summary: { median, min, max }, ratio, limits }) => {
    const [first, ...more] = limits.map(({ text, met }) => [text, met ? 'OK' : 'MISSED']);
    const values = [`${number(median)} ${figure.unit}`, `${number(min)}–${number(max)}`];
    return [
      [`  ${who}`, ...values, ratio === null ? '' : ratio.toFixed(2), ...(first ?? ['', ''])],
      ...more.map((limit) => ['', '', '', '', ...limit]),
    ];
  });
}

/** Words to the left, numbers to the right. */
function aligned(cell: string, width: number, column: number): string {
  return column === 0 || column >= 4 ? cell.padEnd(width) : cell.padStart(width);
}

function number(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}
