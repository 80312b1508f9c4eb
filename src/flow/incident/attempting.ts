/** Trying to reach somebody: logged the moment the key is pressed, and what is asked once somebody is reached. */
import type { ActionState, Attempt } from '../../domain/actionState.ts';
import { followUpsOf, hasFallenDue } from '../../domain/followUps.ts';
import type { AttemptResult } from '../../domain/payloads.ts';
import { nameOf, type Person } from '../../domain/person.ts';
import { isAcknowledged, isPhoned, peopleFor } from './actionsShown.ts';
import { askCrisisLeadership } from './crisisLeadership.ts';
import { ask, openField, refuse } from './panels.ts';
import { isMidRound, retryAt } from './rounds.ts';
import { isSameFinger } from './sameFinger.ts';
import { withNextPerson } from './selecting.ts';
import type { IncidentState } from './state.ts';
import { andThen, type Moment, record, type Turn, turn } from './turn.ts';

/** Logs what came of phoning the person shown; where nobody is known, asks first whom it was. */
export function onAttemptKey(
  state: IncidentState,
  { key, status, action, attempts }: ActionState,
  result: AttemptResult,
  at: Moment,
): Turn {
  if (!isPhoned(action)) return turn(refuse(state, 'nobody-to-phone'));
  if (status !== 'open') return turn(refuse(state, 'has-ended'));
  const latest = attempts.at(-1);
  if (latest?.result === result && latest.by === state.context.operator && isSameFinger(latest.at, at))
    return turn(refuse(state, 'same-attempt-again'));
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
  const nextTryAt = result === 'reached' ? null : nextTry(state, key, { whom, result }, at);
  const recorded = record(state, at, 'contact-attempted', { action: key, whom, result, nextTryAt });
  return andThen(recorded, (after) => {
    const shown = result === 'reached' ? { ...after, person: whom } : withNextPerson(after);
    // Round and round there is always somebody next: with a single number the same one, and nobody else.
    const action = shown.incident.actions.find((each) => each.key === key);
    const next = action && peopleFor(shown, action).length > 1 ? shown.person : null;
    const waitsUntil = action && isMidRound(shown, action) ? null : nextTryAt;
    const told: IncidentState = {
      ...shown,
      notice: { kind: 'attempted', result, at: at.now, nextTryAt: waitsUntil, next },
    };
    return turn(result === 'reached' ? askAfterReaching(told, key, whom, at.now) : told);
  });
}

/**
 * When it is tried again after a failure, RFC 3339. Null while there is somebody left to try in this round: then it
 * stands where it stood, to be gone on with at once. But what the desk has been reminded of gets a time in any case,
 * so that it rings again for whoever is called away in the middle of a round.
 */
function nextTry(
  state: IncidentState,
  key: string,
  tried: Pick<Attempt, 'whom' | 'result'>,
  at: Moment,
): string | null {
  const { incident, context } = state;
  const retry = retryAt(context, at.now);
  const action = incident.actions.find((each) => each.key === key);
  const followUp = followUpsOf(incident, context.reminderMinutes).find((each) => each.key === key);
  if (!action || !followUp || hasFallenDue(followUp, at.now)) return retry;
  const attempt: Attempt = { ...tried, entry: '', at: at.now, by: context.operator };
  return isMidRound(state, { ...action, attempts: [...action.attempts, attempt] }) ? null : retry;
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
