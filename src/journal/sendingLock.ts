/** One sender at a time: two would send the same mail twice. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqlite, sqliteCode, toJournalError } from './errors.ts';

const fileName = 'sandning.lock';

/**
 * Takes the lock of the folder's outbox and gives the function that lets it go; null when another has it, in this
 * process or any other. The system itself lets go of it when the process ends, however that happens: it is an open
 * write transaction on a small database of its own, so that nobody who writes in the journal has to wait for a server.
 * Throws JournalError.
 */
export function takeSendingLock(folder: string): (() => void) | null {
  const path = join(folder, fileName);
  try {
    // Only where there is none: to open it by other means and close it again would let go of the lock.
    if (!existsSync(path)) makeFile(path);
    const db = new DatabaseSync(path, { timeout: 0 });
    return unlessBusy(db, 'BEGIN EXCLUSIVE') ? () => db.close() : null;
  } catch (error) {
    throw toJournalError(error, folder);
  }
}

/**
 * Whether somebody is sending just now, in this process or any other. A mail whose state is `sending` when nobody is has
 * been broken off. Only looks, so that it works on a full disk and keeps nobody from sending. Throws JournalError.
 */
export function isSending(folder: string): boolean {
  const path = join(folder, fileName);
  if (!existsSync(path)) return false;
  try {
    const db = new DatabaseSync(path, { timeout: 0, readOnly: true });
    if (!unlessBusy(db, 'SELECT 1 FROM sqlite_schema')) return true;
    db.close();
    return false;
  } catch (error) {
    throw toJournalError(error, folder);
  }
}

/** Whether the statement could be run; closes the database when another has the lock, or with what it throws. */
function unlessBusy(db: DatabaseSync, sql: string): boolean {
  try {
    db.exec(sql);
    return true;
  } catch (error) {
    db.close();
    if (sqliteCode(error) === sqlite.busy) return false;
    throw error;
  }
}

function makeFile(path: string): void {
  try {
    writeFileSync(path, '', { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}
