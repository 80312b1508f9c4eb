/** Days that lie ahead, as people say them. All text here is folded: see `fold` in `when.ts`. */
import {
  type DayForm,
  type DaySpan,
  dateOf,
  datePatterns,
  dayReader,
  daysWithoutYear,
  monthNumber,
  nightBefore,
  partOf,
  weekdayNumber,
  weekdayWord,
  wholeDay,
} from './saidDay.ts';

/** The days that may be meant, in order: the first in which the time lies ahead is. */
type Days = readonly DaySpan[];

const partAfter = '(?: (?:pa )?(?<part>bitti|formiddag|eftermiddag|kvall)(?:en)?)?';

const plannedForms: readonly DayForm<Days>[] = [
  {
    // By the calendar also after midnight, as "i går" is: the caller shows the day that was understood.
    pattern: `i ?(?<day>dag|over ?morgon|morgon|morron)${partAfter}`,
    toSpan: ({ day, part }, now) => {
      const days = day === 'dag' ? 0 : day?.startsWith('over') ? 2 : 1;
      return spans(partOf(now.toPlainDate().add({ days }), part === 'bitti' ? 'morgon' : part));
    },
  },
  {
    pattern: 'i ?(?<part>natt|formiddag|eftermiddag|kvall)',
    toSpan: ({ part }, now) => {
      const today = now.toPlainDate();
      // After midnight the night that is, and the one that comes.
      return part === 'natt'
        ? [nightBefore(today), nightBefore(today.add({ days: 1 }))]
        : spans(partOf(today, part));
    },
  },
  {
    pattern: datePatterns.full,
    toSpan: ({ year, month, date }) => spans(wholeDay(dateOf(Number(year), Number(month), Number(date)))),
  },
  ...[datePatterns.slashed, datePatterns.named].map(
    (pattern): DayForm<Days> => ({
      pattern,
      toSpan: ({ weekday, month, date }, now) =>
        spans(wholeDay(nearestDate(now.toPlainDate(), monthNumber(month), Number(date), weekday))),
    }),
  ),
  {
    pattern: `(?:pa )?${weekdayWord}`,
    toSpan: ({ weekday }, now) => {
      const today = now.toPlainDate();
      const days = (weekdayNumber(weekday) - today.dayOfWeek + 7) % 7;
      return [days, days + 7].flatMap((ahead) => spans(wholeDay(today.add({ days: ahead }))));
    },
  },
];

/** The day or part of a day that the text begins or ends with. Null when it has none. */
export const readPlannedDay = dayReader(plannedForms);

function spans(span: DaySpan | null): Days {
  return span ? [span] : [];
}

/**
 * The next such date, if it is not too far off to be said without its year, otherwise the latest one, which has
 * passed. Null when there is none, or when it is another day of the week.
 */
function nearestDate(
  today: Temporal.PlainDate,
  month: number,
  day: number,
  weekday: string | undefined,
): Temporal.PlainDate | null {
  const farthest = today.add({ days: daysWithoutYear });
  const dates = [-1, 0, 1].flatMap((years) => dateOf(today.year + years, month, day) ?? []);
  const next = dates.find((date) => !isBefore(date, today) && !isBefore(farthest, date));
  const date = next ?? dates.findLast((found) => isBefore(found, today));
  return date && (weekday === undefined || date.dayOfWeek === weekdayNumber(weekday)) ? date : null;
}

function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}
