/** What is not over: incidents that are not closed, and calls to go on with. */

import { foldIncident, type Incident } from '../domain/incident.ts';
import type { IncidentListItem } from '../domain/incidentListItem.ts';
import type { Connection } from './connection.ts';
import { listColumns, toListItem } from './derive.ts';
import { readEntries } from './entries.ts';
import type { Typing } from './typing.ts';

/** Something to go on with: an incident, what was being typed about it, or both. */
export interface Unfinished {
  readonly id: string;
  /** Null when nothing but typing was saved. */
  readonly incident: IncidentListItem | null;
  readonly typing: Typing | null;
}

/** The incidents that are not closed, newest first. */
export function openIncidents(connection: Connection): Incident[] {
  return connection
    .prepare(`SELECT id FROM incident WHERE status <> 'closed' ORDER BY place DESC`)
    .all()
    .map(({ id }) => foldIncident(readEntries(connection, String(id))))
    .filter((incident) => incident !== null);
}

/** The calls that are not done, together with what was typed in a call and not entered; newest first. */
export function unfinished({ prepare }: Connection, typings: readonly Typing[]): Unfinished[] {
  const incidents = prepare(`SELECT ${listColumns} FROM incident WHERE unfinished = 1 ORDER BY place DESC`)
    .all()
    .map(toListItem);
  const finished = prepare(`SELECT ${listColumns} FROM incident WHERE id = ? AND unfinished = 0`);
  const items = new Map<string, Unfinished>(
    incidents.map((incident) => [incident.id, { id: incident.id, incident, typing: null }]),
  );
  for (const typing of typings) {
    const id = typing.incident;
    const row = finished.get(id);
    items.set(id, { id, incident: items.get(id)?.incident ?? (row ? toListItem(row) : null), typing });
  }
  return [...items.values()].sort((a, b) => momentOf(b) - momentOf(a));
}

/** What was typed last may be in a later call about an old incident. */
function momentOf({ incident, typing }: Unfinished): number {
  const moments = [incident?.receivedAt, typing?.savedAt].map((moment) => Date.parse(moment ?? '') || 0);
  return Math.max(...moments);
}
