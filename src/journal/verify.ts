/** The check of the whole journal. It reads only, so that what is wrong stays as it was found. */
import { DatabaseSync } from 'node:sqlite';
import { type Connection, connectionOver } from './connection.ts';
import { type JournalErrorKind, sqliteCode, toJournalError } from './errors.ts';
import { openForChecking } from './file.ts';
import { type Finding, finding } from './finding.ts';
import { checkedVersion } from './migrate.ts';
import {
  allTables,
  chainTableNames,
  chainTables,
  schemaVersion,
  typingTableNames,
  typingTables,
} from './schema.ts';
import { verifyChain } from './verifyChain.ts';
import { verifyDerived } from './verifyDerived.ts';

/** With these there is a damaged file to say something about; otherwise there is nothing to read. */
const aboutTheFile: readonly JournalErrorKind[] = ['damaged', 'other'];

/**
 * Everything that is wrong with the journal in the folder, one by one; nothing when all is well. Works while others
 * write (it sees the journal as it was when it began), on a damaged file, and on a journal of an earlier version. Throws JournalError 'missing', 'newer',
 * 'locked' or 'read-only' (may not be read).
 */
export function* verifyJournal(folder: string): Generator<Finding> {
  let db: DatabaseSync;
  try {
    db = openForChecking(folder);
  } catch (error) {
    const failure = toJournalError(error, folder);
    if (!aboutTheFile.includes(failure.kind)) throw failure;
    yield finding('file', { detail: error === failure ? null : String((error as Error).message) });
    return;
  }
  try {
    const connection = connectionOver(db);
    const blamed = new Set<string>();
    db.exec('BEGIN');
    // Of an earlier version only what stays when it is brought up to this one.
    const version = checkedVersion(db);
    const current = version === schemaVersion;
    yield* unlessDamaged(verifyFile(connection));
    yield* unlessDamaged(verifySchema(connection, version));
    yield* joined(unlessDamaged(verifyChain(connection, blamed)));
    if (current) yield* unlessDamaged(verifyDerived(connection, blamed));
    yield* unlessDamaged(verifyBeside(connection, 'typing', 'NOT json_valid(typing.body)'));
    if (version > 1) yield* unlessDamaged(verifyBeside(connection, 'outbox', outboxIsWrong(version)));
  } finally {
    db.close();
  }
}

/** What the check finds until the file's damage stops it; then that is a finding too. */
function* unlessDamaged(findings: Generator<Finding>): Generator<Finding> {
  try {
    yield* findings;
  } catch (error) {
    if (sqliteCode(error) === null) throw error;
    yield finding('file', { detail: (error as Error).message });
  }
}

/** Findings that what lies there cannot be read, for entries in a row, become one. */
function* joined(findings: Iterable<Finding>): Generator<Finding> {
  let run: Finding | null = null;
  for (const next of findings) {
    const longer: Finding | null = run && joinedWith(run, next);
    if (run && !longer) yield run;
    run = longer ?? next;
  }
  if (run) yield run;
}

function joinedWith(run: Finding, next: Finding): Finding | null {
  const end = run.through ?? run.sequence;
  if (!next.kind.endsWith('-unreadable') || next.kind !== run.kind || next.sequence !== (end ?? 0) + 1) {
    return null;
  }
  return { ...run, through: next.sequence, number: run.number === next.number ? run.number : null };
}

function* verifyFile({ db }: Connection): Generator<Finding> {
  for (const row of db.prepare('PRAGMA integrity_check(20)').iterate()) {
    // A page's errors come as one message, under a heading.
    const message =
      String(row.integrity_check)
        .replace(/^\*\*\*.*\n/, '')
        .split('\n')[0] ?? '';
    if (message === 'ok') continue;
    yield finding(/FTS5 table/i.test(message) ? 'derived' : 'file', { detail: message });
  }
}

/**
 * Whether tables, indexes and the triggers that guard the entries are as the program made them; of an earlier version
 * those that stay when it is brought up to this one.
 */
function* verifySchema({ db }: Connection, version: number): Generator<Finding> {
  const { tables, which } = madeIn(version);
  const expected = new Map(schemaAsMade(tables, which));
  for (const [name, sql] of schemaOf(db, which)) {
    if (expected.get(name) !== sql) yield finding('schema', { detail: name });
    expected.delete(name);
  }
  for (const name of expected.keys()) yield finding('schema', { detail: name });
}

function madeIn(version: number): { readonly tables: string; readonly which: string } {
  if (version === schemaVersion) return { tables: allTables, which: 'TRUE' };
  const of = (names: readonly string[]) => `tbl_name IN (${names.map((name) => `'${name}'`)})`;
  return version === 1
    ? { tables: chainTables, which: of(chainTableNames) }
    : { tables: chainTables + typingTables, which: of([...chainTableNames, ...typingTableNames]) };
}

function schemaAsMade(tables: string, which: string): [string, string][] {
  const model = new DatabaseSync(':memory:');
  try {
    model.exec(tables);
    return schemaOf(model, which);
  } finally {
    model.close();
  }
}

function schemaOf(db: DatabaseSync, which: string): [string, string][] {
  return db
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE ${which} AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .all()
    .map((row) => [String(row.name), String(row.sql)]);
}

/**
 * A mail whose recipients cannot be read, or that has been sent without an attempt. In version 2 none could be sent.
 * Without a secret to send with, and when it is withdrawn, one may have changed without having been tried.
 */
function outboxIsWrong(version: number): string {
  const unreadable = 'NOT json_valid(outbox.recipients)';
  return version === 2
    ? unreadable
    : `${unreadable} OR NOT json_valid(outbox.refused) OR (outbox.state NOT IN ('queued', 'waiting', 'withdrawn')
      AND NOT EXISTS (SELECT 1 FROM outbox_attempt WHERE outbox_attempt.mail = outbox.id))`;
}

/** A finding for each row beside the chain that is wrong. */
function* verifyBeside({ db }: Connection, table: 'typing' | 'outbox', isWrong: string): Generator<Finding> {
  const wrong = db.prepare(
    `SELECT number FROM ${table} LEFT JOIN incident ON incident.id = ${table}.incident WHERE ${isWrong}`,
  );
  for (const { number } of wrong.iterate()) {
    yield finding(table, { number: typeof number === 'string' ? number : null });
  }
}
