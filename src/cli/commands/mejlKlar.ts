/** `tjour mejl klar` and `tjour mejl ta-bort`: what a person settles about the mails of an incident, or one mail. */
import { isLoud, type OutboxItem } from '../../domain/delivery.ts';
import { type Journal, openJournal } from '../../journal/journal.ts';
import { outbox as words } from '../../texts/outbox.ts';
import { type Context, machineTime, operatorName, print } from '../context.ts';
import { openDeskForCall } from '../desk.ts';
import { badInput } from '../failure.ts';
import { handleMail, withdrawMail } from '../outbox/byHand.ts';
import { settleInterrupted } from '../outbox/deliver.ts';
import { readingJournalIn } from '../withJournal.ts';

export interface SettleOptions {
  readonly operatör?: string;
}

/** Somebody has rung instead: the mails no longer call for attention. Throws Failure when none does. */
export async function handle(context: Context, asked: string, options: SettleOptions): Promise<void> {
  await settling(context, asked, options, ({ journal, name, mails, by }) => {
    const loud = mails.filter((mail) => isLoud(mail, by.now));
    if (loud.length === 0) throw badInput(words.nothingToHandle(name));
    for (const mail of loud) handleMail(journal, mail, by);
    print(context, words.handledNow(name));
  });
}

/** Takes back what has surely not gone. Throws Failure when there is nothing, or it is too late. */
export async function withdraw(context: Context, asked: string, options: SettleOptions): Promise<void> {
  await settling(context, asked, options, ({ journal, name, mails, by }) => {
    const left = mails.filter((mail) => !settled.includes(mail.delivery.state));
    if (left.length === 0) throw badInput(words.nothingToWithdraw(name));
    const tooLate: string[] = [];
    for (const mail of left) {
      const to = mail.recipients.join(', ');
      if (withdrawMail(journal, mail, by)) print(context, words.withdrawnNow(to));
      else tooLate.push(words.tooLateToWithdraw(to));
    }
    if (tooLate.length > 0) throw badInput(tooLate.join('\n'));
  });
}

const settled: readonly OutboxItem['delivery']['state'][] = ['accepted', 'withdrawn'];

interface Settling {
  readonly journal: Journal;
  /** The incident's number, or the mail's own id. */
  readonly name: string;
  readonly mails: readonly OutboxItem[];
  readonly by: { readonly now: string; readonly operator: string };
}

/** Nothing is made where there is no journal. */
async function settling(
  context: Context,
  asked: string,
  { operatör }: SettleOptions,
  work: (found: Settling) => void,
): Promise<void> {
  const { desk } = await openDeskForCall(context);
  const operator = operatorName(operatör, desk.settings.operator);
  const isThere = readingJournalIn(desk.dataFolder, () => true) ?? false;
  if (!isThere) throw badInput(words.nothingToHandle(asked));
  const journal = openJournal(desk.dataFolder, { now: machineTime });
  try {
    settleInterrupted({ journal, folder: desk.dataFolder, operator, now: machineTime });
    work({ journal, ...mailsAbout(journal, asked), by: { now: context.now(), operator } });
  } finally {
    journal.close();
  }
}

function mailsAbout(journal: Journal, asked: string): Pick<Settling, 'name' | 'mails'> {
  const incident = journal.findIncident(asked);
  const isAbout = (mail: OutboxItem) => (incident ? mail.incident === incident.id : mail.id === asked);
  return { name: incident?.number ?? asked, mails: journal.outbox.items().filter(isAbout) };
}
