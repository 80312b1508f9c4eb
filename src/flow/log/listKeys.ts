/** The keys of the list: the arrows' and Vim's, and those that narrow, order, open and review. */
import { logOrders } from '../../domain/logFilter.ts';
import type { Key } from '../keys.ts';
import { filtersSet, without } from './filters.ts';
import { openFilters } from './menus.ts';
import { type Turn, turn } from './message.ts';
import { asked, select, selectLast } from './moving.ts';
import { type LogRow, type LogState, selectedRow } from './state.ts';

export function onListKey(state: LogState, key: Key): Turn {
  const name = nameOf(key);
  const moved = listMove(state, name);
  if (moved) return moved;
  if (/^[1-9]$/.test(name)) return withoutFilter(state, Number(name) - 1);
  switch (name) {
    case 'enter':
    case 'l':
    case 'right':
      return openSelected(state);
    case 'tab':
    case 'shift-tab':
      return turn({ ...state, focus: state.opened && state.seen.isBeside ? 'reading' : 'search' });
    case '/':
    case 'i':
      return turn({ ...state, focus: 'search' });
    case 'f':
    case 'ctrl-f':
      return openFilters(state);
    case 's':
      return asked({ ...state, order: nextOrder(state) });
    case 'u':
      return toggledQueue(state);
    case 'x':
      return asked({ ...state, filter: {} });
    case 'o':
      return onSelected(state, ({ id }) => turn(state, { kind: 'open-incident', id }));
    case 'r':
      return onSelected(state, ({ id, outcome }) => review(state, id, outcome !== null));
    case '?':
      return turn({ ...state, isHelpShown: true });
    case 'escape':
    case 'q':
    case 'h':
    case 'left':
      return left(state, name);
    default:
      return turn({ ...state, notice: { kind: 'unknown-key' } });
  }
}

/** A letter as it is, Ctrl and a letter as `ctrl-d`, and any other key by its kind. */
export function nameOf(key: Key): string {
  if (key.kind === 'text') return key.text;
  return key.kind === 'ctrl' ? `ctrl-${key.letter}` : key.kind;
}

/** What the key does where it moves in the list; null where it does not. */
export function listMove(state: LogState, name: string): Turn | null {
  const { selected, seen } = state;
  const page = Math.max(1, seen.listRows - 1);
  const half = Math.max(1, seen.listRows >> 1);
  switch (name) {
    case 'up':
    case 'k':
      return select(state, selected - 1);
    case 'down':
    case 'j':
      return select(state, selected + 1);
    case 'page-up':
      return select(state, selected - page);
    case 'page-down':
      return select(state, selected + page);
    case 'ctrl-u':
    case 'delete-to-start':
      return select(state, selected - half);
    case 'ctrl-d':
      return select(state, selected + half);
    case 'home':
    case 'g':
      return select(state, 0);
    case 'end':
    case 'G':
      return selectLast(state);
    default:
      return null;
  }
}

/** Reads the selected incident. */
export function openSelected(state: LogState): Turn {
  return onSelected(state, ({ id }) => turn({ ...state, focus: 'reading' }, { kind: 'read', id }));
}

/** Opens what the supervisor says about an incident; what is not decided is not over. */
export function review(state: LogState, id: string, isDecided: boolean): Turn {
  return isDecided
    ? turn(state, { kind: 'review', id })
    : turn({ ...state, notice: { kind: 'not-decided' } });
}

function onSelected(state: LogState, act: (row: LogRow) => Turn): Turn {
  const row = selectedRow(state);
  return row ? act(row) : turn({ ...state, notice: { kind: 'nothing-to-open' } });
}

function withoutFilter(state: LogState, index: number): Turn {
  const id = filtersSet(state.filter)[index];
  if (!id) return turn({ ...state, notice: { kind: 'unknown-key' } });
  return asked({ ...state, filter: without(state.filter, id) });
}

function nextOrder({ order }: LogState): LogState['order'] {
  return logOrders[(logOrders.indexOf(order) + 1) % logOrders.length] ?? 'newest';
}

/** What is not reviewed, what has waited longest first; and back. */
function toggledQueue(state: LogState): Turn {
  const isQueue = state.filter.reviewed === false;
  const reviewed = isQueue ? undefined : false;
  return asked({ ...state, filter: { ...state.filter, reviewed }, order: isQueue ? 'newest' : 'oldest' });
}

/** The incident beside is put away before the log is left; only letters and Esc leave, arrows do not. */
function left(state: LogState, name: string): Turn {
  if (state.opened) return turn({ ...state, opened: null, scroll: 0 });
  return name === 'left' || name === 'h' ? turn(state) : turn(state, { kind: 'back' });
}
