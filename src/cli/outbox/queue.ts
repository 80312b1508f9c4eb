/** Putting a mail in the outbox, as the bytes that it will leave as. */
import type { OutboxItem } from '../../domain/delivery.ts';
import type { MailAddress } from '../../domain/reach.ts';
import { newEntry } from '../../flow/newEntry.ts';
import { idFor } from '../../journal/id.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Mail } from '../../journal/outbox.ts';
import { composeMail } from '../../mail/draft.ts';
import { htmlBody } from '../../mail/html.ts';

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
 * Freezes it and puts it in the outbox, with the entry that says so. What was stopped of the same message on its way to
 * another address is seen to by that. Throws JournalError.
 */
export async function queueMail(
  journal: Journal,
  toQueue: MailToQueue,
  at: { readonly now: string; readonly operator: string },
): Promise<OutboxItem | null> {
  const mail = await frozen(toQueue, at.now);
  const { id, messageId, recipients, subject, action } = mail;
  const entry = newEntry(
    'mail-queued',
    { mail: id, action, messageId, recipients, subject },
    { incident: toQueue.incident, operator: at.operator },
    { now: at.now, newId: () => idFor(`mail-queued ${id}`) },
  );
  const before = journal.outbox.withMessageId(messageId);
  journal.claim([entry], (_, outbox) => {
    outbox.queue(mail);
    for (const other of before) outbox.handle(other.id, at.now);
  });
  return journal.outbox.find(id);
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
