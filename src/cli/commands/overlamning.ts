/** `tjour överlämning`: the page for the next shift, signed by whoever leaves and acknowledged by whoever arrives. */
import type { SignedHandover } from '../../domain/deskLog.ts';
import { handoverPage } from '../../domain/handover.ts';
import { acknowledgeProblem, changesSince } from '../../domain/handoverChanges.ts';
import { handoverLines } from '../../domain/handoverLines.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import { acknowledgedEntry, asAcknowledged, asSigned, signedEntry } from '../../flow/handover/entries.ts';
import type { HandoverRecord } from '../../flow/handover/state.ts';
import { newId } from '../../journal/id.ts';
import type { Journal } from '../../journal/journal.ts';
import { problemText, state as stateWords, command as words } from '../../texts/handover.ts';
import { changeTexts, latestText } from '../../ui/handover/handoverText.ts';
import { type Context, operatorName, print, printJson, programName, wantsScreen } from '../context.ts';
import { type Desk, openDesk } from '../desk.ts';
import { emptyRecord, handoverRecord, recordAtDesk } from '../deskRecord.ts';
import { badInput } from '../failure.ts';
import { readingJournal } from '../withJournal.ts';

export interface HandoverOptions {
  readonly signera?: boolean;
  readonly kvittera?: boolean;
  readonly anteckning?: string;
  readonly operatör?: string;
  readonly övning?: boolean;
  readonly json?: boolean;
}

/**
 * The handover's screen on a terminal; otherwise shows, signs or acknowledges. Throws Failure, with nothing saved, on a
 * wrong option or when there is nothing to acknowledge.
 */
export async function run(context: Context, options: HandoverOptions): Promise<void> {
  const { signera = false, kvittera = false, anteckning } = options;
  const asks = signera || kvittera || anteckning !== undefined || options.json;
  if (!asks && wantsScreen(context)) {
    const { openDeskScreen } = await import('../deskScreen/openDeskScreen.ts');
    return openDeskScreen(context, options, { kind: 'handover' });
  }
  if (signera && kvittera) throw badInput(words.bothAtOnce);
  if (!signera && !kvittera && anteckning !== undefined) throw badInput(words.noteAlone);
  const desk = await openDesk(context);
  const shift: Shift = {
    desk,
    operator: operatorName(options.operatör, desk.settings.operator),
    exercise: options.övning ?? false,
    note: anteckning ?? '',
    at: { now: context.now(), newId },
  };
  if (signera) sign(context, shift, options.json ?? false);
  else if (kvittera) acknowledge(context, shift, options.json ?? false);
  else show(context, shift, options.json ?? false);
}

interface Shift {
  readonly desk: Desk;
  readonly operator: string;
  readonly exercise: boolean;
  readonly note: string;
  readonly at: { readonly now: string; readonly newId: () => string };
}

function show(context: Context, shift: Shift, json: boolean): void {
  const record =
    readingJournal(context, (journal) => recordOf(journal, shift)) ??
    emptyRecord(shift.desk.settings.phoneTestDays);
  const page = pageOf(record, shift);
  const { handover } = record;
  if (json) {
    printJson(context, { page, handover, changes: handover && changesSince(handover, page) });
    return;
  }
  for (const line of handoverLines(page)) print(context, line, 2);
  print(context, '');
  print(context, latestText(handover));
  if (handover && !handover.acknowledged) printChanges(context, handover, page);
}

function sign(context: Context, shift: Shift, json: boolean): void {
  const { desk, note, at } = shift;
  const handover = recordAtDesk(context, desk.dataFolder, words.notSaved, (journal) => {
    const lines = handoverLines(pageOf(recordOf(journal, shift), shift));
    const entry = signedEntry(lines, note, shift, at);
    journal.append([entry]);
    return asSigned(entry);
  });
  if (json) {
    printJson(context, { handover });
    return;
  }
  for (const line of handover.page) print(context, line, 2);
  print(context, '');
  print(context, words.signed(handover.by));
}

function acknowledge(context: Context, shift: Shift, json: boolean): void {
  const { desk, operator, note, at } = shift;
  const checked = (journal: Journal) => {
    const record = recordOf(journal, shift);
    return { record, handover: acknowledgeable(record.handover, operator, context) };
  };
  // Before the journal is opened for writing, which makes one where there is none.
  const found = readingJournal(context, checked);
  if (!found) acknowledgeable(null, operator, context);
  const { handover, page } = recordAtDesk(context, desk.dataFolder, words.notSaved, (journal) => {
    const { record, handover: signed } = checked(journal);
    const entry = acknowledgedEntry(signed, note, operator, at);
    journal.append([entry]);
    return { handover: asAcknowledged(signed, entry), page: pageOf(record, shift) };
  });
  if (json) {
    printJson(context, { handover, changes: changesSince(handover, page) });
    return;
  }
  print(context, words.acknowledged(handover.by, shortMomentText(handover.at), operator));
  printChanges(context, handover, page);
}

/** The handover that the operator may acknowledge. Throws Failure when there is none, or not for them. */
function acknowledgeable(
  handover: SignedHandover | null,
  operator: string,
  context: Context,
): SignedHandover {
  const problem = acknowledgeProblem(handover, operator);
  if (handover && !problem) return handover;
  const signer = handover?.by ?? '';
  const text =
    problem === 'same-operator'
      ? words.sameOperator(signer, programName(context))
      : problemText(problem ?? 'nothing-signed', signer);
  throw badInput(words.nothingSaved(text));
}

function printChanges(context: Context, handover: SignedHandover, page: ReturnType<typeof pageOf>): void {
  const changes = changeTexts(handover, page);
  const { none, title } = stateWords.changes;
  print(context, changes.length === 0 ? none : title);
  for (const change of changes) print(context, `  ${change}`, 2);
}

function recordOf(journal: Journal, { desk, exercise }: Shift): HandoverRecord {
  return handoverRecord(journal, { exercise, phoneTestDays: desk.settings.phoneTestDays });
}

function pageOf({ incidents, phones }: HandoverRecord, { desk, operator, exercise, at }: Shift) {
  const { settings, contacts } = desk;
  const { reminderMinutes } = settings;
  return handoverPage(incidents, { now: at.now, reminderMinutes, exercise, operator, phones, contacts });
}
