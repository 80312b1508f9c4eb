/** What can go wrong with the journal, as kinds that the screens have words for (`texts/journal.ts`). */
import { statfsSync } from 'node:fs';
import { derivedTableNames } from './schema.ts';

/**
 * `full` no room; `read-only` not allowed to write or open; `locked` another process would not let go in time;
 * `damaged` the file is not a whole journal; `newer` written by a later version of the program; `missing` no
 * journal there; `other` everything else, see `cause`.
 */
export type JournalErrorKind = 'full' | 'read-only' | 'locked' | 'damaged' | 'newer' | 'missing' | 'other';

export class JournalError extends Error {
  readonly kind: JournalErrorKind;

  constructor(kind: JournalErrorKind, options?: { readonly cause: unknown }) {
    super(`journal: ${kind}`, options);
    this.name = 'JournalError';
    this.kind = kind;
  }
}

/** SQLite's primary result codes (sqlite.org/rescode.html). */
export const sqlite = {
  error: 1,
  perm: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  constraint: 19,
  notADatabase: 26,
} as const;

/** SQLite's primary result code behind an error, or null when the error is not SQLite's. */
export function sqliteCode(error: unknown): number | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
  // The upper bytes hold the extended code.
  return typeof code === 'number' ? code & 0xff : null;
}

/** The error as a JournalError. `folder` is the journal's, to see whether its disk is full. */
export function toJournalError(error: unknown, folder: string): JournalError {
  if (error instanceof JournalError) return error;
  const kind = kindOfSqliteError(error, folder) ?? kindOfSystemError(error) ?? 'other';
  return new JournalError(kind, { cause: error });
}

/** SQLITE_CORRUPT_VTAB, and the bare SQLITE_CONSTRAINT that only FTS5 gives, about a broken index of its own. */
const searchIndexIsBroken: readonly unknown[] = [267, 19];

const derivedIsMissing = RegExp(`no such table: (main\\.)?(${derivedTableNames.join('|')})\\b`);

/** Whether what is damaged is only the tables that can be made again from the entries. */
export function isDerivedDamage(error: unknown): boolean {
  const cause = error instanceof JournalError ? error.cause : error;
  if (!(cause instanceof Error)) return false;
  return (
    ('errcode' in cause && searchIndexIsBroken.includes(cause.errcode)) ||
    derivedIsMissing.test(cause.message)
  );
}

function kindOfSqliteError(error: unknown, folder: string): JournalErrorKind | null {
  switch (sqliteCode(error)) {
    case sqlite.full:
      return 'full';
    // A full disk also shows as a -wal or -shm file that cannot be made or grown.
    case sqlite.ioError:
      return isDiskFull(folder) ? 'full' : 'other';
    case sqlite.cannotOpen:
      return isDiskFull(folder) ? 'full' : 'read-only';
    case sqlite.readOnly:
    case sqlite.perm:
      return 'read-only';
    case sqlite.busy:
    case sqlite.locked:
      return 'locked';
    case sqlite.corrupt:
    case sqlite.notADatabase:
    // What the journal writes breaks no constraint of a journal that is whole.
    case sqlite.constraint:
      return 'damaged';
    // The journal's own SQL is fixed: a table or column that is not there has been taken away.
    case sqlite.error:
      return /no such (table|column)/.test((error as Error).message) ? 'damaged' : null;
    default:
      return null;
  }
}

function kindOfSystemError(error: unknown): JournalErrorKind | null {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'read-only';
    case 'ENOENT':
      return 'missing';
    default:
      return null;
  }
}

const aFewPages = 64 * 1024;

function isDiskFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < aFewPages;
  } catch {
    return false;
  }
}
