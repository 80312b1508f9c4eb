/** What the guard of personal data has found in a text, above it. */
import { cleanLine } from '../domain/text.ts';
import { type Found, isStrong } from '../flow/guard.ts';
import { guard as words } from '../texts/personalData.ts';
import { type Line, line, paragraph } from './frame.ts';

/** What has been found, what stops the text first: what there is room for in so many rows, and the rest of it. */
export interface GuardLines {
  /** At least what is worst, however little room there is. */
  readonly staying: readonly Line[];
  /** To stand first in what scrolls: nothing is accepted that could not be read. */
  readonly rest: readonly Line[];
}

export function guardLines(found: readonly Found[], columns: number, rows: number): GuardLines {
  const staying: Line[] = [];
  const rest: Line[] = [];
  for (const [index, each] of found.entries()) {
    const { kind, text } = each;
    const tone = isStrong(each) ? 'alarm' : 'warning';
    const next = paragraph(`! ${words.found(kind, cleanLine(text))}`, columns, tone, '', '  ');
    const isFull = rest.length > 0 || (index > 0 && staying.length + next.length > rows);
    (isFull ? rest : staying).push(...next);
  }
  return { staying, rest };
}

/** The same in one row, while it is typed: what may not stand in the report, and what is to be looked at. */
export function typedGuardLine(found: readonly Found[], indent: string): Line | null {
  const [worst] = found;
  if (!worst) return null;
  const kinds = (of: readonly Found[]) => [...new Set(of.map(({ kind }) => words.short(kind)))];
  const text = words.typed(kinds(found.filter(isStrong)), kinds(found.filter((each) => !isStrong(each))));
  return line(indent + text, isStrong(worst) ? 'alarm' : 'warning');
}
