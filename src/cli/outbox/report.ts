/** The latest saved report on an incident, made into a mail and put in the outbox. */

import { isOut, type OutboxItem } from '../../domain/delivery.ts';
import type { Incident } from '../../domain/incident.ts';
import type { MailAddress } from '../../domain/reach.ts';
import { mailKey } from '../../flow/desk/rows.ts';
import { newEntry } from '../../flow/newEntry.ts';
import { idFor } from '../../journal/id.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Mail } from '../../journal/outbox.ts';
import { composeMail } from '../../mail/draft.ts';
import { htmlBody } from '../../mail/html.ts';

/** The report as it was saved. */
export type SavedReport = Incident['drafts'][number];

export interface ReportMail {
  readonly incident: Incident;
  readonly draft: SavedReport;
  readonly from: MailAddress;
  readonly to: MailAddress;
}

/** What there is in the outbox of this report, if it may have been accepted, or is to the same recipient. */
export function mailOfReport(journal: Journal, { draft, to }: ReportMail): OutboxItem | null {
  const mails = journal.outbox.withMessageId(draft.messageId);
  return (
    mails.find(({ delivery }) => isOut(delivery)) ??
    mails.find(({ recipients }) => recipients.join() === to.address) ??
    null
  );
}

/**
 * Freezes the report as a mail and puts it in the outbox, with the entry that says so. What was stopped on its way to
 * another address is seen to by that. Throws JournalError.
 */
export async function queueReport(
  journal: Journal,
  report: ReportMail,
  at: { readonly now: string; readonly operator: string },
): Promise<OutboxItem | null> {
  const mail = await mailFrom(report, at.now);
  const { id, messageId, recipients, subject, action } = mail;
  const entry = newEntry(
    'mail-queued',
    { mail: id, action, messageId, recipients, subject },
    { incident: report.incident.id, operator: at.operator },
    { now: at.now, newId: () => idFor(`mail-queued ${id}`) },
  );
  const before = journal.outbox.withMessageId(messageId);
  journal.claim([entry], (_, outbox) => {
    outbox.queue(mail);
    for (const other of before) outbox.handle(other.id, at.now);
  });
  return journal.outbox.find(id);
}

async function mailFrom({ incident, draft, from, to }: ReportMail, now: string): Promise<Mail> {
  const { subject, body, messageId, at } = draft;
  const html = htmlBody(body, subject);
  const bytes = await composeMail({ from, to: [to], subject, text: body, html, messageId, date: at });
  const isToDo = incident.actions.some(({ key }) => key === mailKey);
  return {
    id: idFor(`mail ${draft.entry} ${to.address}`),
    incident: incident.id,
    action: isToDo ? mailKey : null,
    createdAt: now,
    sender: from.address,
    recipients: [to.address],
    subject,
    messageId,
    bytes,
  };
}
