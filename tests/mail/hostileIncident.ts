/** Incidents and desks whose every text is hostile, as though the journal and the settings were somebody else's. */
import fc from 'fast-check';
import type { Desk } from '../../src/cli/desk.ts';
import { foldIncident, type Incident } from '../../src/domain/incident.ts';
import { callerQuestions, deskQuestions } from '../../src/domain/questions.ts';
import type { Contact, Role } from '../../src/domain/register.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { contact, decision, night, person, recommendation, Story } from '../domain/story.ts';
import { hostileAddress, hostileText } from './hostileText.ts';

export interface HostileCase {
  readonly incident: Incident;
  readonly desk: Desk;
  /** What somebody makes of the subject and of the text by hand. */
  readonly edited: { readonly subject: string; readonly text: string };
}

/** When everything is written. */
export const now = night('03:40');

/** What a case is made of. */
export const hostileParts = fc.record({
  // A few, which stand in all the places in turn: what is found shrinks to one of them.
  texts: fc.array(hostileText, { minLength: 1, maxLength: 5 }),
  addresses: fc.array(hostileAddress, { minLength: 1, maxLength: 4 }),
  exercise: fc.boolean(),
  number: fc.constantFrom('A-2026-0001', 'B-2026-0417', 'Z-2031-12345'),
  choice: fc.constantFrom('ordinary', 'consult-first', 'now', 'morning'),
  /** Whether what somebody makes of the subject has the number in it already. */
  namesNumber: fc.boolean(),
  certainty: fc.constantFrom('confirmed', 'unconfirmed', 'unknown'),
});

export type HostileParts = typeof hostileParts extends fc.Arbitrary<infer T> ? T : never;

export function hostileCase(parts: HostileParts): HostileCase {
  const text = inTurn(parts.texts);
  const address = inTurn(parts.addresses);
  const desk: Desk = {
    dataFolder: '',
    settings: {
      ...defaultSettings,
      deskName: text(),
      deskPhone: text(),
      deskEmail: address(),
      exerciseEmail: address(),
    },
    contacts: roles.map((role) => hostileContact(role, text, address)),
  };
  return {
    incident: incidentOf(parts, text, desk.contacts),
    desk,
    edited: { subject: parts.namesNumber ? `${parts.number} ${text()}` : text(), text: text() },
  };
}

const roles = [
  ...(['director', 'deskManager', 'unitManager', 'unitManager'] as const),
  ...(['dutyOfficer', 'crisisGroup', 'crisisGroup'] as const),
];

function hostileContact(role: Role, text: () => string, address: () => string): Contact {
  return contact(role, text(), text(), { unit: text(), email: address(), extra: { [text()]: text() } });
}

/** Everything that can be told of an incident before a message about it. */
function incidentOf(
  { exercise, number, choice, certainty }: HostileParts,
  text: () => string,
  contacts: readonly Contact[],
): Incident {
  const story = new Story();
  const caller = { name: text(), callback: text() };
  story.tell('02:41', 'incident-opened', {
    ...{ station: 'A', number, source: 'tib', channel: 'phone', exercise, caller },
  });
  for (const { id: question } of callerQuestions) {
    const units = [text(), contacts[2]?.unit ?? ''];
    story.tell('02:42', 'caller-answered', { question, text: text(), certainty, units });
  }
  for (const { id: question } of deskQuestions) {
    story.tell('02:43', 'desk-answered', { question, answer: 'unknown' });
  }
  story.tell('02:44', 'motivation-given', { text: text() });
  story.tell('02:45', 'recommendation-made', recommendation(text(), text()));
  const overridden = choice === 'morning';
  const units = [text(), contacts[3]?.unit ?? ''];
  story.tell('02:46', 'decision-made', { ...decision(choice, units), overridden, motivation: text() });
  const members = contacts.filter(({ role }) => role === 'crisisGroup');
  story.tell('02:47', 'actions-added', {
    actions: [
      ...members.map(
        ({ name, phone, email }) =>
          ({
            kind: 'call-together',
            contact: { ...person(name, phone, 'crisisGroup'), email },
            due: night('02:50'),
          }) as const,
      ),
      ...point(text(), text()),
      { kind: 'follow-up', what: 'answer', text: text(), due: night('03:00') },
      { kind: 'follow-up', what: 'other', text: text(), due: night('04:00') },
    ],
  });
  for (const [index, { key }] of story.incident.actions.entries()) {
    if (index % 4 === 0) story.attempt('02:48', key, 'reached', person(text(), text()));
    if (index % 4 === 1) story.tell('02:49', 'action-skipped', { action: key, reason: text() });
    if (index % 4 === 2) story.tell('02:50', 'action-done', { action: key, note: text() });
    if (index % 8 === 0) story.tell('02:51', 'acknowledged', { action: key, by: text() });
  }
  const by = { answer: 'yes', by: text(), askAgainAt: null } as const;
  const about = story.tell('02:58', 'crisis-leadership-decided', by);
  story.tell('02:59', 'note-added', { text: text(), about });
  story.tell('03:00', 'consequences-described', { text: text() });
  story.tell('03:01', 'incident-closed', { open: [], reason: text() });
  const incident = foldIncident(story.entries.map((entry) => ({ ...entry, operator: text() })));
  if (!incident) throw new Error('the story opens no incident');
  return incident;
}

function point(checklist: string, text: string) {
  return [{ kind: 'checklist-point', checklist, section: null, text, isQuestion: false, due: null } as const];
}

/** Each of them in turn, for ever. */
function inTurn(values: readonly string[]): () => string {
  let index = 0;
  return () => values[index++ % values.length] ?? '';
}
