/** `tjour kontakter`: the contact register. */
import { readFile } from 'node:fs/promises';
import { cleanLine } from '../../domain/text.ts';
import { settingsFolder } from '../../settings/folders.ts';
import { importContacts } from '../../settings/importContacts.ts';
import { readContacts } from '../../settings/register.ts';
import * as words from '../../texts/cli.ts';
import { contactText, importText } from '../../texts/contacts.ts';
import { notFound } from '../../texts/incidentFile.ts';
import { type Context, print, printJson, programName, tell } from '../context.ts';
import { missingContacts } from '../desk.ts';
import { badInput } from '../failure.ts';

export async function list(context: Context, options: { readonly json?: boolean }): Promise<void> {
  const contacts = await readContacts(settingsFolder(context.env));
  if (options.json) {
    for (const contact of contacts) printJson(context, contact);
    return;
  }
  if (contacts.length === 0) print(context, words.contactsEmpty);
  for (const contact of contacts) {
    print(
      context,
      [contactText(contact), contact.phone, contact.email].filter((part) => part !== '').join('  '),
    );
  }
  for (const problem of missingContacts(contacts, programName(context))) tell(context, problem);
}

export async function importFile(
  context: Context,
  file: string,
  options: { readonly json?: boolean },
): Promise<void> {
  const bytes = await readFile(file).catch(() => {
    throw badInput(notFound(cleanLine(file)));
  });
  const folder = settingsFolder(context.env);
  const result = await importContacts(folder, bytes);
  if (options.json) printJson(context, result);
  else print(context, importText(result));
  for (const problem of missingContacts(await readContacts(folder), programName(context)))
    tell(context, problem);
}
