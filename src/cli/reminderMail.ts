/** A mail to the desk about what has fallen due, put in the outbox once for each time. */
import { type FollowUp, reminderName } from '../domain/followUps.ts';
import { shortMomentText } from '../domain/momentText.ts';
import { idFor } from '../journal/id.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import type { Mail } from '../journal/outbox.ts';
import { mailBody } from '../mail/body.ts';
import { composeMail, messageIdFor } from '../mail/draft.ts';
import { settingDefinitions } from '../settings/settingKeys.ts';
import { reminders as words } from '../texts/reminders.ts';
import { type Context, machineTime, programName } from './context.ts';
import type { Desk } from './desk.ts';
import type { Due } from './due.ts';
import { exitCode, Failure } from './failure.ts';
import { followUpText } from './followUpText.ts';
import { recordWith } from './outbox/recorded.ts';
import { reminderEntry } from './reminderEntry.ts';

/**
 * Queues one mail for the real desk and one for an exercise, to the exercise address, about what nobody has been mailed
 * about before; `say` gets what became of it in words. Throws Failure when there is no address for one of them, and
 * JournalError.
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
  const post: Post = { context, desk, operator, journal };
  try {
    const left = due.filter(({ followUp }) => !isMailed(journal, followUp));
    if (left.length === 0) say(words.alreadyMailed);
    // What an exercise has to say does not wait for the address of the real desk.
    const problems: string[] = [];
    for (const exercise of [false, true]) {
      const about = left.filter(({ followUp }) => followUp.exercise === exercise);
      if (about.length === 0) continue;
      const to = exercise ? desk.settings.exerciseEmail : desk.settings.deskEmail;
      if (to === null) problems.push(noAddress(exercise, context));
      else for (const text of await queued(post, to, about)) say(text);
    }
    if (problems.length > 0) throw new Failure(exitCode.fault, problems.join(' '));
  } finally {
    journal.close();
  }
}

/** What a mail is made from and put in the outbox with. */
interface Post {
  readonly context: Context;
  readonly desk: Desk;
  readonly operator: string;
  readonly journal: Journal;
}

function noAddress(exercise: boolean, context: Context): string {
  const { key } = settingDefinitions[exercise ? 'exerciseEmail' : 'deskEmail'];
  return words.noAddress(key, programName(context));
}

/** Puts a mail in the outbox about what is left of this, and says so in words; nothing when nothing is. */
async function queued(post: Post, to: string, due: readonly Due[]): Promise<string[]> {
  const { journal, operator, context } = post;
  for (;;) {
    const left = due.filter(({ followUp }) => !isMailed(journal, followUp));
    if (left.length === 0) return [];
    const now = context.now();
    const reminders = left.map(({ followUp }) => reminderEntry(followUp, 'mail', operator, now));
    const id = idFor(reminders.map((reminder) => reminder.id).join('\n'));
    const mail = await mailAbout(post, id, to, left, now);
    let isQueued = false;
    // Both or neither: what has been mailed about is not forgotten, and not mailed about twice.
    recordWith(journal, reminders, (outbox, fresh) => {
      // Otherwise another timer was first with some of it.
      isQueued = fresh === reminders.length;
      if (isQueued) outbox.queue(mail);
      return isQueued;
    });
    if (isQueued) return [words.queued(to, left.length)];
  }
}

async function mailAbout(
  { desk }: Post,
  id: string,
  to: string,
  due: readonly Due[],
  now: string,
): Promise<Mail> {
  const { deskEmail, deskName } = desk.settings;
  const exercise = due.every(({ followUp }) => followUp.exercise);
  const sender = deskEmail ?? to;
  const subject = words.subject(due.length, exercise);
  const messageId = messageIdFor(id, deskEmail);
  const bytes = await composeMail({
    from: { name: deskName, address: sender },
    to: [{ name: deskName, address: to }],
    subject,
    text: mailBody(bodyOf(due, desk), exercise),
    messageId,
    date: now,
  });
  return {
    id,
    incident: null,
    action: null,
    createdAt: now,
    sender,
    recipients: [to],
    subject,
    messageId,
    bytes,
  };
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
