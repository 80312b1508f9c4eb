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

function* insertAll(connection: Connection, entries: Iterable<RecordedEntry>): Generator<void> {
  const first = readHead(connection);
  const deriving = new DerivingInOrder(connection);
  let head = first;
  for (const { entry, recordedAt, last } of entries) {
    const [written, next] = insertEntry(connection, head, entry, recordedAt);
    head = next;
    if (!deriving.add(written) || !last) continue;
    deriving.end(entry.incident);
    yield;
  }
  deriving.finish();
  writeHead(connection, head, head.sequence - first.sequence);
}

interface Held {
  readonly entries: Entry[];
  /** Whether all of its entries are there. */
  ended: boolean;
}

/** So many that have ended wait for one before them that goes on: more would take too much memory. */
const mostHeld = 1000;

/** Makes the rows of the incidents for lists and search in the order that they were opened: fastest for the index. */
class DerivingInOrder {
  readonly #connection: Connection;
  readonly #held = new Map<string, Held>();
  /** Those that the others no longer wait for. */
  readonly #goingOn = new Map<string, Held>();
  #ended = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Whether the entry is of an incident. */
  add(entry: Entry): boolean {
    const { incident } = entry;
    if (entry.type === 'incident-opened') this.#held.set(incident, { entries: [], ended: false });
    const its = this.#held.get(incident) ?? this.#goingOn.get(incident);
    its?.entries.push(entry);
    return its !== undefined;
  }

  /** Nothing more comes of the incident. */
  end(incident: string): void {
    const late = this.#goingOn.get(incident);
    if (late) this.#derive(incident, late);
    const its = this.#held.get(incident);
    if (!its) return;
    its.ended = true;
    this.#ended += 1;
    for (const [id, earliest] of this.#held) {
      if (earliest.ended) {
        this.#derive(id, earliest);
        this.#ended -= 1;
      } else {
        if (this.#ended <= mostHeld) return;
        this.#held.delete(id);
        this.#goingOn.set(id, earliest);
      }
    }
  }

  /** Nothing more comes of any. */
  finish(): void {
    for (const [id, left] of [...this.#goingOn, ...this.#held]) this.#derive(id, left);
  }

  #derive(incident: string, { entries }: Held): void {
    deriveFrom(this.#connection, entries);
    this.#held.delete(incident);
    this.#goingOn.delete(incident);
  }
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
