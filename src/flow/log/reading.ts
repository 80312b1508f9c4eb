/** Reading one incident: scrolling in it, from section to section, and to the next one. */
import type { Incident } from '../../domain/incident.ts';
import type { Key } from '../keys.ts';
import { nameOf, review } from './listKeys.ts';
import { type Turn, turn } from './message.ts';
import { select } from './moving.ts';
import type { LogState } from './state.ts';

export function onReadingKey(state: LogState, key: Key): Turn {
  const name = nameOf(key);
  const line = scrolledTo(state, name);
  if (line !== null) return turn({ ...state, scroll: within(state, line) });
  if (/^[1-9]$/.test(name)) return toSection(state, Number(name) - 1);
  switch (name) {
    case 'n':
    case 'J':
      return select(state, state.selected + 1);
    case 'p':
    case 'K':
      return select(state, state.selected - 1);
    case 'o':
      return onRead(state, ({ id }) => turn(state, { kind: 'open-incident', id }));
    case 'r':
      return onRead(state, ({ id, decision }) => review(state, id, decision !== null));
    case '/':
      return turn({ ...state, focus: 'search', ...(state.seen.isBeside ? {} : { opened: null, scroll: 0 }) });
    case 'tab':
    case 'shift-tab':
      return turn(state.seen.isBeside ? { ...state, focus: 'list' } : state);
    case 'escape':
    case 'enter':
    case 'left':
    case 'h':
    case 'q':
      return turn({ ...state, focus: 'list', opened: null, scroll: 0 });
    case '?':
      return turn({ ...state, isHelpShown: true });
    default:
      return turn({ ...state, notice: { kind: 'unknown-key' } });
  }
}

/** What is read may be another incident than the selected one: somebody else may have moved that. */
function onRead(state: LogState, act: (incident: Incident) => Turn): Turn {
  return state.opened ? act(state.opened.incident) : turn(state);
}

/** The first line that is seen after the key; null when it does not scroll. */
function scrolledTo({ scroll, seen }: LogState, name: string): number | null {
  const { readingRows, scrollMax, sections } = seen;
  const half = Math.max(1, readingRows >> 1);
  const page = Math.max(1, readingRows - 1);
  switch (name) {
    case 'up':
    case 'k':
      return scroll - 1;
    case 'down':
    case 'j':
      return scroll + 1;
    case 'page-up':
    case 'b':
      return scroll - page;
    case 'page-down':
    case ' ':
      return scroll + page;
    case 'ctrl-u':
    case 'delete-to-start':
      return scroll - half;
    case 'ctrl-d':
      return scroll + half;
    case 'home':
    case 'g':
      return 0;
    case 'end':
    case 'G':
      return scrollMax;
    case '{':
      return sections.findLast((section) => section < scroll) ?? 0;
    case '}':
      return sections.find((section) => section > scroll) ?? scrollMax;
    default:
      return null;
  }
}

function within({ seen }: LogState, line: number): number {
  return Math.max(0, Math.min(line, seen.scrollMax));
}

function toSection(state: LogState, index: number): Turn {
  const line = state.seen.sections[index];
  if (line === undefined) return turn({ ...state, notice: { kind: 'unknown-key' } });
  return turn({ ...state, scroll: within(state, line) });
}
