/** The check of the tables for lists and search against the entries that they were made from. */
import { foldIncident } from '../domain/incident.ts';
import type { Connection } from './connection.ts';
import { derivedRow, firstPlace } from './derive.ts';
import { readEntries } from './entries.ts';
import { type Finding, finding } from './finding.ts';
import { searchText } from './searchText.ts';

/**
 * One finding for each incident whose row or search text is not what its entries give. Incidents in `blamed` are left
 * out: their entries are wrong, so they cannot judge the row.
 */
export function* verifyDerived(connection: Connection, blamed: ReadonlySet<string>): Generator<Finding> {
  const { db } = connection;
  const opened = db.prepare(`SELECT DISTINCT incident FROM entry WHERE type = 'incident-opened'`);
  for (const { incident } of opened.iterate()) {
    const id = String(incident);
    if (!blamed.has(id) && !agrees(connection, id)) {
      const number = connection.prepare('SELECT number FROM incident WHERE id = ?').get(id)?.number;
      yield finding('derived', { number: typeof number === 'string' ? number : null });
    }
  }
  const neverOpened = db.prepare(
    `SELECT id, number FROM incident WHERE NOT EXISTS
      (SELECT 1 FROM entry WHERE entry.incident = incident.id AND type = 'incident-opened')`,
  );
  for (const { id, number } of neverOpened.iterate()) {
    if (blamed.has(String(id))) continue;
    yield finding('derived', { number: typeof number === 'string' ? number : null });
  }
  const withoutIncident = db.prepare(
    'SELECT count(*) AS count FROM search WHERE rowid NOT IN (SELECT place FROM incident)',
  );
  if (withoutIncident.get()?.count !== 0) yield finding('derived');
}

function agrees(connection: Connection, id: string): boolean {
  const statement = connection.prepare(
    'SELECT incident.*, search.text FROM incident LEFT JOIN search ON search.rowid = place WHERE id = ?',
  );
  statement.setReadBigInts(true);
  const stored = statement.get(id);
  const entries = readEntries(connection, id);
  const incident = foldIncident(entries);
  if (!incident || !stored) return !incident && !stored;
  const expected = { ...derivedRow(incident), text: searchText(incident, entries) };
  return (
    Number(stored.place) >= firstPlace(incident) &&
    Object.entries(expected).every(([name, value]) => sameValue(stored[name], value))
  );
}

function sameValue(stored: unknown, expected: string | number | null): boolean {
  return (typeof stored === 'bigint' ? Number(stored) : stored) === expected;
}
