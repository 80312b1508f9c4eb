/** The search field: every key is at once a new question to the journal. */
import type { Key } from '../keys.ts';
import { typedInLine } from './field.ts';
import { filtersSet, without } from './filters.ts';
import { listMove, onListKey, openSelected } from './listKeys.ts';
import { openFilters } from './menus.ts';
import { type Turn, turn } from './message.ts';
import { asked } from './moving.ts';
import type { LogState } from './state.ts';

export function onSearchKey(state: LogState, key: Key): Turn {
  switch (key.kind) {
    case 'tab':
      return turn({ ...state, focus: 'list' });
    case 'escape':
      return state.search.text === '' ? onListKey(state, key) : turn({ ...state, focus: 'list' });
    case 'enter':
      return openSelected(state);
    case 'up':
    case 'down':
    case 'page-up':
    case 'page-down':
      return listMove(state, key.kind) ?? turn(state);
    case 'newline':
      return turn(state);
    case 'ctrl':
      return key.letter === 'f'
        ? openFilters(state)
        : turn({ ...state, notice: { kind: 'unknown-key-typing' } });
    case 'home':
    case 'end':
      // With nothing to move in, they move in the list.
      if (state.search.text === '') return listMove(state, key.kind) ?? turn(state);
      break;
    case 'backspace':
      if (state.search.text === '') return withoutLastFilter(state);
      break;
    case 'text':
      // Nothing is found by it, so in the empty field it can mean what it means elsewhere.
      if (key.text === '?' && state.search.text === '') return turn({ ...state, isHelpShown: true });
      break;
    default:
      break;
  }
  return edited(state, key);
}

function edited(state: LogState, key: Key): Turn {
  const typed = typedInLine(state.search, key);
  if (!typed) return turn(state);
  const next: LogState = { ...state, ...typed.told, search: typed.buffer };
  return typed.buffer.text === state.search.text ? turn(next) : asked(next);
}

function withoutLastFilter(state: LogState): Turn {
  const last = filtersSet(state.filter).at(-1);
  return last ? asked({ ...state, filter: without(state.filter, last) }) : turn(state);
}
