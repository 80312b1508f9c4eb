/** Putting a mail in the outbox, as the bytes that it will leave as. */
import { isWithdrawable, type OutboxItem } from '../../domain/delivery.ts';
import type { NewEntry } from '../../domain/entry.ts';
import type { MailAddress } from '../../domain/reach.ts';
import { newEntry } from '../../flow/newEntry.ts';
import { idFor } from '../../journal/id.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Mail, OutboxWrites } from '../../journal/outbox.ts';
import { composeMail } from '../../mail/draft.ts';
import { htmlBody } from '../../mail/html.ts';
import { aboutMail } from './byHand.ts';
import { type By, recordWith } from './recorded.ts';

/** What is to be sent. */
export interface MailToQueue {
  /** The same mail has the same id, however often it is queued. */
  readonly id: string;
  /** The incident's id. */
  readonly incident: string;
  /** The key of the action that is done when the server has accepted it; null when it is to be carried out otherwise. */
  readonly action: string | null;
  readonly messageId: string;
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly subject: string;
  /** As in `mailBody`. */
  readonly body: string;
  /** RFC 3339. */
  readonly date: string;
}

/**
 * Freezes it and puts it in the outbox, with the entry that says so. What has surely not gone of the same message, on
 * its way to another address, is withdrawn by that. Null, and nothing is done, when something happened to one of those
 * meanwhile, or another was put there. Throws JournalError.
 */
export async function queueMail(journal: Journal, toQueue: MailToQueue, by: By): Promise<OutboxItem | null> {
  const mail = await frozen(toQueue, by.now);
  const seen = othersOf(mail, journal.outbox);
  const others = seen.filter(({ delivery }) => isWithdrawable(delivery));
  const isQueued = recordWith(journal, entriesOf(mail, toQueue.incident, others, by), (outbox) => {
    if (statesOf(othersOf(mail, outbox)) !== statesOf(seen)) return false;
    outbox.queue(mail);
    for (const { id } of others) outbox.withdraw(id, by.now);
    return true;
  });
  return isQueued ? journal.outbox.find(mail.id) : null;
}

/** The same message to others. */
function othersOf({ id, messageId }: Mail, outbox: Pick<OutboxWrites, 'withMessageId'>): OutboxItem[] {
  return outbox.withMessageId(messageId).filter((other) => other.id !== id);
}

function statesOf(mails: readonly OutboxItem[]): string {
  return mails.map(({ id, delivery }) => `${id} ${delivery.state}`).join();
}

/** Each has an id of its own that does not change: of two who do this at once, one does it. */
function entriesOf(
  mail: Mail,
  incident: string,
  others: readonly OutboxItem[],
  { now, operator }: By,
): NewEntry[] {
  const about = { incident, operator };
  const queued = newEntry('mail-queued', { ...aboutMail(mail), subject: mail.subject }, about, {
    now,
    newId: () => idFor(`mail-queued ${mail.id}`),
  });
  const withdrawn = others.map((other) =>
    newEntry('mail-withdrawn', { ...aboutMail(other), replacement: mail.id }, about, {
      now,
      newId: () => idFor(`mail-withdrawn ${other.id}`),
    }),
  );
  return [queued, ...withdrawn];
}

async function frozen(mail: MailToQueue, now: string): Promise<Mail> {
  const { id, incident, action, messageId, from, to, subject, body, date } = mail;
  const html = htmlBody(body, subject);
  return {
    id,
    incident,
    action,
    createdAt: now,
    sender: from.address,
    recipients: to.map(({ address }) => address),
    subject,
    messageId,
    bytes: await composeMail({ from, to, subject, text: body, html, messageId, date }),
  };
}
