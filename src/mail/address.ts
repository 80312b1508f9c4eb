/** Mail addresses, checked here: the mail library drops a bad one in silence or builds a message to nobody. */
import { domainToASCII } from 'node:url';
import { cutAtWord } from '../domain/cutAtWord.ts';
import { isMailAddress, type MailAddress } from '../domain/reach.ts';
import { cleanLine } from '../domain/text.ts';

/** A header line may have 998 characters (RFC 5322, section 2.1.1), and one long word in a name cannot be folded. */
const longestName = 100;

/**
 * How encoded words begin (RFC 2047, section 2). Readers decode them also where none can stand, within quotes and in
 * addresses, and would show what nobody has looked at: somebody else's address, or controls.
 */
export const encodedWord = '=?';

/** As a server without SMTPUTF8 takes it (RFC 5890 for the domain); null when it can be no address. */
export function asciiAddress(address: string): string | null {
  if (!isMailAddress(address)) return null;
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1).normalize('NFC'));
  return domain === '' ? null : `${address.slice(0, at)}@${domain}`;
}

/** Ready for a header, or null when there is nobody or the address is no address. */
export function usableAddress(address: MailAddress | null): MailAddress | null {
  const bare = asciiAddress(address?.address.trim() ?? '');
  if (address === null || bare === null) return null;
  const name = cleanLine(address.name).replaceAll(encodedWord, '= ?');
  return { name: cutAtWord(name, longestName), address: bare };
}
