/** What was written down long after the desk got to know it. */
import type { Entry } from './entry.ts';

/** From so many minutes on an entry is late: what is written during a call or right after it is not. */
export const lateAfterMinutes = 15;

/** How many whole minutes passed before the entry was written down; null when it was not late. */
export function minutesLate({
  receivedAt,
  recordedAt,
}: Pick<Entry, 'receivedAt' | 'recordedAt'>): number | null {
  const minutes = Math.floor((Date.parse(recordedAt) - Date.parse(receivedAt)) / 60_000);
  return minutes >= lateAfterMinutes ? minutes : null;
}
