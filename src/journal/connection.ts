/** An open connection: its statements, and how it takes the write lock. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { sqlite, sqliteCode } from './errors.ts';

/** Statements on an open connection, prepared once each. */
export interface Connection {
  readonly db: DatabaseSync;
  prepare(sql: string): StatementSync;
}

/** The connection over an open database. */
export function connectionOver(db: DatabaseSync): Connection {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return { db, prepare };
}

/** How long to wait for another process to finish its write, in milliseconds. */
export const busyTimeout = 2000;

/**
 * Begins a transaction that writes, trying again every millisecond until `busyTimeout` has passed. SQLite's own
 * waiting sleeps longer and longer, and a process that writes one entry after another would keep the others out all
 * that time. Throws SQLite's error.
 */
export function beginWriting(db: DatabaseSync): void {
  const deadline = performance.now() + busyTimeout;
  db.exec('PRAGMA busy_timeout = 0');
  try {
    while (!tryBegin(db, performance.now() < deadline)) Atomics.wait(neverWoken, 0, 0, 1);
  } finally {
    db.exec(`PRAGMA busy_timeout = ${busyTimeout}`);
  }
}

const neverWoken = new Int32Array(new SharedArrayBuffer(4));

function tryBegin(db: DatabaseSync, mayWait: boolean): boolean {
  try {
    db.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (mayWait && sqliteCode(error) === sqlite.busy) return false;
    throw error;
  }
}
