/** Keeping a screen up with what any workplace writes. */
import type { Journal } from '../../journal/journal.ts';

/**
 * Gives a function for what there is to read when the journal has got entries since it was last read, and the first
 * time: null when it has none, or cannot be read, which is tried again at the next call.
 */
export function journalNews<T>(journal: () => Journal, read: (journal: Journal) => T): () => T | null {
  let sequence = -1;
  return () => {
    try {
      const head = journal().head()?.sequence ?? 0;
      if (head === sequence) return null;
      const found = read(journal());
      // What is written after `head` was read is seen twice, and never missed.
      sequence = head;
      return found;
    } catch {
      return null;
    }
  };
}
