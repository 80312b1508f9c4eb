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
    year = daysOffIn(date.year);
    daysOff.set(date.year, year);
  }
  return year.has(date.toString());
}

function daysOffIn(year: number): ReadonlySet<string> {
  // The library throws where it has no Easter. A mistyped year must not stop an assessment.
  if (year < 1582 || year > 8702) return new Set();
  const dates = getHolidays(year)
    .filter((day) => day.isPublicHoliday || eves.includes(day.name.toLowerCase()))
    .map((day) => toDateText(day.date));
  // The library has nationaldagen in every year; it is a public holiday since 2005 (SFS 2004:1320).
  return new Set(year < 2005 ? dates.filter((date) => !date.endsWith('-06-06')) : dates);
}

const dayLength = 24 * 60 * 60 * 1000;

/**
 * The library gives midnight UTC, give or take the hour of a clock change in the machine's own time zone, and its
 * local parts are the day before west of Greenwich. The nearest midnight UTC is the date, whatever the machine.
 */
function toDateText(date: Date): string {
  return new Date(Math.round(date.getTime() / dayLength) * dayLength).toISOString().slice(0, 10);
}
