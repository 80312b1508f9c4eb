/** The list of all incidents: moving in it, and opening one. */
import type { IncidentStatus } from '../../domain/incident.ts';
import type { Outcome, Timing } from '../../domain/rules.ts';
import type { Key } from '../keys.ts';
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
}

export type LogMessage =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'loaded'; readonly rows: readonly LogRow[] };

export type LogEffect =
  | { readonly kind: 'open-incident'; readonly id: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'exit' };

/** The list, with the newest selected. */
export function startLog(rows: readonly LogRow[]): LogState {
  return { rows, selected: 0 };
}

const page = 10;

/** The next state, and what must be done outside. */
export function updateLog(state: LogState, message: LogMessage): Turn<LogState, LogEffect> {
  const { rows, selected } = state;
  if (message.kind === 'loaded') {
    const id = rows[selected]?.id;
    return turn({
      rows: message.rows,
      selected: Math.max(
        0,
        message.rows.findIndex((row) => row.id === id),
      ),
    });
  }
  const to = (index: number): Turn<LogState, LogEffect> =>
    turn({ rows, selected: Math.max(0, Math.min(rows.length - 1, index)) });
  const { key } = message;
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
