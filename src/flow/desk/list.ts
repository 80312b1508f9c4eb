/** The list of the desk screen: its sections, what is selected, and what the clock changes. */
import { isLoud } from '../../domain/delivery.ts';
import { minuteOf } from '../../domain/time.ts';
import { type DeskMail, isOnItsWay, mailRowsOf } from './mailRows.ts';
import type { DeskRow, DeskRows, DeskWork } from './rows.ts';
import { rowsOf } from './rows.ts';
import { type Section, sectionsOf } from './sections.ts';
import type { DeskContext, DeskState } from './state.ts';

/** Every row, from top to bottom. */
function inOrder(sections: readonly Section[]): DeskRow[] {
  return sections.flatMap(({ rows }) => rows);
}

/** The row that the keys are about. */
export function selectedRow({ sections, selected }: DeskState): DeskRow | null {
  return inOrder(sections).find(({ id }) => id === selected) ?? null;
}

/** So many rows down, or up when below zero; at the ends no further. */
export function moved(state: DeskState, by: number): DeskState {
  const rows = inOrder(state.sections);
  const from = rows.findIndex(({ id }) => id === state.selected);
  return selecting(state, rows[Math.max(0, Math.min(rows.length - 1, from + by))]);
}

/** To the first row of the next section, or of the one before; from the last to the first. */
export function movedSection(state: DeskState, by: 1 | -1): DeskState {
  const { sections } = state;
  const from = sections.findIndex(({ rows }) => rows.some(({ id }) => id === state.selected));
  return selecting(state, sections.at((from + by) % sections.length)?.rows[0]);
}

function selecting(state: DeskState, row: DeskRow | undefined): DeskState {
  return { ...state, selected: row?.id ?? null };
}

/** The state with what has been read; the selection stays on its row, or where that was. */
export function withWork(state: DeskState, work: DeskWork): DeskState {
  const rows = rowsOf(work, state.context, state.rows.made);
  return withRows({ ...state, work, readAt: state.now, readFault: null }, rows);
}

/** The state in another context: every row is made anew. */
export function withContext(state: DeskState, context: DeskContext): DeskState {
  return withRows({ ...state, context }, rowsOf(state.work, context, new Map()));
}

function withRows(before: DeskState, rows: DeskRows): DeskState {
  return inSections({ ...before, rows }, dueBy(rows, before.now));
}

/** The selected row where it still is, else the next one that is left, else the one before, else the first. */
function nearest(before: readonly DeskRow[], after: readonly DeskRow[], selected: string | null) {
  const left = new Set(after.map(({ id }) => id));
  if (selected !== null && left.has(selected)) return selected;
  const from = before.findIndex(({ id }) => id === selected);
  const isLeft = ({ id }: DeskRow) => left.has(id);
  const next = before.slice(from + 1).find(isLeft) ?? before.slice(0, Math.max(0, from)).findLast(isLeft);
  return (from < 0 ? undefined : next?.id) ?? after[0]?.id ?? null;
}

/** For so long a row shows that it rang. */
const rangMinutes = 10;

/** The state at that moment; the same state when neither the minute nor what has fallen due is another. */
export function atTime(state: DeskState, now: string): DeskState {
  const due = dueBy(state.rows, now);
  const isSame = due.fallenDue === state.fallenDue && due.realFallenDue === state.realFallenDue;
  if (isSame && minuteOf(now) === minuteOf(state.now)) return state;
  const rang = state.rang.filter(({ at }) => minuteOf(now) - minuteOf(at) < rangMinutes);
  return inSections({ ...state, now, rang }, due);
}

type Due = Pick<DeskState, 'fallenDue' | 'realFallenDue'>;

function inSections(state: DeskState, due: Due): DeskState {
  const { rows, work, context, now } = state;
  const mails = mailRowsOf(work.mails, context.contacts, (mail) => isMailShown(mail, context), now);
  const drafts = rows.drafts.filter((row) => !isOnItsWay(row, work.mails));
  const sections = sectionsOf(mails, { ...rows, drafts }, due.fallenDue, now);
  const selected = nearest(inOrder(state.sections), inOrder(sections), state.selected);
  return { ...state, ...due, sections, selected };
}

/** An exercise desk shows no real mail, but for the reminders to the desk itself. */
function isMailShown({ about }: DeskMail, { exercise }: Pick<DeskContext, 'exercise'>): boolean {
  return about === null || about.exercise || !exercise;
}

/** How many real mails somebody must see to that an exercise desk does not show. */
export function realLoudMails({ work, context, now }: DeskState): number {
  return work.mails.filter((mail) => !isMailShown(mail, context) && isLoud(mail.item, now)).length;
}

function dueBy({ followUps, realMoments }: DeskRows, now: string): Due {
  const moment = Date.parse(now);
  return {
    fallenDue: countBefore(followUps, (row) => row.moment > moment),
    realFallenDue: countBefore(realMoments, (each) => each > moment),
  };
}

function countBefore<T>(all: readonly T[], isLater: (each: T) => boolean): number {
  const first = all.findIndex(isLater);
  return first < 0 ? all.length : first;
}
