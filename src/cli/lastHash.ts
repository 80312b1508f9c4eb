/** Where the journal's chain ends, for a report or a message to carry. */
import type { Journal } from '../journal/journal.ts';

/** The last entry's hash; null when there is none, or the journal cannot be read: a report is written all the same. */
export function lastHash(journal: () => Journal): string | null {
  try {
    return journal().head()?.hash ?? null;
  } catch {
    return null;
  }
}
