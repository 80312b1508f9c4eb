/** Moments as people read them in a message, on the desk's own clock. */
import { months, weekdays } from '../texts/report.ts';
import * as short from '../texts/when.ts';
import { atDesk, deskTimeZone, parseInstant } from './time.ts';

/**
 * `2026-11-21 02:41`, from RFC 3339. Never `20261121-0241`, which has the shape of a personnummer.
 * Throws RangeError when `instant` is not a time.
 */
export function momentText(instant: string): string {
  const at = atDesk(parseInstant(instant));
  return `${at.toPlainDate()} ${clock(at)}`;
}

/** `kl. 07:00 lördag 21 november 2026`, where a person plans by it. Throws as `momentText`. */
export function plannedMomentText(instant: string): string {
  const at = atDesk(parseInstant(instant));
  return `kl. ${clock(at)} ${weekdays[at.dayOfWeek - 1]} ${at.day} ${months[at.month - 1]} ${at.year}`;
}

/** `mån 23 nov 07:00`, the same where there is little room. Throws as `momentText`. */
export function shortMomentText(instant: string): string {
  return `${shortDateText(instant)} ${clock(atDesk(parseInstant(instant)))}`;
}

/** `mån 23 nov`. Throws as `momentText`. */
export function shortDateText(instant: string): string {
  const at = atDesk(parseInstant(instant));
  return `${short.weekdays[at.dayOfWeek - 1]} ${at.day} ${short.months[at.month - 1]}`;
}

/** `02:41` when that is the day of `now`, else `lör 21 nov 02:41`. Both are RFC 3339. Throws as `momentText`. */
export function briefMomentText(instant: string, now: string): string {
  const at = atDesk(parseInstant(instant));
  const today = atDesk(parseInstant(now)).toPlainDate();
  return at.toPlainDate().equals(today) ? clock(at) : shortMomentText(instant);
}

/** `02:41`; in the hour that comes twice also which of the two it is. */
export function clock(at: Temporal.ZonedDateTime): string {
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    at.toPlainDateTime().toZonedDateTime(deskTimeZone, { disambiguation }),
  );
  if (!first || !second || first.equals(second)) return time;
  return `${time} ${at.equals(first) ? short.summerTime : short.winterTime}`;
}
