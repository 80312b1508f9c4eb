/** Moments as the desk writes them: RFC 3339 in Europe/Stockholm's offset at that moment. */

export const deskTimeZone = 'Europe/Stockholm';

const rfc3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/** Whether the text is a moment by RFC 3339, section 5.6, with an offset. */
export function isInstant(text: string): boolean {
  if (!rfc3339.test(text)) return false;
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

/** Reads RFC 3339 with an offset. Throws RangeError on anything else. */
export function parseInstant(text: string): Temporal.Instant {
  if (!rfc3339.test(text)) throw new RangeError(`not RFC 3339: ${text}`);
  return Temporal.Instant.from(text);
}

/** Below zero when `a` is before `b`, above when it is after. Both are RFC 3339; throws as `parseInstant`. */
export function compareInstants(a: string, b: string): number {
  return Temporal.Instant.compare(parseInstant(a), parseInstant(b));
}

/** RFC 3339 as milliseconds since 1970; what has no time comes after everything that has. Throws as `parseInstant`. */
export function momentOrNever(instant: string | null): number {
  return instant === null ? Number.POSITIVE_INFINITY : parseInstant(instant).epochMilliseconds;
}

/** So many whole minutes after the moment, as `formatInstant` writes it. */
export function inMinutes(
  instant: string,
  minutes: number,
  to: Parameters<typeof formatInstant>[1] = 'second',
): string {
  return formatInstant(parseInstant(instant).add({ minutes }), to);
}

/** The minute of the clock that the moment is in, counted from 1970: every offset is of whole minutes. */
export function minuteOf(instant: string): number {
  return Math.floor(parseInstant(instant).epochMilliseconds / 60_000);
}

/** The moment on the desk's own clock and calendar. */
export function atDesk(instant: Temporal.Instant): Temporal.ZonedDateTime {
  return instant.toZonedDateTimeISO(deskTimeZone);
}

/** RFC 3339 in the desk's local offset, to the second or the millisecond (the rest is cut off). */
export function formatInstant(instant: Temporal.Instant, to: 'second' | 'millisecond' = 'second'): string {
  return atDesk(instant).toString({
    timeZoneName: 'never',
    calendarName: 'never',
    smallestUnit: to,
    roundingMode: 'trunc',
  });
}
