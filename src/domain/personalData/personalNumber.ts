/**
 * Personnummer and samordningsnummer: what they look like, and which digits can be one.
 *
 * Source: folkbokföringslagen (1991:481), 18 § (date of birth, birth number, check digit; a plus instead of the hyphen
 * from the year in which the person turns a hundred) and 18 a § (samordningsnummer: the day of birth plus 60).
 */

/** Ten or twelve digits in the shape of a personnummer, with a date that somebody can be born on. */
export interface NumberShape {
  readonly isCoordination: boolean;
  /** The year, in full only where the century was written; the month; the day, without the 60. As one number. */
  readonly born: number;
  readonly hasCentury: boolean;
  /** The four last digits read as a time of day. */
  readonly endsAsClock: boolean;
  readonly checkDigitIsRight: boolean;
  /** Grouped as a date and four digits that have nothing to do with each other may be too. */
  readonly isLoose: boolean;
}

const century = '(?:1[89]|20)';
/** Between the date and the birth number. */
const separator = '[ +./-]';
/** Between digits that are written one by one. */
const apart = '[ .-]';
const birthNumber =
  `(?:${separator}?\\d{4}|${separator}\\d\\d[ -]\\d\\d|[+-]\\d{3}[ -]\\d|` +
  `${separator}\\d(?:${apart}\\d){3})`;

const year = `(?:${century}[ -]?)?\\d\\d`;
/** `8 9 0 1 0 1-1234`, as it is spoken. */
const oneByOne = `(?:(?:1${apart}?[89]|2${apart}?0)${apart})?\\d(?:${apart}\\d){5}${birthNumber}`;
/** `811228,9874`, `1981-12-28 (9874)`, `811228 987 4`. */
const loose = new RegExp(
  `^(?:${century}[ -]?)?\\d\\d([/-]?)\\d\\d\\1\\d\\d(?:[,()]\\d{4}| \\d{3} \\d|[+-]\\d \\d{3})$`,
);
const notation = new RegExp(
  [
    // `8901011234`, `19 890101-1234`, `1989-01-01 1234`.
    `^${year}([ ./-]?)\\d\\d\\1\\d\\d${birthNumber}$`,
    // `1989 0101 1234`, but `89 0101-1234` only with its hyphen: other numbers are grouped like that.
    `^${century}\\d\\d[ -]\\d{4}${birthNumber}$`,
    '^\\d\\d[ -]\\d{4}[+-]\\d{4}$',
    `^${oneByOne}$`,
  ].join('|'),
);
/** What begins with a zero and is grouped in any other way is a telephone number: `08-1112 1234`. */
const notationFromZero = new RegExp(
  `^(?:0\\d(?:\\d{8}|\\d{4}${birthNumber}|([ ./-])\\d\\d\\1\\d\\d${separator}\\d{4})|${oneByOne})$`,
);

/**
 * Reads digits with the gaps between them as single signs (`19 890101-1234`). Null when they are grouped in another
 * way, or no date: `today` is YYYYMMDD as a number, and nobody is born after it.
 */
export function numberShape(written: string, today: number): NumberShape | null {
  const fits = written.startsWith('0') ? notationFromZero : notation;
  const isLoose = !fits.test(written);
  if (isLoose && !loose.test(written)) return null;
  const digits = written.replace(/\D/g, '');
  const hasCentury = digits.length === 12;
  const ten = digits.slice(-10);
  const year = Number(digits.slice(0, -8));
  const month = Number(ten.slice(2, 4));
  const day = Number(ten.slice(4, 6));
  const isCoordination = day >= 60;
  const born = year * 10_000 + month * 100 + (isCoordination ? day - 60 : day);
  if (isCoordination ? !isCoordinationDate(month, day) : !isDate(year, month, day)) return null;
  if (hasCentury && born > today) return null;
  const clock = ten.slice(6);
  return {
    isCoordination,
    born,
    hasCentury,
    endsAsClock: /^(?:[01]\d|2[0-3])[0-5]\d$/.test(clock),
    checkDigitIsRight: hasRightCheckDigit(ten),
    isLoose,
  };
}

/** A year of two digits may be of any century: 1900 was no leap year, but 2000 was. */
export function isDate(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/** Where the day of birth is not known, Skatteverket gives out 0 as month or day, and days that the month has not. */
function isCoordinationDate(month: number, day: number): boolean {
  return month <= 12 && day <= 91;
}

/** Luhn's check over ten digits (ISO/IEC 7812-1, annex B). */
function hasRightCheckDigit(ten: string): boolean {
  let sum = 0;
  for (let at = 0; at < 10; at++) {
    const value = Number(ten[at]) * (at % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
