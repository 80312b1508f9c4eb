/** `tjour mejl skicka`: the latest saved report to the director, handed to the mail server; or all that waits. */
import { setTimeout as pause } from 'node:timers/promises';
import type { OutboxItem } from '../../domain/delivery.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import { type Journal, openJournal } from '../../journal/journal.ts';
import { settingDefinitions } from '../../settings/settingKeys.ts';
import * as words from '../../texts/cli.ts';
import { outbox as outboxWords } from '../../texts/delivery.ts';
import { type Context, machineTime, operatorName, print, printJson, programName } from '../context.ts';
import { type Desk, openDesk } from '../desk.ts';
import { badInput, exitCode } from '../failure.ts';
import { assertMayLeave, type LeavingOptions } from '../leaving.ts';
import { recipientOf, senderOf } from '../reports.ts';
import { readingJournalIn } from '../withJournal.ts';
import { mailServerOf } from './mailServer.ts';
import { adviceLines, mailJson, mailLines, named } from './outboxText.ts';
import { makeDue, type ReportMail, reportInOutbox } from './report.ts';
import { sendOutbox } from './sender.ts';

export interface SendOptions extends LeavingOptions {
  readonly igen?: boolean;
  readonly operatör?: string;
  readonly json?: boolean;
}

/** Sends and says what became of it. Exit code 1 unless the server has accepted it for everybody. */
export async function send(context: Context, asked: string | undefined, options: SendOptions): Promise<void> {
  const desk = await openDesk(context);
  const program = programName(context);
  if (!mailServerOf(desk.settings)) {
    throw badInput(outboxWords.noServer(settingDefinitions.mailHost.key, program));
  }
  if (asked === undefined && isEmpty(desk)) {
    if (!options.json) print(context, outboxWords.nothingWaits);
    return;
  }
  const id = asked === undefined ? null : mailWithId(desk, asked);
  const report = asked === undefined || id !== null ? null : reportOf(context, desk, asked);
  if (report) assertMayLeave(context, desk, [report.draft.subject, report.draft.body], options);
  const journal = openJournal(desk.dataFolder, { now: machineTime });
  const operator = operatorName(options.operatör, desk.settings.operator);
  try {
    const sending: Sending = { context, desk, journal, operator, options };
    if (report) await sendReport(sending, report);
    else if (id !== null) await sendAgain(sending, journal.outbox.find(id));
    else await sendAll(sending);
  } finally {
    journal.close();
  }
}

/** Sends the mail that a call has just put in the outbox, and says what became of it. Sets the exit code. */
export async function sendQueued(
  context: Context,
  desk: Desk,
  mail: string,
  operator: string,
): Promise<void> {
  print(context, outboxWords.begins);
  const journal = openJournal(desk.dataFolder, { now: machineTime });
  try {
    await sendAgain({ context, desk, journal, operator, options: {} }, journal.outbox.find(mail));
  } finally {
    journal.close();
  }
}

const unsent = ['queued', 'sending', 'waiting'] as const;

/** What one sending is done with. */
interface Sending {
  readonly context: Context;
  readonly desk: Desk;
  readonly journal: Journal;
  readonly operator: string;
  readonly options: SendOptions;
}

function isEmpty({ dataFolder }: Desk): boolean {
  return !readingJournalIn(dataFolder, ({ outbox }) => outbox.items(unsent).length > 0);
}

/** What is about no incident is known by its own id. */
function mailWithId({ dataFolder }: Desk, asked: string): string | null {
  return readingJournalIn(dataFolder, (journal) => journal.outbox.find(asked)?.id ?? null);
}

/** Everything that a mail needs, or what is missing: then nothing has been saved. */
function reportOf(context: Context, desk: Desk, asked: string): ReportMail {
  const program = programName(context);
  const incident = readingJournalIn(desk.dataFolder, (journal) => journal.findIncident(asked));
  if (!incident) throw badInput(words.resume.notFound(asked, program));
  const draft = incident.drafts.at(-1);
  if (!draft) throw badInput(words.mail.noDraft(incident.number));
  const from = senderOf(desk);
  if (!from) throw badInput(outboxWords.noSender(settingDefinitions.deskEmail.key, program));
  const to = recipientOf(incident, desk);
  if (to) return { incident, draft, from, to };
  throw badInput(
    incident.exercise
      ? outboxWords.noExerciseAddress(settingDefinitions.exerciseEmail.key, program)
      : outboxWords.noDirector(program),
  );
}

async function sendReport(sending: Sending, report: ReportMail): Promise<void> {
  const { context, journal, operator } = sending;
  await sendAgain(sending, await reportInOutbox(journal, report, { now: context.now(), operator }));
}

/** Nothing that has been accepted, and nothing that may have been unless somebody says so. */
async function sendAgain(sending: Sending, item: OutboxItem | null): Promise<void> {
  const { context, journal, options } = sending;
  if (!item) return;
  const { state } = item.delivery;
  if (state === 'accepted' || (state === 'unknown' && !options.igen)) {
    tellResult(sending, item, outboxWords.already);
    return;
  }
  if (state === 'unknown') journal.outbox.requeue(item.id, context.now());
  else makeDue(journal, item, context.now());
  await deliver(sending, item.id);
  tellResult(sending, journal.outbox.find(item.id) ?? item, outboxWords.accepted);
}

/** How long another sender is waited for, in milliseconds. */
const patience = 30_000;
const betweenLooks = 250;

/** Sends what is due, and waits a while for another sender to do it. */
async function deliver({ context, desk, journal, operator }: Sending, id: string | null): Promise<void> {
  const isLeft = () =>
    id === null || ['queued', 'sending'].includes(journal.outbox.find(id)?.delivery.state ?? '');
  for (let waited = 0; waited < patience; waited += betweenLooks) {
    if ((await sendOutbox(context, desk, journal, { operator, asked: true })) !== 'busy' || !isLeft()) return;
    await pause(betweenLooks);
  }
}

/** What became of one mail: on standard output when the server has it, with what to do when it has not. */
function tellResult(
  { context, journal, options }: Sending,
  item: OutboxItem,
  accepted: (to: string, at: string) => string,
): void {
  const { state, refused, changedAt } = item.delivery;
  const now = context.now();
  const mail = named(journal, item);
  if (state !== 'accepted' || refused.length > 0) process.exitCode = exitCode.fault;
  if (options.json) {
    printJson(context, mailJson(mail, journal, now));
    return;
  }
  if (state === 'accepted') print(context, accepted(item.recipients.join(', '), shortMomentText(changedAt)));
  if (state === 'accepted' && refused.length === 0) return;
  if (state === 'sending') print(context, outboxWords.sendsNow);
  for (const line of mailLines(mail, now, programName(context))) print(context, line, 4);
  if (adviceLines(mail, now, programName(context)).length > 0) print(context, outboxWords.saved);
}

async function sendAll(sending: Sending): Promise<void> {
  const { journal } = sending;
  const waiting = journal.outbox.items(unsent);
  await deliver(sending, null);
  for (const { id } of waiting) {
    const item = journal.outbox.find(id);
    if (item) tellResult(sending, item, outboxWords.accepted);
  }
}
