/** Mail addresses, checked here: the mail library drops a bad one in silence or builds a message to nobody. */
import { cutAtWord } from '../domain/cutAtWord.ts';
import { cleanLine } from '../domain/text.ts';

/** Somebody a mail is from or to. `name` may be blank. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** RFC 5322, section 3.2.3, dot-atom, in ASCII: what lies outside it is not taken by every server on the way. */
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
/** RFC 1123, section 2.1, and letters like å, which the mail library turns into punycode. */
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** A header line may have 998 characters (RFC 5322, section 2.1.1), and one long word in a name cannot be folded. */
const longestName = 100;

/** Whether the text is one address and nothing else. RFC 5321, section 4.5.3.1, for the lengths. */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  return (
    at > 0 &&
    text.length <= 254 &&
    local.length <= 64 &&
    localPart.test(local) &&
    domain
      .normalize('NFC')
      .split('.')
      .every((label) => domainLabel.test(label))
  );
}

/** Ready for a header, or null when there is nobody or the address is no address. */
export function usableAddress(address: MailAddress | null): MailAddress | null {
  const bare = address?.address.trim() ?? '';
  if (address === null || !isMailAddress(bare)) return null;
  return { name: cutAtWord(cleanLine(address.name), longestName), address: bare.normalize('NFC') };
}
