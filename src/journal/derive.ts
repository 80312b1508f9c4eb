/** The tables for lists, search and statistics, derived from the entries: the incident folded, then its rows. */

import { countOpen } from '../domain/actionState.ts';
import { summaryOf } from '../domain/answers.ts';
import type { Entry } from '../domain/entry.ts';
import { foldIncident, type Incident } from '../domain/incident.ts';
import { factsOfIncident } from '../domain/incidentFacts.ts';
import type { IncidentListItem } from '../domain/incidentListItem.ts';
import { formatInstant, parseInstant } from '../domain/time.ts';
import type { Connection } from './connection.ts';
import { readEntries } from './entries.ts';
import { writeFacts } from './facts.ts';
import { numberKey, parseNumber } from './number.ts';
import { derivedTables, dropDerivedTables } from './schema.ts';
import { searchText } from './searchText.ts';

/** How many incidents may be received in the same millisecond and still be in their right order. */
const placesEachMillisecond = 1024;
/** Beyond this (the year 2248) the order is no longer kept, since a place must be an exact number. */
const lastMillisecond = Math.floor(Number.MAX_SAFE_INTEGER / placesEachMillisecond) - 1;

/** The first place for something received at this moment (milliseconds since 1970). */
export function placeOf(epochMilliseconds: number): number {
  const within = Math.max(-lastMillisecond, Math.min(epochMilliseconds, lastMillisecond));
  return within * placesEachMillisecond;
}

/** The first place for this incident. */
export function firstPlace(incident: Incident): number {
  return placeOf(parseInstant(incident.receivedAt).epochMilliseconds);
}

/** The incident as a list shows it. */
export function listItemOf(incident: Incident): IncidentListItem {
  const { id, decision, status, exercise, operator } = incident;
  return {
    // The file holds UTF-8: a lone surrogate would not come back the same.
    number: incident.number.toWellFormed(),
    id,
    receivedAt: formatInstant(parseInstant(incident.receivedAt)),
    summary: summaryOf(incident.answers).toWellFormed(),
    outcome: decision?.outcome ?? null,
    timing: decision?.timing ?? null,
    status,
    exercise,
    operator,
    actionsOpen: countOpen(incident.actions),
  };
}

/** What the table `incident` says about the incident. */
export function derivedRow(incident: Incident) {
  const { receivedAt, exercise, actionsOpen, waited: _, ...item } = listItemOf(incident);
  return {
    ...item,
    number_key: numberKey(item.number),
    ...parseNumber(item.number),
    received_at: receivedAt,
    exercise: exercise ? 1 : 0,
    actions_open: actionsOpen,
    unfinished: incident.awaits === null || incident.status === 'closed' ? 0 : 1,
  };
}

/** A list item, as columns of the table. */
export const listColumns = `number, incident.id, received_at AS receivedAt, summary, incident.outcome, timing, status,
  incident.exercise, operator, actions_open AS actionsOpen`;

/** From a row of `listColumns` to what a list shows. */
export function toListItem(row: Readonly<Record<string, unknown>>): IncidentListItem {
  return { ...(row as unknown as IncidentListItem), exercise: row.exercise === 1 };
}

/** Throws the derived tables away and makes them again. Within the caller's transaction. */
export function rebuildDerived(connection: Connection): void {
  connection.db.exec(`${dropDerivedTables} ${derivedTables}`);
  deriveAll(connection);
}

/** Fills the derived tables, which are empty. */
export function deriveAll(connection: Connection): void {
  const incidents = connection.db.prepare(
    `SELECT incident FROM entry WHERE type = 'incident-opened' ORDER BY sequence`,
  );
  for (const { incident } of incidents.iterate()) deriveIncident(connection, String(incident));
}

/**
 * Makes the derived rows agree with the entries. Within the caller's transaction. A stream that is no incident, such
 * as the desk's own, has no rows, and is not read: it grows for years.
 */
export function deriveIncident(connection: Connection, id: string): void {
  const opened = connection.prepare(`SELECT 1 FROM entry WHERE incident = ? AND type = 'incident-opened'`);
  if (opened.get(id)) deriveFrom(connection, readEntries(connection, id));
}

/** The same, from all entries of one stream. */
export function deriveFrom(connection: Connection, entries: readonly Entry[]): void {
  const incident = foldIncident(entries);
  if (!incident) return;
  const facts = factsOfIncident(incident, entries);
  const place = writeListed(connection, incident, searchText(incident, entries, facts));
  writeFacts(connection, place, facts);
}

/** Writes the row of the list and the text that is searched; gives their place. */
function writeListed(connection: Connection, incident: Incident, text: string): number {
  const row = derivedRow(incident);
  const names = Object.keys(row);
  const values = Object.values(row);
  const place = findPlace(connection, incident.id);
  if (place === null) {
    const free = freePlace(connection, incident);
    connection
      .prepare(`INSERT INTO incident (place, ${names.join()}) VALUES (?${', ?'.repeat(names.length)})`)
      .run(free, ...values);
    connection.prepare('INSERT INTO search (rowid, text) VALUES (?, ?)').run(free, text);
    return free;
  }
  const changes = names.map((name) => `${name} = ?`);
  connection.prepare(`UPDATE incident SET ${changes.join()} WHERE place = ?`).run(...values, place);
  connection
    .prepare('UPDATE search SET text = :text WHERE rowid = :place AND text <> :text')
    .run({ text, place });
  return place;
}

function findPlace({ prepare }: Connection, id: string): number | null {
  return (prepare('SELECT place FROM incident WHERE id = ?').get(id)?.place as number | undefined) ?? null;
}

function freePlace({ prepare }: Connection, incident: Incident): number {
  const first = firstPlace(incident);
  const last = prepare('SELECT max(place) AS place FROM incident WHERE place >= ? AND place < ?').get(
    first,
    first + placesEachMillisecond,
  )?.place as number | null;
  const taken = prepare('SELECT 1 FROM incident WHERE place = ?');
  let place = last === null ? first : last + 1;
  while (taken.get(place)) place += 1;
  return place;
}
