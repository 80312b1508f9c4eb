/** What a screen is before anything draws it: lines of styled text, and where the cursor stands. */
import { padEnd, truncate, width, wrap } from './textLayout.ts';

/** Colour never carries meaning alone: the words say it too. */
export type Tone =
  | 'plain'
  | 'strong'
  | 'quiet'
  | 'good'
  | 'warning'
  | 'alarm'
  | 'bar'
  | 'exercise'
  | 'struck';

export interface Span {
  readonly text: string;
  readonly tone: Tone;
  /** It was searched for. */
  readonly isFound?: boolean;
}

export type Line = readonly Span[];

export interface Position {
  /** From 0. */
  readonly row: number;
  readonly column: number;
}

export interface Frame {
  readonly lines: readonly Line[];
  /** Null when there is nothing to type in. */
  readonly cursor: Position | null;
  /** How far the scrollable part can be scrolled, in rows. */
  readonly scrollMax: number;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** One line in one tone. */
export function line(text: string, tone: Tone = 'plain'): Line {
  return [{ text, tone }];
}

/**
 * The text wrapped to the width, each line in the same tone, with an indent before each. The lines after the first
 * are indented by `hanging` more.
 */
export function paragraph(
  text: string,
  columns: number,
  tone: Tone = 'plain',
  indent = '',
  hanging = '',
): Line[] {
  return (
    wrap(text, Math.max(1, columns - width(indent) - width(hanging)))
      // A line that fills the width is followed by an empty one for a cursor, which reading does not need.
      .filter(({ from, to }, row, all) => !(from === to && all[row - 1]?.to === from))
      .map((part, row) => line((row === 0 ? indent : indent + hanging) + part.text, tone))
  );
}

export function lineWidth(spans: Line): number {
  return spans.reduce((sum, span) => sum + width(span.text), 0);
}

/** Cut to the width, so that no line can wrap in the terminal and push the others down. */
export function cut(spans: Line, columns: number): Line {
  const fitted: Span[] = [];
  let left = columns;
  for (const span of spans) {
    if (left <= 0) break;
    const text = truncate(span.text, left);
    fitted.push({ ...span, text });
    left -= width(text);
  }
  return fitted;
}

/** Left and right on one line; the right part wins when there is not room for both. */
export function apart(left: Line, right: Line, columns: number, tone: Tone): Line {
  const room = Math.max(0, columns - lineWidth(right));
  const shown = cut(left, Math.max(0, room - 1));
  return [...shown, { text: padEnd('', room - lineWidth(shown)), tone }, ...cut(right, columns)];
}

/** Words on as few lines as they need, with blanks between those on the same line. */
export function flow(words: readonly string[], columns: number, tone: Tone): Line[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last}   ${word}`;
    if (last === undefined || width(joined) > columns) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  return lines.map((text) => line(text, tone));
}

/** The part of the lines that is seen when scrolled `first` rows down. */
export function scrolled(
  lines: readonly Line[],
  first: number,
  height: number,
): { readonly lines: readonly Line[]; readonly scrollMax: number } {
  const scrollMax = Math.max(0, lines.length - height);
  const from = Math.min(first, scrollMax);
  return { lines: lines.slice(from, from + height), scrollMax };
}
