/** Days to narrow the log by, as somebody types them. */

/** YYYY-MM-DD, both included. */
export interface Days {
  readonly fromDate: string;
  readonly toDate: string;
}

const part = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const between = /\s*(?:\.\.+|\s(?:–|—|-|till)\s)\s*/;

/**
 * A year, a month or a day (`2026`, `2026-3`, `2026-03-14`), or from the first of one until the last of another
 * (`2026-01 till 2026-03`, `2026..2027`). Null when it is none, or the end is before the beginning.
 */
export function daysOf(text: string): Days | null {
  const parts = text.trim().split(between);
  const first = spanOf(parts[0] ?? '');
  const last = spanOf(parts.at(-1) ?? '');
  if (parts.length > 2 || !first || !last) return null;
  return first.fromDate <= last.toDate ? { fromDate: first.fromDate, toDate: last.toDate } : null;
}

function spanOf(text: string): Days | null {
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
