/** Who knows about the incident so far: what a report may say of whom has been informed. */
import type { ActionState } from './actionState.ts';
import { nameOf } from './person.ts';
import { compareInstants } from './time.ts';

export interface Told {
  readonly action: ActionState['action'];
  readonly name: string;
  /** When, RFC 3339. */
  readonly at: string;
  readonly acknowledged: boolean;
}

/** Whoever has been reached or has acknowledged, in the order of time, each once for each action. */
export function toldSoFar(actions: readonly ActionState[]): Told[] {
  return actions
    .flatMap(({ action, attempts, acknowledgement }): Told[] => {
      const reached = attempts.findLast(({ result }) => result === 'reached');
      if (!reached && !acknowledgement) return [];
      return [
        {
          action,
          name: acknowledgement?.by || (reached ? nameOf(reached.whom) : ''),
          at: reached?.at ?? acknowledgement?.at ?? '',
          acknowledged: acknowledgement !== null,
        },
      ];
    })
    .toSorted((a, b) => compareInstants(a.at, b.at));
}
