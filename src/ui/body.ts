/** The middle of a screen, between the header and the keys. */
import type { TextBuffer } from '../flow/textBuffer.ts';
import { type Frame, type Line, scrolled } from './frame.ts';
import { cursorAt, window, wrap } from './textLayout.ts';

export interface Body extends Frame {
  /** The rows of what is open, `to` not among them: they are seen also where the rest has no room. */
  readonly open: { readonly from: number; readonly to: number } | null;
}

export const blank: Line = [{ text: '', tone: 'plain' }];

/** A text field as lines behind a bar, with the cursor; longer texts show the part around the cursor. */
export function textField(buffer: TextBuffer, columns: number, height: number): Body {
  const bar = '│ ';
  const wrapped = wrap(buffer.text, Math.max(1, columns - bar.length));
  const cursor = cursorAt(wrapped, buffer.cursor);
  const seen = window(wrapped, cursor.row, Math.max(1, height));
  return {
    lines: seen.lines.map(({ text }) => [
      { text: bar, tone: 'quiet' },
      { text, tone: 'plain' },
    ]),
    cursor: { row: cursor.row - seen.first, column: cursor.column + bar.length },
    scrollMax: 0,
    open: { from: 0, to: seen.lines.length },
  };
}

/** Lines that nothing is typed in. */
export function fixed(lines: readonly Line[], open: Body['open'] = null): Body {
  return { lines, cursor: null, scrollMax: 0, open };
}

/** A text that scrolls above lines that stay; where they leave it next to no room, all of it scrolls. */
export function scrolledAbove(
  text: readonly Line[],
  staying: readonly Line[],
  rows: number,
  scroll: number,
): Body {
  const room = rows - staying.length - 1;
  if (room < Math.min(3, text.length))
    return { ...fixed([]), ...scrolled([...text, blank, ...staying], scroll, rows) };
  const { lines, scrollMax } = scrolled(text, scroll, room);
  return { ...fixed([...lines, blank, ...staying]), scrollMax };
}

/** As many rows of the body as there are: with what is open, its beginning before its end, and always the cursor. */
export function inView(body: Body, rows: number): Body {
  const { lines, cursor, open } = body;
  const { from, to } = open ?? { from: 0, to: 0 };
  const first = Math.max(Math.min(from, Math.max(0, to - rows)), cursor ? cursor.row - rows + 1 : 0);
  return {
    ...body,
    lines: lines.slice(first, first + rows),
    cursor: cursor && { ...cursor, row: cursor.row - first },
  };
}

/** Bodies under each other; what is open, and the cursor, are those of the one that has them. */
export function stack(parts: readonly (Body | readonly Line[])[]): Body {
  let body = fixed([]);
  for (const part of parts) {
    const { lines, cursor, open, scrollMax } = isBody(part) ? part : fixed(part);
    const above = body.lines.length;
    body = {
      lines: [...body.lines, ...lines],
      cursor: cursor ? { ...cursor, row: cursor.row + above } : body.cursor,
      scrollMax: Math.max(body.scrollMax, scrollMax),
      open: open ? { from: open.from + above, to: open.to + above } : body.open,
    };
  }
  return body;
}

function isBody(part: Body | readonly Line[]): part is Body {
  return 'lines' in part;
}
