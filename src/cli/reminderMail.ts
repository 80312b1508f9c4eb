/** A mail to the desk about what has fallen due, put in the outbox once for each time. */
import type { Entry, NewEntry } from '../domain/entry.ts';
import { reminderName } from '../domain/followUps.ts';
import { shortMomentText } from '../domain/momentText.ts';
import { idFor } from '../journal/id.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { mailBody } from '../mail/body.ts';
import { composeMail, messageIdFor } from '../mail/draft.ts';
import { settingDefinitions } from '../settings/settingKeys.ts';
import { reminders as words } from '../texts/reminders.ts';
import type { Due } from './commands/paminn.ts';
import { type Context, machineTime, print, programName } from './context.ts';
import type { Desk } from './desk.ts';
import { exitCode, Failure } from './failure.ts';
import { followUpText } from './followUpText.ts';

/**
 * Queues one mail for the real desk and one for an exercise, to the exercise address, about what nobody has been mailed
 * about before. Throws Failure when there is no address, and JournalError.
 */
export async function mailReminders(
  context: Context,
  desk: Desk,
  operator: string,
  due: readonly Due[],
): Promise<void> {
  if (due.length === 0) return;
  const journal = openJournal(desk.dataFolder, { now: machineTime });
  try {
    const left = due.filter(({ followUp }) => !isMailed(journal, followUp.incident, nameOf(followUp)));
    if (left.length === 0) print(context, words.alreadyMailed);
    for (const exercise of [false, true]) {
      const about = left.filter(({ followUp }) => followUp.exercise === exercise);
      if (about.length > 0) await queue(context, journal, desk, operator, about, exercise);
    }
  } finally {
    journal.close();
  }
}

async function queue(
  context: Context,
  journal: Journal,
  desk: Desk,
  operator: string,
  due: readonly Due[],
  exercise: boolean,
): Promise<void> {
  const { deskEmail, deskName, exerciseEmail } = desk.settings;
  const to = exercise ? exerciseEmail : deskEmail;
  if (to === null) {
    const { key } = settingDefinitions[exercise ? 'exerciseEmail' : 'deskEmail'];
    throw new Failure(exitCode.fault, words.noAddress(key, programName(context)));
  }
  const now = context.now();
  const names = due.map(({ followUp }) => nameOf(followUp));
  // The same reminders give the same mail, so two timers that run at once queue it once.
  const id = idFor(names.join('\n\n'));
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
  journal.claim(due.map(({ followUp }, index) => reminder(names[index] ?? '', followUp, operator, now)));
  print(context, words.queued(to, due.length));
}

function bodyOf(due: readonly Due[], desk: Desk): string {
  const lines = due.map(({ followUp, incident }) => {
    const text = followUpText(followUp, incident, desk.contacts);
    return `- ${shortMomentText(followUp.at)}, ${followUp.number}: ${text}`;
  });
  return [words.mailLead(due.length), '', ...lines, '', words.mailEnd].join('\n');
}

function nameOf(followUp: Due['followUp']): string {
  return reminderName(followUp, 'mail');
}

function isMailed(journal: Journal, incident: string, name: string): boolean {
  const id = idFor(name);
  return journal.entriesOf(incident).some((entry: Entry) => entry.id === id);
}

function reminder(
  name: string,
  { incident, key, at }: Due['followUp'],
  operator: string,
  now: string,
): NewEntry<'reminder-given'> {
  return {
    id: idFor(name),
    incident,
    operator,
    receivedAt: now,
    occurredAt: null,
    type: 'reminder-given',
    corrects: null,
    payload: { followUp: key, due: at, by: 'mail' },
  };
}
