/**
 * Where text stands on the screen: widths in terminal columns, line breaks, the cursor. For texts that went through
 * `cleanText`. Indices are UTF-16 indices into the source text.
 */
import fastStringWidth from 'fast-string-width';
import { graphemes, selfStanding } from '../domain/graphemes.ts';

export interface WrappedLine {
  /** What to draw: the source from `from`, without the blanks that hang over the edge at a soft line break. */
  readonly text: string;
  readonly from: number;
  /** After the line's last character. The next line starts here, or after the line break that stands here. */
  readonly to: number;
}

const joiners = /[\u200c\u200d]/g;
const isInvisible = /^[\p{Default_Ignorable_Code_Point}\p{M}\p{Cc}\p{Cf}]*$/u;

/** The text's width in columns. A grapheme takes none, one or two. */
export function width(text: string): number {
  if (selfStanding.test(text)) return text.length;
  return graphemes(text).reduce((columns, grapheme) => columns + graphemeWidth(grapheme), 0);
}

function graphemeWidth(grapheme: string): number {
  if (selfStanding.test(grapheme)) return grapheme.length;
  // An accent or joiner on its own shares the cell before it; a letter of many parts is never wider than two cells.
  if (isInvisible.test(grapheme)) return 0;
  return Math.min(2, fastStringWidth(grapheme.replace(joiners, '')));
}

/**
 * The text in lines of at most `columns`: broken at `\n`, after blanks, and within words that are too long, never
 * within a grapheme. After a line that ends exactly at the edge comes an empty one, where the cursor goes on. A wide
 * character needs two columns; in one it stands alone and sticks out.
 */
export function wrap(text: string, columns: number): WrappedLine[] {
  const lines: WrappedLine[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    lines.push(...wrapLine(line, Math.max(1, columns), from));
    from += line.length + 1;
  }
  return lines;
}

/** `offset` is where the logical line starts in the source. */
function wrapLine(line: string, columns: number, offset: number): WrappedLine[] {
  const lines: WrappedLine[] = [];
  let start = 0;
  /** After the last blank since `start`: the place for a soft break. */
  let afterBlank = 0;
  /** The end of what fits since `start`; what follows it are hanging blanks. */
  let drawn = 0;
  let column = 0;
  let index = 0;

  const breakAt = (to: number) => {
    lines.push({ text: line.slice(start, Math.min(drawn, to)), from: offset + start, to: offset + to });
    column = width(line.slice(to, index));
    start = afterBlank = to;
    drawn = index;
  };

  // What has no width still stands somewhere: after a full line, on the next one.
  const isFullFor = (cells: number) => column + Math.max(cells, 1) > columns;

  for (const grapheme of graphemes(line)) {
    const next = index + grapheme.length;
    const cells = graphemeWidth(grapheme);
    if (grapheme === ' ') {
      afterBlank = next;
      if (!isFullFor(cells)) {
        drawn = next;
        column++;
      }
    } else {
      if (isFullFor(cells) && afterBlank > start) breakAt(afterBlank);
      if (isFullFor(cells) && index > start) breakAt(index);
      drawn = next;
      column += cells;
    }
    index = next;
  }
  const endsAtEdge = isFullFor(1);
  breakAt(line.length);
  if (endsAtEdge) breakAt(line.length);
  return lines;
}

export interface CursorPlace {
  /** Index into the wrapped lines. */
  readonly row: number;
  /** Columns to the left of the cursor. */
  readonly column: number;
}

/** Where the cursor at an index of the wrapped text stands: always within the columns that it was wrapped to. */
export function cursorAt(lines: readonly WrappedLine[], cursor: number): CursorPlace {
  const row = Math.max(
    0,
    lines.findLastIndex((line) => line.from <= cursor),
  );
  const line = lines[row];
  if (!line) return { row: 0, column: 0 };
  // Among blanks that hang over the edge there is nowhere to stand but where the next word goes.
  const drawnTo = line.from + line.text.length;
  if (drawnTo < line.to && cursor >= drawnTo) return { row: row + 1, column: 0 };
  return { row, column: width(line.text.slice(0, cursor - line.from)) };
}

/** The at most `height` lines to show so that the cursor's is among them, with as much above it as below. */
export function window<T>(
  lines: readonly T[],
  cursorRow: number,
  height: number,
): { readonly first: number; readonly lines: readonly T[] } {
  const rows = Math.max(1, height);
  const first = Math.max(0, Math.min(cursorRow - Math.floor(rows / 2), lines.length - rows));
  return { first, lines: lines.slice(first, first + rows) };
}

/** One line of text, cut to at most `columns` with … at its end when it is longer. */
export function truncate(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  if (columns < 1) return '';
  let kept = '';
  let left = columns - 1;
  for (const grapheme of graphemes(text)) {
    left -= graphemeWidth(grapheme);
    if (left < 0) break;
    kept += grapheme;
  }
  return `${kept.trimEnd()}…`;
}

/** The text followed by blanks until it is `columns` wide; a wider text stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}
