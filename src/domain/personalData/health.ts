/**
 * Finds words about health in a sentence that also seems to name somebody. It is a hint and no more: the list has the
 * words that reports have, and a name is guessed from capital letters.
 *
 * A name is two or more words in a row with a capital letter each (`Anna Berg`, `Karl af Ek`), once these are left out:
 * the names in the register, words for organisations, places and streets, and words that begin a sentence. A sentence
 * ends with its mark and at the end of a line.
 */
import * as lists from './healthWords.ts';
import type { Span } from './spans.ts';

const health = `(?:(?<!\\p{L})(?:${lists.healthStarts.join('|')})|${lists.healthParts.join('|')})`;
const healthWords = new RegExp(`${health}\\p{L}*`, 'giu');
const healthWord = new RegExp(health, 'iu');
const nameWord = String.raw`\p{Lu}(?:\p{Ll}|['’]\p{Lu})[\p{L}'’]{0,30}(?:-\p{Lu}\p{L}{0,30})?`;
const capitalised = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${nameWord}(?:[ \u00a0](?:(?:von|van|de|af|el|al|bin|di) )?${nameWord})+`,
  'gu',
);
const organisation = new RegExp(
  `^(?:${lists.organisationStarts.join('|')})|(?:${lists.placeEnds.join('|')})$`,
  'iu',
);
const places: ReadonlySet<string> = new Set(lists.places);
const beginnings: ReadonlySet<string> = new Set(lists.sentenceStarts);

/** `knownNames` are keys of `nameKey`. In the order of the text, not overlapping. */
export function findHealthBesideName(text: string, knownNames: ReadonlySet<string>): Span[] {
  const found: Span[] = [];
  let sentence = { from: 0, to: 0, hasName: false };
  for (const { index, 0: word } of text.matchAll(healthWords)) {
    if (index >= sentence.to) sentence = sentenceAt(text, sentence.to, index, knownNames);
    if (!sentence.hasName) continue;
    let from = index;
    while (/\p{L}/u.test(text[from - 1] ?? '')) from--;
    found.push({ from, to: index + word.length });
  }
  return found;
}

/** The sentence around `at`, which is not before `earliest`. */
function sentenceAt(text: string, earliest: number, at: number, knownNames: ReadonlySet<string>) {
  const from = earliest + lastEnd(text.slice(earliest, at));
  const end = text.slice(at).search(sentenceEnd);
  const to = end === -1 ? text.length : at + end;
  return { from, to, hasName: hasName(text.slice(from, to), knownNames) };
}

const sentenceEnd = /[.!?](?=\s)|\n/;
const sentenceEnds = new RegExp(sentenceEnd, 'g');

/** Behind the last end of a sentence; 0 when there is none. */
function lastEnd(text: string): number {
  let end = 0;
  for (const { index } of text.matchAll(sentenceEnds)) end = index + 1;
  return end;
}

function hasName(sentence: string, knownNames: ReadonlySet<string>): boolean {
  return sentence.matchAll(capitalised).some(({ 0: words, index }) => {
    const isFirst = !/[\p{L}\p{N}]/u.test(sentence.slice(0, index));
    return namesSomebody(words.split(/[ \u00a0]/), isFirst, knownNames);
  });
}

/** Compared like this, two ways to write a name are the same. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
}

function namesSomebody(words: readonly string[], isFirst: boolean, knownNames: ReadonlySet<string>): boolean {
  let inARow = 0;
  for (let at = 0; at < words.length; at++) {
    const known = knownFrom(words, at, knownNames);
    if (known > 0) {
      at += known - 1;
      inARow = 0;
    } else if (!isNamePart(words[at] ?? '', isFirst && at === 0)) {
      inARow = 0;
    } else if (/^\p{Lu}/u.test(words[at] ?? '') && ++inARow === 2) {
      return true;
    }
  }
  return false;
}

/** How many words from here on are a known name, or 0. */
function knownFrom(words: readonly string[], at: number, knownNames: ReadonlySet<string>): number {
  for (let count = Math.min(5, words.length - at); count > 0; count--) {
    const key = nameKey(words.slice(at, at + count).join(' '));
    // `Anna Eks` is Anna Ek's.
    if (knownNames.has(key) || (key.endsWith('s') && knownNames.has(key.slice(0, -1)))) return count;
  }
  return 0;
}

function isNamePart(word: string, isFirst: boolean): boolean {
  const lower = word.toLowerCase();
  if (isFirst && beginnings.has(lower)) return false;
  if (places.has(lower) || places.has(lower.replace(/s$/, ''))) return false;
  return !organisation.test(word) && !healthWord.test(word);
}
