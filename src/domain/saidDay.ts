/** Days and parts of days as people say them. All text here is folded: see `fold` in `when.ts`. */

/** A stretch of the desk's local time; `until` is not part of it. */
export interface DaySpan {
  readonly from: Temporal.PlainDateTime;
  readonly until: Temporal.PlainDateTime;
  /** A whole day has its bounds by the calendar; those of "i kväll" are this program's. */
  readonly wholeDay: boolean;
}

/** Hours counted from midnight. Wide, and overlapping, since people differ: never narrower than what was meant. */
const partsOfDay: Readonly<Record<string, readonly [number, number]>> = {
  morse: [4, 10],
  morgon: [4, 10],
  formiddag: [9, 12],
  eftermiddag: [12, 18],
  kvall: [17, 24],
};
const nightBegins = 22;
const nightEnds = 6;
/** Until this hour somebody on a night shift says "i kväll" or "i eftermiddags" about the day before. */
const dayBegins = 5;
/** Without a year, a date farther off than this is more likely a slip than meant. */
export const daysWithoutYear = 180;

const weekdays = ['man', 'tis', 'ons', 'tor', 'fre', 'lor', 'son'];
const months = [
  'jan(?:uari)?',
  'feb(?:ruari)?',
  'mars?',
  'apr(?:il)?',
  'maj',
  'juni?',
  'juli?',
  'aug(?:usti)?',
  'sept?(?:ember)?',
  'okt(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
];

type Groups = Readonly<Record<string, string | undefined>>;

/** One way to say a day; what it stands for may be one span, or several to choose from. */
export interface DayForm<Days> {
  readonly pattern: string;
  /** Null when there is no such day, or when it is not clear which one is meant. */
  readonly toSpan: (said: Groups, now: Temporal.PlainDateTime) => Days | null;
}

const partWord = 'natt|morse|morgon|formiddag|eftermiddag|kvall';
const partAfter = `(?: (?:pa )?(?<part>${partWord})(?:en|s)?)?`;
/** A day of the week: "man", "mandag", "mandagen", "mandags". */
export const weekdayWord = `(?<weekday>${weekdays.join('|')})s?(?:dag(?:en)?)?`;
const weekdayBefore = `(?:${weekdayWord} )?(?:den )?`;
/** "20 november 2025" may be a year or 20:25, and neither is a guess to make; "kl 2025" is a time. */
const notAYear = '(?! 20\\d\\d$)';

/** Dates with the groups `date`, `month` (for `monthNumber`), and `year` or perhaps `weekday`. */
export const datePatterns = {
  full: '(?<year>\\d{4})-(?<month>\\d{2})-(?<date>\\d{2})',
  slashed: `${weekdayBefore}(?<date>\\d{1,2})/(?<month>\\d{1,2})${notAYear}`,
  named: `${weekdayBefore}(?<date>\\d{1,2})(?::[ae])? (?<month>${months.join('|')})\\.?${notAYear}`,
} as const;

const dayForms: readonly DayForm<DaySpan>[] = [
  {
    // Not "i morgon": that is still to come.
    pattern: 'i ?(?<part>natt|morse|formiddag|eftermiddag|kvall)s?',
    toSpan: ({ part }, now) => {
      const today = now.toPlainDate();
      // Late in the evening it may be the night that begins or the one that was.
      if (part === 'natt') return now.hour < nightBegins ? nightBefore(today) : null;
      const dayBefore = now.hour < dayBegins && (part === 'eftermiddag' || part === 'kvall');
      return partOf(dayBefore ? today.subtract({ days: 1 }) : today, part);
    },
  },
  {
    pattern: `i ?(?<day>dag|gar|forrgar)${partAfter}`,
    toSpan: ({ day, part }, now) => {
      const back = day === 'dag' ? 0 : day === 'gar' ? 1 : 2;
      const date = now.toPlainDate().subtract({ days: back });
      if (part !== 'natt') return partOf(date, part);
      // The night to that day or the night after it: people mean either, so it is both.
      return back === 0 ? null : { ...nightBefore(date), until: nightBefore(date.add({ days: 1 })).until };
    },
  },
  {
    pattern: `i (?<weekday>${weekdays.join('|')})s?dags${partAfter}`,
    toSpan: ({ weekday, part }, now) => {
      const today = now.toPlainDate();
      const back = (today.dayOfWeek - weekdayNumber(weekday) + 7) % 7 || 7;
      return part === 'natt' ? null : partOf(today.subtract({ days: back }), part);
    },
  },
  {
    pattern: datePatterns.full,
    toSpan: ({ year, month, date }) => wholeDay(dateOf(Number(year), Number(month), Number(date))),
  },
  {
    pattern: datePatterns.slashed,
    toSpan: ({ weekday, month, date }, now) =>
      wholeDay(latestDate(now, monthNumber(month), Number(date), weekday)),
  },
  {
    pattern: datePatterns.named,
    toSpan: ({ weekday, month, date }, now) =>
      wholeDay(latestDate(now, monthNumber(month), Number(date), weekday)),
  },
];

export interface SaidDay<Days> {
  /** Null when the day is not understood. */
  readonly span: Days | null;
  /** What is said besides the day; blank when nothing is. */
  readonly rest: string;
}

type DayReader<Days> = (text: string, now: Temporal.PlainDateTime) => SaidDay<Days> | null;

/** Reads the day or part of a day that a text begins or ends with, in the first of the forms that fits. */
export function dayReader<Days>(forms: readonly DayForm<Days>[]): DayReader<Days> {
  const compiled = forms.map(({ pattern, toSpan }) => ({
    first: new RegExp(`^${pattern}(?: (?<rest>.*))?$`),
    last: new RegExp(`^(?<rest>.*?) ${pattern}$`),
    toSpan,
  }));
  return (text, now) => {
    for (const { first, last, toSpan } of compiled) {
      const groups = (first.exec(text) ?? last.exec(text))?.groups;
      if (groups) return { span: toSpan(groups, now), rest: groups.rest ?? '' };
    }
    return null;
  };
}

/** The day or part of a day, not after today, that the text begins or ends with. Null when it has none. */
export const readDay = dayReader(dayForms);

/** Every local time in the span that has one of these times of day. */
export function localTimesIn(span: DaySpan, times: readonly Temporal.PlainTime[]): Temporal.PlainDateTime[] {
  const first = span.from.toPlainDate();
  const dates = first.until(span.until.toPlainDate()).days + 1;
  return Array.from({ length: dates }, (_, days) => first.add({ days }))
    .flatMap((date) => times.map((timeOfDay) => date.toPlainDateTime(timeOfDay)))
    .filter(
      (local) =>
        Temporal.PlainDateTime.compare(local, span.from) >= 0 &&
        Temporal.PlainDateTime.compare(local, span.until) < 0,
    );
}

/** The part of the date, or the whole of it when no part is said. Null for a word that is no part of a day. */
export function partOf(date: Temporal.PlainDate, part: string | undefined): DaySpan | null {
  if (part === undefined) return wholeDay(date);
  const hours = partsOfDay[part];
  if (!hours) return null;
  const midnight = date.toPlainDateTime();
  return {
    from: midnight.add({ hours: hours[0] }),
    until: midnight.add({ hours: hours[1] }),
    wholeDay: false,
  };
}

export function wholeDay(date: Temporal.PlainDate | null): DaySpan | null {
  if (!date) return null;
  return { from: date.toPlainDateTime(), until: date.add({ days: 1 }).toPlainDateTime(), wholeDay: true };
}

/** The night that ends on the morning of this date. */
export function nightBefore(date: Temporal.PlainDate): DaySpan {
  const midnight = date.toPlainDateTime();
  return {
    from: midnight.subtract({ hours: 24 - nightBegins }),
    until: midnight.add({ hours: nightEnds }),
    wholeDay: false,
  };
}

/** From 1 for "man". */
export function weekdayNumber(name: string | undefined): number {
  return weekdays.indexOf(name ?? '') + 1;
}

/** From 1 for "januari", "jan" or "01"; 0 for no month. */
export function monthNumber(name: string | undefined): number {
  if (/^\d+$/.test(name ?? '')) return Number(name);
  return months.findIndex((month) => new RegExp(`^${month}$`).test(name ?? '')) + 1;
}

/** The date, or null when the calendar has none such. */
export function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** The latest such date, this year or last; null when that is long ago, or was another day of the week. */
function latestDate(
  now: Temporal.PlainDateTime,
  month: number,
  day: number,
  weekday: string | undefined,
): Temporal.PlainDate | null {
  const today = now.toPlainDate();
  const earliest = today.subtract({ days: daysWithoutYear });
  const date = [now.year, now.year - 1]
    .map((year) => dateOf(year, month, day))
    .find(
      (found) =>
        found &&
        Temporal.PlainDate.compare(found, today) <= 0 &&
        Temporal.PlainDate.compare(found, earliest) >= 0,
    );
  return date && (weekday === undefined || date.dayOfWeek === weekdayNumber(weekday)) ? date : null;
}
