/** Finds personnummer and samordningsnummer among the digits of a text, and weighs what else each may be. */
import { personCue, phoneCue, referenceCue, wordsBefore } from './cues.ts';
import type { DigitGroup, Gap } from './digitGroups.ts';
import { letter, lowerCased } from './letters.ts';
import { type NumberShape, numberShape } from './personalNumber.ts';
import { reserveNumberEnd } from './reserveNumber.ts';
import { overlaps, type Span, within } from './spans.ts';

/** The two that are one, and what only may be. */
export type NumberKind =
  | 'personal-number'
  | 'coordination-number'
  | 'mistyped-number'
  | 'reserve-number'
  | 'number-or-time'
  | 'number-or-phone'
  | 'number-or-reference';

export interface FoundNumber extends Span {
  readonly kind: NumberKind;
}

/** Days as YYYYMMDD, as numbers. From `recent` to `soon` a date with a time of day may be just that. */
export interface Calendar {
  readonly today: number;
  readonly recent: number;
  readonly soon: number;
}

/** In the order of the text, not overlapping, and none that lies within one of `taken`. The groups are the text's. */
export function findNumbers(
  text: string,
  groups: readonly DigitGroup[],
  taken: readonly Span[],
  calendar: Calendar,
): FoundNumber[] {
  const found: FoundNumber[] = [];
  let firstTaken = 0;
  for (const [index, { from }] of groups.entries()) {
    while ((taken[firstTaken]?.to ?? Infinity) <= from) firstTaken++;
    const number =
      numberFrom(text, groups, index, calendar) ?? reserveNumberFrom(text, groups, index, calendar);
    const other = taken[firstTaken];
    if (number === null || (other && within(number, other))) continue;
    const before = found.at(-1);
    if (before && overlaps(before, number)) found[found.length - 1] = bothOf(before, number);
    else found.push(number);
  }
  return found;
}

/**
 * Two ways to read the same digits: it cannot be told which is somebody's number, so all of it is one, and surely if
 * either surely is.
 */
function bothOf(before: FoundNumber, number: FoundNumber): FoundNumber {
  const { kind } = isDoubtful(before) ? number : before;
  return { kind, from: before.from, to: Math.max(before.to, number.to) };
}

function isDoubtful({ kind }: FoundNumber): boolean {
  return kind !== 'personal-number' && kind !== 'coordination-number';
}

/** The number that begins with this group. */
function numberFrom(
  text: string,
  groups: readonly DigitGroup[],
  index: number,
  calendar: Calendar,
): FoundNumber | null {
  const from = groups[index]?.from ?? 0;
  let written = '';
  let digits = 0;
  let found: FoundNumber | null = null;
  for (let next = index; ; next++) {
    const group = groups[next];
    if (!group || digits + group.digits.length > 12) return found;
    if (next > index) {
      const gap = group.gap ?? lastDigitsGap(text, groups[next - 1], group);
      if (gap === null) return found;
      written += gap === '\n' ? ' ' : gap;
    }
    written += group.digits;
    digits += group.digits.length;
    if ((digits !== 10 && digits !== 12) || beginsDate(groups, next)) continue;
    const shape = numberShape(written, calendar.today);
    const kind = shape && kindOf(written, shape, wordsBefore(text, from), calendar);
    if (!kind) continue;
    const number: FoundNumber = { kind, ...withBrackets(text, written, { from, to: group.to }) };
    found = found ? bothOf(number, found) : number;
  }
}

const lastDigitsWords = new RegExp(`^[^\\d]{0,12}(?<![${letter}])(?:sista|slut|avslut)[^\\d]{0,24}$`);

/** As a comma: words between a date and the digits that are said to come last (`811228, sista fyra 9874`). */
function lastDigitsGap(text: string, before: DigitGroup | undefined, group: DigitGroup): Gap | null {
  const isShort = before && group.digits.length === 4 && group.from - before.to <= 40;
  return isShort && lastDigitsWords.test(lowerCased(text.slice(before.to, group.from))) ? ',' : null;
}

/** The number with the brackets that one part of it stands in: `(811228)9874`. */
function withBrackets(text: string, written: string, { from, to }: Span): Span {
  const begins = written.includes(')') && text[from - 1] === '(';
  const ends = written.includes('(') && text[to] === ')';
  return { from: begins ? from - 1 : from, to: ends ? to + 1 : to };
}

function reserveNumberFrom(
  text: string,
  groups: readonly DigitGroup[],
  index: number,
  { today }: Calendar,
): FoundNumber | null {
  const group = groups[index];
  const to = group ? reserveNumberEnd(text, group, today) : null;
  if (!group || to === null || referenceCue.test(wordsBefore(text, group.from))) return null;
  return { kind: 'reserve-number', from: group.from, to };
}

/** Whether the group is the year of `2026-11-21`: before it stands another date, and from it to the next is a span. */
function beginsDate(groups: readonly DigitGroup[], index: number): boolean {
  const [year, month, day] = groups.slice(index, index + 3);
  if (!year || !month || !day || month.gap !== '-' || day.gap !== '-') return false;
  return /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:[012]\d|3[01])$/.test(
    `${year.digits}-${month.digits}-${day.digits}`,
  );
}

/** Null when it surely is something else, or nothing. */
function kindOf(written: string, shape: NumberShape, before: string, calendar: Calendar): NumberKind | null {
  const isCalledOne = personCue.test(before);
  const isDashed = /\d[+-]\d ?\d[ -]?\d ?\d$/.test(written);
  const isTime = !isCalledOne && isLikeTime(shape, calendar);
  const isReference = !isCalledOne && referenceCue.test(before);
  if (shape.isLoose && !shape.checkDigitIsRight) return null;
  if (shape.isLoose && !isCalledOne) {
    const isOther = isReference || phoneCue.test(before) || isRecent(shape, calendar);
    return isOther ? null : 'number-or-reference';
  }
  if (!shape.checkDigitIsRight)
    return (isCalledOne || isDashed) && !isTime && !isReference ? 'mistyped-number' : null;
  if (isTime) return 'number-or-time';
  if (/^0(?:\d{9}|([ .-])\d(?:\1\d){8})$/.test(written) && !isCalledOne) {
    const digits = written.replace(/\D/g, '');
    // The freephone numbers at 020 are nobody's, and nothing is at 00.
    const isCalledPhone = phoneCue.test(before) && !/^0(?:0|20)/.test(digits);
    // It is left to the other finder, which reads no digits one by one.
    if (isCalledPhone && written === digits) return null;
    // Mobile numbers; in what the desk writes, those are more common than people born in 2007.
    if (isCalledPhone || digits.startsWith('07')) return 'number-or-phone';
  }
  if (isReference && !isDashed) return 'number-or-reference';
  return shape.isCoordination ? 'coordination-number' : 'personal-number';
}

/**
 * `20261121-0241`, when that is about now: it may be a time as many write it, or a newborn's number, or that of
 * somebody who is a hundred. To stop a report at night for a time is wrong, and so is to be silent about a person.
 */
function isLikeTime(shape: NumberShape, calendar: Calendar): boolean {
  return !shape.isCoordination && shape.endsAsClock && isRecent(shape, calendar);
}

/** Born about now, or not born: then the date is rather one of what is reported. */
function isRecent({ born, hasCentury }: NumberShape, calendar: Calendar): boolean {
  const inThisCentury = hasCentury ? born : born + Math.floor(calendar.today / 1_000_000) * 1_000_000;
  return inThisCentury >= calendar.recent && inThisCentury <= calendar.soon;
}
