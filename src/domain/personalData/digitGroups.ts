/**
 * The digits of a text and what stands between them, whatever they are written with: a number may come from a scanned
 * page, a spreadsheet or a mail program that dresses it up. Positions are UTF-16 indices into the text as given.
 */

/**
 * What separates two groups, of all its kinds one: blanks, a line break, dashes, or one of the other signs with blanks
 * about. A dash that ends a line, or begins one with no blank behind it, is a dash. A comma stands for all the signs
 * that are in no number written with care (`,`, `:`, `;`), and for several in a row.
 */
export type Gap = ' ' | '\n' | '-' | '+' | '.' | '/' | '(' | ')' | ',';

/** Digits with nothing visible between them. */
export interface DigitGroup {
  /** As 0–9, whatever script they were written in. */
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  /** Between this group and the one before; null when it is something else, or too much, or nothing before. */
  readonly gap: Gap | null;
  /** Where a plus sign stands right before it; null without. */
  readonly plus: number | null;
}

/** Longer than ` - ` with a blank to spare is no longer within one number. */
const longestGap = 4;

/** All groups of digits in the order of the text, in linear time. */
export function digitGroups(text: string): DigitGroup[] {
  const groups: { -readonly [Key in keyof DigitGroup]: DigitGroup[Key] }[] = [];
  // What stands between the digits before and here; null once it cannot be within one number.
  let between: string | null = null;
  let plus: number | null = null;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const next = at + (code > 0xffff ? 2 : 1);
    const sign = signOf(code);
    const before = groups.at(-1);
    if (isDigit(sign)) {
      if (before && between === '') {
        before.digits += sign;
        before.to = next;
      } else {
        const gap = between === null ? null : gapOf(between);
        groups.push({ digits: sign, from: at, to: next, gap, plus });
      }
      between = '';
    } else if (between !== null && sign !== ignored) {
      between = withSign(between, sign);
    }
    if (sign !== ignored) plus = sign === '+' ? at : null;
    at = next;
  }
  return groups;
}

/** What stands between the digits, with one sign more; null when it can no longer be within one number. */
function withSign(between: string, sign: string): string | null {
  // A line is indented, or quoted as mail programs do it: none of that belongs to the text.
  if (between.endsWith('\n') && (sign === ' ' || sign === quote)) return between;
  const isTooMuch = between.length === longestGap || (sign === '\n' && between.includes('\n'));
  return sign === other || sign === quote || isTooMuch ? null : between + sign;
}

/** Blanks about a sign do not matter, but behind the one that begins a line: that makes it a list. */
function gapOf(between: string): Gap | null {
  if (/\n.+ /.test(between)) return null;
  const signs = between.replaceAll(' ', '');
  switch (signs) {
    case '':
      return ' ';
    case ')-':
    case ')\n':
      return ')';
    case '\n(':
      return '(';
    case '\n':
    case '+':
    case '.':
    case '/':
    case '(':
    case ')':
      return signs;
    default:
      if (/^(?:-+\n?|\n-)$/.test(signs)) return '-';
      return /^[,()\n-]+$/.test(signs) ? ',' : null;
  }
}

const ignored = '';
const other = 'x';
const quote = '>';

function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9';
}

/** What a character is read as: a digit, a blank, a line break, a dash, one of `+./(),>`, nothing at all, or other. */
function signOf(code: number): string {
  return code < 0x80 ? (asciiSigns[code] ?? other) : foreignSigns.getOrInsertComputed(code, foreignSign);
}

const asciiSigns = Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[\d+./(),>\n-]/.test(character)) return character;
  if (/[:;|*~=\\[\]]/.test(character)) return ',';
  // A file's name has underscores for blanks.
  return /[\s_]/.test(character) ? ' ' : other;
});

/** Asking Unicode is slow, and a text has few different characters. */
const foreignSigns = new Map<number, string>();

function foreignSign(code: number): string {
  const character = String.fromCodePoint(code);
  // Minus signs, the modifier minus and the hyphen bullet are no dashes to Unicode.
  if (/[\u02d7\u2010-\u2015\u2043\u207b\u208b\u2212]/.test(character)) return '-';
  // Dots in the middle of the line, and the wide one.
  if (/[\xb7\u2022\u2024\u2027\u2219\u22c5\u30fb\uff0e]/.test(character)) return '.';
  if (/[\u2044\u2215\uff0f]/.test(character)) return '/';
  if (/[\ufe62\uff0b]/.test(character)) return '+';
  if (/[\x85\u2028\u2029]/.test(character)) return '\n';
  // A byte order mark is a blank to `\s`, but nothing is seen of it.
  if (/[^\S\ufeff]/.test(character)) return ' ';
  // What is left of Latin letters and of quotation marks, the usual ones: no need to ask.
  if ((code < 0x300 && code !== 0xad) || (code >= 0x2016 && code <= 0x2027)) return other;
  if (/\p{Nd}/u.test(character)) return String(decimalValue(code));
  if (/[\p{Default_Ignorable_Code_Point}\p{M}]/u.test(character)) return ignored;
  return /\p{Pd}/u.test(character) ? '-' : other;
}

/** Unicode keeps the decimal digits of every script in rows of ten, from zero on (The Unicode Standard, 4.6). */
function decimalValue(code: number): number {
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}
