/** A journal of version 1, as the first version of the program made it. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { NewEntry } from '../../src/domain/entry.ts';
import { noHash } from '../../src/journal/chain.ts';
import { connectionOver } from '../../src/journal/connection.ts';
import { insertEntry, readHead, writeHead } from '../../src/journal/entries.ts';
import { receivedAt } from './entries.ts';

const truthTables = `
CREATE TABLE entry (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  incident TEXT NOT NULL,
  operator TEXT NOT NULL,
  received_at TEXT NOT NULL,
  occurred_at TEXT,
  recorded_at TEXT NOT NULL,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  corrects TEXT,
  payload_digest BLOB NOT NULL,
  previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX entry_of_incident ON entry (incident, sequence);
CREATE TABLE payload (
  sequence INTEGER PRIMARY KEY,
  salt BLOB,
  body TEXT,
  disposed_by TEXT,
  CHECK ((salt IS NULL) = (disposed_by IS NOT NULL) AND (body IS NULL) = (disposed_by IS NOT NULL))
) STRICT;
CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  sequence INTEGER NOT NULL,
  hash BLOB NOT NULL,
  payloads INTEGER NOT NULL
) STRICT;
CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry BEGIN
  SELECT RAISE(ABORT, 'an entry is never changed');
END;
CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry BEGIN
  SELECT RAISE(ABORT, 'an entry is never deleted');
END;
CREATE TRIGGER entry_is_never_replaced BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.sequence OR id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'an entry is never replaced');
END;
CREATE TRIGGER payload_is_only_disposed_of BEFORE UPDATE ON payload
WHEN NEW.sequence <> OLD.sequence OR NEW.body IS NOT NULL OR OLD.body IS NULL BEGIN
  SELECT RAISE(ABORT, 'a payload is never changed');
END;
CREATE TRIGGER payload_never_goes BEFORE DELETE ON payload BEGIN
  SELECT RAISE(ABORT, 'a payload is never deleted');
END;
CREATE TRIGGER payload_is_never_replaced BEFORE INSERT ON payload
WHEN EXISTS (SELECT 1 FROM payload WHERE sequence = NEW.sequence) BEGIN
  SELECT RAISE(ABORT, 'a payload is never replaced');
END;
CREATE TRIGGER head_never_goes BEFORE DELETE ON head BEGIN
  SELECT RAISE(ABORT, 'the head is never deleted');
END;
CREATE TABLE typing (
  incident TEXT PRIMARY KEY,
  saved_at TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
`;

const derivedTables = `
CREATE TABLE incident (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL,
  number_key TEXT NOT NULL,
  station TEXT,
  year INTEGER,
  serial INTEGER,
  received_at TEXT NOT NULL,
  summary TEXT NOT NULL,
  outcome TEXT,
  timing TEXT,
  status TEXT NOT NULL,
  exercise INTEGER NOT NULL,
  operator TEXT NOT NULL,
  actions_open INTEGER NOT NULL,
  unfinished INTEGER NOT NULL
) STRICT;
CREATE INDEX incident_by_number ON incident (number_key);
CREATE INDEX incident_by_serial ON incident (station, year, serial);
CREATE INDEX incident_by_outcome ON incident (outcome, place);
CREATE INDEX incident_by_exercise ON incident (exercise, place);
CREATE INDEX incident_unfinished ON incident (place) WHERE unfinished = 1;
CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3 4');
`;

/** Text that was being typed about the first incident. */
export const typed = { incident: 'first', savedAt: receivedAt, body: '{"text":"Rö"}' };

/**
 * Writes a journal of version 1 with these entries. The list has the incident 'first' as A-2026-0001, with a summary
 * and a search text that no entry gives, so that a list that was made again is told from one that was not.
 */
export function writeVersion1(folder: string, entries: readonly NewEntry[]): void {
  const db = new DatabaseSync(join(folder, 'journal.db'));
  db.exec(`${truthTables} ${derivedTables} PRAGMA user_version = 1; PRAGMA journal_mode = WAL`);
  db.prepare('INSERT INTO head (id, sequence, hash, payloads) VALUES (1, 0, ?, 0)').run(noHash);
  db.prepare('INSERT INTO typing (incident, saved_at, body) VALUES (?, ?, ?)').run(...Object.values(typed));
  db.exec(`INSERT INTO incident VALUES (1825000000000000, 'first', 'A-2026-0001', 'A-2026-0001', 'A', 2026, 1,
      '${receivedAt}', 'Gammal rad', NULL, NULL, 'draft', 0, 'jl', 0, 1);
    INSERT INTO search (rowid, text) VALUES (1825000000000000, 'gammal rad')`);
  const connection = connectionOver(db);
  let head = readHead(connection);
  for (const entry of entries) [, head] = insertEntry(connection, head, entry, receivedAt);
  writeHead(connection, head, entries.length);
  db.close();
}

/** Everything that must be the same after the journal has been brought up to a later version. */
export function truthOf(folder: string): unknown {
  const db = new DatabaseSync(join(folder, 'journal.db'), { readOnly: true });
  const rows = ['entry', 'payload', 'head'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  db.close();
  return rows;
}

/** The version that the file says it is of. */
export function versionOf(folder: string): unknown {
  const db = new DatabaseSync(join(folder, 'journal.db'), { readOnly: true });
  const version = db.prepare('PRAGMA user_version').get()?.user_version;
  db.close();
  return version;
}
