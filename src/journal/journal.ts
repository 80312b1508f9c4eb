/** The append-only log of everything: written here, read here, never changed. */
import type { Entry, NewEntry } from '../domain/entry.ts';
import { foldIncident, type Incident } from '../domain/incident.ts';
import { toHex } from './chain.ts';
import { deriveIncident, type IncidentListItem, listColumns, toListItem } from './derive.ts';
import { insertEntry, readEntries, readEntry, readHead, writeHead } from './entries.ts';
import { isDerivedDamage, toJournalError } from './errors.ts';
import { prepareJournal } from './file.ts';
import { type ListFilter, listIncidents } from './list.ts';
import { numberKey } from './number.ts';
import { derivedTables, dropDerivedTables } from './schema.ts';
import { type Connection, Store } from './store.ts';
import { type Typing, type TypingTable, typingTable } from './typing.ts';

export interface JournalOptions {
  /** The machine's clock: RFC 3339 with milliseconds. */
  now(): string;
  /** Only look: nothing is created or changed. */
  readonly readOnly?: boolean;
}

/** Something to go on with: an incident, what was being typed about it, or both. */
export interface Unfinished {
  readonly id: string;
  /** Null when nothing but typing was saved. */
  readonly incident: IncidentListItem | null;
  readonly typing: Typing | null;
}

/** Every function may throw JournalError, and may be called again after that. */
export interface Journal {
  /**
   * Writes the entries in order, all or none, and returns them as written: on the disk when this returns. An entry
   * whose id is already there is not written again but returned as it is, so a write may safely be tried again.
   * 'incident-opened' gets its number: the one in the payload if it is given and free, otherwise the station's next.
   */
  append(entries: readonly NewEntry[]): Entry[];
  /** One incident's entries in order; none when there is no such incident. */
  entriesOf(incidentId: string): Entry[];
  /** By number, in any case and composition, or by id. */
  findIncident(numberOrId: string): Incident | null;
  /** Newest first by receivedAt. Read one by one: break off when there is enough. */
  list(filter?: ListFilter): Iterable<IncidentListItem>;
  /** What is undecided, decided without a saved draft, or has text that is typed but not entered; newest first. */
  unfinished(): Unfinished[];
  readonly typing: TypingTable;
  /** The last entry's number and hash; null when there are none. */
  head(): { readonly sequence: number; readonly hash: string } | null;
  /** Throws the derived tables away and makes them again from the entries. */
  rebuild(): void;
  close(): void;
}

/**
 * Opens the journal in the folder, which is made if it is missing (unless `readOnly`). The folder is closed to other
 * users (0700) and so are the files (0600). Throws JournalError.
 */
export function openJournal(folder: string, options: JournalOptions): Journal {
  const readOnly = options.readOnly ?? false;
  try {
    if (!readOnly) prepareJournal(folder);
  } catch (error) {
    throw toJournalError(error, folder);
  }
  const store = new Store(folder, readOnly);
  const typing = typingTable(store);
  return {
    append: (entries) => {
      const write = () => store.write((connection) => append(connection, entries, options.now()));
      try {
        return entries.length === 0 ? [] : write();
      } catch (error) {
        // A damaged list or search index must not keep anybody from writing down what happened.
        if (!isDerivedDamage(error)) throw error;
        store.write(rebuild);
        return write();
      }
    },
    entriesOf: (incidentId) => store.read((connection) => readEntries(connection, incidentId)),
    findIncident: (numberOrId) =>
      store.read((connection) =>
        foldIncident(readEntries(connection, incidentIdOf(connection, numberOrId) ?? numberOrId)),
      ),
    list: (filter = {}) => listIncidents(store, filter),
    unfinished: () => store.read((connection) => unfinished(connection, typing.all())),
    typing,
    head: () =>
      store.read((connection) => {
        const { sequence, hash } = readHead(connection);
        return sequence === 0 ? null : { sequence, hash: toHex(hash) };
      }),
    rebuild: () => store.write(rebuild),
    close: () => store.close(),
  };
}

function append(connection: Connection, entries: readonly NewEntry[], recordedAt: string): Entry[] {
  const before = readHead(connection);
  let head = before;
  const written = entries.map((entry) => {
    const existing = readEntry(connection, entry.id);
    if (existing) return existing;
    const [inserted, next] = insertEntry(connection, head, entry, recordedAt);
    head = next;
    // At once, since the next one to be opened takes its number after this one.
    if (entry.type === 'incident-opened') derive(connection, entry.incident);
    return inserted;
  });
  if (head === before) return written;
  writeHead(connection, head, head.sequence - before.sequence);
  for (const incident of new Set(entries.map((entry) => entry.incident))) derive(connection, incident);
  return written;
}

function derive(connection: Connection, incident: string): void {
  deriveIncident(connection, readEntries(connection, incident));
}

function incidentIdOf({ prepare }: Connection, numberOrId: string): string | null {
  const key = numberKey(numberOrId);
  const id = prepare('SELECT id FROM incident WHERE number_key = ? ORDER BY place').get(key)?.id;
  return typeof id === 'string' ? id : null;
}

function unfinished({ prepare }: Connection, typings: readonly Typing[]): Unfinished[] {
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

function momentOf({ incident, typing }: Unfinished): number {
  return Date.parse(incident?.receivedAt ?? typing?.savedAt ?? '') || 0;
}

function rebuild(connection: Connection): void {
  connection.db.exec(`${dropDerivedTables} ${derivedTables}`);
  const incidents = connection.db.prepare(
    `SELECT incident FROM entry WHERE type = 'incident-opened' ORDER BY sequence`,
  );
  for (const { incident } of incidents.iterate()) derive(connection, String(incident));
}
