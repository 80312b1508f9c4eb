/** The actions as the screen lists them, and what can be done about each. */
import { type ActionState, crisisLeadershipKey } from '../../domain/actionState.ts';
import { type AnyAction, isDecisive } from '../../domain/actions.ts';
import { candidatesFor } from '../../domain/candidates.ts';
import type { Entry } from '../../domain/entry.ts';
import { isKnown } from '../../domain/entry.ts';
import { struckEntries } from '../../domain/incident.ts';
import { type Person, samePerson } from '../../domain/person.ts';
import type { IncidentState } from './state.ts';

/**
 * The open ones in order of due time, those without a time last; then the ones that have come to an end. The director
 * comes first once due: a next try in five minutes must not end up under whatever else has been late for longer.
 */
export function actionsInOrder({ incident, now }: Pick<IncidentState, 'incident' | 'now'>): ActionState[] {
  const moment = ({ due, action }: ActionState) => {
    if (due === null) return Number.POSITIVE_INFINITY;
    const isDecisiveNow = isDecisive(action) && Date.parse(due) <= Date.parse(now);
    return isDecisiveNow ? Number.NEGATIVE_INFINITY : Date.parse(due);
  };
  const open = incident.actions.filter(({ status }) => status === 'open');
  const byTime = open.toSorted((a, b) => (moment(a) === moment(b) ? 0 : moment(a) - moment(b)));
  return [...byTime, ...incident.actions.filter(({ status }) => status !== 'open')];
}

/** The action that is open in the list. */
export function selectedAction({ incident, selected }: IncidentState): ActionState | null {
  return incident.actions.find(({ key }) => key === selected) ?? null;
}

/** Whether somebody is phoned for it. */
export function isPhoned({ kind }: AnyAction): boolean {
  switch (kind) {
    case 'call-director':
    case 'consult':
    case 'inform-unit-manager':
    case 'inform-duty-officer':
    case 'decide-crisis-leadership':
    case 'call-together':
      return true;
    case 'mail-director':
    case 'checklist-point':
    case 'follow-up':
      return false;
  }
}

/** Whether whoever was told is to confirm it. */
export function isAcknowledged({ kind }: AnyAction): boolean {
  return kind === 'inform-unit-manager' || kind === 'inform-duty-officer' || kind === 'call-together';
}

/** Whether saying that it is done is enough. Where an answer is asked for, it is not done without one. */
export function isTicked({ kind }: AnyAction): boolean {
  return kind !== 'call-director' && kind !== 'consult' && kind !== 'decide-crisis-leadership';
}

/** Whether closing the incident with it open takes a reason: what the rules require, and what was promised. */
export function isRequired({ action }: ActionState): boolean {
  return 'requirement' in action ? action.requirement === 'required' : action.kind !== 'checklist-point';
}

/** Everybody who can be phoned for the action: those of the register, then others who have been tried. */
export function peopleFor(state: IncidentState, { action, attempts }: ActionState): Person[] {
  if (!isPhoned(action)) return [];
  const known = candidatesFor(action, state.incident, state.context.contacts);
  const people = [...known, ...attempts.map(({ whom }) => whom)];
  return people.filter((person, index) => people.findIndex((each) => samePerson(each, person)) === index);
}

/** The latest entry about the action that still counts; null when there is none. */
export function latestEntryOf({ entries }: Pick<IncidentState, 'entries'>, key: string): string | null {
  const struck = struckEntries(entries);
  return entries.findLast((entry) => !struck.has(entry.id) && isAbout(entry, key))?.id ?? null;
}

function isAbout(entry: Entry, key: string): boolean {
  if (!isKnown(entry)) return false;
  switch (entry.type) {
    case 'contact-attempted':
    case 'next-try-set':
    case 'acknowledged':
    case 'action-done':
    case 'action-skipped':
    case 'action-assigned':
    case 'consulted':
    case 'message-made':
      return entry.payload.action === key;
    case 'crisis-leadership-decided':
      return key === crisisLeadershipKey;
    case 'actions-added':
      return key.startsWith(`${entry.id}:`);
    default:
      return false;
  }
}
