/** The journal for one command: opened for reading, used and closed. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { JournalError } from '../journal/errors.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { dataFolder } from '../settings/folders.ts';
import { draftsFolder } from './call/drafts.ts';
import { type Context, machineTime } from './context.ts';

/** What `use` gives for the journal; null when nothing has been saved yet. Throws JournalError. */
export function readingJournal<T>({ env }: Context, use: (journal: Journal) => T): T | null {
  return readingJournalIn(dataFolder(env), use);
}

/** The same, for the journal in a data folder. */
export function readingJournalIn<T>(folder: string, use: (journal: Journal) => T): T | null {
  const journal = openIfThere(folder);
  if (!journal) return null;
  try {
    return use(journal);
  } finally {
    journal.close();
  }
}

/**
 * The journal in a data folder, opened for reading when it is first asked for and there; null until something has been
 * saved. Asking may throw JournalError.
 */
export function laterJournal(folder: string): { journal(): Journal | null; close(): void } {
  let open: Journal | null = null;
  return {
    journal() {
      open ??= openIfThere(folder);
      return open;
    },
    close: () => open?.close(),
  };
}

function openIfThere(folder: string): Journal | null {
  try {
    return openJournal(folder, { now: machineTime, readOnly: true });
  } catch (error) {
    if (isMissing(error) && isUnused(folder)) return null;
    throw error;
  }
}

/** Whether the error says that there is no journal in the folder. */
export function isMissing(error: unknown): boolean {
  return error instanceof JournalError && error.kind === 'missing';
}

/** Whether a folder without a journal never had one. Where there are drafts there was a journal, and it is gone. */
export function isUnused(folder: string): boolean {
  try {
    return !readdirSync(folder).includes(basename(draftsFolder(folder)));
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
