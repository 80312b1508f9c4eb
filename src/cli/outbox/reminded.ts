/** What `påminn` does with the outbox: tells of what somebody must see to, sends what is due, and tells what came of it. */
import { isLoud, unsent } from '../../domain/delivery.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import { openJournal } from '../../journal/journal.ts';
import { mailCame, reminderMails, ringInstead } from '../../texts/delivery.ts';
import { outbox as words } from '../../texts/outbox.ts';
import { exerciseSubject } from '../../texts/report.ts';
import { type Context, machineTime, print, printJson, programName } from '../context.ts';
import type { Desk } from '../desk.ts';
import { exitCode } from '../failure.ts';
import { readingJournalIn } from '../withJournal.ts';
import { type NamedMail, named } from './outboxText.ts';
import { sendOutbox } from './sender.ts';

export interface Reminding {
  readonly operator: string;
  readonly json: boolean;
  /** After this no more is sent, and what has surely not gone is broken off: a timer is to end. */
  readonly stop?: AbortSignal;
}

/** How long mails are sent before the rest is left to the next time, in milliseconds. */
const sendingTime = 60_000;

/**
 * The alarm comes first, since sending may take long; and whatever keeps mails from being sent, such as a full disk, is
 * thrown when it has been told which they are. Exit code 3 when somebody must see to any of them. Throws JournalError.
 */
export async function remindOfMails(context: Context, desk: Desk, reminding: Reminding): Promise<void> {
  const before = loudMails(context, desk);
  tellOf(context, before, reminding);
  const failed = await sendDue(context, desk, reminding).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  const after = loudMails(context, desk);
  const told = new Set(before.map(newsOf));
  tellOf(
    context,
    after.filter((mail) => !told.has(newsOf(mail))),
    reminding,
  );
  if (!reminding.json) tellOfAccepted(context, desk, before);
  if (after.length > 0) process.exitCode = exitCode.checkFailed;
  if (failed) throw failed.error;
}

/** Only looks, so that it also works where nothing can be written. */
function loudMails(context: Context, desk: Desk): NamedMail[] {
  const loud = readingJournalIn(desk.dataFolder, (journal) =>
    journal.outbox
      .unsettled()
      .map((item) => named({ journal, ...desk }, item))
      .filter(({ item }) => isLoud(item, context.now())),
  );
  return loud ?? [];
}

async function sendDue(context: Context, desk: Desk, { operator, stop }: Reminding): Promise<void> {
  const left = readingJournalIn(desk.dataFolder, ({ outbox }) => outbox.items(unsent)) ?? [];
  if (left.length === 0) return;
  const journal = openJournal(desk.dataFolder, { now: machineTime });
  try {
    await sendOutbox(context, desk, journal, { operator, stop: stop ?? AbortSignal.timeout(sendingTime) });
  } finally {
    journal.close();
  }
}

function newsOf({ item }: NamedMail): string {
  return `${item.id} ${mailCame(item)}`;
}

/** The reminders to the desk as one line, however many they are. */
function tellOf(context: Context, mails: readonly NamedMail[], { json }: Reminding): void {
  if (json) {
    for (const { item, name } of mails)
      printJson(context, { kind: 'mail', mail: item.id, number: name, state: item.delivery.state });
    return;
  }
  const program = programName(context);
  const reminders = mails.filter(({ item }) => item.incident === null);
  for (const { item, name, whom, exercise } of mails) {
    const [called = ''] = ringInstead(item, whom);
    const told = exercise ? exerciseSubject + called : called;
    if (item.incident !== null) print(context, words.loud(told, name, program), 4);
  }
  if (reminders.length > 0) print(context, words.loud(reminderMails(reminders.length), null, program), 4);
}

/** What the alarm was about, and has been accepted since. */
function tellOfAccepted(context: Context, desk: Desk, before: readonly NamedMail[]): void {
  readingJournalIn(desk.dataFolder, ({ outbox }) => {
    for (const { item } of before) {
      const { delivery, recipients } = outbox.find(item.id) ?? item;
      const isNew = delivery.state === 'accepted' && item.delivery.state !== 'accepted';
      if (isNew) print(context, words.accepted(recipients.join(', '), shortMomentText(delivery.changedAt)));
    }
  });
}
