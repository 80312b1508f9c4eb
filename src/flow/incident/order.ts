/** The actions in the order in which the screen lists them. */
import type { ActionState } from '../../domain/actionState.ts';
import { isDecisive } from '../../domain/actions.ts';
import { dueOf } from './rounds.ts';
import type { IncidentState } from './state.ts';

/**
 * The open ones in order of due time, those without a time last; then the ones that have come to an end. The director
 * comes first once due: a next try in five minutes must not end up under whatever else has been late for longer.
 */
export function actionsInOrder(state: Pick<IncidentState, 'incident' | 'context' | 'now'>): ActionState[] {
  const { actions } = state.incident;
  const moment = (action: ActionState) => {
    const due = dueOf(state, action);
    if (due === null) return Number.POSITIVE_INFINITY;
    const isDecisiveNow = isDecisive(action.action) && Date.parse(due) <= Date.parse(state.now);
    return isDecisiveNow ? Number.NEGATIVE_INFINITY : Date.parse(due);
  };
  const open = actions
    .filter(({ status }) => status === 'open')
    .map((action) => ({ action, moment: moment(action) }))
    .toSorted((a, b) => (a.moment === b.moment ? 0 : a.moment - b.moment));
  return [...open.map(({ action }) => action), ...actions.filter(({ status }) => status !== 'open')];
}
