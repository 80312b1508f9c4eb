/** A part of a text, from the first up to but not including the second UTF-16 index. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

export function within(inner: Span, outer: Span): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

/** Stands for what was found already: no letter, no digit, no blank, and in no text that people write. */
export const filler = '\ufffc';

/** The text, as long as it was, with the spans filled out. They are in order and do not overlap. */
export function filledOut(text: string, spans: readonly Span[]): string {
  let out = '';
  let end = 0;
  for (const { from, to } of spans) {
    out += text.slice(end, from) + filler.repeat(to - from);
    end = to;
  }
  return out + text.slice(end);
}
