/** Mail addresses, checked here: the mail library drops a bad one in silence or builds a message to nobody. */
import { cutAtWord } from '../domain/cutAtWord.ts';
import { isMailAddress, type MailAddress } from '../domain/reach.ts';
import { cleanLine } from '../domain/text.ts';

/** A header line may have 998 characters (RFC 5322, section 2.1.1), and one long word in a name cannot be folded. */
const longestName = 100;

/** Ready for a header, or null when there is nobody or the address is no address. */
export function usableAddress(address: MailAddress | null): MailAddress | null {
  const bare = address?.address.trim() ?? '';
  if (address === null || !isMailAddress(bare)) return null;
  return { name: cutAtWord(cleanLine(address.name), longestName), address: bare.normalize('NFC') };
}
