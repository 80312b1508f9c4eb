/** What the log can be narrowed by, and what one incident is in each of those respects. */
import type { Entry } from './entry.ts';
import type { Incident, IncidentStatus } from './incident.ts';
import type { IncidentFacts } from './incidentFacts.ts';
import { minutesLate } from './late.ts';
import type { Outcome, Timing } from './rules.ts';

/** What was decided, or that nothing is. */
export type OutcomeOrNone = Outcome | 'undecided';

/** What an incident is found by besides its text and its day. All that is given must hold. */
export interface Facets {
  readonly outcome?: OutcomeOrNone | undefined;
  /** When the director was to be contacted. */
  readonly timing?: Timing | undefined;
  readonly status?: IncidentStatus | undefined;
  /** A unit that was or might have been affected, by its name. */
  readonly unit?: string | undefined;
  /** Who took the first call. */
  readonly operator?: string | undefined;
  readonly exercise?: boolean | undefined;
  /** Somebody at the desk decided otherwise than recommended. */
  readonly overridden?: true | undefined;
  /** Something was written down late (`late.ts`). */
  readonly late?: true | undefined;
  /** Whether it has been reviewed. What is not decided is neither. */
  readonly reviewed?: boolean | undefined;
  /** A review led to something that is still to be done. */
  readonly reviewActionsOpen?: true | undefined;
}

export const facetNames = [
  'outcome',
  'timing',
  'status',
  'unit',
  'operator',
  'exercise',
  'overridden',
  'late',
  'reviewed',
  'reviewActionsOpen',
] as const satisfies readonly (keyof Facets)[];

export interface LogFilter extends Facets {
  /**
   * Every word must begin some word of the incident's text. What stands within quotes must be there in that order; where
   * the closing quote is missing, the last word may go on.
   */
  readonly text?: string | undefined;
  /** The first and last day of receivedAt, YYYY-MM-DD in the desk's calendar, both included. */
  readonly fromDate?: string | undefined;
  readonly toDate?: string | undefined;
}

/** The slowest first is by the time to the first decision, or until the director was reached (`incidentFacts.ts`). */
export const logOrders = ['newest', 'oldest', 'slowest-decision', 'slowest-director'] as const;
export type LogOrder = (typeof logOrders)[number];

/** All that holds for one incident, each as a filter of its own: of some there is more than one. */
export function facetsOf(incident: Incident, entries: readonly Entry[], facts: IncidentFacts): Facets[] {
  const { decision, status, operator, exercise, review, reviewActions } = incident;
  return [
    { outcome: decision?.outcome ?? 'undecided' },
    { status },
    { operator },
    { exercise },
    ...(decision?.timing ? [{ timing: decision.timing }] : []),
    ...(decision ? [{ reviewed: review !== null }] : []),
    ...(facts.overridden ? [{ overridden: true as const }] : []),
    ...(entries.some((entry) => minutesLate(entry) !== null) ? [{ late: true as const }] : []),
    ...(reviewActions.some(({ done }) => done === null) ? [{ reviewActionsOpen: true as const }] : []),
    ...facts.units.map(({ unit }) => ({ unit })),
  ];
}
