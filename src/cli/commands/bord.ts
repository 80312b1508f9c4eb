/** `tjour`: where things stand, on one page. */
import { existsSync } from 'node:fs';
import { parseTyping } from '../../flow/call/resume.ts';
import type { Unfinished } from '../../journal/journal.ts';
import { dataFolder } from '../../settings/folders.ts';
import * as words from '../../texts/cli.ts';
import { type Context, print } from '../context.ts';
import { incidentTable } from '../incidentTable.ts';
import { readingJournal } from '../withJournal.ts';

const latest = 10;

export async function run(context: Context): Promise<void> {
  print(context, words.summary.title);
  print(context, '');
  if (existsSync(dataFolder(context.env))) await showJournal(context);
  print(context, words.summary.start);
}

async function showJournal(context: Context): Promise<void> {
  await readingJournal(context, (journal) => {
    const unfinished = journal.unfinished();
    if (unfinished.length > 0) {
      print(context, `${words.summary.unfinished} (${unfinished.length})`);
      for (const each of unfinished) print(context, `  ${unfinishedLine(each)}`);
      print(context, words.summary.resume);
      print(context, '');
    }
    print(context, words.summary.latest);
    for (const line of incidentTable([...journal.list({ limit: latest })], context.stdout.columns))
      print(context, line);
    print(context, '');
  });
}

function unfinishedLine({ incident, typing }: Unfinished): string {
  const typed = typing && parseTyping(typing.body);
  const text = incident?.summary || typed?.fields.whatHappened?.buffer.text || '';
  return `${incident?.number ?? words.summary.notNumbered}  ${text}`;
}
