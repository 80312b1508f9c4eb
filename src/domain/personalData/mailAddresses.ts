/** Finds mail addresses in a text, also those written for no machine to find: `anna (at) example punkt se`. */
import { lowerCased, unseen } from './letters.ts';
import type { Span } from './spans.ts';

const invisible = new RegExp(`[${unseen}]`, 'g');

/** Two addresses with the same key are the same: only case, composition or what cannot be seen differ. */
export function addressKey(address: string): string {
  return address.normalize('NFC').replace(invisible, '').trim().toLowerCase();
}

/** In lower case. Also å, ä, ö and the alphabets near ours: no server takes them in the local part, but they name somebody. */
const letter = `a-zÀ-\\u05ff${unseen}`;
const outermost = new RegExp(`[${letter}\\d_]`);
/** RFC 5321, section 4.1.2, a dot-string. */
const localCharacter = new RegExp(`[${letter}\\d!#$%&'*+/=?^\`{|}~_.-]`);
/** RFC 5321, section 4.5.3.1.1. */
const longestLocal = 64;

const blank = '[ \\u00a0]?';
/** A word that stands for a sign, in brackets or, where it is no other word, by itself. */
const inBrackets = (words: string) => `[([{]${blank}(?:${words})${blank}[)\\]}]`;
const at = `${blank}(?:@|${inBrackets('at|snabel-?a|@')}|(?<![${letter}-])snabel-?a(?![${letter}-]))${blank}`;
const dot = `(?:\\.|${blank}${inBrackets('dot|punkt|\\.')}${blank}|${blank}(?<![${letter}])(?:dot|punkt)(?![${letter}])${blank})`;
const ats = new RegExp(at, 'g');
const dots = new RegExp(dot, 'g');
const domain = new RegExp(`[${letter}\\d](?:[${letter}\\d-]{0,63}?${dot}){1,8}[${letter}]{2,}`, 'y');

/** Where none of these is, nothing is to be looked for. */
const core = /@|snabel|[([{][ \u00a0]?at/;

/** Those that are not in `known`, which are keys; in the order of the text, not overlapping. */
export function findMailAddresses(text: string, known: ReadonlySet<string>): Span[] {
  const lower = lowerCased(text);
  if (!core.test(lower)) return [];
  const found: Span[] = [];
  let end = 0;
  for (const { index, 0: sign } of lower.matchAll(ats)) {
    const earliest = Math.max(end, index - longestLocal);
    let from = index;
    while (from > earliest && localCharacter.test(lower[from - 1] ?? '')) from--;
    // What belongs to the sentence: ’anna@example.se’, *anna@example.se*.
    while (from < index && !outermost.test(lower[from] ?? '')) from++;
    domain.lastIndex = index + sign.length;
    if (from >= index || !domain.test(lower)) continue;
    const to = domain.lastIndex;
    const address = `${lower.slice(from, index)}@${lower.slice(index + sign.length, to).replace(dots, '.')}`;
    if (!known.has(addressKey(address))) found.push({ from, to });
    end = to;
  }
  return found;
}
