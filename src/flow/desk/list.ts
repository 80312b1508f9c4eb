/** The list of the desk screen: its sections, what is selected, and what the clock changes. */
import { minuteOf } from '../../domain/time.ts';
import type { DeskRow, DeskRows, DeskWork } from './rows.ts';
import { rowsOf } from './rows.ts';
import type { DeskContext, DeskState } from './state.ts';

export type SectionId = 'fallen-due' | 'coming' | 'drafts' | 'open';

export interface Section {
  readonly id: SectionId;
  readonly rows: readonly DeskRow[];
}

/** The sections that hold something, in the order they are shown. */
export function sectionsOf({ rows, fallenDue }: Pick<DeskState, 'rows' | 'fallenDue'>): Section[] {
  const sections: Section[] = [
    { id: 'fallen-due', rows: rows.followUps.slice(0, fallenDue) },
    { id: 'coming', rows: rows.followUps.slice(fallenDue) },
    { id: 'drafts', rows: rows.drafts },
    { id: 'open', rows: rows.open },
  ];
  return sections.filter((section) => section.rows.length > 0);
}

/** Every row, from top to bottom. */
function inOrder({ followUps, drafts, open }: DeskRows): DeskRow[] {
  return [...followUps, ...drafts, ...open];
}

/** The row that the keys are about. */
export function selectedRow({ rows, selected }: DeskState): DeskRow | null {
  return inOrder(rows).find(({ id }) => id === selected) ?? null;
}

/** So many rows down, or up when below zero; at the ends no further. */
export function moved(state: DeskState, by: number): DeskState {
  const rows = inOrder(state.rows);
  const from = rows.findIndex(({ id }) => id === state.selected);
  return selecting(state, rows[Math.max(0, Math.min(rows.length - 1, from + by))]);
}

/** To the first row of the next section, or of the one before; from the last to the first. */
export function movedSection(state: DeskState, by: 1 | -1): DeskState {
  const sections = sectionsOf(state);
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

function withRows(state: DeskState, rows: DeskRows): DeskState {
  const selected = nearest(inOrder(state.rows), inOrder(rows), state.selected);
  return { ...state, rows, selected, fallenDue: fallenDueIn(rows, state.now) };
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
  const fallenDue = fallenDueIn(state.rows, now);
  if (fallenDue === state.fallenDue && minuteOf(now) === minuteOf(state.now)) return state;
  const rang = state.rang.filter(({ at }) => minuteOf(now) - minuteOf(at) < rangMinutes);
  return { ...state, now, fallenDue, rang };
}

function fallenDueIn({ followUps }: DeskRows, now: string): number {
  const moment = Date.parse(now);
  const first = followUps.findIndex((row) => row.moment > moment);
  return first < 0 ? followUps.length : first;
}
