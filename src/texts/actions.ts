/** What there is to do, in words. */
import type { ActionStatus } from '../domain/actionState.ts';
import type { AddedAction, AnyAction } from '../domain/actions.ts';
import type { Contact } from '../domain/register.ts';

/** The action as an order that can be followed. */
export function actionText(action: AnyAction): string {
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
    case 'decide-crisis-leadership':
      return 'Fråga direktören: ska krisledning aktiveras?';
    case 'call-together':
      return action.contact === null
        ? 'Ta reda på vilka som ingår i krisledningsgruppen och kalla samman dem'
        : `Kalla samman krisledningsgruppen: ${action.contact.name}`;
    case 'checklist-point':
      return action.text;
    case 'follow-up':
      return followUpText(action);
  }
}

function followUpText({ what, text }: Extract<AddedAction, { kind: 'follow-up' }>): string {
  const about = text === '' ? '' : `: ${text}`;
  switch (what) {
    case 'next-report':
      return `Nästa rapport till direktören${about}`;
    case 'answer':
      return `Svar väntas${about}`;
    case 'other':
      return text;
  }
}

export const actionStatusLabels: Readonly<Record<ActionStatus, string>> = {
  open: 'att göra',
  done: 'klart',
  skipped: 'ska inte göras',
  superseded: 'ersatt',
};

/** What the actions below it have in common: when. `later` is a moment in words; null for what is to be done now. */
export function actionHeading(later: string | null, afterConsulting: boolean, exercise: boolean): string {
  const mark = exercise ? 'ÖVNING, kontakta ingen på riktigt – ' : '';
  if (later === null) return `${mark}Att göra nu:`;
  return afterConsulting ? `${mark}Om ingen av dem har svarat ${later}:` : `${mark}Inte nu, utan ${later}:`;
}

/** `: Anna Ek 031-390 06 00`, or nothing when nobody is known. */
export function phoned(contacts: readonly Contact[]): string {
  return people(contacts, ({ phone }) => phone);
}

/** `: Anna Ek anna.ek@example.se`, or nothing when nobody is known. */
export function mailed(contacts: readonly Contact[]): string {
  return people(contacts, ({ email }) => email);
}

function people(contacts: readonly Contact[], reach: (contact: Contact) => string): string {
  const named = contacts.map((contact) =>
    [contact.name, reach(contact)].filter((part) => part !== '').join(' '),
  );
  return named.length === 0 ? '' : `: ${named.join(' eller ')}`;
}
