/** What several pages of the message screen do with a key: say what can be pressed, or leave. */
import type { HintKind } from '../../texts/messageScreen.ts';
import type { Key } from '../keys.ts';
import { hasChanges, type MessageState } from './state.ts';
import { type Turn, turn } from './turn.ts';

/** Back to where the message was asked for. */
export function left(state: MessageState): Turn {
  return state.listed ? turn({ ...state, page: { step: 'choosing' } }) : turn(state, { kind: 'back' });
}

/** Does it, but when that throws changes away only at the second press, the first having said so. */
export function unlessEdited(before: MessageState, go: () => Turn): Turn {
  return hasChanges(before) && before.notice?.kind !== 'edited' ? hint(before, 'edited') : go();
}

export function pressOneOf(state: MessageState, keys: readonly string[]): Turn {
  return turn({ ...state, notice: { kind: 'press-one-of', keys } });
}

export function hint(state: MessageState, kind: HintKind): Turn {
  return turn({ ...state, notice: { kind } });
}

/** How far the text is scrolled is the screen's own matter. */
export function isScrolling({ kind }: Key): boolean {
  return kind === 'page-up' || kind === 'page-down' || kind === 'up' || kind === 'down';
}
