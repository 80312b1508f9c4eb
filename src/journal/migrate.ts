/** Journals of an earlier version. */
import type { DatabaseSync } from 'node:sqlite';
import { beginWriting, connectionOver } from './connection.ts';
import { deriveAll, rebuildDerived } from './derive.ts';
import { JournalError } from './errors.ts';
import { besideTables, derivedTables, schemaVersion } from './schema.ts';

/** The journal's version. Throws JournalError 'newer' or 'damaged' when it is none that this program knows. */
export function checkedVersion(db: DatabaseSync): number {
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version);
  if (version > schemaVersion) throw new JournalError('newer');
  if (version < 1) throw new JournalError('damaged');
  return version;
}

/**
 * Brings the journal up to this version in one transaction. The entries and their chain stay as they are; what is
 * derived from them is made again. Throws SQLite's error, with the transaction open: close the connection.
 */
export function migrate(db: DatabaseSync): void {
  beginWriting(db);
  // Another process may have been first.
  const version = checkedVersion(db);
  if (version === 1) addWhatLiesBeside(db);
  if (version < schemaVersion) {
    rebuildDerived(connectionOver(db));
    db.exec(`PRAGMA user_version = ${schemaVersion}`);
  }
  db.exec('COMMIT');
}

/** What version 1 does not have. Version 2 lacks only what is derived. */
function addWhatLiesBeside(db: DatabaseSync): void {
  const typed = db.prepare('SELECT incident, saved_at, body FROM typing').all();
  db.exec(`DROP TABLE typing; ${besideTables}`);
  const insert = db.prepare(
    'INSERT INTO typing (incident, saved_at, body) VALUES (:incident, :saved_at, :body)',
  );
  for (const row of typed) insert.run(row);
}

/**
 * Makes a journal of any version that this program knows read as one of this version. Nothing is written: what is
 * derived is made again in the connection's own temporary schema, where it stands before what the file has, and so
 * does what version 1 does not have.
 */
export function readAsCurrent(db: DatabaseSync): void {
  const version = checkedVersion(db);
  if (version === schemaVersion) return;
  db.exec(`PRAGMA temp_store = MEMORY; ${inTemporarySchema(derivedTables)}`);
  if (version === 1) {
    db.exec(`CREATE TEMP VIEW typing AS SELECT incident, 'call' AS screen, saved_at, body FROM main.typing;
      CREATE TEMP TABLE outbox (id, incident, created_at, state, sender, recipients, subject, message_id, bytes);`);
  }
  deriveAll(connectionOver(db));
}

function inTemporarySchema(tables: string): string {
  return tables.replaceAll(/^CREATE (VIRTUAL TABLE|TABLE|INDEX) /gm, 'CREATE $1 temp.');
}
