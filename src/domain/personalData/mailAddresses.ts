/** Finds mail addresses in a text. */
import type { Span } from './spans.ts';

/** Two addresses with the same key are the same: only case, composition or what cannot be seen differ. */
export function mailKey(address: string): string {
  return address
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFC')
    .trim()
    .toLowerCase();
}

/** Also å, ä and ö: no server takes them in the local part, but they name somebody all the same. */
const letter = '\\p{L}\\p{M}\\p{N}\\p{Default_Ignorable_Code_Point}';
/** RFC 5321, section 4.1.2, a dot-string. */
const localCharacter = new RegExp(`[${letter}!#$%&'*+/=?^\`{|}~_.-]`, 'u');
const outermost = new RegExp(`[${letter}_]`, 'u');
const domain = new RegExp(`@[${letter}](?:[${letter}-]*\\.)+\\p{L}{2,}`, 'uy');

/** Those that are not in `known`, which are keys; in the order of the text, not overlapping. */
export function findMailAddresses(text: string, known: ReadonlySet<string>): Span[] {
  const found: Span[] = [];
  let end = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let from = at;
    while (from > end && localCharacter.test(characterBefore(text, from))) {
      from -= characterBefore(text, from).length;
    }
    // What belongs to the sentence: ’anna@example.se’, *anna@example.se*.
    while (from < at && !outermost.test(String.fromCodePoint(text.codePointAt(from) ?? 0))) from++;
    domain.lastIndex = at;
    if (from === at || !domain.test(text)) continue;
    if (!known.has(mailKey(text.slice(from, domain.lastIndex)))) found.push({ from, to: domain.lastIndex });
    end = domain.lastIndex;
  }
  return found;
}

function characterBefore(text: string, index: number): string {
  const low = text[index - 1] ?? '';
  return low >= '\udc00' && low <= '\udfff' ? text.slice(index - 2, index) : low;
}
