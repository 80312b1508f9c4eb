/** The keys of the screen where a message is made, page by page. */
import type { MessageChoice } from '../../domain/messageRecipients.ts';
import { aDigit } from '../../texts/messageScreen.ts';
import type { Key } from '../keys.ts';
import { onEditingKey } from './editing.ts';
import { isScrolling, left, pressOneOf } from './hints.ts';
import { onReadingKey, onReportKey } from './readingKeys.ts';
import type { MessageState } from './state.ts';
import { type Turn, turn } from './turn.ts';

/** What a key leads to on the page that is shown. */
export function onKey(before: MessageState, key: Key): Turn {
  const state: MessageState = { ...before, notice: null };
  if (key.kind === 'interrupt') {
    return turn(state, { kind: 'exit' });
  }
  if (state.help) return onHelpKey(state, key);
  const { page } = state;
  switch (page.step) {
    case 'choosing':
      return onChoosingKey(state, key);
    case 'composing':
      return key.kind === 'escape'
        ? left(state)
        : turn({ ...state, page: { ...page, typed: [...page.typed, key] } });
    case 'reading':
      return onReadingKey(before, page, key);
    case 'editing':
      return onEditingKey(state, page, key);
    case 'report':
      return onReportKey(before, page, key);
  }
}

/** Only the way back to the page: no key does what is not seen. */
function onHelpKey(state: MessageState, key: Key): Turn {
  if (key.kind === 'escape' || (key.kind === 'text' && key.text === '?'))
    return turn({ ...state, help: false });
  return isScrolling(key) ? turn(state) : pressOneOf(state, ['?', 'Esc']);
}

function onChoosingKey(state: MessageState, key: Key): Turn {
  const { choices, selected } = state;
  const move = (to: number) => turn({ ...state, selected: Math.max(0, Math.min(choices.length - 1, to)) });
  switch (key.kind) {
    case 'up':
      return move(selected - 1);
    case 'down':
      return move(selected + 1);
    case 'enter':
      return composed(state, choices[selected]);
    case 'escape':
      return turn(state, { kind: 'back' });
    case 'page-up':
    case 'page-down':
      return turn(state);
    case 'text': {
      if (key.text === '?') return turn({ ...state, help: true });
      const index = /^[1-9]$/.test(key.text) ? Number(key.text) - 1 : -1;
      if (choices[index]) return composed({ ...state, selected: index }, choices[index]);
    }
  }
  return pressOneOf(state, [aDigit, 'Enter', 'Esc']);
}

function composed(state: MessageState, choice: MessageChoice | undefined): Turn {
  if (!choice) return turn(state);
  return turn(
    { ...state, listed: true, page: { step: 'composing', choice, typed: [] } },
    { kind: 'compose', choice },
  );
}
