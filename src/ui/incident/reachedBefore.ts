/** Who was told already, before there was something new to tell. */
import type { ActionState, Attempt } from '../../domain/actionState.ts';
import { compareInstants } from '../../domain/time.ts';
import { isPhoned } from '../../flow/incident/actionsShown.ts';

/** The latest time when somebody was reached for an open action, before it was opened again; otherwise null. */
export function reachedBefore({ status, action, attempts, since }: ActionState): Attempt | null {
  // Whoever is asked for words is reached without being done, and waits for no news.
  const isDoneOnceReached =
    isPhoned(action) && action.kind !== 'consult' && action.kind !== 'decide-crisis-leadership';
  if (status !== 'open' || !isDoneOnceReached) return null;
  return (
    attempts.findLast(({ result, at }) => result === 'reached' && compareInstants(at, since) <= 0) ?? null
  );
}
