/** The keys of the screen where a message is made: in the list, and on a message that is read through. */
import type { MessageChoice } from '../../domain/messageRecipients.ts';
import type { HintKind } from '../../texts/messageScreen.ts';
import type { Key } from '../keys.ts';
import { onEditingKey, openFields } from './editing.ts';
import { type MessageState, outgoing, type Page } from './state.ts';
import { type Turn, turn } from './turn.ts';

type Reading = Extract<Page, { step: 'reading' }>;

/** What a key leads to on the page that is shown. */
export function onKey(before: MessageState, key: Key): Turn {
  const state: MessageState = { ...before, notice: null };
  if (key.kind === 'interrupt') {
    return unlessEdited(before, 'edited-interrupt', () => turn(state, { kind: 'exit' }));
  }
  const { page } = state;
  if (page.step === 'composing') {
    return key.kind === 'escape'
      ? left(state)
      : turn({ ...state, page: { ...page, typed: [...page.typed, key] } });
  }
  if (page.step === 'editing') return onEditingKey(state, page, key);
  return page.step === 'choosing' ? onChoosingKey(state, key) : onReadingKey(before, page, key);
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
      if (key.text === '?') return hint(state, 'all-keys-choosing');
      const index = /^[1-9]$/.test(key.text) ? Number(key.text) - 1 : -1;
      if (choices[index]) return composed({ ...state, selected: index }, choices[index]);
    }
  }
  return turn({ ...state, notice: { kind: 'press-one-of', keys: ['en siffra', 'Enter', 'Esc'] } });
}

function composed(state: MessageState, choice: MessageChoice | undefined): Turn {
  if (!choice) return turn(state);
  return turn(
    { ...state, listed: true, page: { step: 'composing', choice, typed: [] } },
    { kind: 'compose', choice },
  );
}

function onReadingKey(before: MessageState, page: Reading, key: Key): Turn {
  const state: MessageState = { ...before, notice: null };
  // Nothing may change under what is being written down.
  if (page.making) return turn(state);
  const making: MessageState = { ...state, page: { ...page, making: true } };
  switch (key.kind === 'text' ? key.text.toLowerCase() : key.kind) {
    case 'k':
      return turn(making, { kind: 'copy', message: outgoing(state, page) });
    case 's':
      return turn(making, { kind: 'save', message: outgoing(state, page) });
    case 'r':
      return openFields(state, page);
    case 'ä':
      return turn(state, { kind: 'copy-line', text: page.message.subject });
    case 't': {
      const text = page.message.to.map(({ address }) => address).join(', ');
      return text === '' ? hint(state, 'nobody') : turn(state, { kind: 'copy-line', text });
    }
    case 'a':
      return unlessEdited(before, 'edited', () =>
        turn({ ...state, listed: true, page: { step: 'choosing' } }),
      );
    case 'escape':
      return unlessEdited(before, 'edited', () => left(state));
    case '?':
      return hint(state, 'all-keys-reading');
    case 'page-up':
    case 'page-down':
    case 'up':
    case 'down':
      // How far the text is scrolled is the screen's own matter.
      return turn(state);
    default:
      return turn({ ...state, notice: { kind: 'press-one-of', keys: ['k', 's', 'r', 'a', 'Esc'] } });
  }
}

/** Back to where the message was asked for. */
function left(state: MessageState): Turn {
  return state.listed ? turn({ ...state, page: { step: 'choosing' } }) : turn(state, { kind: 'back' });
}

/** Does it, but when that throws changes away only at the second press, the first having said so. */
function unlessEdited(before: MessageState, warning: 'edited' | 'edited-interrupt', go: () => Turn): Turn {
  const { page, notice } = before;
  const isEdited =
    page.step === 'editing'
      ? page.isEdited || page.text.text !== page.message.text || page.subject.text !== page.message.subject
      : page.step === 'reading' && page.isEdited;
  return isEdited && notice?.kind !== warning ? hint(before, warning) : go();
}

function hint(state: MessageState, kind: HintKind): Turn {
  return turn({ ...state, notice: { kind } });
}
