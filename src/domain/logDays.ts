/** Days to narrow the log by, as somebody types them. */

/** YYYY-MM-DD, both included; without one of them there is no end that way. */
export interface Days {
  readonly fromDate: string | undefined;
  readonly toDate: string | undefined;
}

const date = '\\d{4}(?:-\\d{1,2}(?:-\\d{1,2})?)?';
const part = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
/** A hyphen with blanks around it: without them it is a part of a date. */
const between = new RegExp(`^(${date})(?:\\s*(?:\\.\\.+|[–—])\\s*|\\s+(?:-|till)\\s+)(${date})$`);
const open = new RegExp(
  `^(?:(från|från och med|fr o m|till|till och med|t o m)\\s+)(${date})$|^(${date})\\s*(?:och framåt|–|\\.\\.+)$`,
);

/**
 * A year, a month or a day (`2026`, `2026-3`, `2026-03-14`); from the first of one until the last of another
 * (`2026-01 till 2026-03`, `2026-01-01–2026-03-31`, `2026..2027`); or with one end (`från 2026-03`, `till 2026`). Null when
 * it is none, or the end is before the beginning.
 */
export function daysOf(text: string): Days | null {
  const said = text.trim().toLowerCase();
  const [, first, last] = between.exec(said) ?? [];
  if (first !== undefined && last !== undefined) return stretch(spanOf(first), spanOf(last));
  const [, word, after, onwards] = open.exec(said) ?? [];
  const end = spanOf(after ?? onwards ?? '');
  if (end && word?.startsWith('t')) return { fromDate: undefined, toDate: end.toDate };
  if (end) return { fromDate: end.fromDate, toDate: undefined };
  return spanOf(said);
}

interface Span {
  readonly fromDate: string;
  readonly toDate: string;
}

function stretch(first: Span | null, last: Span | null): Days | null {
  if (!first || !last || first.fromDate > last.toDate) return null;
  return { fromDate: first.fromDate, toDate: last.toDate };
}

function spanOf(text: string): Span | null {
  const [, year, month, day] = part.exec(text) ?? [];
  if (year === undefined) return null;
  try {
    const from = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) },
      { overflow: 'reject' },
    );
    const length = day === undefined ? (month === undefined ? { years: 1 } : { months: 1 }) : { days: 1 };
    return { fromDate: from.toString(), toDate: from.add(length).subtract({ days: 1 }).toString() };
  } catch {
    return null;
  }
}

/** The last `count` days up to and including `today` (YYYY-MM-DD). */
export function lastDays(count: number, today: string): Days {
  const from = Temporal.PlainDate.from(today).subtract({ days: count - 1 });
  return { fromDate: from.toString(), toDate: today };
}
