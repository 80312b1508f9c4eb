/** Which incidents a list shows. */
import type { IncidentStatus } from '../domain/incident.ts';
import type { Outcome } from '../domain/rules.ts';
import { deskTimeZone } from '../domain/time.ts';
import { type IncidentListItem, listColumns, placeOf, toListItem } from './derive.ts';
import type { Store } from './store.ts';

/** All that is given must hold. */
export interface ListFilter {
  /** Every word must begin some word of the incident's text; quotes and other signs mean nothing. */
  readonly text?: string | undefined;
  /** The first and last day of receivedAt, YYYY-MM-DD in the desk's calendar, both included. */
  readonly fromDate?: string | undefined;
  readonly toDate?: string | undefined;
  readonly outcome?: Outcome | undefined;
  readonly status?: IncidentStatus | undefined;
  readonly exercise?: boolean | undefined;
  /** At most this many, the newest. */
  readonly limit?: number | undefined;
}

/**
 * The incidents that the filter lets through, newest first, read one by one. Throws RangeError when a date is none,
 * and JournalError.
 */
export function* listIncidents(store: Store, filter: ListFilter): Generator<IncidentListItem> {
  const words = searchWords(filter.text ?? '');
  const table = words ? 'search JOIN incident ON incident.place = search.rowid' : 'incident';
  const place = words ? 'search.rowid' : 'place';
  // Those that are not closed are few and have an index of their own; the plus keeps SQLite from taking another.
  const few = filter.status !== undefined && filter.status !== 'closed';
  const plus = few ? '+' : '';
  const [from, to] = dayRange(filter);
  const conditions: [string, string | number | null][] = [
    ['search MATCH ?', words],
    [`${place} >= ?`, from],
    [`${place} < ?`, to],
    [few ? `status <> 'closed' AND status = ?` : 'status = ?', filter.status ?? null],
    [`${plus}outcome = ?`, filter.outcome ?? null],
    [`${plus}exercise = ?`, filter.exercise === undefined ? null : Number(filter.exercise)],
  ];
  const given = conditions.filter(([, value]) => value !== null);
  const where = given.length > 0 ? `WHERE ${given.map(([condition]) => condition).join(' AND ')}` : '';
  // A negative limit is none.
  const sql = `SELECT ${listColumns} FROM ${table} ${where} ORDER BY ${place} DESC LIMIT ?`;
  const parameters = [...given.map(([, value]) => value ?? ''), filter.limit ?? -1];
  for (const row of store.stream<Record<string, unknown>>(sql, parameters)) yield toListItem(row);
}

/**
 * The text as an FTS5 query, or null when there is nothing to search for. Each word stands within quotes, where
 * nothing is an operator. A word without a letter or a digit is no word to FTS5 either.
 */
function searchWords(text: string): string | null {
  const words = text
    .normalize('NFC')
    .split(/[\s\0]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length > 0 ? words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ') : null;
}

/** From the first place of these days to the first after them; null where there is no end. Throws RangeError. */
export function dayRange({
  fromDate,
  toDate,
}: Pick<ListFilter, 'fromDate' | 'toDate'>): readonly [number | null, number | null] {
  return [fromDate ? startOf(fromDate, 0) : null, toDate ? startOf(toDate, 1) : null];
}

/** The place where the day begins, `days` after the date. */
function startOf(date: string, days: number): number {
  return placeOf(Temporal.PlainDate.from(date).add({ days }).toZonedDateTime(deskTimeZone).epochMilliseconds);
}
