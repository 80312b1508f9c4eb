/** Which messages there are to make about an incident, for whom, and to which addresses they may go. */
import { type ActionState, nextReportKey } from './actionState.ts';
import { affectedUnits } from './answers.ts';
import type { Incident } from './incident.ts';
import type { MessageKind } from './payloads.ts';
import { isMailAddress, type MailAddress } from './reach.ts';
import { type Contact, contactsFor } from './register.ts';

/** Somebody a message is meant for. What is not known is blank. */
export type Recipient = Pick<Contact, 'name' | 'unit' | 'email'>;

/** One message that can be made. */
export interface MessageChoice {
  readonly kind: MessageKind;
  /** The key of the action that it carries out; null when it carries out none. */
  readonly action: string | null;
  /** The unit whose manager it is for; null for other kinds, and when no unit was named. */
  readonly unit: string | null;
  /** As the register has them: in an exercise too, where nothing is addressed to them (`addressees`). */
  readonly recipients: readonly Recipient[];
}

/**
 * The addresses that a message about the incident may go to. In an exercise only the exercise address, or none:
 * "no message in an exercise goes to a real recipient".
 */
export function addressees(
  recipients: readonly Recipient[],
  { exercise }: Pick<Incident, 'exercise'>,
  exerciseEmail: string | null,
): MailAddress[] {
  if (exercise) return exerciseEmail === null ? [] : [{ name: '', address: exerciseEmail }];
  const reachable = recipients.filter(({ email }) => isMailAddress(email));
  return reachable
    .filter(({ email }, index) => reachable.findIndex((each) => each.email === email) === index)
    .map(({ name, email }) => ({ name, address: email }));
}

/** Every message that can be made now: to each unit's manager, TIB, the crisis group if called, and the director. */
export function messageChoices(incident: Incident, contacts: readonly Contact[]): MessageChoice[] {
  const current = incident.actions.filter(({ status }) => status !== 'superseded');
  const keyOf = (kind: ActionState['action']['kind']) =>
    current.find(({ action }) => action.kind === kind)?.key ?? null;
  const group = current.flatMap(({ action }) => (action.kind === 'call-together' ? [action] : []));
  const isCalled = group.length > 0 || incident.crisisLeadership?.answer === 'yes';
  const members = group.flatMap(({ contact }) => contact ?? []);
  return [
    ...unitChoices(current, incident, contacts),
    {
      kind: 'feedback',
      action: keyOf('inform-duty-officer'),
      unit: null,
      recipients: first(contactsFor('dutyOfficer', contacts)),
    },
    ...(isCalled
      ? [
          {
            kind: 'crisis-group',
            action: null,
            unit: null,
            recipients: members.length > 0 ? members : contactsFor('crisisGroup', contacts),
          } as const,
        ]
      : []),
    ...(['director-update', 'director-final'] as const).map((kind) => ({
      kind,
      action:
        current.find(({ key, status }) => key === nextReportKey && status === 'open')?.key ??
        keyOf('mail-director'),
      unit: null,
      recipients: first(contactsFor('director', contacts)),
    })),
  ];
}

/** The message that carries out the action; null when none does. */
export function choiceFor(
  key: string,
  incident: Incident,
  contacts: readonly Contact[],
): MessageChoice | null {
  const action = incident.actions.find((state) => state.key === key)?.action;
  const choices = messageChoices(incident, contacts);
  const of = (kind: MessageKind) => choices.find((choice) => choice.kind === kind) ?? null;
  switch (action?.kind) {
    case 'inform-unit-manager':
      return choices.find((choice) => choice.kind === 'unit-manager' && choice.action === key) ?? null;
    case 'inform-duty-officer':
      return of('feedback');
    case 'call-together': {
      const group = of('crisis-group');
      return (
        group && { ...group, action: key, recipients: action.contact ? [action.contact] : group.recipients }
      );
    }
    case 'mail-director':
      return ofKey(key, of(directorsKind(incident)));
    case 'follow-up':
      return action.what === 'next-report' ? ofKey(key, of(directorsKind(incident))) : null;
    default:
      return null;
  }
}

function ofKey(key: string, choice: MessageChoice | null): MessageChoice | null {
  return choice && { ...choice, action: key };
}

/** The final report when nothing but reporting to the director is left to do. */
function directorsKind({ actions }: Incident): 'director-update' | 'director-final' {
  const isReporting = ({ action }: ActionState) =>
    action.kind === 'mail-director' || (action.kind === 'follow-up' && action.what === 'next-report');
  const isLeft = actions.some((state) => state.status === 'open' && !isReporting(state));
  return isLeft ? 'director-update' : 'director-final';
}

/** One for each unit that is to be informed; before there is a decision, for each that the answers name. */
function unitChoices(
  actions: readonly ActionState[],
  { decision, answers }: Incident,
  contacts: readonly Contact[],
): MessageChoice[] {
  const toInform = actions.flatMap(({ key, action }) =>
    action.kind === 'inform-unit-manager' ? [{ key, unit: action.unit }] : [],
  );
  const named = affectedUnits(answers).map((unit) => ({ key: null, unit }));
  return (decision ? toInform : named).map(({ key, unit }) => ({
    kind: 'unit-manager',
    action: key,
    unit,
    recipients: unit === null ? [] : first(contactsFor({ unit }, contacts)),
  }));
}

/** The first in the register's order who has an address; otherwise the first. */
function first(contacts: readonly Contact[]): Contact[] {
  const contact = contacts.find(({ email }) => isMailAddress(email)) ?? contacts[0];
  return contact ? [contact] : [];
}
