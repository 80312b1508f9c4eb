/** Moments where there is little room. */
import { clock, shortMomentText } from '../../domain/momentText.ts';
import { atDesk, parseInstant } from '../../domain/time.ts';

/** `02:52` on the same day, else with its date. Both are RFC 3339. */
export function briefMoment(instant: string, now: string): string {
  const at = atDesk(parseInstant(instant));
  const isToday = at.toPlainDate().equals(atDesk(parseInstant(now)).toPlainDate());
  return isToday ? clock(at) : shortMomentText(instant);
}
