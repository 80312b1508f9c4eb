/** Trying to reach somebody: logged the moment the key is pressed, and what is asked once somebody is reached. */
import type { ActionState } from '../../domain/actionState.ts';
import type { AttemptResult } from '../../domain/payloads.ts';
import { nameOf, type Person } from '../../domain/person.ts';
import { formatInstant, parseInstant } from '../../domain/time.ts';
import { isAcknowledged, isPhoned } from './actionsShown.ts';
import { askCrisisLeadership } from './crisisLeadership.ts';
import { ask, openField, refuse } from './panels.ts';
import { withNextPerson } from './selecting.ts';
import type { IncidentState } from './state.ts';
import { andThen, type Moment, record, type Turn, turn } from './turn.ts';

/** Logs what came of phoning the person shown; where nobody is known, asks first whom it was. */
export function onAttemptKey(
  state: IncidentState,
  { key, status, action }: ActionState,
  result: AttemptResult,
  at: Moment,
): Turn {
  if (!isPhoned(action)) return turn(refuse(state, 'nobody-to-phone'));
  if (status !== 'open') return turn(refuse(state, 'has-ended'));
  return state.person === null
    ? turn(openField(state, { kind: 'whom', action: key, result }))
    : attempt(state, key, state.person, result, at);
}

/** Records the attempt. `key` is the action's. */
export function attempt(
  state: IncidentState,
  key: string,
  whom: Person,
  result: AttemptResult,
  at: Moment,
): Turn {
  const retry = parseInstant(at.now).add({ minutes: state.context.retryMinutes });
  const nextTryAt = result === 'reached' ? null : formatInstant(retry);
  const recorded = record(state, at, 'contact-attempted', { action: key, whom, result, nextTryAt });
  return andThen(recorded, (next) => {
    const shown = result === 'reached' ? { ...next, person: whom } : withNextPerson(next);
    const told: IncidentState = {
      ...shown,
      notice: { kind: 'attempted', result, at: at.now, nextTryAt, next: shown.person },
    };
    return turn(result === 'reached' ? askAfterReaching(told, key, whom, at.now) : told);
  });
}

function askAfterReaching(state: IncidentState, key: string, whom: Person, reachedAt: string): IncidentState {
  const reached = state.incident.actions.find((action) => action.key === key)?.action;
  if (!reached) return state;
  if (isAcknowledged(reached)) return askAcknowledged(state, key, whom, reachedAt);
  switch (reached.kind) {
    case 'call-director':
    case 'decide-crisis-leadership':
      return askCrisisLeadership(state, reachedAt);
    case 'consult':
      return openField(state, { kind: 'advice', action: key, whom });
    default:
      return state;
  }
}

/** Asks whether the person has acknowledged. */
export function askAcknowledged(
  state: IncidentState,
  action: string,
  whom: Person,
  reachedAt: string | null,
): IncidentState {
  return ask(state, { kind: 'acknowledged', action, by: nameOf(whom), reachedAt });
}
