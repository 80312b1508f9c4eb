/** The list of all incidents: moving in it, and opening one. */
import type { IncidentStatus } from '../../domain/incident.ts';
import type { Outcome, Timing } from '../../domain/rules.ts';
import type { Key } from '../keys.ts';
import type { Told } from '../told.ts';
import { type Turn, turn } from '../turn.ts';

/** An incident as the journal lists it. */
export interface LogRow {
  readonly id: string;
  readonly number: string;
  /** RFC 3339. */
  readonly receivedAt: string;
  readonly summary: string;
  readonly outcome: Outcome | null;
  readonly timing: Timing | null;
  readonly status: IncidentStatus;
  readonly exercise: boolean;
}

export interface LogState {
  /** Newest first. */
  readonly rows: readonly LogRow[];
  /** Which row the keys are about, from 0. */
  readonly selected: number;
  /** The desk is one of an exercise. */
  readonly exercise: boolean;
}

export type LogMessage = Told | { readonly kind: 'loaded'; readonly rows: readonly LogRow[] };

export type LogEffect =
  | { readonly kind: 'open-incident'; readonly id: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'exit' };

/** The list, with the newest selected. */
export function startLog(rows: readonly LogRow[], exercise: boolean): LogState {
  return { rows, selected: 0, exercise };
}

const page = 10;

/** The next state, and what must be done outside. */
export function updateLog(state: LogState, message: LogMessage): Turn<LogState, LogEffect> {
  switch (message.kind) {
    case 'key':
      return onKey(state, message.key);
    case 'loaded':
      return turn(withRows(state, message.rows));
    case 'interrupted':
      return turn(state, { kind: 'exit' });
    case 'tick':
    case 'saved':
    case 'save-failed':
      // The list shows no clock and records nothing.
      return turn(state);
  }
}

/** Other rows, with the same incident selected, or else the newest. */
function withRows(before: LogState, rows: readonly LogRow[]): LogState {
  const id = before.rows[before.selected]?.id;
  const same = rows.findIndex((row) => row.id === id);
  return { ...before, rows, selected: Math.max(0, same) };
}

function onKey(state: LogState, key: Key): Turn<LogState, LogEffect> {
  const { rows, selected } = state;
  const to = (index: number): Turn<LogState, LogEffect> =>
    turn({ ...state, selected: Math.max(0, Math.min(rows.length - 1, index)) });
  switch (key.kind) {
    case 'up':
      return to(selected - 1);
    case 'down':
      return to(selected + 1);
    case 'page-up':
      return to(selected - page);
    case 'page-down':
      return to(selected + page);
    case 'home':
      return to(0);
    case 'end':
      return to(rows.length - 1);
    case 'enter': {
      const row = rows[selected];
      return row ? turn(state, { kind: 'open-incident', id: row.id }) : turn(state);
    }
    case 'escape':
      return turn(state, { kind: 'back' });
    case 'text':
      return key.text.toLowerCase() === 'q' ? turn(state, { kind: 'back' }) : turn(state);
    case 'interrupt':
      return turn(state, { kind: 'exit' });
    default:
      return turn(state);
  }
}
