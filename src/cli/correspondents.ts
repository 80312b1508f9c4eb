/** Who the desk's mails are from and to, and what all of them say of the incident. */
import type { Incident } from '../domain/incident.ts';
import { addressees } from '../domain/messageRecipients.ts';
import type { MailAddress } from '../domain/reach.ts';
import { type Contact, contactsFor } from '../domain/register.ts';
import type { Reachable } from '../domain/report.ts';
import { understandWhen, whenText } from '../domain/when.ts';
import type { Desk } from './desk.ts';

/** How a reader reaches the desk. */
export function deskReachable({ settings }: Desk): Reachable {
  return { name: settings.deskName, phone: settings.deskPhone ?? '', email: settings.deskEmail ?? '' };
}

/** Who a mail is from; null when the desk has no address. */
export function senderOf({ settings }: Desk): MailAddress | null {
  return settings.deskEmail === null ? null : { name: settings.deskName, address: settings.deskEmail };
}

export function directorOf(contacts: readonly Contact[]): Contact | null {
  return contactsFor('director', contacts)[0] ?? null;
}

/** What "När har det hänt?" is taken to mean, in words. */
export function understoodWhen({ answers, whenSaidAt }: Incident): string | null {
  const said = understandWhen(answers.whenHappened?.text ?? '', whenSaidAt);
  return said && whenText(said, whenSaidAt);
}

/** What a subject line says of the incident. */
export function subjectParts({ exercise, number, answers }: Incident) {
  const what = answers.whatHappened?.text ?? '';
  return { exercise, number, what, where: answers.whereHappened?.text ?? '' };
}

/** Who gets the report: the director; in an exercise the exercise address. Null when there is none. */
export function recipientOf(incident: Pick<Incident, 'exercise'>, desk: Desk): MailAddress | null {
  const director = directorOf(desk.contacts);
  return addressees(director ? [director] : [], incident, desk.settings.exerciseEmail)[0] ?? null;
}
