/** Which action is open in the list, and whom it shows. */

import type { AnyAction } from '../../domain/actions.ts';
import { nextCandidate } from '../../domain/candidates.ts';
import { type Person, samePerson } from '../../domain/person.ts';
import type { Key } from '../keys.ts';
import { isPhoned, peopleFor, selectedAction } from './actionsShown.ts';
import { actionsInOrder } from './order.ts';
import type { IncidentState } from './state.ts';

/** How many rows Page Up and Page Down go. */
export const page = 8;

/** Opens the action with this key in the list; the first one when there is none. */
export function select(state: IncidentState, key: string | null): IncidentState {
  const ordered = actionsInOrder(state);
  const found = ordered.find((action) => action.key === key) ?? ordered[0];
  return withNextPerson({ ...state, selected: found?.key ?? null });
}

/** Shows the one to try now. */
export function withNextPerson(state: IncidentState): IncidentState {
  const action = selectedAction(state);
  return { ...state, person: action && nextCandidate(peopleFor(state, action), action) };
}

/**
 * After more entries: the selection and the person stay, unless they are gone. A new decision begins anew, with what
 * is most urgent.
 */
export function keepSelection(before: IncidentState, after: IncidentState): IncidentState {
  const action = selectedAction(after);
  if (!action || before.incident.decision?.entry !== after.incident.decision?.entry)
    return select(after, null);
  const { person } = after;
  const isGone = person && !peopleFor(after, action).some((each) => samePerson(each, person));
  return isGone ? withNextPerson(after) : after;
}

/**
 * Opens the action that follows on one that has come to an end: the next open one in the order that there was before,
 * round and round; after a checklist's point the next of the same list, as long as there is one.
 */
export function selectAfter(before: IncidentState, after: IncidentState, key: string): IncidentState {
  const order = actionsInOrder(before);
  const index = order.findIndex((state) => state.key === key);
  const ended = order[index];
  const following = [...order.slice(index + 1), ...order.slice(0, Math.max(0, index))];
  const open = following.filter(({ status }) => status === 'open');
  const next = open.find(({ action }) => ended && isSameList(action, ended.action)) ?? open[0];
  return next ? select(after, next.key) : after;
}

function isSameList(a: AnyAction, b: AnyAction): boolean {
  return a.kind === 'checklist-point' && b.kind === 'checklist-point' && a.checklist === b.checklist;
}

/** The place in a list that a key moves to, from 0; null for a key that does not move. */
export function moved(index: number, length: number, kind: Key['kind']): number | null {
  const last = Math.max(0, length - 1);
  const within = (to: number) => Math.max(0, Math.min(last, to));
  switch (kind) {
    case 'up':
      return within(index - 1);
    case 'down':
      return within(index + 1);
    case 'page-up':
      return within(index - page);
    case 'page-down':
      return within(index + page);
    case 'home':
      return 0;
    case 'end':
      return last;
    default:
      return null;
  }
}

/** ↑, ↓, Home, End and the page keys; null for any other key. */
export function moveSelection(state: IncidentState, kind: Key['kind']): IncidentState | null {
  const ordered = actionsInOrder(state);
  const index = ordered.findIndex(({ key }) => key === state.selected);
  const to = moved(index, ordered.length, kind);
  if (to === null) return null;
  const key = ordered[to]?.key ?? null;
  return key === state.selected ? state : select(state, key);
}

/** The people to choose among for the selected action, and in the end somebody else. */
export function peopleToChoose(state: IncidentState): (Person | null)[] {
  const action = selectedAction(state);
  return action && isPhoned(action.action) ? [...peopleFor(state, action), null] : [];
}

/** The next or previous person or number, round and round. */
export function otherPerson(state: IncidentState, direction: -1 | 1): IncidentState {
  const people = peopleToChoose(state);
  if (people.length < 2) return { ...state, notice: { kind: 'nobody-else' } };
  const index = people.findIndex((each) => isShown(state, each));
  const to = (index + direction + people.length) % people.length;
  return { ...state, person: people[to] ?? null };
}

/** Whether this is whom the selected action shows. */
export function isShown({ person }: Pick<IncidentState, 'person'>, each: Person | null): boolean {
  return person === null || each === null ? person === each : samePerson(person, each);
}
