/** Office hours, the next morning, and the days that are not working days. */
import { getHolidays } from 'swedish-holidays';
import { atDesk } from './time.ts';

/** Times of day in the desk's local time, as `HH:MM`. */
export interface DeskHours {
  /** When "till morgonen" is over. */
  readonly morning: string;
  /** Counts as office hours. */
  readonly officeStart: string;
  /** Does not count as office hours any more. */
  readonly officeEnd: string;
}

export const defaultDeskHours: DeskHours = { morning: '07:00', officeStart: '07:00', officeEnd: '17:00' };

/** Days that the law (1989:253) does not count as public holidays, but on which nobody is at the office. */
const eves = ['midsommarafton', 'julafton', 'nyårsafton'];

/**
 * Whether the moment is within office hours: Monday to Friday, except Swedish public holidays and midsommarafton,
 * julafton and nyårsafton.
 */
export function isOfficeHours(instant: Temporal.Instant, hours: DeskHours): boolean {
  const local = atDesk(instant);
  if (local.dayOfWeek > 5 || isDayOff(local.toPlainDate())) return false;
  const time = local.toPlainTime();
  return (
    Temporal.PlainTime.compare(time, Temporal.PlainTime.from(hours.officeStart)) >= 0 &&
    Temporal.PlainTime.compare(time, Temporal.PlainTime.from(hours.officeEnd)) < 0
  );
}

/** The next morning strictly after the moment, right across both clock changes. */
export function nextMorning(instant: Temporal.Instant, hours: DeskHours): Temporal.Instant {
  const local = atDesk(instant);
  const morning = Temporal.PlainTime.from(hours.morning);
  const today = local.withPlainTime(morning).toInstant();
  if (Temporal.Instant.compare(today, instant) > 0) return today;
  return local.add({ days: 1 }).withPlainTime(morning).toInstant();
}

const daysOff = new Map<number, ReadonlySet<string>>();

/** Whether the date is a Swedish public holiday, midsommarafton, julafton or nyårsafton. */
export function isDayOff(date: Temporal.PlainDate): boolean {
  let year = daysOff.get(date.year);
  if (!year) {
    year = new Set(
      getHolidays(date.year)
        .filter((day) => day.isPublicHoliday || eves.includes(day.name.toLowerCase()))
        .map((day) => toPlainDate(day.date)),
    );
    daysOff.set(date.year, year);
  }
  return year.has(date.toString());
}

/** The library gives midnight in the machine's own time zone, so its local parts are the date. */
function toPlainDate(date: Date): string {
  return new Temporal.PlainDate(date.getFullYear(), date.getMonth() + 1, date.getDate()).toString();
}
