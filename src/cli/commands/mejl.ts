/** `tjour mejl`: the saved drafts, and the outbox with what is on its way to the mail server. */
import { constants, existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isLoud } from '../../domain/delivery.ts';
import type { EntryPayloads } from '../../domain/entry.ts';
import { type Journal, openJournal } from '../../journal/journal.ts';
import { dataFolder, settingsFolder } from '../../settings/folders.ts';
import { settingDefinitions } from '../../settings/settingKeys.ts';
import { defaultSettings, readSettings } from '../../settings/settings.ts';
import * as callWords from '../../texts/call.ts';
import * as words from '../../texts/cli.ts';
import { outbox as outboxWords } from '../../texts/delivery.ts';
import { draftsFolder } from '../call/drafts.ts';
import { type Context, machineTime, print, printJson, programName } from '../context.ts';
import { openDeskForCall } from '../desk.ts';
import { badInput, exitCode, Failure } from '../failure.ts';
import { assertMayLeave, type LeavingOptions } from '../leaving.ts';
import { mailJson, mailLines, named } from '../outbox/outboxText.ts';
import { readingJournal } from '../withJournal.ts';

export { send } from '../outbox/sendReport.ts';
export { attempt } from '../outbox/tryServer.ts';

/** Every incident's latest draft, newest first; then the outbox, in the order it was queued. */
export async function list(context: Context, options: { readonly json?: boolean }): Promise<void> {
  const drafts = readingJournal(context, latestDrafts) ?? [];
  if (drafts.length === 0 && !options.json) print(context, words.mail.none);
  for (const { number, file, subject, to } of drafts) {
    if (options.json) printJson(context, { number, file, subject, to });
    else print(context, `${number}  ${file}  ${subject}`);
  }
  readingJournal(context, (journal) => listOutbox(context, journal, options));
  if (options.json) return;
  const isWaiting = readingJournal(context, ({ outbox }) => outbox.items(['queued', 'waiting']).length > 0);
  const { mailHost } = await readSettings(settingsFolder(context.env)).catch(() => defaultSettings);
  if (isWaiting && mailHost === null)
    print(context, outboxWords.noServer(settingDefinitions.mailHost.key, programName(context)));
}

function listOutbox(context: Context, journal: Journal, options: { readonly json?: boolean }): void {
  const mails = journal.outbox.items().map((item) => named(journal, item));
  const now = context.now();
  if (mails.length > 0 && !options.json) print(context, `\n${outboxWords.title}`);
  for (const mail of mails) {
    if (options.json) printJson(context, mailJson(mail, journal, now));
    else for (const line of mailLines(mail, now, programName(context))) print(context, line, 4);
  }
}

/** Somebody has rung instead: the mails about the incident no longer call for attention. */
export function handle(context: Context, asked: string): void {
  const now = context.now();
  const found = readingJournal(context, (journal) => {
    const incident = journal.findIncident(asked);
    const mails = journal.outbox.unsettled();
    const about = mails.filter((mail) => (incident ? mail.incident === incident.id : mail.id === asked));
    return { name: incident?.number ?? asked, loud: about.filter((mail) => isLoud(mail, now)) };
  });
  const { name, loud } = found ?? { name: asked, loud: [] };
  if (loud.length === 0) throw badInput(outboxWords.nothingToHandle(name));
  const journal = openJournal(dataFolder(context.env), { now: machineTime });
  try {
    for (const { id } of loud) journal.outbox.handle(id, now);
    print(context, outboxWords.handledNow(name));
  } finally {
    journal.close();
  }
}

function latestDrafts(journal: Journal) {
  return [...journal.list()].flatMap(({ number, id }) => {
    const draft = journal.findIncident(id)?.drafts.at(-1);
    return draft ? [{ number, ...draft }] : [];
  });
}

/** The latest draft's text, to read or to copy. */
export async function show(
  context: Context,
  asked: string,
  options: { readonly json?: boolean },
): Promise<void> {
  const { number, file, subject, to, body } = latestDraft(context, asked);
  if (options.json) {
    printJson(context, { number, file, subject, to, body });
    return;
  }
  print(context, `${callWords.draft.to}: ${to ?? callWords.draft.noRecipient}`);
  print(context, `${callWords.draft.subject}: ${subject}`);
  print(context, '');
  print(context, body.trimEnd());
}

/** The latest draft's file, copied. Never overwrites. */
export async function save(
  context: Context,
  asked: string,
  options: LeavingOptions & { readonly till: string },
): Promise<void> {
  const { number, file, subject, body } = latestDraft(context, asked);
  const { desk } = await openDeskForCall(context);
  assertMayLeave(context, desk, [subject, body, basename(options.till)], options);
  const source = join(draftsFolder(dataFolder(context.env)), file);
  if (!existsSync(source)) {
    throw new Failure(exitCode.fault, words.mail.missingFile(file, number, programName(context)));
  }
  try {
    await copyFile(source, options.till, constants.COPYFILE_EXCL);
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (exists) throw badInput(words.mail.exists(options.till));
    throw new Failure(exitCode.fault, words.mail.notSaved(options.till), error);
  }
  print(context, words.mail.saved(options.till));
}

function latestDraft(
  context: Context,
  asked: string,
): EntryPayloads['draft-saved'] & { readonly number: string } {
  const incident = readingJournal(context, (journal) => journal.findIncident(asked));
  if (!incident) throw badInput(words.resume.notFound(asked, programName(context)));
  const draft = incident.drafts.at(-1);
  if (!draft) throw badInput(words.mail.noDraft(incident.number));
  return { number: incident.number, ...draft };
}
