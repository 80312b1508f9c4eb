/** Which incidents a list shows, in which order, and how many they are. */
import type { IncidentListItem } from '../domain/incidentListItem.ts';
import type { LogFilter, LogOrder } from '../domain/logFilter.ts';
import { deskTimeZone } from '../domain/time.ts';
import type { Connection } from './connection.ts';
import { listColumns, placeOf, toListItem } from './derive.ts';
import { searchQuery } from './searchQuery.ts';
import type { Store } from './store.ts';

export interface ListFilter extends LogFilter {
  /** The newest first where it is not given. */
  readonly order?: LogOrder | undefined;
  /** From the other end. */
  readonly reversed?: boolean | undefined;
  /** After so many that are not given. */
  readonly offset?: number | undefined;
  /** At most this many. */
  readonly limit?: number | undefined;
}

/** A part of a statement, with its parameters. */
interface Sql {
  readonly text: string;
  readonly parameters: readonly (string | number)[];
}

/**
 * The incidents that the filter lets through, read one by one. Throws RangeError when a date is none, and JournalError.
 */
export function* listIncidents(store: Store, filter: ListFilter): Generator<IncidentListItem> {
  const { from, column, where, join } = selection(filter);
  // A negative limit is none.
  const { order = 'newest', reversed = false, limit = -1, offset = 0 } = filter;
  const facts = byPlace(order) ? '' : `${join} fact ON fact.place = incident.place`;
  const waited = byPlace(order) ? '' : `, ${secondsOf(order)} AS waited`;
  const sql = `SELECT ${listColumns} ${waited} FROM ${from} ${facts} ${where.text}
    ORDER BY ${orderBy(order, reversed, column)} LIMIT ? OFFSET ?`;
  const parameters = [...where.parameters, limit, offset];
  for (const row of store.stream<Record<string, unknown>>(sql, parameters)) yield toListItem(row);
}

/** How many the filter lets through. Throws RangeError when a date is none, and SQLite's error. */
export function countIncidents({ prepare }: Connection, filter: LogFilter): number {
  const { alone, where } = selection(filter);
  return Number(
    prepare(`SELECT count(*) AS count FROM ${alone} ${where.text}`).get(...where.parameters)?.count,
  );
}

/**
 * How many come before the incident in the list, newest or oldest first; null when the filter does not let it through,
 * or the order is another. Throws as `countIncidents`.
 */
export function positionOf(
  connection: Connection,
  id: string,
  filter: LogFilter,
  order: LogOrder,
): number | null {
  const place = connection.prepare('SELECT place FROM incident WHERE id = ?').get(id)?.place;
  if (place === undefined || !byPlace(order)) return null;
  const { alone, where, column } = selection(filter);
  const count = (condition: string) =>
    connection
      .prepare(
        `SELECT count(*) AS count FROM ${alone} ${and(where.text)} ${column} ${condition} ${placeParameter}`,
      )
      .get(...where.parameters, place)?.count;
  return count('=') === 0 ? null : Number(count(order === 'newest' ? '>' : '<'));
}

/** Numbers are bound as REAL, and FTS5 takes a REAL for no limit at all. */
const placeParameter = 'CAST(? AS INTEGER)';

/** What is equal is in the order of its places too, so that every incident has one place in the list. */
function orderBy(order: LogOrder, reversed: boolean, column: string): string {
  const descending = (order === 'oldest') === reversed ? 'DESC' : 'ASC';
  if (byPlace(order)) return `${column} ${descending}`;
  return `${secondsOf(order)} ${descending}, fact.place ${descending}`;
}

/** What an order that is not by place is by. */
function secondsOf(order: LogOrder): string {
  return order === 'slowest-decision' ? 'fact.decided_after' : 'fact.director_reached_after';
}

function byPlace(order: LogOrder): boolean {
  return order === 'newest' || order === 'oldest';
}

function and(where: string): string {
  return where === '' ? 'WHERE' : `${where} AND`;
}

/** In which tables to look, and for what: `alone` is enough to count. */
function selection(filter: LogFilter): {
  readonly from: string;
  readonly alone: string;
  readonly column: string;
  readonly where: Sql;
  readonly join: string;
} {
  const query = searchQuery(filter.text ?? '', filter);
  const alone = query === null ? 'incident' : 'search';
  // The column that FTS5 itself orders and limits by, so that nothing is read that is not asked for.
  const column = query === null ? 'incident.place' : 'search.rowid';
  const [from, to] = dayRange(filter);
  const conditions = [
    ['search MATCH ?', query],
    [`${column} >= ${placeParameter}`, from],
    [`${column} < ${placeParameter}`, to],
  ] as const;
  const given = conditions.flatMap(([text, value]) => (value === null ? [] : [[text, value] as const]));
  return {
    from: query === null ? 'incident' : 'search CROSS JOIN incident ON incident.place = search.rowid',
    // What is found is ordered, and not everything in order looked up in the search index.
    join: query === null ? 'JOIN' : 'CROSS JOIN',
    alone,
    column,
    where: {
      text: given.length > 0 ? `WHERE ${given.map(([text]) => text).join(' AND ')}` : '',
      parameters: given.map(([, value]) => value),
    },
  };
}

/** From the first place of these days to the first after them; null where there is no end. Throws RangeError. */
export function dayRange({
  fromDate,
  toDate,
}: Pick<LogFilter, 'fromDate' | 'toDate'>): readonly [number | null, number | null] {
  return [fromDate ? startOf(fromDate, 0) : null, toDate ? startOf(toDate, 1) : null];
}

/** The place where the day begins, `days` after the date. */
function startOf(date: string, days: number): number {
  return placeOf(Temporal.PlainDate.from(date).add({ days }).toZonedDateTime(deskTimeZone).epochMilliseconds);
}
