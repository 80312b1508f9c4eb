/** Whom to reach for an action, in words. */
import type { AnyAction } from '../domain/actions.ts';
import { type Person, personText } from '../domain/person.ts';
import { sourceLabels } from '../texts/labels.ts';

/** `Anna Ek 031-390 06 00`, or the address where something is to be mailed; blank when neither is known. */
export function reachText({ kind }: AnyAction, { name, phone, email }: Person): string {
  return personText({ name, phone: kind === 'mail-director' ? email : phone });
}

/** The same after the action's own words, without a name that stands in them: `Återkoppla till TIB 031-390 06 12`. */
export function withReach(words: string, action: AnyAction, person: Person): string {
  const isNamed =
    action.kind === 'call-together' ||
    (action.kind === 'inform-duty-officer' && person.name === sourceLabels.tib);
  const reach = reachText(action, isNamed ? { ...person, name: '' } : person);
  if (reach === '') return words;
  return isNamed ? `${words} ${reach}` : `${words}: ${reach}`;
}
