/** How long there is left until something falls due. */
import { countdown } from '../texts/countdown.ts';
import { minuteOf } from './time.ts';

/**
 * `om 12 min`, `om 2 h 05 min`, `om 3 dygn`, `nu`, `försenad 5 min`. Counted in minutes of the clock, so that "nu" is
 * the minute in which it falls due and the text changes when the clock on the screen does, never in between. Both are
 * RFC 3339. Throws RangeError when one of them is not a time.
 */
export function countdownText(due: string, now: string): string {
  return countdown(minuteOf(due) - minuteOf(now));
}
