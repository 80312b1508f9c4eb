/** `tjour mejl`: the saved drafts. A draft is sent from a mail program, not from here. */
import { constants, existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntryPayloads } from '../../domain/entry.ts';
import type { Journal } from '../../journal/journal.ts';
import { dataFolder } from '../../settings/folders.ts';
import * as callWords from '../../texts/call.ts';
import * as words from '../../texts/cli.ts';
import { draftsFolder } from '../call/drafts.ts';
import { type Context, print, printJson, programName } from '../context.ts';
import { badInput, exitCode, Failure } from '../failure.ts';
import { readingJournal } from '../withJournal.ts';

/** Every incident's latest draft, newest first. */
export async function list(context: Context, options: { readonly json?: boolean }): Promise<void> {
  const drafts = readingJournal(context, latestDrafts) ?? [];
  if (drafts.length === 0 && !options.json) print(context, words.mail.none);
  for (const { number, file, subject, to } of drafts) {
    if (options.json) printJson(context, { number, file, subject, to });
    else print(context, `${number}  ${file}  ${subject}`);
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
  options: { readonly till: string },
): Promise<void> {
  const { number, file } = latestDraft(context, asked);
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
