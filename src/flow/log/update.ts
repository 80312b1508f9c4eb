/** What happens in the log browser, as one pure function: the next state, and the effects to carry out. */
import type { Key } from '../keys.ts';
import type { Moment } from '../turn.ts';
import { onListKey } from './listKeys.ts';
import { onMenuKey } from './menus.ts';
import { type LogMessage, type Turn, turn } from './message.ts';
import { askedAgain, loaded } from './moving.ts';
import { onReadingKey } from './reading.ts';
import { onSearchKey } from './searching.ts';
import type { LogState, Names, Opened } from './state.ts';

/** The next state, and what must be done outside. */
export function updateLog(state: LogState, message: LogMessage, { now }: Pick<Moment, 'now'>): Turn {
  switch (message.kind) {
    case 'key':
      return onKey({ ...state, now, notice: null }, message.key);
    case 'seen':
      return turn(withSeen(state, message.seen));
    case 'loaded':
      return loaded(state, message);
    case 'counted':
      return turn({ ...state, total: message.total });
    case 'names':
      return turn({ ...state, names: inOrder(message.names) });
    case 'opened':
      return turn(withOpened(state, message.opened));
    case 'news':
      return askedAgain(state);
    case 'read-failed':
      return turn({ ...state, fault: message.fault, focus: readable(state) });
    case 'noticed':
      return turn({ ...state, notice: message.notice });
    case 'saved':
      return turn(state.unsaved === null ? state : { ...state, unsaved: null });
    case 'save-failed':
      return turn({ ...state, unsaved: message.fault });
    case 'interrupted':
      return turn(state, { kind: 'exit' });
    case 'tick':
      // The browser shows no clock.
      return turn(state);
  }
}

function onKey(state: LogState, key: Key): Turn {
  if (key.kind === 'interrupt') return turn(state, { kind: 'exit' });
  // Any key closes the help; how far it is scrolled is the screen's own matter.
  if (state.isHelpShown)
    return turn(
      key.kind === 'page-up' || key.kind === 'page-down' ? state : { ...state, isHelpShown: false },
    );
  if (state.menu) return onMenuKey(state, state.menu, key);
  switch (state.focus) {
    case 'search':
      return onSearchKey(state, key);
    case 'list':
      return onListKey(state, key);
    case 'reading':
      return onReadingKey(state, key);
  }
}

const swedish = new Intl.Collator('sv');

/** As in a Swedish directory. */
function inOrder({ units, operators }: Names): Names {
  return { units: units.toSorted(swedish.compare), operators: operators.toSorted(swedish.compare) };
}

/** What was to be read is not there: the keys are about the list again, and a word that is being typed goes on. */
function readable({ focus, opened }: LogState): LogState['focus'] {
  return focus === 'reading' && !opened ? 'list' : focus;
}

/** An incident beside the list is put away where the window has become too narrow for both. */
function withSeen(state: LogState, seen: LogState['seen']): LogState {
  const opened = seen.isBeside || state.focus === 'reading' ? state.opened : null;
  return { ...state, seen, opened, scroll: Math.min(state.scroll, seen.scrollMax) };
}

/** The same incident again stays where it is scrolled; one that is not there any more is closed. */
function withOpened(state: LogState, opened: Opened | null): LogState {
  if (!opened) return { ...state, opened, scroll: 0, focus: 'list', notice: { kind: 'gone' } };
  const isSame = state.opened?.incident.id === opened.incident.id;
  return { ...state, opened, scroll: isSame ? state.scroll : 0 };
}
