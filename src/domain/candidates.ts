/** Whom to phone for an action, and who is next after an attempt that failed. */
import { sourceLabels } from '../texts/labels.ts';
import { type ActionState, attemptsThisTime } from './actionState.ts';
import type { AnyAction } from './actions.ts';
import type { Incident } from './incident.ts';
import { type Person, samePerson } from './person.ts';
import { isPhoneNumber } from './reach.ts';
import { type Contact, contactsFor } from './register.ts';

/**
 * Everybody who can be reached for the action, in the order to try them: each person in the register's order, with one
 * entry for each of their numbers. Nobody real is mailed in an exercise. Somebody without a number is there too, since they may be reached in other ways.
 * When TIB was the caller and left a number, that comes first for telling TIB. A duty officer without a name is "TIB".
 */
export function candidatesFor(
  action: AnyAction,
  incident: Pick<Incident, 'source' | 'caller' | 'calls' | 'exercise'>,
  contacts: readonly Contact[],
): Person[] {
  const of = (...whom: Parameters<typeof contactsFor>[0][]) =>
    whom.flatMap((each) => contactsFor(each, contacts)).flatMap(numbersOf);
  switch (action.kind) {
    case 'call-director':
    case 'decide-crisis-leadership':
      return of('director');
    case 'mail-director':
      return incident.exercise ? [] : of('director');
    case 'consult':
      return of('deskManager', 'qualityManager');
    case 'inform-unit-manager':
      return action.unit === null ? [] : of({ unit: action.unit });
    case 'inform-duty-officer':
      return distinct([...callers(incident), ...of('dutyOfficer')]).map(named);
    case 'call-together':
      return action.contact ? splitNumbers(action.contact) : [];
    case 'checklist-point':
    case 'follow-up':
      return [];
  }
}

/** The one to try now: whoever has been tried the fewest times without being reached, the first of these. */
export function nextCandidate(
  candidates: readonly Person[],
  state: Pick<ActionState, 'attempts' | 'since'>,
): Person | null {
  const failed = attemptsThisTime(state).filter(({ result }) => result !== 'reached');
  const times = (person: Person) => failed.filter(({ whom }) => samePerson(whom, person)).length;
  return candidates.toSorted((a, b) => times(a) - times(b))[0] ?? null;
}

/** The crisis group, one entry a member. */
export function crisisGroup(contacts: readonly Contact[]): Person[] {
  return contactsFor('crisisGroup', contacts).map(personOf);
}

function personOf({ name, role, unit, phone, email }: Contact): Person {
  return { name, role, unit, phone, email };
}

/**
 * What a register's further columns may be called when they hold a number to phone. `Personnummer`, `Postnummer` and
 * `Journalnummer` hold others.
 */
const phoneHeading = /tel|mobil|jour(?!nal)|phone|^\s*nummer/i;

function numbersOf(contact: Contact): Person[] {
  const further = Object.entries(contact.extra)
    .filter(([heading, value]) => phoneHeading.test(heading) && isPhoneNumber(value))
    .map(([, value]) => value);
  return splitNumbers({ ...personOf(contact), phone: [contact.phone, ...further].join(';') });
}

/** `031-390 06 12, 070-174 06 05` is two numbers; `031/390 06 12` is one. */
function splitNumbers(person: Person): Person[] {
  const numbers = person.phone
    .split(/[,;]/)
    .map((number) => number.trim())
    .filter((number) => number !== '');
  return (numbers.length > 0 ? [...new Set(numbers)] : ['']).map((phone) => ({ ...person, phone }));
}

/** The duty officers who called, the latest first: who knows about it is told first. */
function callers({ source, caller, calls }: Pick<Incident, 'source' | 'caller' | 'calls'>): Person[] {
  return [{ source, caller }, ...calls]
    .toReversed()
    .flatMap(({ source: from, caller: { name = '', callback = '' } }) =>
      from === 'tib' && callback !== ''
        ? [{ name, role: 'dutyOfficer' as const, unit: '', phone: callback, email: '' }]
        : [],
    );
}

/** Registers often name no duty officer, since it is another one each week. */
function named(dutyOfficer: Person): Person {
  return dutyOfficer.name === '' ? { ...dutyOfficer, name: sourceLabels.tib } : dutyOfficer;
}

function distinct(people: readonly Person[]): Person[] {
  return people.filter((person, index) => people.findIndex((each) => each.phone === person.phone) === index);
}
