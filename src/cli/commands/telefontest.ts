/** `tjour telefontest`: records a test of the TIB telephone or its backup, or shows the latest ones. */
import { type PhoneTest, phonesToTest, phoneTests } from '../../domain/deskLog.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import type { DeskPayloads } from '../../domain/payloads.ts';
import { fold } from '../../domain/register.ts';
import { cleanLine, cleanText } from '../../domain/text.ts';
import { deskEntry } from '../../flow/newEntry.ts';
import { newId } from '../../journal/id.ts';
import { dataFolder, settingsFolder } from '../../settings/folders.ts';
import { readSettings } from '../../settings/settings.ts';
import { phoneWords, resultWords, phoneTest as words } from '../../texts/phoneTest.ts';
import { type Context, operatorName, print, printJson, programName, wantsScreen } from '../context.ts';
import { phonesIn, recordAtDesk } from '../deskRecord.ts';
import { badInput } from '../failure.ts';
import { readingJournal } from '../withJournal.ts';

export interface PhoneTestOptions {
  readonly telefon?: string;
  readonly resultat?: string;
  readonly anteckning?: string;
  readonly operatör?: string;
  readonly övning?: boolean;
  readonly json?: boolean;
}

/** Whether a test is to be recorded from the command line, and not only shown or asked for. */
function isRecording({ telefon, resultat, anteckning }: PhoneTestOptions): boolean {
  return [telefon, resultat, anteckning].some((option) => option !== undefined);
}

/**
 * Records the test in the options; otherwise the desk's panel on a terminal, or each telephone's latest. Throws
 * Failure, with nothing saved, on a wrong option.
 */
export async function run(context: Context, options: PhoneTestOptions): Promise<void> {
  const test = isRecording(options) ? testFrom(options) : null;
  if (!test && !options.json && wantsScreen(context)) {
    const { openDeskScreen } = await import('../deskScreen/openDeskScreen.ts');
    return openDeskScreen(context, options, { kind: 'key', key: { kind: 'text', text: 't' } });
  }
  const settings = await readSettings(settingsFolder(context.env));
  const { phoneTestDays } = settings;
  if (!test) {
    const phones =
      readingJournal(context, (journal) => phonesIn(journal, phoneTestDays)) ?? phoneTests([], phoneTestDays);
    showAll(context, phones, options.json ?? false);
    return;
  }
  const operator = operatorName(options.operatör, settings.operator);
  const at = { now: context.now(), newId };
  const phones = recordAtDesk(context, dataFolder(context.env), words.notSaved, (journal) => {
    journal.append([deskEntry('phone-tested', test, operator, at)]);
    return phonesIn(journal, phoneTestDays);
  });
  if (options.json) {
    printJson(context, { ...test, at: at.now, by: operator });
    return;
  }
  print(context, words.tested(test.phone, test.result, shortMomentText(at.now), operator, test.note));
  if (test.exercise) print(context, words.exercise);
  else for (const { phone, due } of phones) if (phone === test.phone) print(context, nextText(test, due));
}

function nextText({ result }: Pick<DeskPayloads['phone-tested'], 'result'>, due: string | null): string {
  return result === 'fault' || due === null ? words.repair : words.next(shortMomentText(due));
}

function testFrom(options: PhoneTestOptions): DeskPayloads['phone-tested'] {
  const { telefon, resultat, anteckning = '', övning = false } = options;
  const wrong = (problem: string) => badInput(words.nothingSaved(problem));
  if (telefon === undefined || resultat === undefined) throw wrong(words.incomplete);
  const phone = phoneWords.get(fold(telefon));
  if (!phone) throw wrong(words.badPhone(cleanLine(telefon)));
  const result = resultWords.get(fold(resultat));
  if (!result) throw wrong(words.badResult(cleanLine(resultat)));
  const note = cleanText(anteckning).trim();
  if (result === 'fault' && note === '') throw wrong(words.noteNeeded);
  return { phone, result, note, exercise: övning };
}

function showAll(context: Context, phones: readonly PhoneTest[], json: boolean): void {
  const toTest = phonesToTest(phones, context.now());
  for (const each of phones) {
    const isDue = toTest.includes(each);
    if (json) printJson(context, { ...each, isDue });
    else print(context, phoneText(each, isDue));
  }
  if (!json) print(context, words.how(programName(context)));
}

/** The telephone's latest test, and when the next one is due. */
export function phoneText({ phone, latest, due }: PhoneTest, isDue: boolean): string {
  if (!latest || due === null) return words.never(phone);
  const { result, at, by, note } = latest;
  const tested = words.tested(phone, result, shortMomentText(at), by, cleanLine(note));
  if (result === 'fault') return `${tested} ${words.repair}`;
  return `${tested} ${isDue ? words.overdue(shortMomentText(due)) : words.next(shortMomentText(due))}`;
}
