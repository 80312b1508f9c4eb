/** Finds mail addresses in a text. */
import { unseen } from './letters.ts';
import type { Span } from './spans.ts';

const invisible = new RegExp(`[${unseen}]`, 'g');

/** Two addresses with the same key are the same: only case, composition or what cannot be seen differ. */
export function addressKey(address: string): string {
  return address.normalize('NFC').replace(invisible, '').trim().toLowerCase();
}

/** Also å, ä, ö and the alphabets near ours: no server takes them in the local part, but they name somebody. */
const letter = `A-Za-zÀ-\\u05ff${unseen}`;
const outermost = new RegExp(`[${letter}\\d_]`);
/** RFC 5321, section 4.1.2, a dot-string. */
const localCharacter = new RegExp(`[${letter}\\d!#$%&'*+/=?^\`{|}~_.-]`);
const domain = new RegExp(`@[${letter}\\d](?:[${letter}\\d-]*\\.)+[${letter}]{2,}`, 'y');

/** Those that are not in `known`, which are keys; in the order of the text, not overlapping. */
export function findMailAddresses(text: string, known: ReadonlySet<string>): Span[] {
  const found: Span[] = [];
  let end = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let from = at;
    while (from > end && localCharacter.test(text[from - 1] ?? '')) from--;
    // What belongs to the sentence: ’anna@example.se’, *anna@example.se*.
    while (from < at && !outermost.test(text[from] ?? '')) from++;
    domain.lastIndex = at;
    if (from === at || !domain.test(text)) continue;
    if (!known.has(addressKey(text.slice(from, domain.lastIndex))))
      found.push({ from, to: domain.lastIndex });
    end = domain.lastIndex;
  }
  return found;
}
