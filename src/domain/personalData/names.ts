/**
 * Tells whether a sentence seems to name somebody. A name is a common first name (`Anna`), or two words in a row with
 * a capital letter each (`Zita af Ek`) or all in capitals (`ZITA BERG`), once these are left out: the names in the
 * register, words for organisations, places and streets, and words that begin a sentence.
 */
import { firstNames, firstNamesAndWords } from './firstNames.ts';
import { lowerCased } from './letters.ts';
import * as lists from './nameWords.ts';

const sureNames: ReadonlySet<string> = new Set(firstNames);
const maybeNames: ReadonlySet<string> = new Set(firstNamesAndWords);
const places: ReadonlySet<string> = new Set(lists.places);
const beginnings: ReadonlySet<string> = new Set(lists.sentenceStarts);
const particles: ReadonlySet<string> = new Set(lists.particles);
const beforeOtherNames: ReadonlySet<string> = new Set(lists.beforeOtherNames);

/** Compared like this, two ways to write a name are the same. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
}

/** The names in the register that a sentence may say; all as `nameKey` makes them. */
export interface KnownNames {
  readonly names: ReadonlySet<string>;
  /** First names of those that the text also names in full: by itself such a name means nobody else. */
  readonly saidInFull: ReadonlySet<string>;
}

/** What of the register the text in lower case says in full. */
export function knownNamesIn(lower: string, names: ReadonlySet<string>): KnownNames {
  const saidInFull = new Set<string>();
  for (const name of names) {
    const blank = name.indexOf(' ');
    if (blank !== -1 && lower.includes(name)) saidInFull.add(name.slice(0, blank));
  }
  return { names, saidInFull };
}

interface Word {
  readonly text: string;
  readonly lower: string;
  /** Only one blank is between it and the word before. */
  readonly follows: boolean;
}

/** Whether the sentence seems to name somebody but those. */
export function namesSomebody(sentence: string, known: KnownNames): boolean {
  const words = wordsOf(sentence);
  const isAllCapitals = sentence === sentence.toUpperCase();
  let inARow = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) return false;
    if (!word.follows) inARow = 0;
    const knownWords = knownFrom(words, at, known.names);
    if (knownWords > 0) {
      at += knownWords - 1;
      inARow = 0;
      continue;
    }
    if (isFirstNameAt(words, at, isAllCapitals) && !known.saidInFull.has(word.lower)) return true;
    if (isOther(word, at === 0)) inARow = 0;
    else if (isCapitalised(word) || (isShouted(word) && !isAllCapitals)) inARow++;
    else if (!particles.has(word.lower)) inARow = 0;
    if (inARow === 2) return true;
  }
  return false;
}

const wordLetters = 'A-Za-zÀ-ÖØ-öø-ɏ';
const wordPattern = new RegExp(`[${wordLetters}]+(?:['’-][${wordLetters}]+)*`, 'g');

function wordsOf(sentence: string): Word[] {
  let end = -1;
  return Array.from(sentence.matchAll(wordPattern), ({ index, 0: text }) => {
    const follows = index === end + 1 && /[ \u00a0]/.test(sentence[end] ?? '');
    end = index + text.length;
    return { text, lower: lowerCased(text), follows };
  });
}

/** How many words from here on are a known name, or 0. */
function knownFrom(words: readonly Word[], start: number, names: ReadonlySet<string>): number {
  let count = 0;
  let name = '';
  for (let at = start; at < start + 5; at++) {
    const word = words[at];
    if (!word || (at > start && !word.follows)) break;
    name += at > start ? ` ${word.lower}` : word.lower;
    // `Anna Eks` is Anna Ek's.
    if (names.has(name) || (name.endsWith('s') && names.has(name.slice(0, -1)))) count = at - start + 1;
  }
  return count;
}

function isFirstNameAt(words: readonly Word[], at: number, isAllCapitals: boolean): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!word || !isFirstName(word, at > 0 && !isAllCapitals)) return false;
  const isOtherName = word.follows && beforeOtherNames.has(before?.lower ?? '');
  return !isOtherName && !(next?.follows && isPlace(next.lower));
}

/** `Anna`, `ANNA`, `annas`, `Maj-Britt`; a name that also is a word only where a capital letter tells that it is one. */
function isFirstName({ text, lower }: Word, capitalTells: boolean): boolean {
  const isOne = (name: string) => {
    const parts = name.split('-');
    const areNames = parts.every((part) => sureNames.has(part) || maybeNames.has(part));
    return areNames && (parts.some((part) => sureNames.has(part)) || (capitalTells && text !== lower));
  };
  // Also somebody's: `Annas`.
  return isOne(lower) || (lower.endsWith('s') && isOne(lower.slice(0, -1)));
}

function isPlace(lower: string): boolean {
  return lists.placeEnds.some((end) => lower.endsWith(end));
}

/** A place, an organisation, or any word with the capital letter that begins a sentence. */
function isOther({ lower }: Word, isFirst: boolean): boolean {
  return (
    (isFirst && beginnings.has(lower)) ||
    places.has(lower.replace(/s$/, '')) ||
    places.has(lower) ||
    isPlace(lower) ||
    lists.organisationStarts.some((start) => lower.startsWith(start))
  );
}

function isCapitalised({ text, lower }: Word): boolean {
  return text.length > 1 && text[0] !== lower[0] && text[1] === lower[1];
}

/** Shorter ones are rather abbreviations. */
function isShouted({ text }: Word): boolean {
  return text.length > 3 && text === text.toUpperCase();
}
