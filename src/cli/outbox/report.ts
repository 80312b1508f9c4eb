/** The latest saved report on an incident as a mail, and what is in the outbox of it. */
import { mailDirectorKey } from '../../domain/actionState.ts';
import { isOut, type OutboxItem } from '../../domain/delivery.ts';
import type { Incident } from '../../domain/incident.ts';
import type { MailAddress } from '../../domain/reach.ts';
import { idFor } from '../../journal/id.ts';
import type { Journal } from '../../journal/journal.ts';
import { sendOnceMore } from './byHand.ts';
import { queueMail } from './queue.ts';
import type { By } from './recorded.ts';

/** The report as it was saved. */
export type SavedReport = Incident['drafts'][number];

export interface ReportMail {
  readonly incident: Incident;
  readonly draft: SavedReport;
  readonly from: MailAddress;
  readonly to: MailAddress;
}

/**
 * What there is in the outbox of this report, if it may have been accepted or is being sent, or is to the same recipient
 * from the same sender; otherwise it is put there, and what was on its way to others is withdrawn. Throws JournalError.
 */
export async function reportInOutbox(journal: Journal, report: ReportMail, by: By): Promise<OutboxItem> {
  const same = journal.outbox.withMessageId(report.draft.messageId).filter(isTo(report));
  // Where others there were to this recipient can no longer be used, it is another mail.
  const queued = frozenReport(journal, report) ?? (await queueMail(journal, mailOf(report, same.length), by));
  // One of them began to be sent meanwhile: it is that one.
  return queued ?? reportInOutbox(journal, report, by);
}

/** The mail that `reportInOutbox` finds there; null when it puts one there. Throws JournalError. */
export function frozenReport(journal: Pick<Journal, 'outbox'>, report: ReportMail): OutboxItem | null {
  const mails = journal.outbox.withMessageId(report.draft.messageId);
  const isUsable = ({ sender, delivery }: OutboxItem) =>
    sender === report.from.address && delivery.state !== 'withdrawn';
  return (
    mails.find(({ delivery }) => isOut(delivery) || delivery.state === 'sending') ??
    mails.filter(isTo(report)).find(isUsable) ??
    null
  );
}

function isTo({ to }: ReportMail): (mail: OutboxItem) => boolean {
  return ({ recipients }) => recipients.join() === to.address;
}

/** `nth`: how many mails with the report there have been to the recipient before. */
function mailOf({ incident, draft, from, to }: ReportMail, nth: number) {
  const { subject, body, messageId, at: date } = draft;
  const isToDo = incident.actions.some(({ key }) => key === mailDirectorKey);
  const id = idFor(`mail ${draft.entry} ${to.address}${nth === 0 ? '' : ` ${nth}`}`);
  const action = isToDo ? mailDirectorKey : null;
  return { id, incident: incident.id, action, messageId, from, to: [to], subject, body, date };
}

/**
 * Makes it due now, where no person need be asked first. False when it is not on its way after that: it has been
 * accepted, or may have been, or was withdrawn, perhaps just now by somebody else. Throws JournalError.
 */
export function makeDue(journal: Journal, item: OutboxItem, by: By): boolean {
  switch (item.delivery.state) {
    case 'stopped':
      return sendOnceMore(journal, item, by);
    case 'waiting':
      journal.outbox.hurry(item.id, by.now);
      return true;
    case 'queued':
    case 'sending':
      return true;
    case 'accepted':
    case 'unknown':
    case 'withdrawn':
      return false;
  }
}

/** Whether the incident's number stands for this mail: it is the latest report's. Any other is known by its own id. */
export function answersToNumber(
  incident: Pick<Incident, 'drafts'>,
  { messageId, delivery }: OutboxItem,
): boolean {
  return incident.drafts.at(-1)?.messageId === messageId && delivery.state !== 'withdrawn';
}
