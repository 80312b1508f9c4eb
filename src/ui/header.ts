/** What every top line says: that it is an exercise, and whether everything is saved. */

import { clock, shortMomentText } from '../domain/momentText.ts';
import { atDesk, parseInstant } from '../domain/time.ts';
import { exercise, saved as words } from '../texts/labels.ts';
import { apart, type Line, lineWidth, type Span } from './frame.ts';

/** The mark of an exercise; nothing when it is real. */
export function exerciseMark(isExercise: boolean): Span[] {
  return isExercise ? [{ text: ` ${exercise} `, tone: 'exercise' }] : [];
}

/** `saved` is how it is said that everything is. */
export function savedWords(
  { fault, unsaved }: { readonly fault: unknown; readonly unsaved: readonly unknown[] },
  saved: string = words.all,
): string {
  if (fault) return words.not;
  return unsaved.length > 0 ? words.saving : saved;
}

/**
 * A top line with the time at `now` (RFC 3339) and `saved` to the right. In a narrow window what gives way last is the
 * exercise, and whether all is saved.
 */
export function timedHeader(
  left: Line,
  now: string,
  saved: string,
  mark: readonly Span[],
  columns: number,
): Line {
  const bar = (text: string): Span => ({ text, tone: 'bar' });
  const whole = bar(`${shortMomentText(now)} · `);
  const time = bar(`${clock(atDesk(parseInstant(now)))} · `);
  const last = bar(`${saved} `);
  const fitting = [
    [whole, last, ...mark],
    [whole, last],
    [time, last],
  ].find((each) => lineWidth(left) + lineWidth(each) < columns);
  return apart(left, fitting ?? [last], columns, 'bar');
}
