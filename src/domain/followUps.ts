/**
 * What must not be forgotten: everything that is to be done or was promised, with the moment when the desk is to be
 * told. Derived from the incidents; nothing of it is stored.
 */
import type { ActionState } from './actionState.ts';
import type { Incident } from './incident.ts';
import { compareInstants, formatInstant, inMinutes, parseInstant } from './time.ts';

export interface FollowUp {
  /** The incident's id. */
  readonly incident: string;
  readonly number: string;
  readonly exercise: boolean;
  /** The action's key, or `undecided`. */
  readonly key: string;
  /** When the desk is told, RFC 3339 in the desk's local offset, to the second. */
  readonly at: string;
  /** When it is or was to be done, RFC 3339: earlier than `at` for what is to be done at once. */
  readonly due: string;
  /** Null for an incident that waits for a decision. */
  readonly action: ActionState | null;
}

/** The key of the follow-up on an incident that has been left without a decision. */
export const undecidedKey = 'undecided';

/**
 * The follow-ups of one incident. What falls due later is told then. What is due at once is told when nobody has seen
 * to it within `reminderMinutes`: until then somebody is at work on it. A closed incident has none.
 */
export function followUpsOf(incident: Incident, reminderMinutes: number): FollowUp[] {
  if (incident.status === 'closed') return [];
  const { id, number, exercise, awaits, changedAt } = incident;
  const about = { incident: id, number, exercise };
  const left = inMinutes(changedAt, reminderMinutes);
  const undecided: FollowUp = { ...about, key: undecidedKey, at: left, due: left, action: null };
  const open = incident.actions.flatMap((action): FollowUp[] => {
    if (action.status !== 'open' || action.due === null) return [];
    const { key, due } = action;
    return [{ ...about, key, at: toldAt(action, due, reminderMinutes), due, action }];
  });
  return awaits === 'decision' ? [undecided, ...open] : open;
}

function toldAt({ since }: ActionState, due: string, reminderMinutes: number): string {
  const isLater = compareInstants(due, since) > 0;
  return isLater ? formatInstant(parseInstant(due)) : inMinutes(since, reminderMinutes);
}

/** Whether its moment has come. `now` is RFC 3339. */
export function hasFallenDue({ at }: Pick<FollowUp, 'at'>, now: string): boolean {
  return compareInstants(at, now) <= 0;
}

/** In the order of their moments; those of the same moment stay as they are. */
export function inOrder<T extends Pick<FollowUp, 'at'>>(followUps: readonly T[]): T[] {
  return followUps.toSorted((a, b) => compareInstants(a.at, b.at));
}

/**
 * What a reminder is known by: the same in every process, and another one when the same follow-up falls due anew.
 * `by` is how the desk is told: a screen that has rung does not stand in the way of a mail.
 */
export function reminderName(
  { incident, key, at }: Pick<FollowUp, 'incident' | 'key' | 'at'>,
  by: 'screen' | 'mail',
): string {
  return ['reminder', by, incident, key, at].join('\n');
}
