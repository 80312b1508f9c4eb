/** An incident as one of many: what lists, the log browser and `tjour logg` show of it. */
import type { IncidentStatus } from './incident.ts';
import type { Outcome, Timing } from './rules.ts';

export interface IncidentListItem {
  readonly number: string;
  readonly id: string;
  /** RFC 3339 in the desk's offset, to the second. */
  readonly receivedAt: string;
  readonly summary: string;
  /** What was decided; null before that. */
  readonly outcome: Outcome | null;
  readonly timing: Timing | null;
  readonly status: IncidentStatus;
  readonly exercise: boolean;
  readonly operator: string;
  /** How many things remain to do; 0 before the decision. */
  readonly actionsOpen: number;
  /** Where the list is in order by how long something took: the seconds; null where it has not happened. */
  readonly waited?: number | null;
}
