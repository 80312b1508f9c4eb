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

/** The version since which what is derived has been as it is. */
const derivedSince = 3;

/**
 * Brings the journal up to this version in one transaction. The entries and their chain stay as they are; what is
 * derived from them is made again where it was another. Throws SQLite's error, with the transaction open: close the connection.
 */
export function migrate(db: DatabaseSync): void {
  beginWriting(db);
  // Another process may have been first.
  const version = checkedVersion(db);
  if (version === 1) renewTyping(db);
  if (version < schemaVersion) {
    renewOutbox(db, version);
    if (version < derivedSince) rebuildDerived(connectionOver(db));
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

/** Version 1 has none. */
function renewOutbox(db: DatabaseSync, version: number): void {
  const tables = version === 1 ? [] : version === 2 ? ['outbox'] : ['outbox', 'outbox_attempt'];
  for (const table of tables) {
    db.exec(`CREATE TEMP TABLE before_${table} AS SELECT * FROM main.${table}; DROP TABLE main.${table};`);
  }
  db.exec(`${outboxTables} ${intoOutbox('main', version, 'temp.before_')}`);
  for (const table of tables) db.exec(`DROP TABLE temp.before_${table};`);
}

/** In version 2 mails could only be put there; none of them has been sent. */
const columns2 = 'id, incident, created_at, sender, recipients, subject, message_id, bytes';
const columns3 = {
  outbox: `${columns2}, action, state, phase, attempts, next_try_at, answer, fault, held_by, refused, changed_at,
    handled_at`,
  outbox_attempt: 'mail, nth, started_at, ended_at, phase, outcome, fault, answer',
};

/** Fills the outbox with every mail of the earlier version, from its tables by their names after `before`. */
function intoOutbox(schema: 'main' | 'temp', version: number, before: 'main.' | 'temp.before_'): string {
  if (version === 1) return '';
  if (version === 2) {
    return `INSERT INTO ${schema}.outbox (${columns2}, state, attempts, refused, changed_at)
      SELECT ${columns2}, 'queued', 0, '[]', created_at FROM ${before}outbox ORDER BY rowid;`;
  }
  return Object.entries(columns3)
    .map(
      ([table, columns]) =>
        `INSERT INTO ${schema}.${table} (${columns}) SELECT ${columns} FROM ${before}${table};`,
    )
    .join(' ');
}

/**
 * Makes a journal of any version that this program knows read as one of this version. Nothing is written: what is
 * derived is made again, where it was another, in the connection's own temporary schema, where it stands before what
 * the file has, and so does what lies beside the chain.
 */
export function readAsCurrent(db: DatabaseSync): void {
  const version = checkedVersion(db);
  if (version === schemaVersion) return;
  db.exec(`PRAGMA temp_store = MEMORY; ${inTemporarySchema(outboxTables)}`);
  db.exec(intoOutbox('temp', version, 'main.'));
  if (version === 1) {
    db.exec(`CREATE TEMP VIEW typing AS SELECT incident, 'call' AS screen, saved_at, body FROM main.typing`);
  }
  if (version < derivedSince) {
    db.exec(inTemporarySchema(derivedTables));
    deriveAll(connectionOver(db));
  }
}

function inTemporarySchema(tables: string): string {
  return tables.replaceAll(/^CREATE (VIRTUAL TABLE|TABLE|INDEX|TRIGGER) /gm, 'CREATE $1 temp.');
}
