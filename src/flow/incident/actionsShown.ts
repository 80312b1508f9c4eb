/** The actions, and what can be done about each. */
import { type ActionState, crisisLeadershipKey } from '../../domain/actionState.ts';
import type { AnyAction } from '../../domain/actions.ts';
import { candidatesFor } from '../../domain/candidates.ts';
import type { Entry } from '../../domain/entry.ts';
import { isKnown } from '../../domain/entry.ts';
import { type Person, samePerson } from '../../domain/person.ts';
import { struckEntries } from '../../domain/struck.ts';
import type { IncidentState } from './state.ts';

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

/** The consultation whose advice waits for a decision; null when there is none. */
export function advisedAction({ incident }: Pick<IncidentState, 'incident'>): ActionState | null {
  return incident.actions.find(({ status, advice }) => status === 'open' && advice !== null) ?? null;
}

/** Whether nothing is left to do or to finish. */
export function isAllDone({
  incident: { actions, awaits, status },
}: Pick<IncidentState, 'incident'>): boolean {
  return status === 'open' && awaits === null && actions.every((action) => action.status !== 'open');
}

/** Everybody who can be phoned for the action: those of the register, then others who have been tried. */
export function peopleFor(
  { incident, context }: Pick<IncidentState, 'incident' | 'context'>,
  { action, attempts }: ActionState,
): Person[] {
  if (!isPhoned(action)) return [];
  const known = candidatesFor(action, incident, context.contacts);
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
