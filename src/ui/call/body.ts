/** The step's own part of the screen, between the header and the keys. */
import type { TextBuffer } from '../../flow/textBuffer.ts';
import type { Frame, Line } from '../frame.ts';
import { cursorAt, window, wrap } from '../textLayout.ts';

export type Body = Frame;

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
  };
}

/** Bodies under each other; the cursor is that of the one that has it. */
export function stack(parts: readonly (Body | readonly Line[])[]): Body {
  let body: Body = { lines: [], cursor: null, scrollMax: 0 };
  for (const part of parts) {
    const next: Body = isBody(part) ? part : { lines: part, cursor: null, scrollMax: 0 };
    body = {
      lines: [...body.lines, ...next.lines],
      cursor: next.cursor ? { ...next.cursor, row: next.cursor.row + body.lines.length } : body.cursor,
      scrollMax: Math.max(body.scrollMax, next.scrollMax),
    };
  }
  return body;
}

function isBody(part: Body | readonly Line[]): part is Body {
  return 'lines' in part;
}
