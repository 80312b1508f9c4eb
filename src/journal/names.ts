/** The names that the log can be filtered by. */
import type { Connection } from './connection.ts';

export interface NamesInLog {
  /** Every unit that was or might have been affected, in the order of the file. */
  readonly units: readonly string[];
  /** Everybody who took a first call. */
  readonly operators: readonly string[];
}

/** Each name once. Throws SQLite's error. */
export function namesInLog(connection: Connection): NamesInLog {
  return {
    units: distinct(connection, 'affected_unit', 'unit'),
    operators: distinct(connection, 'incident', 'operator'),
  };
}

/** From each name to the next in the index: DISTINCT would read all of it. */
function distinct({ prepare }: Connection, table: string, column: string): string[] {
  const sql = `WITH RECURSIVE name (value) AS (
      SELECT min(${column}) FROM ${table}
      UNION ALL
      SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > value) FROM name WHERE value IS NOT NULL
    ) SELECT value FROM name WHERE value IS NOT NULL`;
  return prepare(sql)
    .all()
    .map(({ value }) => String(value));
}
