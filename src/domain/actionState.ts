/** The actions of an incident as they stand: what there is to do, and what has been done about each. */
import type { AnyAction } from './actions.ts';
import type { AttemptResult } from './payloads.ts';
import type { Person } from './person.ts';

/**
 * `superseded`: something else took its place, such as a new decision, or the director who was reached before anybody
 * could be consulted.
 */
export type ActionStatus = 'open' | 'done' | 'skipped' | 'superseded';

export interface Attempt {
  readonly entry: string;
  readonly at: string;
  readonly by: string;
  readonly whom: Person;
  readonly result: AttemptResult;
}

/** How an action came to an end. */
export interface ActionEnd {
  readonly entry: string;
  readonly at: string;
  readonly by: string;
  /** A note, a reason for skipping, or what was advised; may be blank. */
  readonly text: string;
}

export interface ActionState {
  /** What it is known by within the incident; the same after a new decision that asks for the same thing. */
  readonly key: string;
  readonly action: AnyAction;
  /** From when it was there to do, RFC 3339. */
  readonly since: string;
  /** When it must be done or tried again, RFC 3339; null when it has no time. */
  readonly due: string | null;
  readonly status: ActionStatus;
  /** Every attempt to reach somebody, also from before the action was opened again. */
  readonly attempts: readonly Attempt[];
  readonly acknowledgement: { readonly entry: string; readonly at: string; readonly by: string } | null;
  readonly assignedTo: string | null;
  /** What was advised, for a consultation that waits for a decision. */
  readonly advice: (ActionEnd & { readonly whom: Person }) | null;
  readonly end: ActionEnd | null;
}

/** How many actions are open. What is only kept an eye on, a follow-up, is none. */
export function countOpen(actions: readonly ActionState[]): number {
  return actions.filter(({ status, action }) => status === 'open' && action.kind !== 'follow-up').length;
}

/** The attempts since the action was opened, or opened again. */
export function attemptsThisTime({ attempts, since }: Pick<ActionState, 'attempts' | 'since'>): Attempt[] {
  const opened = Date.parse(since);
  return attempts.filter(({ at }) => Date.parse(at) >= opened);
}

export const callDirectorKey = 'call-director';
/** The action whose draft waits to be sent. */
export const mailDirectorKey = 'mail-director';
export const crisisLeadershipKey = 'decide-crisis-leadership';
/** There is one promise of a next report at a time. */
export const nextReportKey = 'next-report';
