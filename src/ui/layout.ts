/** How every screen is put together: what stands above, what fills the room between, and what stands below. */
import { scrollKeys, tooSmall as tooSmallText } from '../texts/labels.ts';
import { type Body, blank, inView } from './body.ts';
import { cut, type Frame, type Line, paragraph, type Size } from './frame.ts';

/**
 * The frame: never more lines than `rows`, as long as `above` and `below` leave a row for the body, and never wider than
 * `columns`. `below` gets the names of the keys that scroll, where there is more than fits; the body must have been
 * scrolled `scroll` rows.
 */
export function framed(
  { columns, rows }: Size,
  above: readonly Line[],
  body: (room: Size) => Body,
  below: (scrolling: readonly string[]) => readonly Line[],
  scroll: number,
): Frame {
  // Laid out as if there were more than fits, so that the keys take the same room either way.
  const height = rows - above.length - heightOf(below);
  const { lines, cursor, scrollMax } = inView(body({ columns, rows: height }), height);
  const keys = below(scrollMax === 0 ? [] : [scroll < scrollMax ? scrollKeys.more : scrollKeys.back]);
  const filler = Array.from({ length: rows - above.length - lines.length - keys.length }, () => blank);
  return {
    lines: [...above, ...lines, ...filler, ...keys].map((each) => cut(each, columns)),
    cursor: cursor && { ...cursor, row: cursor.row + above.length },
    scrollMax,
  };
}

/** The most rows that `below` takes, whichever way there is to scroll. */
export function heightOf(below: (scrolling: readonly string[]) => readonly Line[]): number {
  return Math.max(...Object.values(scrollKeys).map((key) => below([key]).length));
}

/** In a window that is smaller than `smallest`: only that it is; otherwise null. */
export function tooSmall({ columns, rows }: Size, smallest: Size): Frame | null {
  if (columns >= smallest.columns && rows >= smallest.rows) return null;
  // The window has one row more than the frame.
  const lines = paragraph(tooSmallText(columns, rows + 1), Math.max(1, columns), 'warning').slice(0, rows);
  return { lines, cursor: null, scrollMax: 0 };
}
