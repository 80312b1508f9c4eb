/** The journal's file: where it lies, who may read it, how it is opened. */
import { chmodSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { busyTimeout } from './connection.ts';
import { createJournal, makeFolder } from './create.ts';
import { JournalError } from './errors.ts';
import { checkedVersion, migrate, readAsCurrent } from './migrate.ts';
import { schemaVersion } from './schema.ts';

const fileName = 'journal.db';

export function journalFile(folder: string): string {
  return join(folder, fileName);
}

/** Makes the folder and the journal where they are missing, and closes them to other users where they are open. */
export function prepareJournal(folder: string): void {
  makeFolder(folder);
  const file = journalFile(folder);
  if (!statOf(file)) createJournal(file);
  const folderStat = statSync(folder);
  // A folder with the sticky bit (/tmp) is shared by design, and not ours to close.
  if ((folderStat.mode & 0o1000) === 0) narrow(folder, folderStat, 0o700);
  for (const path of [file, `${file}-wal`, `${file}-shm`]) {
    const stat = statOf(path);
    if (stat) narrow(path, stat, 0o600);
  }
}

function narrow(path: string, stat: Stats, mode: number): void {
  if ((stat.mode & 0o777 & ~mode) !== 0) chmodSync(path, mode);
}

/** The file's status, or undefined when it is not there. */
export function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/**
 * Opens an existing journal for writing; one of an earlier version is brought up to this one. Throws JournalError
 * 'missing', 'newer' or 'damaged', or SQLite's error.
 */
export function openForWriting(folder: string): DatabaseSync {
  const db = open(folder, 'rw', {});
  return orClose(db, () => {
    const version = checkedVersion(db);
    // Only FULL keeps the last entries when the power fails.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    if (version < schemaVersion) migrate(db);
  });
}

/**
 * Opens an existing journal for reading. The file is not touched, but for one of an earlier version: that is brought
 * up to this one where it can be, and read as it is where it cannot. Throws JournalError 'missing', 'newer' or
 * 'damaged', or SQLite's error.
 */
export function openForReading(folder: string): DatabaseSync {
  const asItIs = () => openReadOnly(folder, { defensive: true }, checkedVersion);
  const db = asItIs();
  if (checkedVersion(db) === schemaVersion) return db;
  db.close();
  try {
    openForWriting(folder).close();
  } catch {
    // Whoever only wants to read is not kept from it by what keeps the journal from being written.
  }
  const again = asItIs();
  return orClose(again, () => readAsCurrent(again));
}

/**
 * Opens an existing journal for the check: as it is, of any version that this program knows, and also when the file
 * has been cut off. Throws as `openForReading`.
 */
export function openForChecking(folder: string): DatabaseSync {
  return openReadOnly(folder, { defensive: false }, (db) => {
    // SQLite refuses a file that is shorter than it says, unless in this mode.
    db.exec('PRAGMA writable_schema = ON');
    checkedVersion(db);
  });
}

function openReadOnly(
  folder: string,
  options: DatabaseSyncOptions,
  check: (db: DatabaseSync) => void,
): DatabaseSync {
  const attempt = (mode: 'ro' | 'immutable') => {
    const db = open(folder, mode, { readOnly: true, ...options });
    return orClose(db, () => check(db));
  };
  try {
    return attempt('ro');
  } catch (error) {
    // Where nothing can be written, not even the files that coordinate readers, nobody else writes either. But what
    // a -wal file holds would not be seen.
    if (error instanceof JournalError || (statOf(`${journalFile(folder)}-wal`)?.size ?? 0) > 0) throw error;
    return attempt('immutable');
  }
}

function open(folder: string, mode: 'rw' | 'ro' | 'immutable', options: DatabaseSyncOptions): DatabaseSync {
  const file = journalFile(folder);
  if (!statOf(file)) throw new JournalError('missing');
  const url = pathToFileURL(file);
  url.searchParams.set('mode', mode === 'rw' ? 'rw' : 'ro');
  if (mode === 'immutable') url.searchParams.set('immutable', '1');
  return new DatabaseSync(url, { timeout: busyTimeout, ...options });
}

function orClose(db: DatabaseSync, check: () => void): DatabaseSync {
  try {
    check();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
