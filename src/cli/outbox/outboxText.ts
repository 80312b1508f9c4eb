/** A mail in the outbox in words: its state, what the server said, and what to do; and the same as JSON. */
import { isLoud, type OutboxItem } from '../../domain/delivery.ts';
import { afterInterruption } from '../../domain/deliverySteps.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import type { Contact } from '../../domain/register.ts';
import { whomToRing } from '../../flow/desk/mailRows.ts';
import type { Journal } from '../../journal/journal.ts';
import { isSending } from '../../journal/sendingLock.ts';
import { deliveryStateLabels, faultTexts, leftLabel, toRing } from '../../texts/delivery.ts';
import { outbox as words } from '../../texts/outbox.ts';
import { answersToNumber } from './report.ts';

/** Where the mails are, and who they may be to. */
export interface OutboxDesk {
  readonly journal: Journal;
  readonly dataFolder: string;
  readonly contacts: readonly Contact[];
}

/** A mail with what it is known by and whom to ring about it. */
export interface NamedMail {
  /** As its sender left it, when that has ended in the midst of it. */
  readonly item: OutboxItem;
  /** Its sender has ended in the midst of it. */
  readonly isLeft: boolean;
  /** The number of the incident that it is about; its own id where it is about none. */
  readonly name: string;
  /** What to ask for to have this very mail sent: the number only for the incident's latest report. */
  readonly asked: string;
  /** What to ask for to say that this very mail has been seen to: the number only where it stands for no other mail. */
  readonly settledAs: string;
  readonly whom: Contact | null;
  readonly exercise: boolean;
}

/** Throws JournalError. */
export function named(desk: OutboxDesk, found: OutboxItem): NamedMail {
  const { journal, contacts } = desk;
  const { item, isLeft } = asItIs(desk, found);
  const incident = item.incident === null ? null : journal.findIncident(item.incident);
  const isLatest = incident !== null && answersToNumber(incident, item);
  const name = incident?.number ?? item.id;
  const asked = isLatest ? name : item.id;
  const settledAs = isOneOfMore(journal, item) ? item.id : name;
  const exercise = incident?.exercise ?? false;
  return { item, isLeft, name, asked, settledAs, whom: whomToRing(item, contacts), exercise };
}

/** The mail as its sender has left it, when that has ended in the midst of it. */
function asItIs({ journal, dataFolder }: OutboxDesk, found: OutboxItem): Pick<NamedMail, 'item' | 'isLeft'> {
  if (found.delivery.state !== 'sending' || isSending(dataFolder)) return { item: found, isLeft: false };
  // It was read before the lock was looked at: meanwhile its sender may have finished, or another have begun.
  const item = journal.outbox.find(found.id) ?? found;
  const { state, changedAt } = item.delivery;
  const isLeft = state === 'sending' && changedAt === found.delivery.changedAt;
  return { item: isLeft ? asLeft(item) : item, isLeft };
}

/** Whether the incident has other mails too that somebody may have to see to. */
function isOneOfMore({ outbox }: Journal, { id, incident }: OutboxItem): boolean {
  return incident !== null && outbox.unsettled().some((each) => each.incident === incident && each.id !== id);
}

/** What the next sender will make of it, at the time when it was left. */
function asLeft(item: OutboxItem): OutboxItem {
  const { delivery } = item;
  return { ...item, delivery: afterInterruption(delivery, delivery.endingAt ?? delivery.changedAt) };
}

/** The mail on a line of its own, and then, further in, everything that is to be said about it. */
export function mailLines(mail: NamedMail, now: string, program: string): string[] {
  const { item, isLeft, name } = mail;
  const { delivery, recipients, subject } = item;
  const state = isLeft ? leftLabel : deliveryStateLabels[delivery.state];
  return [
    words.line(name, state, shortMomentText(delivery.changedAt), recipients.join(', '), subject),
    ...adviceLines(mail, now, program).map((line) => `    ${line}`),
  ];
}

/** Whom to ring instead, what has gone wrong with it, and what to do; nothing when all is well. */
export function adviceLines(mail: NamedMail, now: string, program: string): string[] {
  const { item, asked, settledAs, whom } = mail;
  const { delivery, incident } = item;
  const { state, answer, refused, fault, handledAt } = delivery;
  const loud = isLoud(item, now);
  const isAccepted = state === 'accepted';
  const isWhole = isAccepted && refused.length === 0;
  const lines = [
    loud && incident !== null ? words.ring(toRing(item, whom)) : '',
    fault === null ? '' : faultTexts[fault].what,
    answer === null || isAccepted ? '' : words.said(answer),
    ...refused.map((each) => words.refused(each.address, each.answer)),
    ...(state === 'unknown' ? unknownLines(item, asked, program) : []),
    fault === null || state === 'unknown' ? '' : faultTexts[fault].todo,
    state === 'stopped' ? words.resend(asked, program) : '',
    state === 'waiting' ? nextLine(item) : '',
    state === 'queued' && loud ? words.isQueued(program) : '',
    loud ? settledBy(item)(settledAs, program) : '',
    handledAt !== null && !isWhole && state !== 'withdrawn'
      ? words.isHandled(shortMomentText(handledAt))
      : '',
  ];
  return lines.filter((line) => line !== '');
}

/** What says that it need no longer call for attention. */
function settledBy({ incident, delivery }: OutboxItem): typeof words.handled {
  if (delivery.state === 'unknown') return words.cameThrough;
  return incident === null ? words.seenTo : words.handled;
}

function unknownLines({ delivery, messageId }: OutboxItem, asked: string, program: string): string[] {
  const { endingAt, changedAt, fault } = delivery;
  const at = shortMomentText(endingAt ?? changedAt);
  return [
    fault === null ? words.noAnswer(at) : words.ended(at),
    words.mayHaveCome(messageId),
    words.again(asked, program),
  ];
}

function nextLine({ delivery: { heldBy, nextTryAt, attempts, fault } }: OutboxItem): string {
  const at = nextTryAt === null ? null : shortMomentText(nextTryAt);
  if (heldBy !== null) return words.heldBack(at);
  if (fault === 'interrupted') return words.staysQueued;
  return at === null ? '' : words.nextTry(at, attempts);
}

/** The mail as a line of JSON has it. */
export function mailJson({ item, name, isLeft }: NamedMail, journal: Journal, now: string) {
  const { id, incident, createdAt, sender, recipients, subject, messageId, delivery } = item;
  const {
    state,
    phase,
    endingAt,
    attempts,
    nextTryAt,
    answer,
    fault,
    heldBy,
    refused,
    changedAt,
    handledAt,
  } = delivery;
  return {
    kind: 'mail',
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
    endingAt,
    interrupted: isLeft,
    held: heldBy !== null,
    attempts,
    nextTryAt,
    handledAt,
    needsAttention: isLoud(item, now),
    course: journal.outbox.attemptsOf(id),
  };
}
