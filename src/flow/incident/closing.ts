/** Closing the incident with what is still open named, and opening it again. */

import type { ActionState } from '../../domain/actionState.ts';
import { isRequired } from './actionsShown.ts';
import { actionsInOrder } from './order.ts';
import { refuse } from './panels.ts';
import type { IncidentState } from './state.ts';
import { andThen, type Moment, record, type Turn, turn } from './turn.ts';

/** What is still open, in the order of the list. */
export function stillOpen(state: IncidentState): ActionState[] {
  return actionsInOrder(state).filter(({ status }) => status === 'open');
}

/** Whether the incident may be closed only with a reason: something required is open, or the call is not finished. */
export function closingNeedsReason(state: IncidentState): boolean {
  return state.incident.awaits !== null || stillOpen(state).some(isRequired);
}

/** `before` is the state with the field still open, `finished` the one without. */
export function closeIncident(
  before: IncidentState,
  finished: IncidentState,
  reason: string,
  at: Moment,
): Turn {
  if (reason === '' && closingNeedsReason(before)) return turn(refuse(before, 'needs-text'));
  const open = stillOpen(before).map(({ key }) => key);
  return andThen(record(finished, at, 'incident-closed', { open, reason }), (next) =>
    turn({ ...next, notice: { kind: 'recorded', what: 'closed', at: at.now } }),
  );
}

export function reopenIncident(state: IncidentState, reason: string, at: Moment): Turn {
  return andThen(record(state, at, 'incident-reopened', { reason }), (next) =>
    turn({ ...next, notice: { kind: 'recorded', what: 'reopened', at: at.now } }),
  );
}
