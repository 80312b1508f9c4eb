/** The mail that a template gives, with a made-up incident: put together as a real one is. */
import type { EntryPayloads, EntryType } from '../domain/entry.ts';
import { applyEntry, type Incident } from '../domain/incident.ts';
import { messageChoices } from '../domain/messageRecipients.ts';
import type { MessageKind } from '../domain/payloads.ts';
import type { Person } from '../domain/person.ts';
import { contactsFor } from '../domain/register.ts';
import type { Outcome } from '../domain/rules.ts';
import { recordFile } from '../flow/call/fromFile.ts';
import { startCall } from '../flow/call/state.ts';
import { asWritten, newEntry } from '../flow/newEntry.ts';
import { mailBody } from '../mail/body.ts';
import { defaultSettings } from '../settings/settings.ts';
import * as example from '../texts/templateExamples.ts';
import { callContext, type Desk } from './desk.ts';
import { composeMessage } from './message/compose.ts';
import { composeReport } from './reports.ts';

export interface ExampleMail {
  readonly subject: string;
  readonly body: string;
}

/**
 * The mail about the example incident of that outcome; null when such a message is never made of one, as the call to
 * the crisis group of an ordinary incident. Throws TemplateError when the template has a fault.
 */
export function exampleMail(
  kind: MessageKind | 'report',
  source: string,
  outcome: Outcome,
  exercise: boolean,
): ExampleMail | null {
  const template = { source, problem: null };
  const at = { now: example.times.written, chainHash: example.chainHash };
  const decided = decidedIncident(outcome, exercise);
  if (kind === 'report') {
    const { subject, text } = composeReport(decided, desk, template, at);
    return { subject, body: mailBody(text, exercise) };
  }
  const incident = carriedOut(decided);
  const choice = messageChoices(incident, desk.contacts).find((each) => each.kind === kind);
  if (!choice) return null;
  const { subject, text } = composeMessage(choice, incident, desk, template, at);
  return { subject, body: mailBody(text, exercise) };
}

const desk: Desk = {
  dataFolder: '',
  settings: { ...defaultSettings, deskPhone: example.desk.phone, deskEmail: example.desk.email },
  contacts: example.contacts,
};

/** Decided as recommended, with nothing done yet. */
function decidedIncident(outcome: Outcome, exercise: boolean): Incident {
  const file = example.incidents[outcome];
  const { source, channel, caller } = file;
  const { operator } = example.desk;
  const receivedAt = example.times.received;
  const opening = { id: 'example', station: 'A', source, channel, exercise, caller, operator, receivedAt };
  const at = { now: receivedAt, newId: counted() };
  const { incident } = recordFile(startCall(opening, callContext(desk, [])), file, at).state;
  if (!incident) throw new Error('the example opens no incident');
  return { ...incident, number: example.number };
}

/** A unit's manager has been told; the director, where there is one to phone, has decided on crisis leadership. */
function carriedOut(decided: Incident): Incident {
  const newId = counted();
  let incident = decided;
  const tell = <T extends EntryType>(type: T, payload: EntryPayloads[T], now: string) => {
    const about = { incident: incident.id, operator: example.desk.operator };
    const entry = asWritten(newEntry(type, payload, about, { now, newId: () => `later-${newId()}` }), {
      now,
    });
    incident = applyEntry(incident, entry) ?? incident;
    return entry.id;
  };
  const reach = (kind: 'call-director' | 'inform-unit-manager') => {
    const open = incident.actions.find(({ action, status }) => action.kind === kind && status === 'open');
    if (open) tell('contact-attempted', attempt(open.key, whomFor(open.action)), example.times.acted);
  };
  reach('inform-unit-manager');
  if (decided.decision?.outcome !== 'contact-director') return incident;
  reach('call-director');
  const by = contactsFor('director', desk.contacts)[0]?.name ?? '';
  const about = tell(
    'crisis-leadership-decided',
    { answer: 'yes', by, askAgainAt: null },
    example.times.decided,
  );
  tell('note-added', { text: example.afterwards.reason, about }, example.times.decided);
  tell('consequences-described', { text: example.afterwards.consequences }, example.times.decided);
  return incident;
}

function whomFor(action: Incident['actions'][number]['action']): Person | undefined {
  const unit = action.kind === 'inform-unit-manager' ? action.unit : null;
  return contactsFor(unit === null ? 'director' : { unit }, desk.contacts)[0];
}

function attempt(action: string, contact: Person | undefined): EntryPayloads['contact-attempted'] {
  const { name = '', role = null, unit = '', phone = '', email = '' } = contact ?? {};
  return { action, whom: { name, role, unit, phone, email }, result: 'reached', nextTryAt: null };
}

function counted(): () => string {
  let count = 0;
  return () => `example-${++count}`;
}
