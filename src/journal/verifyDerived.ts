/** The check of the tables for lists, search and statistics against the entries that they were made from. */
import { foldIncident } from '../domain/incident.ts';
import { factsOfIncident, type IncidentFacts } from '../domain/incidentFacts.ts';
import type { Connection } from './connection.ts';
import { derivedRow, firstPlace } from './derive.ts';
import { readEntries } from './entries.ts';
import { affectedUnitRow, factRow } from './facts.ts';
import { type Finding, finding } from './finding.ts';
import { searchText } from './searchText.ts';

/**
 * One finding for each incident whose row, search text or facts are not what its entries give. Incidents in `blamed` are left
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
  const withoutIncident = (table: string, place: string) =>
    db.prepare(`SELECT 1 FROM ${table} WHERE ${place} NOT IN (SELECT place FROM incident) LIMIT 1`).get();
  const others = [
    ['search', 'rowid'],
    ['fact', 'place'],
    ['affected_unit', 'place'],
  ] as const;
  if (others.some(([table, place]) => withoutIncident(table, place))) yield finding('derived');
}

function agrees(connection: Connection, id: string): boolean {
  const statement = connection.prepare(
    `SELECT * FROM incident LEFT JOIN search ON search.rowid = incident.place LEFT JOIN fact USING (place)
    WHERE id = ?`,
  );
  statement.setReadBigInts(true);
  const stored = statement.get(id);
  const entries = readEntries(connection, id);
  const incident = foldIncident(entries);
  if (!incident || !stored) return !incident && !stored;
  const facts = factsOfIncident(incident, entries);
  const expected = {
    ...derivedRow(incident),
    text: searchText(incident, entries, facts),
    ...factRow(facts),
  };
  const place = Number(stored.place);
  return place >= firstPlace(incident) && sameRow(stored, expected) && unitsAgree(connection, place, facts);
}

function unitsAgree({ prepare }: Connection, place: number, { units }: IncidentFacts): boolean {
  const statement = prepare('SELECT unit, directly, reached_after FROM affected_unit WHERE place = ?');
  const stored = new Map(statement.all(place).map((row) => [row.unit, row]));
  const expected = new Map(units.map(affectedUnitRow).map((row) => [row.unit, row]));
  return (
    stored.size === expected.size &&
    expected.values().every((row) => sameRow(stored.get(row.unit) ?? {}, row))
  );
}

function sameRow(
  stored: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, string | number | null>>,
): boolean {
  return Object.entries(expected).every(([name, value]) => sameValue(stored[name], value));
}

function sameValue(stored: unknown, expected: string | number | null): boolean {
  return (typeof stored === 'bigint' ? Number(stored) : stored) === expected;
}
