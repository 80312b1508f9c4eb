/**
 * What a person sees as one character (a grapheme cluster, UAX #29), for texts that went through `cleanText`.
 * Indices are UTF-16 indices that do not lie within a surrogate pair.
 */

let segmenter: Intl.Segmenter | undefined;

/** Made only when needed: it takes some milliseconds, and most text has no use for it. */
function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('sv', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/**
 * Characters that stand for themselves whatever stands beside them, one column each: Latin, punctuation, arrows,
 * lines and the marks that the screens draw with.
 */
export const selfStanding = /^[\x20-\x7e\xa0-\u02ff\u2010-\u2027\u2190-\u2199\u2500-\u257f\u25b6\u2713]*$/;

/** Below the first combining mark every character is a grapheme, as long as its neighbour is below it too. */
const firstCombiningMark = 0x300;

function isPlainAt(text: string, index: number): boolean {
  return index < 0 || index >= text.length || text.charCodeAt(index) < firstCombiningMark;
}

/** The text's graphemes in order. */
export function graphemes(text: string): string[] {
  if (selfStanding.test(text)) return text.split('');
  return Array.from(segments(text), ({ segment }) => segment);
}

/** The end of the grapheme that starts at `index`; the text's length when nothing does. */
export function nextGrapheme(text: string, index: number): number {
  if (index >= text.length) return text.length;
  if (isPlainAt(text, index) && isPlainAt(text, index + 1)) return index + 1;
  return index + (segments(text.slice(index)).containing(0)?.segment.length ?? 1);
}

/** The start of the grapheme that ends at `index`; 0 when nothing does. */
export function previousGrapheme(text: string, index: number): number {
  if (index <= 0) return 0;
  if (isPlainAt(text, index - 1) && isPlainAt(text, index - 2)) return index - 1;
  return segments(text.slice(0, index)).containing(index - 1)?.index ?? index - 1;
}
