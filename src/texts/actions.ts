/** What there is to do, in words. */
import type { Action } from '../domain/actions.ts';
import type { Contact } from '../domain/register.ts';

/** The action as an order that can be followed. */
export function actionText(action: Action): string {
  switch (action.kind) {
    case 'call-director':
      return 'RING förvaltningsdirektören';
    case 'consult':
      return 'Rådgör med enhetschef Trygghetsjouren eller avdelningschef Kvalitet och utveckling';
    case 'inform-unit-manager':
      return action.unit === null
        ? 'Ta reda på vilken enhetschef som berörs och informera'
        : `Informera enhetschef ${action.unit}`;
    case 'mail-director':
      return 'Skicka rapporten till förvaltningsdirektören';
    case 'inform-duty-officer':
      return 'Återkoppla till TIB';
  }
}

/** `: Anna Ek 031-390 06 00`, or nothing when nobody is known. */
export function person(contacts: readonly Contact[]): string {
  const people = contacts.map(({ name, phone }) => [name, phone].filter((part) => part !== '').join(' '));
  return people.length === 0 ? '' : `: ${people.join(' eller ')}`;
}
