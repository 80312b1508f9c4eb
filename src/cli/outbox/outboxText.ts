/** A mail in the outbox in words: its state, what the server said, and what to do; and the same as JSON. */
import { isLoud, type OutboxItem } from '../../domain/delivery.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import type { Journal } from '../../journal/journal.ts';
import { deliveryStateLabels, faultTexts, outbox as words } from '../../texts/delivery.ts';

/** A mail with the number of the incident that it is about; its own id where it is about none. */
export interface NamedMail {
  readonly item: OutboxItem;
  readonly name: string;
}

export function named(journal: Pick<Journal, 'findIncident'>, item: OutboxItem): NamedMail {
  const number = item.incident === null ? null : (journal.findIncident(item.incident)?.number ?? null);
  return { item, name: number ?? item.id };
}

/** The mail on a line of its own, and then, further in, everything that is to be said about it. */
export function mailLines(mail: NamedMail, now: string, program: string): string[] {
  const { item, name } = mail;
  const { delivery, recipients, subject } = item;
  const since = shortMomentText(delivery.changedAt);
  return [
    words.line(name, deliveryStateLabels[delivery.state], since, recipients.join(', '), subject),
    ...adviceLines(mail, now, program).map((line) => `    ${line}`),
  ];
}

/** What has gone wrong with it and what to do, loudest first; nothing when all is well. */
export function adviceLines({ item, name }: NamedMail, now: string, program: string): string[] {
  const { delivery, incident, messageId } = item;
  const { state, answer, refused, fault, heldBy, nextTryAt, attempts, handledAt, changedAt } = delivery;
  const loud = isLoud(item, now);
  const { what = '', todo = '' } = fault === null ? {} : faultTexts[fault];
  const isSent = state === 'accepted';
  const lines = [
    loud && incident !== null ? words.ring : '',
    what,
    isSent ? '' : todo,
    answer === null ? '' : words.said(answer),
    ...refused.map((each) => words.refused(each.address, each.answer)),
    state === 'unknown' ? words.unknown(messageId, shortMomentText(changedAt)) : '',
    state === 'unknown' ? words.again(name, program) : '',
    state === 'stopped' ? words.resend(name, program) : '',
    state === 'waiting' && heldBy !== null ? words.heldBack(program) : '',
    state === 'waiting' && nextTryAt !== null ? words.nextTry(shortMomentText(nextTryAt), attempts) : '',
    loud ? words.handled(name, program) : '',
    handledAt !== null ? words.isHandled(shortMomentText(handledAt)) : '',
  ];
  return lines.filter((line) => line !== '');
}

/** The mail as a line of JSON has it. */
export function mailJson({ item, name }: NamedMail, journal: Journal, now: string) {
  const { id, incident, createdAt, sender, recipients, subject, messageId, delivery } = item;
  const { state, phase, attempts, nextTryAt, answer, fault, heldBy, refused, changedAt, handledAt } =
    delivery;
  return {
    mail: id,
    number: incident === null ? null : name,
    state,
    since: changedAt,
    queuedAt: createdAt,
    sender,
    recipients,
    refused,
    subject,
    messageId,
    answer,
    fault,
    phase,
    held: heldBy !== null,
    attempts,
    nextTryAt,
    handledAt,
    needsAttention: isLoud(item, now),
    course: journal.outbox.attemptsOf(id),
  };
}
