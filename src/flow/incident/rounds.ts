/** The rounds of phoning: everybody is tried once before anybody is tried again. */
import type { ActionState } from '../../domain/actionState.ts';
import { nextCandidate } from '../../domain/candidates.ts';
import { compareInstants, formatInstant, parseInstant } from '../../domain/time.ts';
import { peopleFor } from './actionsShown.ts';
import type { IncidentContext, IncidentState } from './state.ts';

/** When it is tried again after a failure at that moment, RFC 3339, where a round is done. */
export function retryAt({ retryMinutes }: IncidentContext, failedAt: string): string {
  return formatInstant(parseInstant(failedAt).add({ minutes: retryMinutes }));
}

/** Whether somebody is left to try in this round. */
export function isMidRound(state: Pick<IncidentState, 'incident' | 'context'>, action: ActionState): boolean {
  const latest = action.attempts.at(-1);
  if (!latest || latest.result === 'reached') return false;
  const people = peopleFor(state, action);
  // Where all have been tried as often, whoever stands first is next.
  return people.some((person) => nextCandidate([person, ...people], action) !== person);
}

/**
 * When it is to be done, RFC 3339 or null: at once in the middle of a round, where only the desk's reminder has a later
 * time. What somebody has put off waits.
 */
export function dueOf(
  state: Pick<IncidentState, 'incident' | 'context' | 'now'>,
  action: ActionState,
): string | null {
  const { due, attempts } = action;
  const latest = attempts.at(-1);
  const isReminder = latest && due === retryAt(state.context, latest.at);
  return isReminder && compareInstants(due, state.now) > 0 && isMidRound(state, action) ? state.now : due;
}
