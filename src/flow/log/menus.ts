/** The menus over the list: which filter, and to what. */

import type { Key } from '../keys.ts';
import { emptyBuffer } from '../textBuffer.ts';
import { typedInLine } from './field.ts';
import { choicesFor, without } from './filters.ts';
import { type Turn, turn } from './message.ts';
import { asked } from './moving.ts';
import { filterIds, type LogState, type Menu } from './state.ts';

type FilterMenu = Extract<Menu, { kind: 'filters' }>;
type ChoiceMenu = Extract<Menu, { kind: 'choices' }>;

export function openFilters(state: LogState): Turn {
  return turn({ ...state, menu: { kind: 'filters', selected: 0 } }, { kind: 'names' });
}

export function onMenuKey(state: LogState, menu: Menu, key: Key): Turn {
  return menu.kind === 'filters' ? onFilterKey(state, menu, key) : onChoiceKey(state, menu, key);
}

function onFilterKey(state: LogState, menu: FilterMenu, key: Key): Turn {
  const id = filterIds[menu.selected];
  const to = moveIn(menu.selected, filterIds.length, key, true);
  if (to !== null) return turn({ ...state, menu: { ...menu, selected: to } });
  const letter = key.kind === 'text' ? key.text : key.kind;
  switch (letter) {
    case 'enter':
    case 'right':
    case 'l':
      if (!id) return turn(state);
      return turn({ ...state, menu: { kind: 'choices', of: id, typed: emptyBuffer, selected: 0 } });
    case 'backspace':
    case 'delete':
    case 'x':
      return id ? asked({ ...state, filter: without(state.filter, id) }) : turn(state);
    case 'escape':
    case 'left':
    case 'q':
    case 'h':
    case 'f':
      return turn({ ...state, menu: null });
    case '?':
      return turn({ ...state, isHelpShown: true });
    default:
      return turn({ ...state, notice: { kind: 'unknown-key' } });
  }
}

function onChoiceKey(state: LogState, menu: ChoiceMenu, key: Key): Turn {
  const choices = choicesFor(state, menu.of, menu.typed.text);
  const to = moveIn(menu.selected, choices.length, key, false);
  if (to !== null) return turn({ ...state, menu: { ...menu, selected: to } });
  const back: LogState = { ...state, menu: { kind: 'filters', selected: filterIds.indexOf(menu.of) } };
  if (key.kind === 'escape') return turn(back);
  if (key.kind === 'enter') {
    const choice = choices[menu.selected];
    if (!choice) return turn({ ...state, notice: { kind: 'nothing-such' } });
    return asked({ ...state, filter: { ...state.filter, ...choice.set }, menu: null });
  }
  const typed = typedInLine(menu.typed, key);
  if (!typed) return turn(state);
  return turn({ ...state, ...typed.told, menu: { ...menu, typed: typed.buffer, selected: 0 } });
}

const page = 10;

/** Which of `count` rows is selected after the key; null when it is not for moving. Vim's keys too, where nothing is typed. */
function moveIn(selected: number, count: number, key: Key, isVim: boolean): number | null {
  const to = (index: number) => Math.max(0, Math.min(index, count - 1));
  switch (key.kind === 'text' && isVim ? key.text : key.kind) {
    case 'up':
    case 'k':
      return to(selected - 1);
    case 'down':
    case 'j':
      return to(selected + 1);
    case 'page-up':
      return to(selected - page);
    case 'page-down':
      return to(selected + page);
    case 'home':
    case 'g':
      return to(0);
    case 'end':
    case 'G':
      return to(count - 1);
    default:
      return null;
  }
}
