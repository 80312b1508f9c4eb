/** The incidents that are not closed, kept up with what any workplace writes. */
import type { Incident } from '../../domain/incident.ts';
import type { Journal } from '../../journal/journal.ts';

export interface LiveIncidents {
  /** Reads what has been written since the last time. True when anything has, also about the desk itself. */
  refresh(): boolean;
  /** Newest first by when they were received. */
  all(): readonly Incident[];
}

/** More than this at once, and all are read anew. */
const fewEnough = 50;

/** Reads them all at the first `refresh`. Throws JournalError, and may be asked again after that. */
export function liveIncidents(journal: () => Journal): LiveIncidents {
  let sequence = -1;
  let open = new Map<string, Incident>();
  return {
    refresh() {
      const head = journal().head()?.sequence ?? 0;
      if (head === sequence) return false;
      // A journal that has become shorter is another one, such as a copy that was put back.
      const isAnother = sequence < 0 || head < sequence;
      const changed = isAnother ? null : journal().changedSince(sequence);
      if (changed === null || changed.length > fewEnough) {
        open = new Map(
          journal()
            .openIncidents()
            .map((incident) => [incident.id, incident]),
        );
      } else {
        for (const id of changed) {
          const incident = journal().findIncident(id);
          if (incident && incident.status !== 'closed') open.set(id, incident);
          else open.delete(id);
        }
      }
      // What is written after `head` was read is seen twice, and never missed.
      sequence = head;
      return true;
    },
    all: () => [...open.values()].sort((a, b) => Date.parse(b.receivedAt) - Date.parse(a.receivedAt)),
  };
}
