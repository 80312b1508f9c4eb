/**
 * Finds passwords: `lösenord Sommar26`, `lösenordet till datorn är sommar26`, `lösenord: hemlig`. The span is the
 * password alone.
 */
import { letter, lowerCased } from './letters.ts';
import type { Span } from './spans.ts';

const word = `(?:lösenord|password)[${letter}]{0,3}(?:[ ](?:till|för|på|i)[ ][${letter} -]{1,30}?)?`;
/** A byte order mark is a blank to `\s`, but nothing is seen of it. */
const sign = '(?:[^\\s[\\]\\ufffc]|\\ufeff)';
/** All up to the next blank; what ends a sentence is no part of it. */
const password = `${sign}{3,40}(?![.,;:?)”"])${sign}(?=[.,;:?)”"]{0,8}(?!${sign}))`;
/** No password without a digit, or it would be any word, and no time and no date. */
const withDigit = `(?=\\S{0,40}\\d)(?!\\d{1,2}[:.]\\d|\\d{4}-)${password}`;
/** What is said of one that is not told. */
const untold = `(?!(?:byts|bytts?|finns|fås|glömt|hämtas|ligger|lämnas|okänt|saknas|samma|skickas|spärrat|står|ändrat)(?![${letter}]))`;

const passwords = new RegExp(
  `(?<lead>${word}(?:\\s{0,3}[:=]\\s{0,3}${untold}|\\s{1,3}(?:är\\s{1,3})?(?=${withDigit})))(?<password>${password})`,
  'g',
);

/** In the order of the text, not overlapping. */
export function findPasswords(text: string): Span[] {
  const lower = lowerCased(text);
  if (!/lösenord|password/.test(lower)) return [];
  return Array.from(lower.matchAll(passwords), ({ index, 0: all, groups }) => ({
    from: index + (groups?.lead ?? '').length,
    to: index + all.length,
  }));
}
