/** From what people say about time to the moment that they mean, and back to words that cannot be mistaken. */
import * as words from '../texts/when.ts';
import { clock } from './momentText.ts';
import { type DaySpan, localTimesIn, readDay } from './saidDay.ts';
import { minutesAgo, readTime, type SaidTime, withPlainCue } from './saidTime.ts';
import { atDesk, deskTimeZone, formatInstant, parseInstant } from './time.ts';

export interface Understood {
  /** RFC 3339 in the desk's local offset. */
  readonly from: string;
  /** The end of a span, RFC 3339; null for a moment. */
  readonly until: string | null;
  /** Whether the words leave the moment, or the bounds of the span, open by some minutes or hours. */
  readonly approximate: boolean;
}

/** The desk's clock and the caller's may differ so much. */
const clockDifference = { minutes: 5 };
/** Nothing that is understood is longer. */
export const longest = 60;

/**
 * The moment or span that the text means, said at `receivedAt` (RFC 3339). A time without a date is the latest such
 * moment; between the two 02:30 of the autumn change it is the later one that has been. Null when the text is not
 * understood, contains anything else, may mean two things, or names a time that never was or is still to come.
 * Throws RangeError when `receivedAt` is not a time.
 */
export function understandWhen(text: string, receivedAt: string): Understood | null {
  const received = atDesk(parseInstant(receivedAt));
  const said = fold(text);
  if (said === '' || said.length > longest) return null;
  return relativeMoment(said, received) ?? momentOrSpan(said, received);
}

/**
 * When it happened, RFC 3339, where the words say that: the moment, or the beginning of what is still going on. Null
 * for a span such as "i natt", whose beginning is not when it happened.
 */
export function momentOf({ from, until }: Understood, receivedAt: string): string | null {
  return until === null || until === formatInstant(parseInstant(receivedAt)) ? from : null;
}

/** Lower case, a and o for å, ä and ö, single blanks, no full stop at the end. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0308\u030a]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?\.$/, '');
}

const approximation = /\b(?:ca\.?|cirka|c:a|ungefar|runt|omkring|kring|vid) | ungefar\b|[- ]?tiden\b/g;

function relativeMoment(said: string, received: Temporal.ZonedDateTime): Understood | null {
  if (/^(?:just )?nu$/.test(said)) return understood(received, null, false);
  if (/^(?:(?:alldeles|precis|helt) )?nyss$/.test(said)) return understood(received, null, true);
  const minutes = minutesAgo(said.replace(approximation, ''));
  return minutes === null ? null : understood(received.subtract({ minutes }), null, true);
}

function momentOrSpan(said: string, received: Temporal.ZonedDateTime): Understood | null {
  const withoutSince = said.replace(/^(?:sedan|sen) /, '');
  const since = withoutSince !== said;
  const exact = withoutSince.replace(approximation, '');
  const approximate = exact !== withoutSince;
  const rest = withPlainCue(exact);

  const day = readDay(rest, received.toPlainDateTime());
  if (day?.rest === '') {
    const span = day.span && begunSpan(day.span, received);
    return span && understood(span.from, since ? received : span.until, approximate || !span.wholeDay);
  }
  const time = readTime(day?.rest ?? rest, day ? 'dated' : since || approximate ? 'cued' : 'alone');
  if (!time) return null;
  const from = day ? day.span && onlyMoment(time, day.span, received) : latestMoment(time, received);
  if (!from || (since && isAfter(from, received))) return null;
  return understood(from, since ? received : null, approximate);
}

function understood(
  from: Temporal.ZonedDateTime,
  until: Temporal.ZonedDateTime | null,
  approximate: boolean,
): Understood {
  return {
    from: formatInstant(from.toInstant()),
    until: until && formatInstant(until.toInstant()),
    approximate,
  };
}

function isAfter(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): boolean {
  return Temporal.ZonedDateTime.compare(a, b) > 0;
}

/** The span as far as it has come; null when it has not begun. */
function begunSpan(span: DaySpan, received: Temporal.ZonedDateTime) {
  const from = span.from.toZonedDateTime(deskTimeZone);
  const until = span.until.toZonedDateTime(deskTimeZone);
  if (isAfter(from, received)) return null;
  return { from, until: isAfter(until, received) ? received : until, wholeDay: span.wholeDay };
}

/**
 * The moment with this local date and time, if it has been. `future` when it is still to come, `never` when the clocks
 * went forward past it.
 */
function pastMoment(
  local: Temporal.PlainDateTime,
  received: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | 'future' | 'never' {
  const earlier = local.toZonedDateTime(deskTimeZone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(deskTimeZone, { disambiguation: 'later' });
  if (isAfter(earlier, received.add(clockDifference))) return 'future';
  if (!earlier.toPlainDateTime().equals(local)) return 'never';
  return isAfter(later, received) ? earlier : later;
}

/** The latest moment with this time of day; null where that never was, or may be the other one of two. */
function latestMoment(time: SaidTime, received: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  const today = received.toPlainDate();
  const moments = time.times.map((timeOfDay) =>
    [1, 0, -1]
      .map((days) => pastMoment(today.add({ days }).toPlainDateTime(timeOfDay), received))
      .find((moment) => moment !== 'future'),
  );
  const real = moments.filter((moment) => moment instanceof Temporal.ZonedDateTime);
  if (real.length < moments.length) return null;
  const latest = real.reduce((a, b) => (isAfter(a, b) ? a : b));
  // "kl 9" at ten in the evening: an hour ago or thirteen?
  return time.inWords || latest === real[0] ? latest : null;
}

/** The one moment in the span with this time of day; null when there is none, or when there are two. */
function onlyMoment(
  time: SaidTime,
  span: DaySpan,
  received: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | null {
  const moments = localTimesIn(span, time.times)
    .map((local) => pastMoment(local, received))
    .filter((moment) => moment instanceof Temporal.ZonedDateTime);
  return moments.length === 1 ? (moments[0] ?? null) : null;
}

/**
 * What was understood, for the line under the field: day of the week, date and time, and how long ago, such as
 * "i går fre 20 nov 22:00 (4 tim 41 min sedan)". `receivedAt` is RFC 3339.
 */
export function describeWhen(when: Understood, receivedAt: string): string {
  const text = whenText(when, receivedAt);
  if (when.until !== null) return text;
  const minutes = parseInstant(receivedAt).since(parseInstant(when.from), { largestUnit: 'minutes' }).minutes;
  return `${text} (${words.ago(minutes)})`;
}

/** The same without how long ago, for a text that is read later. */
export function whenText(when: Understood, receivedAt: string): string {
  const received = atDesk(parseInstant(receivedAt));
  const from = atDesk(parseInstant(when.from));
  const about = when.approximate ? `${words.about} ` : '';
  const begin = `${dayText(from, received)} ${about}${clock(from)}`;
  if (when.until === null) return begin;
  const until = atDesk(parseInstant(when.until));
  if (when.until === formatInstant(received.toInstant())) return `${begin} – ${words.now}`;
  const midnightAfter = from.toPlainDate().add({ days: 1 }).toPlainDateTime();
  if (until.toPlainDateTime().equals(midnightAfter)) return `${begin}–24:00`;
  return from.toPlainDate().equals(until.toPlainDate())
    ? `${begin}–${clock(until)}`
    : `${begin} – ${dayText(until, received)} ${about}${clock(until)}`;
}

/** "lör 21 nov", "i går fre 20 nov", and with the year when it is another. */
function dayText(moment: Temporal.ZonedDateTime, received: Temporal.ZonedDateTime): string {
  const yesterday = received.toPlainDate().subtract({ days: 1 });
  return [
    ...(moment.toPlainDate().equals(yesterday) ? [words.yesterday] : []),
    words.weekdays[moment.dayOfWeek - 1],
    moment.day,
    words.months[moment.month - 1],
    ...(moment.year === received.year ? [] : [moment.year]),
  ].join(' ');
}
