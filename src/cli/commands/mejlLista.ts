/** `tjour mejl`: the mails that somebody must see to, then those on their way, then the last few, and drafts not sent. */
import { isLoud, type OutboxItem, unsent } from '../../domain/delivery.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Journal } from '../../journal/journal.ts';
import { settingDefinitions } from '../../settings/settingKeys.ts';
import * as cliWords from '../../texts/cli.ts';
import { reminderMails } from '../../texts/delivery.ts';
import { mailServer } from '../../texts/mailServer.ts';
import { outbox as words } from '../../texts/outbox.ts';
import { type Context, print, printJson, programName } from '../context.ts';
import { type Desk, openDeskForCall } from '../desk.ts';
import { mailJson, mailLines, type NamedMail, named } from '../outbox/outboxText.ts';
import { readingJournalIn } from '../withJournal.ts';

export interface ListOptions {
  readonly json?: boolean;
  readonly alla?: boolean;
}

/** How much of what needs nobody is shown, and among how many incidents it is looked for. */
const few = 5;
const fewIncidents = 20;

/** As JSON it is all there is: the latest draft of each incident, newest first, then the mails as they were queued. */
export async function list(context: Context, { json = false, alla = false }: ListOptions): Promise<void> {
  const { desk } = await openDeskForCall(context);
  const now = context.now();
  const isThere = readingJournalIn(desk.dataFolder, (journal) => {
    if (json) printAsJson(context, desk, journal, now);
    else printPage(context, desk, read(journal, desk, now, alla), now);
    return true;
  });
  if (!isThere && !json) print(context, cliWords.mail.none);
}

interface Page {
  readonly loud: readonly NamedMail[];
  readonly onItsWay: readonly NamedMail[];
  readonly settled: readonly NamedMail[];
  readonly drafts: readonly LatestDraft[];
  /** Some of the last two are left out. */
  readonly isPart: boolean;
  /** All was asked for. */
  readonly isWhole: boolean;
}

interface LatestDraft {
  readonly number: string;
  readonly draft: Incident['drafts'][number];
}

function isUnsent({ delivery }: OutboxItem): boolean {
  return unsent.some((state) => state === delivery.state);
}

/** The newest first, and only what is shown is read. */
function read(journal: Journal, desk: Desk, now: string, alla: boolean): Page {
  const items = journal.outbox.items().toReversed();
  const nameOf = (item: OutboxItem) => named({ journal, ...desk }, item);
  const isLeft = (item: OutboxItem) => isUnsent(item) || isLoud(item, now);
  const seen = items.filter(isLeft).map(nameOf);
  const left = seen.filter(({ item }) => isLeft(item));
  // Also what another has just sent: it is looked at once more when it is named.
  const settled = [...seen.map(({ item }) => item), ...items].filter((item) => !isLeft(item));
  const incidents = [...journal.list(alla ? {} : { limit: fewIncidents })];
  const drafts = incidents
    .flatMap(({ id }) => latestDraft(journal, id))
    .filter(({ draft }) => journal.outbox.withMessageId(draft.messageId).every(isWithdrawn));
  return {
    loud: left.filter(({ item }) => isLoud(item, now)).toSorted((a, b) => rankOf(a) - rankOf(b)),
    onItsWay: left.filter(({ item }) => !isLoud(item, now)),
    settled: (alla ? settled : settled.slice(0, few)).map(nameOf),
    drafts: alla ? drafts : drafts.slice(0, few),
    isWhole: alla,
    isPart: !alla && (settled.length > few || drafts.length > few || incidents.length === fewIncidents),
  };
}

/** What is real, then exercises, then reminders to the desk. */
function rankOf({ item, exercise }: NamedMail): number {
  if (isReminder(item)) return 2;
  return exercise ? 1 : 0;
}

function isReminder({ incident }: OutboxItem): boolean {
  return incident === null;
}

function isWithdrawn({ delivery }: OutboxItem): boolean {
  return delivery.state === 'withdrawn';
}

function latestDraft(journal: Journal, id: string): LatestDraft[] {
  const incident = journal.findIncident(id);
  const draft = incident?.drafts.at(-1);
  return incident && draft ? [{ number: incident.number, draft }] : [];
}

function printPage(context: Context, { settings }: Desk, page: Page, now: string): void {
  const program = programName(context);
  const { loud, onItsWay, settled, drafts, isPart, isWhole } = page;
  let isFirst = true;
  const section = (title: string, lines: readonly string[]) => {
    if (lines.length === 0) return;
    print(context, `${isFirst ? '' : '\n'}${title}`);
    for (const line of lines) print(context, line, 4);
    isFirst = false;
  };
  const linesOf = (mails: readonly NamedMail[]) => mails.flatMap((mail) => mailLines(mail, now, program));
  const reminders = loud.filter(({ item }) => isReminder(item));
  const isGrouped = !isWhole && reminders.length > 1;
  section(words.sections.loud(loud.length), [
    ...linesOf(isGrouped ? loud.filter(({ item }) => !isReminder(item)) : loud),
    ...(isGrouped ? [words.reminders(reminderMails(reminders.length), program)] : []),
  ]);
  section(words.sections.onItsWay(onItsWay.length), linesOf(onItsWay));
  section(words.sections.settled, linesOf(settled));
  section(
    words.sections.drafts,
    drafts.map(({ number, draft }) => words.draft(number, draft.file, draft.subject)),
  );
  if (isFirst) print(context, cliWords.mail.none);
  const isWaiting = [...loud, ...onItsWay].some(({ item }) => isUnsent(item));
  if (isWaiting && settings.mailHost === null)
    print(context, `\n${mailServer.none(settingDefinitions.mailHost.key, program)}`);
  if (isPart) print(context, `\n${words.all(program)}`);
}

function printAsJson(context: Context, desk: Desk, journal: Journal, now: string): void {
  for (const { id } of [...journal.list()]) {
    for (const { number, draft } of latestDraft(journal, id)) {
      const { file, subject, to } = draft;
      printJson(context, { kind: 'draft', number, file, subject, to });
    }
  }
  for (const item of journal.outbox.items())
    printJson(context, mailJson(named({ journal, ...desk }, item), journal, now));
}
