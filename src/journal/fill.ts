/** A new journal with many entries in it from the start, such as those of a demonstration. */
import type { Entry, NewEntry } from '../domain/entry.ts';
import { type Connection, connectionOver } from './connection.ts';
import { DraftJournal, makeFolder } from './create.ts';
import { deriveFrom } from './derive.ts';
import { insertEntry, readHead, writeHead } from './entries.ts';
import { toJournalError } from './errors.ts';
import { journalFile } from './file.ts';

/** An entry to write that tells when it was written down. */
export interface RecordedEntry {
  /** One that opens an incident has its number, which no other has. */
  readonly entry: NewEntry;
  /** RFC 3339 with milliseconds. */
  readonly recordedAt: string;
  /** Whether it is the last one of its incident. */
  readonly last: boolean;
}

/** SQLite's own memory for the pages that are being written, in KiB. */
const cacheSize = 256 * 1024;

/** How many bytes FTS5 gathers before it writes them to the index, here and by its own default. */
const searchedAtOnce = 64 * 1024 * 1024;
const usuallySearchedAtOnce = 1024 * 1024;

/**
 * Makes the folder's journal with these entries, in their order, into the same chain as `append` writes, all of it or
 * nothing. Yields after each incident: whoever breaks off there leaves nothing behind. Returns whether this became the
 * journal: one that is there already stays as it is. Throws JournalError.
 */
export function* fillJournal(folder: string, entries: Iterable<RecordedEntry>): Generator<void, boolean> {
  const draft = new DraftJournal(journalFile(folder));
  try {
    makeFolder(folder);
    const connection = connectionOver(draft.begin());
    connection.db.exec(`PRAGMA cache_size = -${cacheSize}; PRAGMA threads = 4;
      INSERT INTO search (search, rank) VALUES ('hashsize', ${searchedAtOnce});`);
    const makeAgain = dropIndexesAndGuards(connection);
    yield* insertAll(connection, entries);
    makeAgain();
    connection.db.exec(`INSERT INTO search (search, rank) VALUES ('hashsize', ${usuallySearchedAtOnce})`);
    return draft.publish();
  } catch (error) {
    throw toJournalError(error, folder);
  } finally {
    draft.discard();
  }
}

/** An incident that is not written down for lists and search. */
interface Held {
  readonly entries: Entry[];
  /** Whether all of its entries are there. */
  ended: boolean;
}

/** So many that have ended are held until those before them have: more would take too much memory. */
const mostHeld = 4000;

function* insertAll(connection: Connection, entries: Iterable<RecordedEntry>): Generator<void> {
  /** In the order in which they were opened, which is the one in which the search index is made fastest. */
  const held = new Map<string, Held>();
  let ended = 0;
  const derive = (id: string, { entries: its }: Held) => {
    deriveFrom(connection, its);
    held.delete(id);
    ended -= 1;
  };
  const first = readHead(connection);
  let head = first;
  for (const { entry, recordedAt, last } of entries) {
    const [written, next] = insertEntry(connection, head, entry, recordedAt);
    head = next;
    if (entry.type === 'incident-opened') held.set(entry.incident, { entries: [], ended: false });
    const its = held.get(entry.incident);
    its?.entries.push(written);
    if (!last || !its) continue;
    its.ended = true;
    ended += 1;
    for (const [id, earliest] of held) {
      if (!earliest.ended) break;
      derive(id, earliest);
    }
    if (ended > mostHeld && held.has(entry.incident)) derive(entry.incident, its);
    yield;
  }
  for (const { entries: left } of held.values()) deriveFrom(connection, left);
  writeHead(connection, head, head.sequence - first.sequence);
}

/**
 * An index is made much faster when all rows are there, and nobody else can reach this file to guard it from. Gives
 * the function that makes them again, word for word.
 */
function dropIndexesAndGuards({ db }: Connection): () => void {
  const dropped = db
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema
      WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND name <> 'incident_by_number'`,
    )
    .all();
  for (const { type, name } of dropped) db.exec(`DROP ${type} ${name}`);
  return () => {
    for (const { sql } of dropped) db.exec(String(sql));
  };
}
