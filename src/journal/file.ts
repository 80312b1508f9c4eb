/** The journal's file: where it lies, who may read it, how it is made and opened. */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { noHash } from './chain.ts';
import { busyTimeout } from './connection.ts';
import { JournalError } from './errors.ts';
import { checkedVersion, migrate, readAsCurrent } from './migrate.ts';
import { allTables, schemaVersion } from './schema.ts';

const fileName = 'journal.db';

export function journalFile(folder: string): string {
  return join(folder, fileName);
}

/** Makes the folder and the journal where they are missing, and closes them to other users where they are open. */
export function prepareJournal(folder: string): void {
  makeFolder(folder);
  const file = journalFile(folder);
  if (!statOf(file)) createJournal(folder, file);
  const folderStat = statSync(folder);
  // A folder with the sticky bit (/tmp) is shared by design, and not ours to close.
  if ((folderStat.mode & 0o1000) === 0) narrow(folder, folderStat, 0o700);
  for (const path of [file, `${file}-wal`, `${file}-shm`]) {
    const stat = statOf(path);
    if (stat) narrow(path, stat, 0o600);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    // What Node says when the file system is read-only.
    const unwritable = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw unwritable ? new JournalError('read-only', { cause: error }) : error;
  }
}

function narrow(path: string, stat: Stats, mode: number): void {
  if ((stat.mode & 0o777 & ~mode) !== 0) chmodSync(path, mode);
}

/**
 * Makes a whole journal beside and then gives it its name in one step: no process ever sees half a journal, two
 * that start at once get the same one, and an empty file under the name is always a damaged journal, never a new one.
 */
function createJournal(folder: string, file: string): void {
  const draft = `${file}.new-${process.pid}`;
  try {
    rmSync(draft, { force: true });
    closeSync(openSync(draft, 'wx', 0o600));
    chmodSync(draft, 0o600);
    const db = new DatabaseSync(draft);
    try {
      db.exec(`BEGIN; ${allTables} PRAGMA user_version = ${schemaVersion};`);
      db.prepare('INSERT INTO head (id, sequence, hash, payloads) VALUES (1, 0, ?, 0)').run(noHash);
      db.exec('COMMIT; PRAGMA journal_mode = WAL;');
    } finally {
      db.close();
    }
    linkSync(draft, file);
    syncFolder(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${end}`, { force: true });
  }
}

/** After this the new name survives a power cut. */
function syncFolder(folder: string): void {
  // Windows cannot open a folder, and keeps names safe by itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
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
