/** How every screen is put together: what stands above, what fills the room between, and what stands below. */
import { type Body, blank, inView } from './body.ts';
import { cut, type Frame, type Line, paragraph, type Size } from './frame.ts';

/**
 * The frame: never more lines than `rows`, as long as `above` and `below` leave a row for the body, and never wider than
 * `columns`. `below` is asked for with whether the body goes on further down.
 */
export function framed(
  { columns, rows }: Size,
  above: readonly Line[],
  body: (room: Size) => Body,
  below: (goesOn: boolean) => readonly Line[],
): Frame {
  // Laid out as if there were more than fits, so that the keys take the same room either way.
  const height = rows - above.length - below(true).length;
  const { lines, cursor, scrollMax } = inView(body({ columns, rows: height }), height);
  const keys = below(scrollMax > 0);
  const filler = Array.from({ length: rows - above.length - lines.length - keys.length }, () => blank);
  return {
    lines: [...above, ...lines, ...filler, ...keys].map((each) => cut(each, columns)),
    cursor: cursor && { ...cursor, row: cursor.row + above.length },
    scrollMax,
  };
}

/** In a window that is smaller than `smallest`: only that it is; otherwise null. `words` get the window's own size. */
export function tooSmall(
  { columns, rows }: Size,
  smallest: Size,
  words: (columns: number, rows: number) => string,
): Frame | null {
  if (columns >= smallest.columns && rows >= smallest.rows) return null;
  // The window has one row more than the frame.
  const lines = paragraph(words(columns, rows + 1), Math.max(1, columns), 'warning').slice(0, rows);
  return { lines, cursor: null, scrollMax: 0 };
}
