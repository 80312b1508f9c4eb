/** The latest saved report on an incident as a mail, and what is in the outbox of it. */
import { isOut, type OutboxItem } from '../../domain/delivery.ts';
import type { Incident } from '../../domain/incident.ts';
import type { MailAddress } from '../../domain/reach.ts';
import { mailKey } from '../../flow/desk/rows.ts';
import { idFor } from '../../journal/id.ts';
import type { Journal } from '../../journal/journal.ts';
import { queueMail } from './queue.ts';

/** The report as it was saved. */
export type SavedReport = Incident['drafts'][number];

export interface ReportMail {
  readonly incident: Incident;
  readonly draft: SavedReport;
  readonly from: MailAddress;
  readonly to: MailAddress;
}

/**
 * What there is in the outbox of this report, if it may have been accepted, or is to the same recipient; otherwise it is
 * put there. Throws JournalError.
 */
export async function reportInOutbox(
  journal: Journal,
  report: ReportMail,
  at: { readonly now: string; readonly operator: string },
): Promise<OutboxItem | null> {
  const { draft, to } = report;
  const mails = journal.outbox.withMessageId(draft.messageId);
  return (
    mails.find(({ delivery }) => isOut(delivery)) ??
    mails.find(({ recipients }) => recipients.join() === to.address) ??
    queueMail(journal, mailOf(report), at)
  );
}

function mailOf({ incident, draft, from, to }: ReportMail) {
  const { subject, body, messageId, at: date } = draft;
  const isToDo = incident.actions.some(({ key }) => key === mailKey);
  const id = idFor(`mail ${draft.entry} ${to.address}`);
  const action = isToDo ? mailKey : null;
  return { id, incident: incident.id, action, messageId, from, to: [to], subject, body, date };
}

/** Makes it due now, where no person need be asked first: what has been accepted, or may have been, stays as it is. */
export function makeDue(journal: Journal, { id, delivery }: OutboxItem, now: string): void {
  if (delivery.state === 'stopped') journal.outbox.requeue(id, now);
  if (delivery.state === 'waiting') journal.outbox.hurry(id, now);
}
