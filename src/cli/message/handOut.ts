/** The way out for messages: onto the clipboard, into a file, or into the outbox. */
import { unwrapText } from '../../domain/messageLines.ts';
import { isToDirector } from '../../domain/messageProgress.ts';
import type { MadeHow } from '../../domain/payloads.ts';
import type { MadeMessage, OutgoingMessage, SavedReport } from '../../flow/message/state.ts';
import type { Journal } from '../../journal/journal.ts';
import { mailBody } from '../../mail/body.ts';
import { composeDraft, messageIdFor } from '../../mail/draft.ts';
import { messageFileName } from '../../mail/message.ts';
import { saveNumbered } from '../../mail/saveDraft.ts';
import { copySequence } from '../../ui/terminalSignals.ts';
import { draftsFolder } from '../call/drafts.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../desk.ts';
import { queueMail } from '../outbox/queue.ts';
import { senderOf } from '../reports.ts';

export type Terminal = Pick<Context, 'env'> & { readonly stdout: { write(text: string): unknown } };

export interface HandOutTools {
  readonly desk: Desk;
  readonly terminal: Terminal;
  readonly journal: () => Journal;
  readonly operator: string;
  /** The incident's id. */
  readonly incident: string;
  /** RFC 3339. */
  readonly now: string;
  readonly id: string;
}

/** All of a message that somebody else can come to read. */
interface Leaving {
  readonly subject: string;
  readonly body: string;
  readonly fileName: (n: number) => string;
}

/**
 * The one way out: every message passes here, with its subject, its body and its file's name, whichever way it then
 * takes. Null when the terminal takes nothing to the clipboard. Throws DraftError when the file cannot be written, and
 * JournalError when it cannot be put in the outbox.
 */
export async function handOut(
  message: OutgoingMessage,
  how: MadeHow,
  tools: HandOutTools,
): Promise<MadeMessage | null> {
  const { choice, number, exercise, subject, text } = message;
  const leaving: Leaving = {
    subject,
    // What is pasted gets lines of the length that they have where it is pasted.
    body: how === 'copied' ? mailBody(text, exercise, Number.POSITIVE_INFINITY) : mailBody(text, exercise),
    fileName: (n) => messageFileName(choice.kind, number, n, exercise),
  };
  switch (how) {
    case 'copied':
      return toClipboard(leaving, tools.terminal);
    case 'saved':
      return toFile(leaving, message, tools);
    case 'sent':
      return toOutbox(leaving, message, tools);
  }
}

/** The same way for a report that is saved, to the clipboard; false when the terminal takes nothing there. */
export function copyReport({ subject, body, file }: SavedReport, terminal: Terminal): boolean {
  const leaving: Leaving = { subject, body: unwrapText(body), fileName: () => file };
  return toClipboard(leaving, terminal) !== null;
}

/** Puts one line on the clipboard; false when the terminal takes nothing there. */
export function copyLine(text: string, { stdout, env }: Terminal): boolean {
  const sequence = copySequence(text, env);
  if (sequence !== null) stdout.write(sequence);
  return sequence !== null;
}

function toClipboard({ body }: Leaving, terminal: Terminal): MadeMessage | null {
  return copyLine(body, terminal) ? { body, file: null, messageId: null, path: null } : null;
}

/** A mail of its own each time: that one like it has been sent before has been said. */
async function toOutbox(
  { subject, body }: Leaving,
  { to, choice }: OutgoingMessage,
  { desk, journal, operator, incident, now, id }: HandOutTools,
): Promise<MadeMessage> {
  const messageId = messageIdFor(id, desk.settings.deskEmail);
  const from = senderOf(desk);
  if (!from) throw new Error('the desk has no address to send from');
  const mail = { id, incident, messageId, from, to, subject, body, date: now };
  // That a mail has been accepted is enough for the director, who reads; a manager and TIB are to be reached.
  const action = isToDirector(choice.kind) ? choice.action : null;
  await queueMail(journal(), { ...mail, action }, { now, operator });
  return { body, file: null, messageId, path: null };
}

async function toFile(
  { subject, body, fileName }: Leaving,
  { to, saved }: OutgoingMessage,
  { desk, now, id }: HandOutTools,
): Promise<MadeMessage> {
  const messageId = messageIdFor(id, desk.settings.deskEmail);
  const bytes = await composeDraft({ from: senderOf(desk), to, subject, text: body, messageId, date: now });
  const { file, path } = await saveNumbered(draftsFolder(desk.dataFolder), fileName, saved + 1, bytes);
  return { body, file, messageId, path };
}
