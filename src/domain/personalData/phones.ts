/**
 * Finds telephone numbers in a text as people in Sweden write them: `070-174 06 05`, `031/390 06 12`,
 * `(08) 465 004 00`, `070.174.06.05`, `+46 (0)31-390 06 12`, `0046701740605`. Source of lengths and area codes: Post-
 * och telestyrelsen, Svenska nummerplanen för telefoni (E.164).
 */
import { phoneCue, wordsBefore } from './cues.ts';
import type { DigitGroup } from './digitGroups.ts';
import { letter, lowerCased } from './letters.ts';
import type { Span } from './spans.ts';

export interface FoundPhone extends Span {
  readonly isKnown: boolean;
  /** With a country's code, so that it can be nothing else. */
  readonly isInternational: boolean;
}

/** The same key for a number with and without Sweden's code, however it is grouped. */
export function phoneKey(text: string): string {
  return text
    .replace(/\D/g, '')
    .replace(/^00/, '')
    .replace(/^46(?=\d{7})0?/, '0');
}

/**
 * In the order of the text, not overlapping. A number goes on for as long as it may, or ends where it is one of
 * `known`, which are keys. Numbers that belong to nobody are none: 020 and 077, and short ones like 112 and 1177.
 */
export function findPhones(
  text: string,
  groups: readonly DigitGroup[],
  known: ReadonlySet<string>,
): FoundPhone[] {
  const found: FoundPhone[] = [];
  for (let index = 0; index < groups.length; ) {
    const phone = internationalFrom(groups, index, known) ?? nationalFrom(text, groups, index, known);
    if (phone) found.push({ ...phone.found, from: phone.found.from - bracketBefore(text, groups, index) });
    index += phone?.count ?? 1;
  }
  return found;
}

/** How long the bracket is before an area code in brackets, which belongs to it. */
function bracketBefore(text: string, groups: readonly DigitGroup[], index: number): number {
  return groups[index + 1]?.gap === ')' && text[(groups[index]?.from ?? 0) - 1] === '(' ? 1 : 0;
}

interface Reading {
  readonly found: FoundPhone;
  /** How many groups it takes. */
  readonly count: number;
}

/** Europe's; a sum of `+100 000 000` is no number to ring. */
const countryCode = /^[34]\d/;
const gapsWithin = new Set<string | null>([' ', '\n', '-', '.', '/', '(', ')']);

/** Whether a number may go on over the gap: a dot that has a blank beside it ends a sentence. */
function mayGoOn(before: DigitGroup, { gap, from }: DigitGroup): boolean {
  return gapsWithin.has(gap) && (gap !== '.' || from - before.to === 1);
}

function internationalFrom(
  groups: readonly DigitGroup[],
  start: number,
  known: ReadonlySet<string>,
): Reading | null {
  const first = groups[start];
  if (!first) return null;
  const digits =
    first.plus !== null ? first.digits : /^00[34]\d/.test(first.digits) ? first.digits.slice(2) : '';
  if (!countryCode.test(digits)) return null;
  const isSwedish = digits.startsWith('46');
  return longest(groups, start, known, {
    isInternational: true,
    key: phoneKey,
    fits: (key) => (isSwedish ? nationalNumber.test(key) : key.length >= 10 && key.length <= 12),
    goesOn: () => true,
  });
}

/** Of two and three digits those that there are; `0701-74 06 05` is an old way to write a mobile number. */
const areaCode = /^0(?:8|1[013689]|2[136]|3[1356]|4[0246]|54|6[03]|7\d|90|[1-79]\d\d)$/;

/** What a national number's digits can be, from its zero. */
const nationalNumber = /^0(?:8\d{6,8}|7\d{8}|[1-69]\d{7,8})$/;
const nobodys = /^0(?:20|77)/;
const clockCue = new RegExp(`(?<![${letter}])kl(?:ockan|\\.)?\\s{0,2}$`);

function nationalFrom(
  text: string,
  groups: readonly DigitGroup[],
  start: number,
  known: ReadonlySet<string>,
): Reading | null {
  const first = groups[start];
  if (!first) return null;
  if (!first.digits.startsWith('0')) return withoutZeroFrom(text, groups, start, known);
  if (nobodys.test(first.digits)) return null;
  if (clockCue.test(lowerCased(text.slice(Math.max(0, first.from - 10), first.from)))) return null;
  const key = first.digits;
  // Eight digits in a row are rather a date.
  if (nationalNumber.test(key) && key.length > 8) {
    const found = { from: first.from, to: first.to, isKnown: known.has(key), isInternational: false };
    return { found, count: 1 };
  }
  const next = groups[start + 1];
  if (!next || !areaCode.test(key)) return null;
  // `0241 100 000` is a time, and how many.
  const isThousands = next.digits.length === 3 && groups[start + 2]?.digits.length === 3;
  if (next.gap === ' ' && key.length === 4 && isThousands) return null;
  // `08.15` is a time.
  if (next.gap === '.' && next.digits.length === 2 && key === '08') return null;
  return longest(groups, start, known, {
    isInternational: false,
    key: (all) => all,
    fits: (all) => nationalNumber.test(all),
    goesOn: ({ gap, digits }, place) =>
      gap !== '(' && (digits.length <= 3 ? digits.length >= 2 : place === 1 && digits.length >= 5),
  });
}

/** `tel: 707123456`: of a contact card whose zero a spreadsheet took. Only a word before tells what it is. */
function withoutZeroFrom(
  text: string,
  groups: readonly DigitGroup[],
  start: number,
  known: ReadonlySet<string>,
): Reading | null {
  const first = groups[start];
  if (!first || !/^(?:7[02369]\d?|[1-9]\d{8})$/.test(first.digits)) return null;
  if (!phoneCue.test(wordsBefore(text, first.from))) return null;
  return longest(groups, start, known, {
    isInternational: false,
    key: (digits) => `0${digits}`,
    fits: (key) => key.length === 10 && nationalNumber.test(key),
    goesOn: ({ gap, digits }) => gap !== '(' && digits.length >= 2,
  });
}

interface Reader {
  readonly isInternational: boolean;
  readonly key: (digits: string) => string;
  readonly fits: (key: string) => boolean;
  /** Whether a group behind a gap as within a number may belong to it, as its `place`th after the first. */
  readonly goesOn: (group: DigitGroup, place: number) => boolean;
}

const mostDigits = 15;

function longest(
  groups: readonly DigitGroup[],
  start: number,
  known: ReadonlySet<string>,
  { isInternational, key, fits, goesOn }: Reader,
): Reading | null {
  const from = groups[start]?.plus ?? groups[start]?.from ?? 0;
  let digits = '';
  let best: Reading | null = null;
  let isWhole = false;
  for (let place = 0; ; place++) {
    const group = groups[start + place];
    const before = place > 0 ? groups[start + place - 1] : undefined;
    if (!group || (before && !(mayGoOn(before, group) && goesOn(group, place)))) return best;
    // What may be whole at the end of a line ends there, unless the register knows better.
    if (best && group.gap === '\n') isWhole = true;
    digits += group.digits;
    if (digits.length > mostDigits) return best;
    const read = key(digits);
    const isKnown = known.has(read);
    if (!fits(read) || (isWhole && !isKnown)) continue;
    best = { found: { from, to: group.to, isKnown, isInternational }, count: place + 1 };
    if (isKnown) return best;
  }
}
