/** The check of the whole journal. It reads only, so that what is wrong stays as it was found. */
import { DatabaseSync } from 'node:sqlite';
import { type JournalErrorKind, sqliteCode, toJournalError } from './errors.ts';
import { openForReading } from './file.ts';
import { type Finding, finding } from './finding.ts';
import { derivedTables, truthTables } from './schema.ts';
import { type Connection, connectionOver } from './store.ts';
import { verifyChain } from './verifyChain.ts';
import { verifyDerived } from './verifyDerived.ts';

/** With these there is a damaged file to say something about; otherwise there is nothing to read. */
const aboutTheFile: readonly JournalErrorKind[] = ['damaged', 'other'];

/**
 * Everything that is wrong with the journal in the folder, one by one; nothing when all is well. Works while others
 * write (it sees the journal as it was when it began) and on a damaged file. Throws JournalError 'missing', 'newer',
 * 'locked' or 'read-only' (may not be read).
 */
export function* verifyJournal(folder: string): Generator<Finding> {
  let db: DatabaseSync;
  try {
    db = openForReading(folder, true);
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
    yield* unlessDamaged(verifyFile(connection));
    yield* unlessDamaged(verifySchema(connection));
    yield* joined(unlessDamaged(verifyChain(connection, blamed)));
    yield* unlessDamaged(verifyDerived(connection, blamed));
    yield* unlessDamaged(verifyTyping(connection));
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

const schemaQuery = `SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;

/** Whether tables, indexes and the triggers that guard the entries are as the program made them. */
function* verifySchema({ db }: Connection): Generator<Finding> {
  const expected = new Map(schemaAsMade());
  for (const [name, sql] of schemaOf(db)) {
    if (expected.get(name) !== sql) yield finding('schema', { detail: name });
    expected.delete(name);
  }
  for (const name of expected.keys()) yield finding('schema', { detail: name });
}

function schemaAsMade(): [string, string][] {
  const model = new DatabaseSync(':memory:');
  try {
    model.exec(`${truthTables} ${derivedTables}`);
    return schemaOf(model);
  } finally {
    model.close();
  }
}

function schemaOf(db: DatabaseSync): [string, string][] {
  return db
    .prepare(schemaQuery)
    .all()
    .map((row) => [String(row.name), String(row.sql)]);
}

function* verifyTyping({ db }: Connection): Generator<Finding> {
  const unreadable = db.prepare(
    `SELECT number FROM typing LEFT JOIN incident ON incident.id = typing.incident
    WHERE NOT json_valid(typing.body)`,
  );
  for (const { number } of unreadable.iterate()) {
    yield finding('typing', { number: typeof number === 'string' ? number : null });
  }
}
