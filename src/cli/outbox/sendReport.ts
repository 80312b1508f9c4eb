/** `tjour mejl skicka`: the latest saved report to the director, handed to the mail server; or all that waits. */
import { setTimeout as pause } from 'node:timers/promises';
import { type OutboxItem, unsent } from '../../domain/delivery.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import { type Journal, openJournal } from '../../journal/journal.ts';
import { settingDefinitions } from '../../settings/settingKeys.ts';
import * as cliWords from '../../texts/cli.ts';
import { mailServer } from '../../texts/mailServer.ts';
import { outbox as words } from '../../texts/outbox.ts';
import { type Context, machineTime, operatorName, print, printJson, programName, tell } from '../context.ts';
import { recipientOf, senderOf } from '../correspondents.ts';
import { type Desk, openDesk } from '../desk.ts';
import { badInput, exitCode } from '../failure.ts';
import { assertMayLeave, type LeavingOptions } from '../leaving.ts';
import { readingJournalIn } from '../withJournal.ts';
import { type BreakingOff, breakingOff } from './breakingOff.ts';
import { sendOnceMore } from './byHand.ts';
import { type Asked, settleInterrupted } from './deliver.ts';
import { mailServerOf } from './mailServer.ts';
import { tellMeanwhile } from './meanwhile.ts';
import { adviceLines, mailJson, mailLines, named } from './outboxText.ts';
import { frozenReport, makeDue, type ReportMail, reportInOutbox } from './report.ts';
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
    throw badInput(mailServer.none(settingDefinitions.mailHost.key, program));
  }
  if (asked === undefined && waitingIn(desk) === 0) {
    if (!options.json) print(context, words.nothingWaits);
    return;
  }
  const id = asked === undefined ? null : mailWithId(desk, asked);
  const report = asked === undefined || id !== null ? null : reportOf(context, desk, asked);
  // What is in the outbox already was looked through when it was put there, and is the same to the byte.
  if (report && !isFrozen(desk, report))
    assertMayLeave(context, desk, [report.draft.subject, report.draft.body], options);
  await sending(context, desk, options, async (way) => {
    if (report) await sendAgain(way, await reportInOutbox(way.journal, report, byNow(way)));
    else if (id !== null) await sendAgain(way, way.journal.outbox.find(id));
    else await sendAll(way);
  });
}

/** Sends the mail that a call has just put in the outbox, and says what became of it. Sets the exit code. */
export async function sendQueued(
  context: Context,
  desk: Desk,
  mail: string,
  operator: string,
): Promise<void> {
  print(context, words.begins);
  await sending(context, desk, { operatör: operator }, (way) =>
    sendAgain(way, way.journal.outbox.find(mail)),
  );
}

/** What one sending is done with. */
interface Sending {
  readonly context: Context;
  readonly desk: Desk;
  readonly journal: Journal;
  readonly operator: string;
  readonly options: SendOptions;
  /** What was to be sent when it began, before it was seen to what a sender had left behind. */
  readonly waiting: readonly OutboxItem[];
  readonly breaking: BreakingOff;
}

async function sending(
  context: Context,
  desk: Desk,
  options: SendOptions,
  work: (way: Sending) => Promise<void>,
): Promise<void> {
  const journal = openJournal(desk.dataFolder, { now: machineTime });
  const breaking = breakingOff(context);
  const operator = operatorName(options.operatör, desk.settings.operator);
  try {
    const waiting = journal.outbox.items(unsent);
    // What a sender left behind that was killed may have gone, and is not to be asked for as if it had not.
    settleInterrupted({ journal, folder: desk.dataFolder, operator, now: machineTime });
    await work({ context, desk, journal, operator, options, waiting, breaking });
    if (breaking.stop.aborted) process.exitCode = exitCode.interrupted;
  } finally {
    breaking.close();
    journal.close();
  }
}

function byNow({ context, operator }: Sending) {
  return { now: context.now(), operator };
}

function waitingIn({ dataFolder }: Desk): number {
  return readingJournalIn(dataFolder, ({ outbox }) => outbox.items(unsent).length) ?? 0;
}

/** What is about no incident is known by its own id. */
function mailWithId({ dataFolder }: Desk, asked: string): string | null {
  return readingJournalIn(dataFolder, (journal) => journal.outbox.find(asked)?.id ?? null);
}

function isFrozen({ dataFolder }: Desk, report: ReportMail): boolean {
  return readingJournalIn(dataFolder, (journal) => frozenReport(journal, report) !== null) ?? false;
}

/** Everything that a mail needs, or what is missing: then nothing has been saved. */
function reportOf(context: Context, desk: Desk, asked: string): ReportMail {
  const program = programName(context);
  const incident = readingJournalIn(desk.dataFolder, (journal) => journal.findIncident(asked));
  if (!incident) throw badInput(cliWords.resume.notFound(asked, program));
  const draft = incident.drafts.at(-1);
  if (!draft) throw badInput(cliWords.mail.noDraft(incident.number));
  const from = senderOf(desk);
  if (!from) throw badInput(mailServer.noSender(settingDefinitions.deskEmail.key, program));
  const to = recipientOf(incident, desk);
  if (to) return { incident, draft, from, to };
  throw badInput(
    incident.exercise
      ? words.noExerciseAddress(settingDefinitions.exerciseEmail.key, program)
      : words.noDirector(program),
  );
}

/** Nothing that has been accepted or taken back, and nothing that may have been accepted unless somebody says so. */
async function sendAgain(way: Sending, item: OutboxItem | null): Promise<void> {
  const { context, journal, options } = way;
  if (!item) return;
  const { state } = item.delivery;
  const wanted = state === 'unknown' && options.igen === true;
  if (state === 'withdrawn') tell(context, words.isWithdrawn);
  if (state === 'accepted' || state === 'withdrawn' || (state === 'unknown' && !wanted)) {
    tellResult(way, item, words.already);
    return;
  }
  const isOnItsWay = wanted ? sendOnceMore(journal, item, byNow(way)) : makeDue(journal, item, byNow(way));
  // Another window was first, or it was withdrawn: what has become of it is told, and nothing is sent twice.
  if (isOnItsWay) {
    tellMeanwhile(context, words.sending(item.recipients.join(', ')));
    await deliver(way, { mail: item.id });
  } else tell(context, words.overtaken);
  tellResult(way, journal.outbox.find(item.id) ?? item, words.accepted);
}

/** How long another sender is waited for, in milliseconds. */
const patience = 30_000;
const betweenLooks = 250;

/** Sends what is asked for, and waits a while for another sender to do it. */
async function deliver({ context, desk, journal, operator, breaking }: Sending, asked: Asked): Promise<void> {
  const { stop } = breaking;
  const isLeft = () => {
    const state = asked === 'all' ? 'queued' : journal.outbox.find(asked.mail)?.delivery.state;
    return state === 'queued' || state === 'sending';
  };
  for (let waited = 0; waited < patience && !stop.aborted; waited += betweenLooks) {
    const end = await sendOutbox(context, desk, journal, { operator, asked, ...breaking });
    if (end !== 'busy' || !isLeft()) return;
    await pause(betweenLooks, null, { signal: stop }).catch(() => undefined);
  }
}

/** What became of one mail: on standard output when the server has it, with what to do when it has not. */
function tellResult(
  { context, desk, journal, options, breaking }: Sending,
  found: OutboxItem,
  accepted: (to: string, at: string) => string,
): void {
  const now = context.now();
  const program = programName(context);
  const mail = named({ journal, ...desk }, found);
  const { recipients, delivery } = mail.item;
  const { state, refused, changedAt } = delivery;
  const isWhole = state === 'accepted' && refused.length === 0;
  if (!isWhole) process.exitCode = exitCode.fault;
  if (breaking.stop.aborted && !isWhole)
    tell(context, state === 'unknown' ? words.stopped.after : words.stopped.before);
  if (options.json) {
    printJson(context, mailJson(mail, journal, now));
    return;
  }
  if (state === 'accepted') print(context, accepted(recipients.join(', '), shortMomentText(changedAt)));
  if (isWhole) return;
  if (state === 'sending') print(context, words.sendsNow(program));
  for (const line of mailLines(mail, now, program)) print(context, line, 4);
  if (state !== 'withdrawn' && adviceLines(mail, now, program).length > 0) print(context, words.kept);
}

async function sendAll(way: Sending): Promise<void> {
  const { context, journal, waiting } = way;
  const count = journal.outbox.items(unsent).length;
  if (count > 0) tellMeanwhile(context, words.sendingAll(count));
  await deliver(way, 'all');
  for (const { id } of waiting) {
    const item = journal.outbox.find(id);
    if (item) tellResult(way, item, words.accepted);
  }
}
