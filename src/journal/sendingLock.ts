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
    try {
      db.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      db.close();
      if (sqliteCode(error) === sqlite.busy) return null;
      throw error;
    }
    return () => db.close();
  } catch (error) {
    throw toJournalError(error, folder);
  }
}

function makeFile(path: string): void {
  try {
    writeFileSync(path, '', { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}
