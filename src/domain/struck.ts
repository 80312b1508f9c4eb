/** Entries that no longer count. They stay in the journal and stay readable. */
import type { Entry, EntryType } from './entry.ts';

/** What can be struck. An answer or a decision is not: a new one takes its place. */
const strikable: readonly string[] = [
  'contact-attempted',
  'next-try-set',
  'acknowledged',
  'action-done',
  'action-skipped',
  'action-assigned',
  'actions-added',
  'consulted',
  'crisis-leadership-decided',
  'consequences-described',
  'note-added',
  'reviewed',
  'review-action-added',
  'review-action-done',
  'registered',
] satisfies EntryType[];

/** Whether the entry may be struck. */
export function canBeStruck({ type }: Pick<Entry, 'type'>): boolean {
  return strikable.includes(type);
}

/** The entries that no longer count, by id, each with the entry that struck it. */
export function struckEntries(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  // Most incidents have none, and very many are folded.
  if (entries.every(({ corrects }) => corrects === null)) return new Map();
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const struck = new Map<string, Entry>();
  for (const entry of entries) {
    const corrected = entry.corrects === null ? undefined : byId.get(entry.corrects);
    // Only what came before can be struck: nothing strikes what is still to be said.
    if (corrected && corrected.sequence < entry.sequence && canBeStruck(corrected))
      struck.set(corrected.id, entry);
  }
  return struck;
}
