/** `tjour logg`: the incidents as a table or as JSON, and one incident with every entry. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { IncidentListItem } from '../../domain/incidentListItem.ts';
import type { Contact } from '../../domain/register.ts';
import { cleanLine, cleanText } from '../../domain/text.ts';
import { listItemOf } from '../../journal/derive.ts';
import type { ListFilter } from '../../journal/list.ts';
import { SettingsError } from '../../settings/errors.ts';
import { dataFolder, settingsFolder } from '../../settings/folders.ts';
import { readContacts } from '../../settings/register.ts';
import * as words from '../../texts/cli.ts';
import { exporting as exportWords } from '../../texts/exports.ts';
import { type Context, columnsOf, jsonLine, print, printJson, programName, wantsScreen } from '../context.ts';
import { daysOption } from '../dateOption.ts';
import { badInput } from '../failure.ts';
import { incidentTable } from '../incidentTable.ts';
import { incidentLines } from '../incidentText.ts';
import { outcomeOption } from '../outcomeOption.ts';
import { laterJournal, readingJournal } from '../withJournal.ts';

/** How much further in a broken line of an incident goes on. */
const hanging = 4;

export interface LogOptions {
  readonly json?: boolean;
  /** The file; true for standard output. */
  readonly csv?: string | true;
  readonly operatör?: string;
  readonly sök?: string;
  readonly frånDatum?: string;
  readonly tillDatum?: string;
  readonly utfall?: string;
  readonly övning?: boolean;
  readonly utanÖvning?: boolean;
}

export async function run(context: Context, number: string | undefined, options: LogOptions): Promise<void> {
  const filter = filterFrom(options);
  const { csv: to, operatör: operator } = options;
  if (to !== undefined) {
    if (number !== undefined) throw badInput(exportWords.listAlone);
    const { exportList } = await import('../export/list.ts');
    return exportList(context, { filter, selection: selectionText(options), to, operator });
  }
  if (number === undefined && !options.json && wantsScreen(context)) {
    const { openLogScreen } = await import('../deskScreen/openLogScreen.ts');
    return openLogScreen(context, options, filter);
  }
  if (number === undefined) {
    await showList(context, filter, options.json ?? false);
  } else {
    if (Object.values(filter).some((value) => value !== undefined))
      throw badInput(words.logList.numberWithFilter);
    await showOne(context, number, options.json ?? false);
  }
}

/** As fast as they are read, and no longer than somebody reads them. */
async function showList(context: Context, filter: ListFilter, json: boolean): Promise<void> {
  const { journal, close } = laterJournal(dataFolder(context.env));
  try {
    const items = journal()?.list(filter) ?? [];
    const lines = json ? jsonLines(items) : tableLines(context, items);
    await pipeline(Readable.from(inPieces(lines)), context.stdout, { end: false });
  } finally {
    close();
  }
}

function* jsonLines(items: Iterable<IncidentListItem>): Generator<string> {
  for (const item of items) yield jsonLine(item);
}

function* tableLines(context: Context, items: Iterable<IncidentListItem>): Generator<string> {
  for (const line of incidentTable(items, columnsOf(context))) yield `${cleanText(line)}\n`;
}

const linesAtOnce = 100;

function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length < linesAtOnce) continue;
    yield piece.join('');
    piece = [];
  }
  yield piece.join('');
}

function filterFrom(options: LogOptions): ListFilter {
  return {
    text: options.sök,
    ...daysOption(options),
    outcome: outcomeOption(options.utfall),
    exercise: options.övning ? true : options.utanÖvning ? false : undefined,
  };
}

/** The filters as they were typed. */
function selectionText({ sök, frånDatum, tillDatum, utfall, övning, utanÖvning }: LogOptions): string {
  const given = { sök, 'från-datum': frånDatum, 'till-datum': tillDatum, utfall };
  const typed = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${cleanLine(value)}`],
  );
  return [...typed, ...(övning ? ['--övning'] : []), ...(utanÖvning ? ['--utan-övning'] : [])].join(' ');
}

/** One incident as text, or as JSON with every entry. Throws Failure when there is none. */
export async function showOne(context: Context, number: string, json: boolean): Promise<void> {
  const found = readingJournal(context, (journal) => {
    const incident = journal.findIncident(number);
    return incident && { incident, entries: journal.entriesOf(incident.id) };
  });
  if (!found) throw badInput(words.resume.notFound(number, programName(context)));
  const { incident, entries } = found;
  if (json) {
    printJson(context, { ...listItemOf(incident), entries });
    return;
  }
  const lines = incidentLines(incident, entries, await knownContacts(context), context.now());
  for (const line of lines) print(context, line, hanging);
}

/** A register that cannot be read keeps nobody from the log. */
async function knownContacts({ env }: Context): Promise<readonly Contact[]> {
  try {
    return await readContacts(settingsFolder(env));
  } catch (error) {
    if (error instanceof SettingsError) return [];
    throw error;
  }
}
