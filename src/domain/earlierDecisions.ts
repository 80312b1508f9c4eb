/** The decisions that were replaced, each with the recommendation that it rested on. */
import { type Entry, isKnown, type KnownEntry } from './entry.ts';
import type { Incident } from './incident.ts';

type EntryOf<T extends KnownEntry['type']> = Extract<KnownEntry, { readonly type: T }>;

export interface EarlierDecision {
  readonly decision: EntryOf<'decision-made'>;
  /** The latest before it; null when there was none, or when it is the one that still stands. */
  readonly recommendation: EntryOf<'recommendation-made'> | null;
}

/** In the order they were made. `entries` are all of the incident's, in order. */
export function earlierDecisions(incident: Incident, entries: readonly Entry[]): EarlierDecision[] {
  const standing = [incident.decision?.entry, incident.recommendation?.entry];
  const found: EarlierDecision[] = [];
  let recommendation: EarlierDecision['recommendation'] = null;
  for (const entry of entries.filter(isKnown)) {
    if (entry.type === 'recommendation-made') {
      recommendation = standing.includes(entry.id) ? null : entry;
    } else if (entry.type === 'decision-made' && !standing.includes(entry.id)) {
      found.push({ decision: entry, recommendation });
    }
  }
  return found;
}
