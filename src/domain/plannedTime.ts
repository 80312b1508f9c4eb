/** From what a tired person types for a time that lies ahead to the moment that it means. */
import { readPlannedDay } from './plannedDay.ts';
import { localTimesIn } from './saidDay.ts';
import { minutesSaid, readTime, withPlainCue } from './saidTime.ts';
import { atDesk, deskTimeZone, formatInstant, parseInstant } from './time.ts';
import { fold, longest } from './when.ts';

/** `at` is RFC 3339 in the desk's local offset, to the second. */
export type PlannedTime =
  /** Strictly after now. */
  | { readonly kind: 'at'; readonly at: string }
  | { readonly kind: 'not-understood' }
  /** A date that has passed, or that time on the day that is said. */
  | { readonly kind: 'past'; readonly at: string }
  /** More than a year ahead. */
  | { readonly kind: 'too-far'; readonly at: string };

/** Longer than this a number alone is more likely a time that lacks a digit: 330. */
const maxBareMinutes = 180;

/**
 * The moment that the text means, typed at `now` (RFC 3339): a length of time ("20 min", "1,5 tim", "om en kvart"),
 * a time of day ("03:30", "0330", "halv fyra"; the next one), or a day with a time ("i morgon 7", "måndag 8",
 * "24/11 8:00"). Case, composition and missing å, ä, ö do not matter.
 *
 * A number alone from 1 to 180 is minutes: `7` is in seven minutes, `07:00` is a time. A number of four digits is a
 * time, unless "om" or + stands before it. With a day, "7" is 07:00. "i morgon" is by the calendar, also at 03:10.
 *
 * A time in the hour that the spring change skips becomes the moment after it, 03:00. In the hour that the autumn
 * change repeats it is the next one after now. Lengths are counted in real time.
 *
 * Throws RangeError when `now` is not a time.
 */
export function parsePlanned(text: string, now: string): PlannedTime {
  const from = atDesk(parseInstant(now));
  const said = withPlainCue(fold(text));
  if (said === '' || said.length > longest) return { kind: 'not-understood' };
  const minutes = minutesAhead(said);
  const moments = minutes === null ? momentsSaid(said, from) : [from.add({ minutes })];
  const ahead = moments.find((moment) => isAfter(moment, from));
  const moment = ahead ?? moments[0];
  if (!moment) return { kind: 'not-understood' };
  const at = formatInstant(moment.toInstant());
  if (!ahead) return { kind: 'past', at };
  return { kind: isAfter(ahead, from.add({ years: 1 })) ? 'too-far' : 'at', at };
}

/** "20", "+20", "om 2 h", "1 tim och 30 min": from now. Null when the text is no length of time. */
function minutesAhead(said: string): number | null {
  const length = said.replace(/^(?:om |\+ ?)/, '');
  if (/^[1-9]\d{0,3}$/.test(length)) {
    return length !== said || Number(length) <= maxBareMinutes ? Number(length) : null;
  }
  const [hours = '', rest] = length.split(/ (?:och )?(?=\d+ ?min)/);
  const minutes = minutesSaid(hours);
  const more = rest === undefined ? 0 : minutesSaid(rest);
  return minutes === null || more === null || minutes + more === 0 ? null : minutes + more;
}

/** The moments that may be meant, in the order in which they are tried. */
function momentsSaid(said: string, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime[] {
  const day = readPlannedDay(said, now.toPlainDateTime());
  const time = readTime(day?.rest ?? said, day ? 'dated' : 'alone');
  if (!time) return [];
  if (day) return (day.span ?? []).flatMap((span) => localTimesIn(span, time.times).flatMap(momentsAt));
  const next = time.times.flatMap((timeOfDay) => nextMoment(timeOfDay, now) ?? []);
  const [earliest] = next.toSorted(Temporal.ZonedDateTime.compare);
  // "halv fyra" is the next one; "kl 9" at ten in the morning may be in eleven hours or in twenty-three.
  return earliest && (time.inWords || earliest === next[0]) ? [earliest] : [];
}

function nextMoment(
  timeOfDay: Temporal.PlainTime,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | undefined {
  return [0, 1]
    .flatMap((days) => momentsAt(now.toPlainDate().add({ days }).toPlainDateTime(timeOfDay)))
    .find((moment) => isAfter(moment, now));
}

/** The moments with this local date and time: one, two when the clocks go back, or the one after a gap. */
function momentsAt(local: Temporal.PlainDateTime): Temporal.ZonedDateTime[] {
  const earlier = local.toZonedDateTime(deskTimeZone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(local)) {
    return [earlier, local.toZonedDateTime(deskTimeZone, { disambiguation: 'later' })];
  }
  const afterGap = earlier.getTimeZoneTransition('next');
  return afterGap ? [afterGap] : [];
}

function isAfter(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): boolean {
  return Temporal.ZonedDateTime.compare(a, b) > 0;
}
