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
import { senderOf } from '../correspondents.ts';
import type { Desk } from '../desk.ts';
import { queueMail } from '../outbox/queue.ts';

export type Terminal = Pick<Context, 'env'> & { readonly stdout: { write(text: string): unknown } };

export interface HandOutTools {
  readonly desk: Desk;
  readonly terminal: Terminal;
  readonly journal: () => Journal;
  readonly operator: string;
  /** Begins sending a mail that is in the outbox. */
  readonly sendSoon: (mail: string) => void;
  /** The incident's id. */
  readonly incident: string;
  /** RFC 3339. */
  readonly now: string;
  readonly id: string;
}

/**
 * Hands the message out whichever way is asked for. Null when the terminal takes nothing to the clipboard. Throws
 * DraftError when the file cannot be written, and JournalError when it cannot be put in the outbox.
 */
export async function handOut(
  message: OutgoingMessage,
  how: MadeHow,
  tools: HandOutTools,
): Promise<MadeMessage | null> {
  switch (how) {
    case 'copied':
      return toClipboard(message, tools.terminal);
    case 'saved':
      return toFile(message, tools);
    case 'sent':
      return toOutbox(message, tools);
  }
}

/** Puts the text of a report that is saved on the clipboard; false when the terminal takes nothing there. */
export function copyReport({ body }: SavedReport, terminal: Terminal): boolean {
  return copyLine(unwrapText(body), terminal);
}

/** Puts a text on the clipboard; false when the terminal takes nothing there. */
export function copyLine(text: string, { stdout, env }: Terminal): boolean {
  const sequence = copySequence(text, env);
  if (sequence !== null) stdout.write(sequence);
  return sequence !== null;
}

/** What is pasted gets lines of the length that they have where it is pasted. */
function toClipboard({ text, exercise }: OutgoingMessage, terminal: Terminal): MadeMessage | null {
  const body = mailBody(text, exercise, Number.POSITIVE_INFINITY);
  return copyLine(body, terminal) ? { body, file: null, messageId: null, path: null } : null;
}

/** A mail of its own each time: that one like it has been sent before has been said. */
async function toOutbox(
  { subject, text, exercise, to, choice }: OutgoingMessage,
  { desk, journal, operator, incident, sendSoon, now, id }: HandOutTools,
): Promise<MadeMessage> {
  const body = mailBody(text, exercise);
  const messageId = messageIdFor(id, desk.settings.deskEmail);
  const from = senderOf(desk);
  if (!from) throw new Error('the desk has no address to send from');
  const mail = { id, incident, messageId, from, to, subject, body, date: now };
  // That a mail has been accepted is enough for the director, who reads; a manager and TIB are to be reached.
  const action = isToDirector(choice.kind) ? choice.action : null;
  await queueMail(journal(), { ...mail, action }, { now, operator });
  sendSoon(id);
  return { body, file: null, messageId, path: null };
}

async function toFile(
  { subject, text, exercise, to, choice, number, saved }: OutgoingMessage,
  { desk, now, id }: HandOutTools,
): Promise<MadeMessage> {
  const body = mailBody(text, exercise);
  const messageId = messageIdFor(id, desk.settings.deskEmail);
  const fileName = (n: number) => messageFileName(choice.kind, number, n, exercise);
  const bytes = await composeDraft({ from: senderOf(desk), to, subject, text: body, messageId, date: now });
  const { file, path } = await saveNumbered(draftsFolder(desk.dataFolder), fileName, saved + 1, bytes);
  return { body, file, messageId, path };
}
