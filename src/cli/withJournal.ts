/** The journal for one command: opened, used and closed. */
import { type Journal, openJournal } from '../journal/journal.ts';
import { dataFolder } from '../settings/folders.ts';
import { type Context, machineTime } from './context.ts';

/** Gives the journal to `use`, for reading only, and closes it. Throws JournalError. */
export async function readingJournal<T>(
  context: Context,
  use: (journal: Journal) => T | Promise<T>,
): Promise<T> {
  const journal = openJournal(dataFolder(context.env), { now: machineTime, readOnly: true });
  try {
    return await use(journal);
  } finally {
    journal.close();
  }
}
