/**
 * A telephone number large enough to dial from, with the telephone in one hand. Drawn with the blocks of the oldest
 * code pages (full, upper half, lower half), which every terminal font has.
 */

type Rows = [top: string, middle: string, bottom: string];

/**
 * Three rows each. The digits are four columns wide, so that the holes of 6, 8, 9 and 0 stay open at arm's length;
 * 6 and 9 end short, 1 has a foot and 7 a bend, so that none looks like another.
 */
const shapes: ReadonlyMap<string, Rows> = new Map([
  ['0', ['█▀▀█', '█  █', '█▄▄█']],
  ['1', ['▄█ ', ' █ ', '▄█▄']],
  ['2', ['▀▀▀█', '█▀▀▀', '█▄▄▄']],
  ['3', ['▀▀▀█', ' ▀▀█', '▄▄▄█']],
  ['4', ['█  █', '▀▀▀█', '   █']],
  ['5', ['█▀▀▀', '▀▀▀█', '▄▄▄█']],
  ['6', ['█▀▀ ', '█▀▀█', '█▄▄█']],
  ['7', ['▀▀▀█', '  █ ', '  █ ']],
  ['8', ['█▀▀█', '█▀▀█', '█▄▄█']],
  ['9', ['█▀▀█', '▀▀▀█', ' ▄▄█']],
  ['+', [' ▄ ', '▀█▀', '   ']],
  ['-', ['  ', '▀▀', '  ']],
  // With the gaps beside it, groups stand three columns apart.
  [' ', [' ', ' ', ' ']],
]);

const gap = ' ';

/**
 * The number as three rows of equal width, or null when it is empty, holds anything but digits, `+`, `-` and blanks,
 * or does not fit in the columns: then it is shown as it is. White space is folded to single blanks. A number of ten
 * digits in four groups (031-390 06 12) fits in 56 columns.
 */
export function bigNumber(text: string, columns: number): Rows | null {
  const drawn = [...text.trim().replace(/\s+/g, ' ')].map((character) => shapes.get(character));
  const known = drawn.filter((shape) => shape !== undefined);
  if (known.length === 0 || known.length < drawn.length) return null;
  const row = (index: 0 | 1 | 2) => known.map((shape) => shape[index]).join(gap);
  const rows: Rows = [row(0), row(1), row(2)];
  return rows[0].length <= columns ? rows : null;
}
