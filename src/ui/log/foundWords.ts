/** The words that were searched for, marked where they stand on the screen. */
import { searchTerms } from '../../domain/searchTerms.ts';
import type { Line, Span } from '../frame.ts';

/** A word as the search index takes one, and whether it may go on. */
interface Wanted {
  readonly word: string;
  readonly isWhole: boolean;
}

/** A run of letters and digits, with the marks that are parts of them. */
const words = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Marks in a line what was searched for. Each word of a phrase is marked by itself; what a line breaks in two is not.
 */
export function foundWords(search: string): (line: Line) => Line {
  const wanted = wordsIn(search);
  return wanted.length === 0 ? (line) => line : (line) => line.flatMap((span) => marked(span, wanted));
}

function wordsIn(search: string): Wanted[] {
  return searchTerms(search).flatMap((term) => {
    const inTerm = term.words.match(words) ?? [];
    return inTerm.map((each, index) => ({
      word: folded(each),
      isWhole: term.isWhole || index < inTerm.length - 1,
    }));
  });
}

function marked(span: Span, wanted: readonly Wanted[]): Span[] {
  const { text, tone } = span;
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(words)) {
    const found = lengthFound(match[0], wanted);
    if (found === 0) continue;
    if (match.index > from) spans.push({ text: text.slice(from, match.index), tone });
    from = match.index + found;
    spans.push({ text: text.slice(match.index, from), tone, isFound: true });
  }
  return spans.length === 0 ? [span] : [...spans, { text: text.slice(from), tone }];
}

/** How much of the word was typed, in UTF-16 units; 0 when it is none of those that were searched for. */
function lengthFound(word: string, wanted: readonly Wanted[]): number {
  const same = folded(word);
  const lengths = wanted.map(({ word: each, isWhole }) =>
    (isWhole ? same === each : same.startsWith(each)) ? each.length : 0,
  );
  return Math.min(word.length, Math.max(0, ...lengths));
}

/** Upper and lower case are the same; å, ä, ö and é are letters of their own. Both texts are cleaned, so NFC. */
function folded(word: string): string {
  return word.toLocaleLowerCase('sv');
}
