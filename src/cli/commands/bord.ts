/** `tjour`: the desk screen on a terminal; otherwise where things stand, on one page. */

import type { Incident } from '../../domain/incident.ts';
import type { IncidentListItem } from '../../domain/incidentListItem.ts';
import { momentText } from '../../domain/momentText.ts';
import { withWork } from '../../flow/desk/list.ts';
import type { FollowUpRow, IncidentRow } from '../../flow/desk/rows.ts';
import type { SectionId } from '../../flow/desk/sections.ts';
import { type DeskState, startDesk } from '../../flow/desk/state.ts';
import { listItemOf } from '../../journal/derive.ts';
import type { Journal } from '../../journal/journal.ts';
import * as words from '../../texts/cli.ts';
import { heading } from '../../texts/desk.ts';
import { inColumns } from '../../ui/columns.ts';
import { rowText } from '../../ui/desk/rowText.ts';
import {
  type Context,
  columnsOf,
  operatorName,
  print,
  printJson,
  programName,
  wantsScreen,
} from '../context.ts';
import { type Desk, openDeskForCall } from '../desk.ts';
import { followUpJson, followUpText } from '../followUpText.ts';
import { incidentTable } from '../incidentTable.ts';
import { type UnfinishedCall, unfinishedCalls } from '../unfinishedCalls.ts';
import { readingJournal } from '../withJournal.ts';

const latest = 10;

export interface DeskOptions {
  readonly json?: boolean;
  readonly övning?: boolean;
  readonly operatör?: string;
}

/** Everything on the page, newest first. */
interface Page {
  readonly incidents: readonly Incident[];
  readonly unfinished: readonly UnfinishedCall[];
  readonly latest: readonly IncidentListItem[];
}

export async function run(context: Context, options: DeskOptions): Promise<void> {
  if (!options.json && wantsScreen(context)) {
    return (await import('../deskScreen/openDeskScreen.ts')).openDeskScreen(context, options);
  }
  const exercise = options.övning ?? false;
  const { desk } = await openDeskForCall(context);
  const page = readingJournal(context, (journal) => read(journal, exercise)) ?? {
    incidents: [],
    unfinished: [],
    latest: [],
  };
  const state = deskState(page, desk, { ...options, now: context.now() });
  if (options.json) printAsJson(context, page, state, desk);
  else printPage(context, page, state, desk);
}

function read(journal: Journal, exercise: boolean): Page {
  const isShown = (each: { readonly exercise: boolean }) => each.exercise || !exercise;
  return {
    incidents: journal.openIncidents().filter(isShown),
    unfinished: unfinishedCalls(journal).filter(isShown),
    latest: [...journal.list({ limit: latest, ...(exercise ? { exercise } : {}) })],
  };
}

/** The desk as its screen would show it. */
function deskState(
  { incidents }: Page,
  { settings, contacts }: Desk,
  { now, övning = false, operatör }: DeskOptions & { readonly now: string },
): DeskState {
  const { reminderMinutes, exerciseEmail, deskName } = settings;
  const operator = operatorName(operatör, settings.operator);
  const about = {
    exercise: övning,
    reminderMinutes,
    contacts,
    exerciseEmail,
    deskName,
    operator,
    problems: [],
  };
  const work = { incidents, typings: [], handover: null, phones: [], mails: [] };
  return withWork(startDesk(about, now), work);
}

function rowsIn({ sections }: DeskState, id: SectionId) {
  return sections.find((section) => section.id === id)?.rows ?? [];
}

function followUpsIn(state: DeskState, id: SectionId): FollowUpRow[] {
  return rowsIn(state, id).filter((row) => row.kind === 'follow-up');
}

function openIn(state: DeskState): IncidentRow[] {
  return rowsIn(state, 'open').filter((row) => row.kind === 'incident');
}

function printAsJson(context: Context, { unfinished, latest }: Page, state: DeskState, desk: Desk): void {
  const followUps = (id: SectionId) =>
    followUpsIn(state, id).map(({ followUp, incident }) => followUpJson(followUp, incident, desk.contacts));
  const open = openIn(state).map(({ incident }) => listItemOf(incident));
  const due = { fallenDue: followUps('fallen-due'), toDo: followUps('coming') };
  printJson(context, { ...due, unfinished, open, latest });
}

function printPage(context: Context, page: Page, state: DeskState, desk: Desk): void {
  const section = (title: string, lines: readonly string[], after: readonly string[] = []) => {
    if (lines.length === 0) return;
    print(context, title);
    for (const text of lines) print(context, `  ${text}`, 2);
    for (const text of after) print(context, text);
    print(context, '');
  };
  print(context, words.summary.title);
  print(context, '');
  const followUp = (row: FollowUpRow) => followUpText(row.followUp, row.incident, desk.contacts);
  for (const id of ['fallen-due', 'coming'] as const) {
    const rows = followUpsIn(state, id);
    section(heading(id, rows.length, null), linesOf(rows, state, followUp));
  }
  section(`${words.summary.unfinished} (${page.unfinished.length})`, page.unfinished.map(unfinishedLine), [
    words.summary.resume(programName(context)),
  ]);
  const open = openIn(state);
  section(
    heading('open', open.length, null),
    linesOf(open, state, (row) => rowText(row, state).texts[0] ?? ''),
  );
  print(context, words.summary.latest);
  for (const line of incidentTable(page.latest, columnsOf(context))) print(context, line);
  print(context, '');
  print(context, words.summary.start(programName(context)));
}

/** The rows in columns, as on the screen, but with all of `text`. */
function linesOf<T extends FollowUpRow | IncidentRow>(
  rows: readonly T[],
  state: DeskState,
  text: (row: T) => string,
): string[] {
  const before = inColumns(rows.map((row) => rowText(row, state).cells));
  return rows.map((row, index) => (before[index] ?? '') + marked(row.exercise) + text(row));
}

function marked(exercise: boolean): string {
  return exercise ? words.logList.exercise : '';
}

function unfinishedLine({ number, receivedAt, exercise, summary }: UnfinishedCall): string {
  return [
    number ?? words.summary.notNumbered,
    ...(receivedAt === null ? [] : [momentText(receivedAt)]),
    marked(exercise) + (summary || words.summary.nothingYet),
  ].join('  ');
}
