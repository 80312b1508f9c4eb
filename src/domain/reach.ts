/** Whether a telephone number or an address can be one at all. Whether somebody answers only a try can tell. */

/** Somebody a mail is from or to. `name` may be blank. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/**
 * Digits with the signs people write between them, `+46 31-390 06 12` or `031/390 06 12, 070-174 06 05`; at least
 * three digits, since 112 is a number. No letters: `4,63E+10` is what a spreadsheet makes of a number.
 */
export function isPhoneNumber(text: string): boolean {
  return /^[\d\s+()\-‐‑–./,*#]+$/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 3;
}

/**
 * One plain address (RFC 5321, section 4.1.2, a dot-string as local part): no display name, no comment. The local
 * part is ASCII, since mail servers seldom take anything else, and has no `=?`, as which a mail program may read an
 * encoded word (RFC 2047) and show another address; the domain may have å, ä and ö.
 */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && mailAddress.test(text.normalize('NFC'));
}

const atom = "[\\w!#$%&'*+/=?^`{|}~-]+";
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const mailAddress = new RegExp(
  `^(?=.{1,64}@)(?!.*=\\?)${atom}(?:\\.${atom})*@(?:${label}\\.)+\\p{L}{2,}$`,
  'u',
);
