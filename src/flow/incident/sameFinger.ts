/** A key that was pressed twice by mistake. */
import { parseInstant } from '../../domain/time.ts';
import type { Moment } from './turn.ts';

/** So many seconds after a key the same key is the same finger still: nobody has dialled or answered meanwhile. */
const seconds = 2;

/** Whether a key that was pressed at `before`, RFC 3339, and is pressed again now was meant once. */
export function isSameFinger(before: string, { now }: Moment): boolean {
  const passed = parseInstant(before).until(parseInstant(now)).total('seconds');
  return passed >= 0 && passed < seconds;
}
