/** `tjour mejl klar` and `tjour mejl ta-bort`: what a person settles about the mails of an incident, or one mail. */
import { isLoud, type OutboxItem } from '../../domain/delivery.ts';
import { type Journal, openJournal } from '../../journal/journal.ts';
import { outbox as words } from '../../texts/outbox.ts';
import { type Context, machineTime, operatorName, print } from '../context.ts';
import { openDeskForCall } from '../desk.ts';
import { badInput, exitCode, Failure } from '../failure.ts';
import { handleMail, withdrawMail } from '../outbox/byHand.ts';
import { settleInterrupted } from '../outbox/deliver.ts';
import { readingJournalIn } from '../withJournal.ts';

export interface SettleOptions {
  readonly operatör?: string;
}

/** Somebody has rung instead: the mails no longer call for attention. Throws Failure when none did. */
export async function handle(context: Context, asked: string, options: SettleOptions): Promise<void> {
  await settling(context, asked, options, words.nothingToHandle, ({ journal, mails, by }) => {
    const loud = mails.filter((mail) => isLoud(mail, by.now));
    for (const mail of loud) {
      handleMail(journal, mail, by);
      print(context, words.handledNow(mail.recipients.join(', '), mail.subject));
    }
    return loud.length > 0;
  });
}

/**
 * Takes back what has surely not gone. Throws Failure when there is nothing, or it is too late for any: bad input only
 * where it is for all of them, since otherwise something has been done.
 */
export async function withdraw(context: Context, asked: string, options: SettleOptions): Promise<void> {
  await settling(context, asked, options, words.nothingToWithdraw, ({ journal, mails, by }) => {
    const left = mails.filter((mail) => !settled.includes(mail.delivery.state));
    const tooLate: string[] = [];
    for (const mail of left) {
      const to = mail.recipients.join(', ');
      if (withdrawMail(journal, mail, by)) print(context, words.withdrawnNow(to));
      else tooLate.push(words.tooLateToWithdraw(to));
    }
    const code = tooLate.length < left.length ? exitCode.fault : exitCode.badInput;
    if (tooLate.length > 0) throw new Failure(code, tooLate.join('\n'));
    return left.length > 0;
  });
}

const settled: readonly OutboxItem['delivery']['state'][] = ['accepted', 'withdrawn'];

interface Settling {
  readonly journal: Journal;
  readonly mails: readonly OutboxItem[];
  readonly by: { readonly now: string; readonly operator: string };
}

/**
 * Does the work with the mails that were asked for. Throws Failure with the words for `nothing` where it gives false:
 * there was nothing to do. Nothing is made where there is no journal.
 */
async function settling(
  context: Context,
  asked: string,
  { operatör }: SettleOptions,
  nothing: (name: string) => string,
  work: (found: Settling) => boolean,
): Promise<void> {
  const { desk } = await openDeskForCall(context);
  const operator = operatorName(operatör, desk.settings.operator);
  const isThere = readingJournalIn(desk.dataFolder, () => true) ?? false;
  if (!isThere) throw badInput(nothing(asked));
  const journal = openJournal(desk.dataFolder, { now: machineTime });
  try {
    settleInterrupted({ journal, folder: desk.dataFolder, operator, now: machineTime });
    const incident = journal.findIncident(asked);
    const isAbout = (mail: OutboxItem) => (incident ? mail.incident === incident.id : mail.id === asked);
    const mails = journal.outbox.items().filter(isAbout);
    const isDone = work({ journal, mails, by: { now: context.now(), operator } });
    if (!isDone) throw badInput(nothing(incident?.number ?? asked));
  } finally {
    journal.close();
  }
}
