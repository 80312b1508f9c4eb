/**
 * Reservnummer: what care gives somebody who has no number, or whose number nobody knows. Each region has its own form:
 * a date of birth, and letters and digits where the birth number would be (`19810101-T123`, `19810101-TF12`,
 * `19810101-123T`). The letters are capitals, or anything with a date before it would be one.
 */
import type { DigitGroup } from './digitGroups.ts';
import { isDate } from './personalNumber.ts';

const letterFirst = '[A-ZÅÄÖ](?:\\d|[A-ZÅÄÖ])\\d\\d';
const digitFirst = '\\d\\d(?:\\d[A-ZÅÄÖ]|[A-ZÅÄÖ]\\d)';
const end = '(?![A-Za-zÅÄÖåäö\\d])';
const behindDash = new RegExp(`[+\\u2010-\\u2015\\u2212-](?:${letterFirst}|${digitFirst})${end}`, 'y');
const behindDate = new RegExp(`${letterFirst}${end}`, 'y');

/**
 * Where the reservnummer ends that begins with this group of the text; null when none does. `today` is YYYYMMDD as a
 * number. Without a dash it needs its century.
 */
export function reserveNumberEnd(text: string, { digits, to }: DigitGroup, today: number): number | null {
  const hasCentury = digits.length === 8;
  if (!(hasCentury || digits.length === 6) || !isBirthDate(digits, hasCentury, today)) return null;
  for (const form of hasCentury ? [behindDash, behindDate] : [behindDash]) {
    form.lastIndex = to;
    if (form.test(text)) return form.lastIndex;
  }
  return null;
}

function isBirthDate(digits: string, hasCentury: boolean, today: number): boolean {
  const year = Number(digits.slice(0, -4));
  if (hasCentury && (year < 1800 || Number(digits) > today)) return false;
  return isDate(year, Number(digits.slice(-4, -2)), Number(digits.slice(-2)));
}
