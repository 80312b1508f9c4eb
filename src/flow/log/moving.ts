/** Moving in the list: which row is selected, and which rows must be loaded for it. */
import { type LogEffect, type LogMessage, type Turn, turn } from './message.ts';
import { type LogState, type Page, queryOf, selectedRow } from './state.ts';

/** So many rows are loaded at once. */
export const pageLength = 200;
/** Nearer than this to the end of what is loaded, more is. */
const margin = 50;

/** Selects the row, or the nearest that there is; what is open follows. */
export function select(state: LogState, index: number): Turn {
  const { page, total } = state;
  const last = page.isLast ? page.first + page.rows.length - 1 : total === null ? index : total - 1;
  const selected = Math.max(0, Math.min(index, last));
  if (selected === state.selected) return turn(state);
  const moved: LogState = { ...state, selected };
  const load: LogEffect[] = isCovered(page, selected)
    ? []
    : [{ kind: 'load', query: queryOf(state), first: firstFor(selected), keep: null }];
  return following(moved, load);
}

/** Selects the last row of all. */
export function selectLast(state: LogState): Turn {
  const { page } = state;
  if (page.isLast) return select(state, page.first + page.rows.length - 1);
  return turn(state, { kind: 'load', query: queryOf(state), first: 'last', keep: null });
}

/** Whether the row and what is around it are loaded. */
function isCovered({ rows, first, isLast }: Page, index: number): boolean {
  const before = index - first;
  const after = first + rows.length - 1 - index;
  return (first === 0 || before >= margin) && before >= 0 && (isLast || after >= margin) && after >= 0;
}

/** The first row to load, so that this one stands in the middle. */
export function firstFor(index: number): number {
  return Math.max(0, index - pageLength / 2);
}

/** Another list than before: from its beginning, with what is open left open. */
export function asked(state: LogState): Turn {
  const query = queryOf(state);
  return turn(
    { ...state, total: null, selected: 0 },
    { kind: 'load', query, first: 0, keep: null },
    { kind: 'count', query },
  );
}

/** The same list again, since there is more in the journal: the selected incident stays selected. */
export function askedAgain(state: LogState): Turn {
  const query = queryOf(state);
  const { opened } = state;
  // What is read is looked for before what is only selected.
  const keep = opened?.incident.id ?? selectedRow(state)?.id ?? '';
  return turn(
    state,
    { kind: 'load', query, first: state.page.first, keep },
    { kind: 'count', query },
    ...(opened ? [{ kind: 'read', id: opened.incident.id } as const] : []),
  );
}

/** The rows are here. */
export function loaded(
  state: LogState,
  { page, selected, keep }: Pick<Extract<LogMessage, { kind: 'loaded' }>, 'page' | 'selected' | 'keep'>,
): Turn {
  // The list has become shorter than where it was read.
  if (page.rows.length === 0 && page.first > 0)
    return turn(state, { kind: 'load', query: queryOf(state), first: 'last', keep: null });
  const last = page.first + page.rows.length - 1;
  const within = Math.max(page.first, Math.min(selected ?? state.selected, last));
  const total = page.isLast ? page.first + page.rows.length : state.total;
  const next: LogState = { ...state, page, selected: Math.max(0, within), total, fault: null };
  return keep === null ? following(next, []) : turn(stillReading(next));
}

/** What is read is never exchanged because somebody else has written; that it has left the list is told. */
function stillReading(state: LogState): LogState {
  const { opened } = state;
  if (!opened || selectedRow(state)?.id === opened.incident.id) return state;
  return { ...state, notice: { kind: 'not-in-list' } };
}

/** Beside the list the selected incident is read: another one when another is selected. */
function following(state: LogState, effects: readonly LogEffect[]): Turn {
  const row = selectedRow(state);
  const isOther = row !== null && state.opened !== null && state.opened.incident.id !== row.id;
  return turn(state, ...effects, ...(isOther ? [{ kind: 'read', id: row.id } as const] : []));
}
