/** `tjour`: the desk screen on a terminal; otherwise where things stand, on one page. */
import { momentText } from '../../domain/momentText.ts';
import { cleanLine } from '../../domain/text.ts';
import { parseTyping } from '../../flow/call/resume.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Unfinished } from '../../journal/ongoing.ts';
import * as words from '../../texts/cli.ts';
import {
  type Context,
  columnsOf,
  isInteractive,
  print,
  printJson,
  programName,
  wantsPlain,
} from '../context.ts';
import { incidentTable } from '../incidentTable.ts';
import { readingJournal } from '../withJournal.ts';

const latest = 10;

export async function run(
  context: Context,
  options: { readonly json?: boolean; readonly övning?: boolean; readonly operatör?: string },
): Promise<void> {
  if (!options.json && isInteractive(context) && !wantsPlain(context, false)) {
    return (await import('../deskScreen/openDeskScreen.ts')).openDeskScreen(context, options);
  }
  const page = readingJournal(context, read) ?? { unfinished: [], latest: [] };
  if (options.json) {
    printJson(context, page);
    return;
  }
  print(context, words.summary.title);
  print(context, '');
  if (page.unfinished.length > 0) {
    print(context, `${words.summary.unfinished} (${page.unfinished.length})`);
    for (const item of page.unfinished) print(context, `  ${unfinishedRow(item)}`, 2);
    print(context, words.summary.resume(programName(context)));
    print(context, '');
  }
  print(context, words.summary.latest);
  for (const line of incidentTable(page.latest, columnsOf(context))) print(context, line);
  print(context, '');
  print(context, words.summary.start(programName(context)));
}

function read(journal: Journal) {
  return {
    unfinished: journal.unfinished().map(unfinishedItem),
    latest: [...journal.list({ limit: latest })],
  };
}

function unfinishedItem({ id, incident, typing }: Unfinished) {
  const typed = typing && parseTyping(typing.body);
  const opening = incident ?? typed?.opening;
  return {
    number: incident?.number ?? null,
    id,
    receivedAt: opening?.receivedAt ?? null,
    exercise: opening?.exercise ?? false,
    summary: incident?.summary || cleanLine(typed?.fields.whatHappened?.typed.buffer.text ?? ''),
  };
}

function unfinishedRow({ number, receivedAt, exercise, summary }: ReturnType<typeof unfinishedItem>): string {
  return [
    number ?? words.summary.notNumbered,
    ...(receivedAt === null ? [] : [momentText(receivedAt)]),
    (exercise ? words.logList.exercise : '') + (summary || words.summary.nothingYet),
  ].join('  ');
}
