/** A mail to the desk about what has fallen due, put in the outbox once for each time. */
import { type FollowUp, reminderName } from '../domain/followUps.ts';
import { shortMomentText } from '../domain/momentText.ts';
import { idFor } from '../journal/id.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { mailBody } from '../mail/body.ts';
import { composeMail, messageIdFor } from '../mail/draft.ts';
import { settingDefinitions } from '../settings/settingKeys.ts';
import { reminders as words } from '../texts/reminders.ts';
import type { Due } from './commands/paminn.ts';
import { type Context, machineTime, programName } from './context.ts';
import type { Desk } from './desk.ts';
import { exitCode, Failure } from './failure.ts';
import { followUpText } from './followUpText.ts';
import { reminderEntry } from './reminderEntry.ts';

/**
 * Queues one mail for the real desk and one for an exercise, to the exercise address, about what nobody has been mailed
 * about before; `say` gets what became of it in words. Throws Failure when there is no address, and JournalError.
 */
export async function mailReminders(
  context: Context,
  desk: Desk,
  operator: string,
  due: readonly Due[],
  say: (text: string) => void,
): Promise<void> {
  if (due.length === 0) return;
  const journal = openJournal(desk.dataFolder, { now: machineTime });
  try {
    const left = due.filter(({ followUp }) => !isMailed(journal, followUp));
    if (left.length === 0) say(words.alreadyMailed);
    for (const exercise of [false, true]) {
      const about = left.filter(({ followUp }) => followUp.exercise === exercise);
      if (about.length === 0) continue;
      const to = await queue(context, journal, desk, operator, about, exercise);
      say(words.queued(to, about.length));
    }
  } finally {
    journal.close();
  }
}

/** Puts the mail in the outbox and gives the address that it goes to. */
async function queue(
  context: Context,
  journal: Journal,
  desk: Desk,
  operator: string,
  due: readonly Due[],
  exercise: boolean,
): Promise<string> {
  const { deskEmail, deskName, exerciseEmail } = desk.settings;
  const to = exercise ? exerciseEmail : deskEmail;
  if (to === null) {
    const { key } = settingDefinitions[exercise ? 'exerciseEmail' : 'deskEmail'];
    throw new Failure(exitCode.fault, words.noAddress(key, programName(context)));
  }
  const now = context.now();
  const reminders = due.map(({ followUp }) => reminderEntry(followUp, 'mail', operator, now));
  // The same reminders give the same mail, so two timers that run at once queue it once.
  const id = idFor(reminders.map((reminder) => reminder.id).join('\n'));
  const subject = words.subject(due.length, exercise);
  const messageId = messageIdFor(id, deskEmail);
  const bytes = await composeMail({
    from: { name: deskName, address: deskEmail ?? to },
    to: [{ name: deskName, address: to }],
    subject,
    text: mailBody(bodyOf(due, desk), exercise),
    messageId,
    date: now,
  });
  const sender = deskEmail ?? to;
  journal.outbox.queue({
    id,
    incident: null,
    createdAt: now,
    sender,
    recipients: [to],
    subject,
    messageId,
    bytes,
  });
  // Afterwards: a crash in between mails once more, and never forgets.
  journal.claim(reminders);
  return to;
}

function bodyOf(due: readonly Due[], desk: Desk): string {
  const lines = due.map(({ followUp, incident }) => {
    const text = followUpText(followUp, incident, desk.contacts);
    return `- ${shortMomentText(followUp.at)}, ${followUp.number}: ${text}`;
  });
  return [words.mailLead(due.length), '', ...lines, '', words.mailEnd].join('\n');
}

function isMailed(journal: Journal, followUp: FollowUp): boolean {
  const id = idFor(reminderName(followUp, 'mail'));
  return journal.entriesOf(followUp.incident).some((entry) => entry.id === id);
}
