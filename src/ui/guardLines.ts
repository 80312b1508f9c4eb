/** What the guard of personal data has found in a text, above it. */
import { cleanLine } from '../domain/text.ts';
import { type Found, isStrong } from '../flow/guard.ts';
import { guard as words } from '../texts/personalData.ts';
import { type Line, line, paragraph } from './frame.ts';

/** What stops the text first; at most `rows` lines, and at least that there is something. */
export function guardLines(found: readonly Found[], columns: number, rows: number): Line[] {
  const lines: Line[] = [];
  for (const [index, each] of found.entries()) {
    const { kind, text } = each;
    const tone = isStrong(each) ? 'alarm' : 'warning';
    const next = paragraph(words.found(kind, cleanLine(text)), columns, tone, '! ', '  ');
    if (index > 0 && lines.length + next.length > rows)
      return [...lines, line(words.more(found.length - index), 'warning')];
    lines.push(...next);
  }
  return lines;
}
