/** `tjour kontroll`: whether the journal, the settings, the contacts and the template are as they should be. */
import { JournalError } from '../../journal/errors.ts';
import type { Finding } from '../../journal/finding.ts';
import { verifyJournal } from '../../journal/verify.ts';
import { TemplateError } from '../../mail/template.ts';
import { dataFolder, settingsFolder } from '../../settings/folders.ts';
import { readContacts } from '../../settings/register.ts';
import { readSettings } from '../../settings/settings.ts';
import * as words from '../../texts/cli.ts';
import { findingText, journalErrors } from '../../texts/journal.ts';
import { templateFailure } from '../../texts/mail.ts';
import { type Context, print, printJson } from '../context.ts';
import { loadReportTemplate } from '../desk.ts';
import { exitCode } from '../failure.ts';
import { isMissing, isUnused, readingJournal } from '../withJournal.ts';

/** One thing that was looked at. */
interface Checked {
  readonly what: 'journal' | 'settings' | 'contacts' | 'template';
  readonly ok: boolean;
  readonly text: string;
  readonly finding?: Finding;
}

/** Prints everything that was looked at. Exit code 3 when anything is wrong. */
export async function run(context: Context, options: { readonly json?: boolean }): Promise<void> {
  const folder = settingsFolder(context.env);
  const checked = [
    ...checkJournal(context),
    await check('settings', async () => {
      await readSettings(folder);
      return words.check.settingsFine;
    }),
    await check('contacts', async () => words.check.contactsFine((await readContacts(folder)).length)),
    await check('template', async () => {
      await loadReportTemplate();
      return words.check.templateFine;
    }),
  ];
  // Before anything is printed, since the reader may leave in the middle of it.
  if (checked.some(({ ok }) => !ok)) process.exitCode = exitCode.checkFailed;
  for (const each of checked) {
    if (options.json) printJson(context, each);
    else print(context, `${each.ok ? words.check.ok : words.check.wrong}  ${each.text}`);
  }
}

function checkJournal(context: Context): Checked[] {
  const folder = dataFolder(context.env);
  try {
    const findings = [...verifyJournal(folder)];
    if (findings.length > 0) {
      return findings.map((finding) => ({ what: 'journal', ok: false, text: findingText(finding), finding }));
    }
    const head = readingJournal(context, (journal) => journal.head());
    const text = words.check.journalFine(head?.sequence ?? 0, head?.hash ?? '–');
    return [{ what: 'journal', ok: true, text }];
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
    if (isMissing(error) && isUnused(folder))
      return [{ what: 'journal', ok: true, text: words.check.noJournal }];
    return [
      { what: 'journal', ok: false, text: `${journalErrors[error.kind]} ${words.journalFolder(folder)}` },
    ];
  }
}

async function check(what: Checked['what'], look: () => Promise<string>): Promise<Checked> {
  try {
    return { what, ok: true, text: await look() };
  } catch (error) {
    const text = error instanceof TemplateError ? templateFailure(error) : (error as Error).message;
    return { what, ok: false, text };
  }
}
