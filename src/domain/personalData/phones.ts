/**
 * Finds telephone numbers in a text as people in Sweden write them: `070-174 06 05`, `031/390 06 12`,
 * `(08) 465 004 00`, `+46 (0)31-390 06 12`, `0046701740605`. Source of lengths and area codes: Post- och
 * telestyrelsen, Svenska nummerplanen för telefoni (E.164).
 */
import type { DigitGroup } from './digitGroups.ts';
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
    if (phone) found.push(phone.found);
    index += phone?.count ?? 1;
  }
  return found;
}

interface Reading {
  readonly found: FoundPhone;
  /** How many groups it takes. */
  readonly count: number;
}

/** Europe's; a sum of `+100 000 000` is no number to ring. */
const countryCode = /^[34]\d/;
const gapsWithin = new Set<string | null>([' ', '-', '/', '(', ')']);

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
    goesOn: ({ gap }) => gapsWithin.has(gap),
  });
}

/** Of two and three digits those that there are; `0701-74 06 05` is an old way to write a mobile number. */
const areaCode = /^0(?:8|1[013689]|2[136]|3[1356]|4[0246]|54|6[03]|7\d|90|[1-79]\d\d)$/;

/** What a national number's digits can be, from its zero. */
const nationalNumber = /^0(?:8\d{6,8}|7\d{8}|[1-69]\d{7,8})$/;
const nobodys = /^0(?:20|77)/;
const clockCue = /(?<!\p{L})kl(?:ockan|\.)?\s{0,2}$/iu;

function nationalFrom(
  text: string,
  groups: readonly DigitGroup[],
  start: number,
  known: ReadonlySet<string>,
): Reading | null {
  const first = groups[start];
  if (!first?.digits.startsWith('0') || nobodys.test(first.digits)) return null;
  if (clockCue.test(text.slice(Math.max(0, first.from - 10), first.from))) return null;
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
  return longest(groups, start, known, {
    isInternational: false,
    key: (all) => all,
    fits: (all) => nationalNumber.test(all),
    goesOn: ({ gap, digits }, place) =>
      gapsWithin.has(gap) &&
      gap !== '(' &&
      (digits.length <= 3 ? digits.length >= 2 : place === 1 && digits.length >= 5),
  });
}

interface Reader {
  readonly isInternational: boolean;
  readonly key: (digits: string) => string;
  readonly fits: (key: string) => boolean;
  /** Whether the group may belong to the number, as its `place`th after the first. */
  readonly goesOn: (group: DigitGroup, place: number) => boolean;
}

const mostDigits = 15;

function longest(
  groups: readonly DigitGroup[],
  start: number,
  known: ReadonlySet<string>,
  { isInternational, key, fits, goesOn }: Reader,
): Reading | null {
  let digits = '';
  let best: Reading | null = null;
  for (let place = 0; ; place++) {
    const group = groups[start + place];
    if (!group || (place > 0 && !goesOn(group, place))) return best;
    digits += group.digits;
    if (digits.length > mostDigits) return best;
    const read = key(digits);
    if (!fits(read)) continue;
    const from = groups[start]?.plus ?? groups[start]?.from ?? 0;
    const isKnown = known.has(read);
    best = { found: { from, to: group.to, isKnown, isInternational }, count: place + 1 };
    if (isKnown) return best;
  }
}
