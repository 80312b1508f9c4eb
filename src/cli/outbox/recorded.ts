/** What is done to the outbox by somebody's wish, together with the entries that say so in the record. */
import type { NewEntry } from '../../domain/entry.ts';
import { JournalError } from '../../journal/errors.ts';
import type { Journal } from '../../journal/journal.ts';
import type { OutboxWrites } from '../../journal/outbox.ts';

/** When it is done, RFC 3339, and by whom. */
export interface By {
  readonly now: string;
  readonly operator: string;
}

/** Takes back what has been done in a transaction. */
class NotDone extends Error {}

/**
 * Does `change` and writes the entries, both or neither. False when `change` gives false: then nothing has been done.
 * When the entries are there already, so is what they say, and nothing more is done; `fresh` is how many are not. Throws
 * JournalError.
 */
export function recordWith(
  journal: Journal,
  entries: readonly NewEntry[],
  change: (outbox: OutboxWrites, fresh: number) => boolean,
): boolean {
  // A mail that is about no incident has no record to be told of in.
  if (entries.length === 0) return change(journal.outbox, 0);
  try {
    journal.claim(entries, (claimed, outbox) => {
      if (!change(outbox, claimed.length)) throw new NotDone();
    });
    return true;
  } catch (error) {
    if (error instanceof JournalError && error.cause instanceof NotDone) return false;
    throw error;
  }
}
