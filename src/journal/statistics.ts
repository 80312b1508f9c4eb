/** Counting incidents by SQL: a million of them are not folded one by one. */
import { callerQuestions } from '../domain/questions.ts';
import type { Durations, Tally } from '../domain/statistics.ts';
import type { Connection } from './connection.ts';
import type { dayRange, ListFilter } from './list.ts';

export interface StatisticsFilter extends Pick<ListFilter, 'fromDate' | 'toDate'> {
  /** Only exercises; otherwise none. */
  readonly exercise: boolean;
}

/** Counts the incidents between two places (`dayRange`). Throws SQLite's error. */
export function tally(
  connection: Connection,
  [from, to]: ReturnType<typeof dayRange>,
  exercise: boolean,
): Tally {
  const parameters = [from ?? Number.MIN_SAFE_INTEGER, to ?? Number.MAX_SAFE_INTEGER, Number(exercise)];
  const rows = <Row>(select: string, rest = ''): Row[] =>
    connection
      .prepare(`SELECT ${select} WHERE place >= ? AND place < ? AND exercise = ? ${rest}`)
      .all(...parameters) as unknown as Row[];
  const durations = (column: string, table = 'fact'): Durations =>
    rows<{ seconds: number; count: number }>(
      `${column} AS seconds, count(*) AS count FROM ${table}`,
      `AND ${column} IS NOT NULL GROUP BY ${column} ORDER BY ${column}`,
    ).map(({ seconds, count }) => [seconds, count]);
  const bits = callerQuestions.map(({ id }, index) => `sum(unanswered >> ${index} & 1) AS ${id}`);
  const [sums] = rows<Readonly<Record<string, number | null>>>(
    `sum(overridden) AS overridden, ${bits.join()} FROM fact`,
  );
  return {
    outcomes: rows('month, outcome, count(*) AS count FROM fact', 'GROUP BY month, outcome'),
    hours: rows('weekday, hour, count(*) AS count FROM fact', 'GROUP BY weekday, hour'),
    overridden: sums?.overridden ?? 0,
    decidedAfter: durations('decided_after'),
    directorReachedAfter: durations('director_reached_after'),
    unitReachedAfter: durations('reached_after', unitsOfIncidents),
    unanswered: Object.fromEntries(
      callerQuestions.map(({ id }) => [id, sums?.[id] ?? 0]),
    ) as Tally['unanswered'],
    units: rows(
      `unit, count(*) AS incidents, sum(directly) AS directly FROM ${unitsOfIncidents}`,
      'GROUP BY unit',
    ),
  };
}

const unitsOfIncidents = 'affected_unit JOIN fact USING (place)';
