/** `tjour kontroll`: whether the journal, the settings, the contacts, the templates and the desk are as they should be. */
import { phonesToTest, phoneTests } from '../../domain/deskLog.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import { cleanLine } from '../../domain/text.ts';
import { JournalError } from '../../journal/errors.ts';
import type { Finding } from '../../journal/finding.ts';
import { verifyJournal } from '../../journal/verify.ts';
import { dataFolder, settingsFolder } from '../../settings/folders.ts';
import { readContacts } from '../../settings/register.ts';
import { settingDefinitions } from '../../settings/settingKeys.ts';
import { defaultSettings, readSettings } from '../../settings/settings.ts';
import * as callWords from '../../texts/call.ts';
import { checklistFileProblemText } from '../../texts/checklists.ts';
import * as words from '../../texts/cli.ts';
import { check as handoverWords } from '../../texts/handover.ts';
import { findingText, journalErrors } from '../../texts/journal.ts';
import { templateFailure, unusedFile } from '../../texts/templates.ts';
import { type Context, print, printJson, programName } from '../context.ts';
import { missingContacts } from '../desk.ts';
import { readDeskChecklists } from '../deskChecklists.ts';
import { latestHandoverIn, phonesIn } from '../deskRecord.ts';
import { exitCode, messageOf } from '../failure.ts';
import { readDeskTemplates } from '../templates.ts';
import { isMissing, isUnused, readingJournal } from '../withJournal.ts';
import { phoneText } from './telefontest.ts';

/** One thing that was looked at. */
export interface Checked {
  readonly what:
    | 'journal'
    | 'settings'
    | 'contacts'
    | 'template'
    | 'checklist'
    | 'phone'
    | 'mail-server'
    | 'handover'
    | 'export';
  readonly ok: boolean;
  /** Something that is missing or left to do, and no fault: the call is taken all the same. */
  readonly note?: true;
  readonly text: string;
  readonly finding?: Finding;
}

/** Prints everything that was looked at: the desk, or a file that was taken out. Exit code 3 when anything is wrong. */
export async function run(
  context: Context,
  options: { readonly json?: boolean; readonly fil?: string },
): Promise<void> {
  const { fil } = options;
  const checked =
    fil === undefined
      ? await checkAll(context)
      : await (await import('../export/fileCheck.ts')).checkFile(fil);
  // Before anything is printed, since the reader may leave in the middle of it.
  if (checked.some(({ ok }) => !ok)) process.exitCode = exitCode.checkFailed;
  for (const each of checked) {
    if (options.json) printJson(context, each);
    else print(context, `${markOf(each)}  ${each.text}`);
  }
}

async function checkAll(context: Context): Promise<Checked[]> {
  const folder = settingsFolder(context.env);
  const program = programName(context);
  return [
    ...checkJournal(context),
    ...(await check('settings', async () => {
      const { deskPhone } = await readSettings(folder);
      const { key } = settingDefinitions.deskPhone;
      return {
        fine: words.check.settingsFine,
        notes: deskPhone === null ? [words.check.noDeskPhone(key, program)] : [],
      };
    })),
    ...(await check('contacts', async () => {
      const contacts = await readContacts(folder);
      return { fine: words.check.contactsFine(contacts.length), notes: missingContacts(contacts, program) };
    })),
    ...(await checkTemplates(context)),
    ...(await checkChecklists(context)),
    ...(await checkMailServer(context)),
    ...(await checkDesk(context)),
  ];
}

function markOf({ ok, note }: Checked): string {
  if (note) return words.check.note;
  return ok ? words.check.ok : words.check.wrong;
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

/** The templates in use: a line each for the report's and the messages' when they can be used, and one for each fault. */
async function checkTemplates({ env }: Context): Promise<Checked[]> {
  const { templates, errors, unused } = await readDeskTemplates(env);
  const isFine = (isReport: boolean) =>
    templates.every(({ template, error }) => (template.kind === 'report') !== isReport || error === null);
  const fine = [
    ...(isFine(true) ? [words.check.templateFine] : []),
    ...(isFine(false) ? [words.check.messageTemplatesFine] : []),
  ];
  return [
    ...fine.map((text): Checked => ({ what: 'template', ok: true, text })),
    ...errors.map(
      (error): Checked => ({
        what: 'template',
        ok: false,
        text: callWords.draft.templateProblem(templateFailure(error)),
      }),
    ),
    ...unused.map(
      ({ path, suggestion }): Checked => ({
        what: 'template',
        ok: true,
        note: true,
        text: unusedFile(cleanLine(path), suggestion),
      }),
    ),
  ];
}

async function checkChecklists({ env }: Context): Promise<Checked[]> {
  const { checklists, problems } = await readDeskChecklists(env);
  if (problems.length === 0)
    return [{ what: 'checklist', ok: true, text: words.check.checklistsFine(checklists.length) }];
  return problems.map((problem) => ({
    what: 'checklist',
    ok: false,
    text: checklistFileProblemText(problem),
  }));
}

/** How the mail server is set up; whether it answers is for `mejl prova`. Faulty settings have been told of already. */
async function checkMailServer(context: Context): Promise<Checked[]> {
  const { mailServerProblems } = await import('../outbox/check.ts');
  const settings = await readSettings(settingsFolder(context.env)).catch(() => null);
  if (settings === null) return [];
  const { fine, notes, problems } = await mailServerProblems(settings, context);
  return [
    ...(fine === null ? [] : [{ what: 'mail-server', ok: true, text: fine } as const]),
    ...notes.map((text) => ({ what: 'mail-server', ok: true, note: true, text }) as const),
    ...problems.map((text) => ({ what: 'mail-server', ok: false, text }) as const),
  ];
}

/** The telephones and the handover. A journal or settings that cannot be read have been told of already. */
async function checkDesk(context: Context): Promise<Checked[]> {
  const { phoneTestDays } = await readSettings(settingsFolder(context.env)).catch(() => defaultSettings);
  const now = context.now();
  try {
    const found = readingJournal(context, (journal) => ({
      phones: phonesIn(journal, phoneTestDays),
      handover: latestHandoverIn(journal, false),
    }));
    const { phones, handover } = found ?? { phones: phoneTests([], phoneTestDays), handover: null };
    const toTest = phonesToTest(phones, now);
    return [
      ...phones.map((phone): Checked => {
        const isDue = toTest.includes(phone);
        const text = phoneText(phone, isDue);
        if (phone.latest === null) return { what: 'phone', ok: true, note: true, text };
        return { what: 'phone', ok: !isDue, text };
      }),
      ...(handover && !handover.acknowledged
        ? [
            {
              what: 'handover',
              ok: true,
              note: true,
              text: handoverWords.notAcknowledged(
                handover.by,
                shortMomentText(handover.at),
                programName(context),
              ),
            } as const,
          ]
        : []),
    ];
  } catch (error) {
    if (error instanceof JournalError) return [];
    throw error;
  }
}

async function check(
  what: Checked['what'],
  look: () => Promise<{ readonly fine: string; readonly notes: readonly string[] }>,
): Promise<Checked[]> {
  try {
    const { fine, notes } = await look();
    return [
      { what, ok: true, text: fine },
      ...notes.map((text) => ({ what, ok: true, note: true, text }) as const),
    ];
  } catch (error) {
    return [{ what, ok: false, text: messageOf(error) }];
  }
}
