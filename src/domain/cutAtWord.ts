/** Cutting a text short so that it still reads well. */
import { linkingWords } from '../texts/report.ts';
import { graphemes } from './graphemes.ts';

/** Marks and linking words before the ellipsis: "två medarbetare till…". */
const danglingEnd = new RegExp(`(?:[\\s.,;:–-]| (?:${linkingWords.join('|')})(?=$|\\s))+$`, 'i');

/**
 * At most `length` UTF-16 units, cut after a whole word, with an ellipsis where something is missing. A single word
 * that is too long is cut between characters as people see them.
 */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  let cut = '';
  for (const grapheme of graphemes(text.slice(0, length))) {
    if (cut.length + grapheme.length >= length) break;
    cut += grapheme;
  }
  const lastBlank = cut.lastIndexOf(' ');
  const endsAtWord = text[cut.length] === ' ';
  const whole = endsAtWord || lastBlank <= 0 ? cut : cut.slice(0, lastBlank);
  return `${whole.replace(danglingEnd, '')}…`;
}
