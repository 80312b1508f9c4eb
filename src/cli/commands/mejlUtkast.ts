/** `tjour mejl visa` and `tjour mejl spara`: the latest report on an incident, as it was recorded. */
import { readFileSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Incident } from '../../domain/incident.ts';
import { composeDraft } from '../../mail/draft.ts';
import * as callWords from '../../texts/call.ts';
import * as words from '../../texts/cli.ts';
import { draftsFolder } from '../call/drafts.ts';
import { type Context, print, printJson, programName, tell } from '../context.ts';
import { recipientOf, senderOf } from '../correspondents.ts';
import { type Desk, openDeskForCall } from '../desk.ts';
import { badInput, exitCode, Failure } from '../failure.ts';
import { assertMayLeave, type LeavingOptions } from '../leaving.ts';
import { readingJournal } from '../withJournal.ts';

/** The latest report's text, to read or to copy. Throws Failure and JournalError. */
export async function show(
  context: Context,
  asked: string,
  options: { readonly json?: boolean },
): Promise<void> {
  const { incident, draft } = latestReport(context, asked);
  const { file, subject, to, body } = draft;
  if (options.json) {
    printJson(context, { number: incident.number, file, subject, to, body });
    return;
  }
  print(context, `${callWords.draft.to}: ${to ?? callWords.draft.noRecipient}`);
  print(context, `${callWords.draft.subject}: ${subject}`);
  print(context, '');
  print(context, body.trimEnd());
}

/**
 * The latest report as a file of its own, made of what is recorded: the file in the drafts folder may have been changed
 * since, to something that nobody has looked through. Never overwrites. Throws Failure and JournalError.
 */
export async function save(
  context: Context,
  asked: string,
  options: LeavingOptions & { readonly till: string },
): Promise<void> {
  const report = latestReport(context, asked);
  const { subject, body } = report.draft;
  const { desk } = await openDeskForCall(context);
  assertMayLeave(context, desk, [subject, body, basename(options.till)], options);
  const bytes = await composed(report, desk);
  await writeNew(options.till, bytes);
  print(context, words.mail.saved(options.till));
  if (isChanged(join(draftsFolder(desk.dataFolder), report.draft.file), bytes))
    tell(context, words.mail.changedSince(report.draft.file));
}

interface Report {
  readonly incident: Incident;
  readonly draft: Incident['drafts'][number];
}

function latestReport(context: Context, asked: string): Report {
  const incident = readingJournal(context, (journal) => journal.findIncident(asked));
  if (!incident) throw badInput(words.resume.notFound(asked, programName(context)));
  const draft = incident.drafts.at(-1);
  if (!draft) throw badInput(words.mail.noDraft(incident.number));
  return { incident, draft };
}

/** As the draft was saved. Its recipient's name is in the register only. */
function composed({ incident, draft }: Report, desk: Desk): Promise<Uint8Array> {
  const { to: address, subject, body: text, messageId, at: date } = draft;
  const now = recipientOf(incident, desk);
  const name = now?.address === address ? now?.name : undefined;
  const to = address === null ? [] : [{ name: name ?? '', address }];
  return composeDraft({ from: senderOf(desk), to, subject, text, messageId, date });
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  let isOurs = false;
  try {
    await using file = await open(path, 'wx', 0o600);
    isOurs = true;
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    // No part of it is left.
    if (isOurs) await rm(path, { force: true }).catch(() => undefined);
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (exists) throw badInput(words.mail.exists(path));
    throw new Failure(exitCode.fault, words.mail.notSaved(path), error);
  }
}

/** Whether the draft's own file says something else. One that is gone says nothing. */
function isChanged(path: string, bytes: Uint8Array): boolean {
  try {
    return textOf(readFileSync(path)) !== textOf(bytes);
  } catch {
    return false;
  }
}

/** The subject and all that comes after the headers. */
function textOf(bytes: Uint8Array): string {
  const mail = Buffer.from(bytes).toString('latin1');
  const end = mail.indexOf('\r\n\r\n');
  const [, subject = ''] = /^Subject: ((?:.*\r\n[ \t])*.*)/m.exec(mail.slice(0, end)) ?? [];
  return subject + mail.slice(end);
}
