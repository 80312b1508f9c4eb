/** Journals of an earlier version. */
import type { DatabaseSync } from 'node:sqlite';
import { beginWriting, connectionOver } from './connection.ts';
import { deriveAll, rebuildDerived } from './derive.ts';
import { JournalError } from './errors.ts';
import { derivedTables, outboxTables, schemaVersion, typingTables } from './schema.ts';

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
  if (version === 1) renewTyping(db);
  if (version < schemaVersion) {
    renewOutbox(db, version);
    rebuildDerived(connectionOver(db));
    db.exec(`PRAGMA user_version = ${schemaVersion}`);
  }
  db.exec('COMMIT');
}

/** In version 1 it was the call's only. */
function renewTyping(db: DatabaseSync): void {
  const typed = db.prepare('SELECT incident, saved_at, body FROM typing').all();
  db.exec(`DROP TABLE typing; ${typingTables}`);
  const insert = db.prepare(
    'INSERT INTO typing (incident, saved_at, body) VALUES (:incident, :saved_at, :body)',
  );
  for (const row of typed) insert.run(row);
}

/** Version 1 has none. In version 2 mails could only be put there; none of them has been sent. */
function renewOutbox(db: DatabaseSync, version: number): void {
  if (version === 1) {
    db.exec(outboxTables);
    return;
  }
  db.exec(`CREATE TEMP TABLE before AS SELECT * FROM main.outbox ORDER BY rowid; DROP TABLE main.outbox;
    ${outboxTables} ${intoOutbox('main', 'temp.before')} DROP TABLE temp.before;`);
}

/** Every mail of version 2 as one that has just been queued. */
function intoOutbox(schema: 'main' | 'temp', before: string): string {
  return `INSERT INTO ${schema}.outbox
      (id, incident, created_at, sender, recipients, subject, message_id, bytes, state, attempts, refused, changed_at)
    SELECT id, incident, created_at, sender, recipients, subject, message_id, bytes, 'queued', 0, '[]', created_at
    FROM ${before} ORDER BY rowid;`;
}

/**
 * Makes a journal of any version that this program knows read as one of this version. Nothing is written: what is
 * derived is made again in the connection's own temporary schema, where it stands before what the file has, and so
 * does what lies beside the chain where that was another.
 */
export function readAsCurrent(db: DatabaseSync): void {
  const version = checkedVersion(db);
  if (version === schemaVersion) return;
  db.exec(`PRAGMA temp_store = MEMORY; ${inTemporarySchema(derivedTables)}`);
  db.exec(inTemporarySchema(outboxTables));
  if (version === 1) {
    db.exec(`CREATE TEMP VIEW typing AS SELECT incident, 'call' AS screen, saved_at, body FROM main.typing`);
  } else {
    db.exec(intoOutbox('temp', 'main.outbox'));
  }
  deriveAll(connectionOver(db));
}

function inTemporarySchema(tables: string): string {
  return tables.replaceAll(/^CREATE (VIRTUAL TABLE|TABLE|INDEX|TRIGGER) /gm, 'CREATE $1 temp.');
}
