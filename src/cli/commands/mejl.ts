/** `tjour mejl`: the saved drafts. A draft is sent from a mail program, not from here. */
import { existsSync } from 'node:fs';
import { constants, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntryPayloads } from '../../domain/entry.ts';
import { dataFolder } from '../../settings/folders.ts';
import * as callWords from '../../texts/call.ts';
import * as words from '../../texts/cli.ts';
import { draftsFolder } from '../call/drafts.ts';
import { type Context, print } from '../context.ts';
import { badInput, exitCode, Failure } from '../failure.ts';
import { readingJournal } from '../withJournal.ts';

type SavedDraft = EntryPayloads['draft-saved'];

/** Every incident's latest draft, newest first. */
export async function list(context: Context, options: { readonly json?: boolean }): Promise<void> {
  if (!existsSync(dataFolder(context.env))) {
    if (!options.json) print(context, words.mail.none);
    return;
  }
  await readingJournal(context, (journal) => {
    let found = false;
    for (const { number, id } of journal.list()) {
      const draft = journal.findIncident(id)?.drafts.at(-1);
      if (!draft) continue;
      found = true;
      const { file, subject, to } = draft;
      print(
        context,
        options.json ? JSON.stringify({ number, file, subject, to }) : `${number}  ${file}  ${subject}`,
      );
    }
    if (!found && !options.json) print(context, words.mail.none);
  });
}

/** The latest draft's text, to read or to copy. */
export async function show(context: Context, number: string): Promise<void> {
  const { subject, to, body } = await latestDraft(context, number);
  print(context, `${callWords.draft.to}: ${to ?? callWords.draft.noRecipient}`);
  print(context, `${callWords.draft.subject}: ${subject}`);
  print(context, '');
  print(context, body.trimEnd());
}

/** The latest draft's file, copied. Never overwrites. */
export async function save(
  context: Context,
  number: string,
  options: { readonly till: string },
): Promise<void> {
  const { file } = await latestDraft(context, number);
  const source = join(draftsFolder(dataFolder(context.env)), file);
  if (!existsSync(source)) throw new Failure(exitCode.fault, words.mail.missingFile(file));
  try {
    await copyFile(source, options.till, constants.COPYFILE_EXCL);
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (exists) throw badInput(words.mail.exists(options.till));
    throw new Failure(exitCode.fault, words.mail.notSaved(options.till), error);
  }
  print(context, words.mail.saved(options.till));
}

async function latestDraft(context: Context, number: string): Promise<SavedDraft> {
  if (!existsSync(dataFolder(context.env))) throw badInput(words.resume.notFound(number));
  return readingJournal(context, (journal) => {
    const incident = journal.findIncident(number);
    if (!incident) throw badInput(words.resume.notFound(number));
    const draft = incident.drafts.at(-1);
    if (!draft) throw badInput(words.mail.noDraft(incident.number));
    return draft;
  });
}
