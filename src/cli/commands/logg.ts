/** `tjour logg`: the incidents as a table or as JSON, and one incident with every entry. */
import { existsSync } from 'node:fs';
import type { Outcome } from '../../domain/rules.ts';
import { listItemOf } from '../../journal/derive.ts';
import type { ListFilter } from '../../journal/list.ts';
import { dataFolder } from '../../settings/folders.ts';
import * as words from '../../texts/cli.ts';
import { type Context, print } from '../context.ts';
import { badInput } from '../failure.ts';
import { incidentTable } from '../incidentTable.ts';
import { incidentLines } from '../incidentText.ts';
import { readingJournal } from '../withJournal.ts';

export interface LogOptions {
  readonly json?: boolean;
  readonly sök?: string;
  readonly frånDatum?: string;
  readonly tillDatum?: string;
  readonly utfall?: Outcome;
  readonly övning?: boolean;
  readonly utanÖvning?: boolean;
}

export async function run(context: Context, number: string | undefined, options: LogOptions): Promise<void> {
  const filter = filterFrom(options);
  const none = !existsSync(dataFolder(context.env));
  if (number !== undefined) {
    if (Object.values(filter).some((value) => value !== undefined))
      throw badInput(words.logList.numberWithFilter);
    if (none) throw badInput(words.resume.notFound(number));
    return showOne(context, number, options.json ?? false);
  }
  if (none) {
    if (!options.json) print(context, words.logList.none);
    return;
  }
  await readingJournal(context, (journal) => {
    const items = journal.list(filter);
    if (options.json) for (const item of items) print(context, JSON.stringify(item));
    else for (const line of incidentTable([...items], context.stdout.columns)) print(context, line);
  });
}

function filterFrom(options: LogOptions): ListFilter {
  return {
    text: options.sök,
    fromDate: date(options.frånDatum),
    toDate: date(options.tillDatum),
    outcome: options.utfall,
    exercise: options.övning ? true : options.utanÖvning ? false : undefined,
  };
}

function date(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(text);
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    throw badInput(words.logList.badDate(text));
  }
}

async function showOne(context: Context, number: string, json: boolean): Promise<void> {
  await readingJournal(context, (journal) => {
    const incident = journal.findIncident(number);
    if (!incident) throw badInput(words.resume.notFound(number));
    const entries = journal.entriesOf(incident.id);
    if (json) {
      print(context, JSON.stringify({ ...listItemOf(incident), entries }));
    } else {
      for (const line of incidentLines(incident, entries, context.stdout.columns)) print(context, line);
    }
  });
}
