/**
 * Finds words about health in a sentence that also seems to name somebody. It is a hint and no more: the lists have the
 * words that reports have, and the names that most people have. A sentence ends with its mark, and at the end of a
 * line unless the next goes on in lower case.
 */
import * as lists from './healthWords.ts';
import { isLetterAt, lowerCased } from './letters.ts';
import { knownNamesIn, namesSomebody } from './names.ts';
import { filledOut, type Span } from './spans.ts';

/** `knownNames` are keys of `nameKey`. In the order of the text, not overlapping. */
export function findHealthBesideName(text: string, knownNames: ReadonlySet<string>): Span[] {
  const lower = lowerCased(text);
  const words = healthWords(lower);
  if (words.length === 0) return [];
  const known = knownNamesIn(lower, knownNames);
  // A word about health is no name, however it is written.
  const rest = filledOut(text, words);
  let sentence: Span = { from: 0, to: 0 };
  let hasName = false;
  return words.filter(({ from }) => {
    if (from >= sentence.to) {
      sentence = sentenceAt(text, sentence.to, from);
      hasName = [sentence, ...sentenceMeant(rest, sentence)].some(({ from, to }) =>
        namesSomebody(rest.slice(from, to), known),
      );
    }
    return hasName;
  });
}

/** `Hon har`, `Hans`: what follows is of whom the sentence before told. Most that staff do is other than this. */
const ofSomebody =
  /^\s{0,8}(?:(?:hon|han|hen)\s(?:har|hade|är|var|blev|blir|fick|får|lider|behöver|bröt|svimmade|avled)|(?:hennes|hans|hens))\s/;
/** Then it rather is of several: `Hon har fyra med influensa.` */
const ofSeveral =
  /\d|(?<![a-zåäö])(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|flera|många|alla|ing(?:en|a)|boende|brukare|omsorgstagare|patienter|personal|avdelning|enhet|grupp)/;

/** The sentence before, where this one begins with somebody it told of: `Anna Berg är hittad. Hon har diabetes.` */
function sentenceMeant(text: string, { from, to }: Span): readonly Span[] {
  const lower = lowerCased(text.slice(from, to));
  if (from === 0 || !ofSomebody.test(lower) || ofSeveral.test(lower)) return [];
  return [sentenceAt(text, Math.max(0, from - longestBefore), from - 1)];
}

/** Whole words of a text in lower case, in its order. To search for one part after the other costs less, when it is
 * done for the first time, than to make one expression of them all. */
function healthWords(lower: string): Span[] {
  const found: Span[] = [];
  const search = (part: string, fits: (at: number) => boolean) => {
    for (let at = lower.indexOf(part); at !== -1; ) {
      let to = at + part.length;
      if (fits(at) && !lists.notHealth.some((other) => lower.startsWith(other, at))) {
        let from = at;
        while (isLetterAt(lower, from - 1)) from--;
        while (isLetterAt(lower, to)) to++;
        found.push({ from, to });
      }
      at = lower.indexOf(part, to);
    }
  };
  const begins = (at: number) => !isLetterAt(lower, at - 1);
  for (const part of lists.healthParts) search(part, () => true);
  for (const start of lists.healthStarts) search(start, begins);
  for (const whole of lists.healthWholes) {
    search(whole, (at) => begins(at) && !isLetterAt(lower, at + whole.length));
  }
  let end = 0;
  return found
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      const isNew = from >= end;
      if (isNew) end = to;
      return isNew;
    });
}

/** More of a sentence than that is not read again for the one behind it. */
const longestBefore = 200;
/** A line that goes on in lower case was broken by a mail program. */
const sentenceEnd = /[.!?](?=\s)|\n(?! {0,8}[a-zß-öø-ÿ])/;
const sentenceEnds = new RegExp(sentenceEnd, 'g');

/** The sentence around `at`, which is not before `earliest`. */
function sentenceAt(text: string, earliest: number, at: number): Span {
  let from = earliest;
  for (const { index } of text.slice(earliest, at).matchAll(sentenceEnds)) from = earliest + index + 1;
  const end = text.slice(at).search(sentenceEnd);
  return { from, to: end === -1 ? text.length : at + end };
}
