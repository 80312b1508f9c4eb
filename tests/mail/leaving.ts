/** From a hostile case to what leaves, by the program's own way. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { recipientOf } from '../../src/cli/correspondents.ts';
import { composeMessage } from '../../src/cli/message/compose.ts';
import { composeReport } from '../../src/cli/reports.ts';
import { keptText } from '../../src/domain/message.ts';
import { messageChoices } from '../../src/domain/messageRecipients.ts';
import { messageKinds } from '../../src/domain/payloads.ts';
import type { MailAddress } from '../../src/domain/reach.ts';
import { keptSubject } from '../../src/domain/reportSubject.ts';
import { cleanText } from '../../src/domain/text.ts';
import { mailBody } from '../../src/mail/body.ts';
import { messageFileWords } from '../../src/mail/message.ts';
import { type HostileCase, now } from './hostileIncident.ts';

export const kinds = ['report', ...messageKinds] as const;
export type Kind = (typeof kinds)[number];

/** The template that comes with the program. */
export function builtIn(kind: Kind): string {
  const file = kind === 'report' ? 'rapport-direktor' : `meddelanden/${messageFileWords[kind]}`;
  return readFileSync(new URL(`../../templates/${file}.txt`, import.meta.url), 'utf8');
}

export interface Leaving {
  readonly subject: string;
  /** As it leaves, marked in an exercise. */
  readonly body: string;
  readonly to: readonly MailAddress[];
}

/** The report or the message as the program makes it by the template; null when there is none to make. Throws TemplateError. */
export function leaving(kind: Kind, { incident, desk }: HostileCase, source: string): Leaving | null {
  const template = { source, problem: null };
  const at = { now, chainHash: null };
  if (kind === 'report') {
    const { subject, text } = composeReport(incident, desk, template, at);
    const to = recipientOf(incident, desk);
    return { subject, body: mailBody(text, incident.exercise), to: to ? [to] : [] };
  }
  const choice = messageChoices(incident, desk.contacts).find((each) => each.kind === kind);
  if (!choice) return null;
  const { subject, text, to } = composeMessage(choice, incident, desk, template, at);
  return { subject, body: mailBody(text, incident.exercise), to };
}

/** The same with the subject and the text that somebody has written instead, cleaned as every field and editor does. */
export function edited(made: Leaving, { incident, edited: { subject, text } }: HostileCase): Leaving {
  const { number, exercise } = incident;
  return {
    ...made,
    subject: keptSubject(subject, incident),
    body: mailBody(keptText(cleanText(text), number), exercise),
  };
}

/** Fails the test unless the text of an exercise says so first and last. */
export function expectMarked({ incident }: HostileCase, body: string): void {
  if (incident.exercise) expect(body).toMatch(/^ÖVNING –(.|\n)*\nÖVNING – .*\n$/);
}
