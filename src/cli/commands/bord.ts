/** `tjour`: where things stand, on one page. */
import { parseTyping } from '../../flow/call/resume.ts';
import type { Journal, Unfinished } from '../../journal/journal.ts';
import * as words from '../../texts/cli.ts';
import { type Context, columnsOf, print, printJson } from '../context.ts';
import { incidentTable } from '../incidentTable.ts';
import { readingJournal } from '../withJournal.ts';

const latest = 10;

export async function run(context: Context, options: { readonly json?: boolean }): Promise<void> {
  const page = readingJournal(context, read) ?? { unfinished: [], latest: [] };
  if (options.json) {
    printJson(context, page);
    return;
  }
  print(context, words.summary.title);
  print(context, '');
  if (page.unfinished.length > 0) {
    print(context, `${words.summary.unfinished} (${page.unfinished.length})`);
    for (const { number, summary } of page.unfinished) {
      print(context, `  ${number ?? words.summary.notNumbered}  ${summary}`);
    }
    print(context, words.summary.resume);
    print(context, '');
  }
  print(context, words.summary.latest);
  for (const line of incidentTable(page.latest, columnsOf(context))) print(context, line);
  print(context, '');
  print(context, words.summary.start);
}

function read(journal: Journal) {
  return {
    unfinished: journal.unfinished().map(unfinishedItem),
    latest: [...journal.list({ limit: latest })],
  };
}

function unfinishedItem({ id, incident, typing }: Unfinished) {
  const typed = typing && parseTyping(typing.body);
  const summary = incident?.summary || typed?.fields.whatHappened?.typed.buffer.text || '';
  return { number: incident?.number ?? null, id, summary };
}
