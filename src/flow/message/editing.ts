/** Changing a message by hand: in its two fields, or in the operator's own editor. */
import { isSameWording, reworded, type Wording } from '../../domain/wording.ts';
import type { Key } from '../keys.ts';
import { type EditorFault, onFieldsKey, openWording, wordingIn } from '../wordingFields.ts';
import type { MessageState, Page } from './state.ts';
import { type Turn, turn } from './turn.ts';

type Reading = Extract<Page, { step: 'reading' }>;
type Editing = Extract<Page, { step: 'editing' }>;

/** Opens the fields. */
export function openFields(state: MessageState, { choice, first, message, isEdited }: Reading): Turn {
  const fields = openWording(message);
  if (!fields) return turn({ ...state, notice: { kind: 'too-long-to-edit' } });
  return turn({ ...state, page: { step: 'editing', choice, first, message, isEdited, fields } });
}

export function onEditingKey(state: MessageState, page: Editing, key: Key): Turn {
  const change = onFieldsKey(page.fields, key);
  if (!change) return read(state, page, wordingIn(page.fields));
  const { fields, dropped } = change;
  const notice = dropped > 0 ? ({ kind: 'too-long', dropped } as const) : null;
  return turn({ ...state, notice, page: { ...page, fields } });
}

/** The message as it came back from the operator's own editor; null with why it did not. */
export function onEdited(state: MessageState, wording: Wording | null, why: EditorFault | null): Turn {
  const { page } = state;
  if (page.step !== 'reading') return turn(state);
  const back: MessageState = { ...state, page: { ...page, making: false } };
  if (wording && !isSameWording(wording, page.message)) return read(back, page, wording);
  return turn({ ...back, notice: { kind: 'editor', came: why ?? 'nothing-new' } });
}

/** Back to reading, with what a message may never lack put back if it was taken away. */
function read(state: MessageState, page: Reading | Editing, edited: Wording): Turn {
  const { choice, first, message } = page;
  const wording = reworded(edited, message.nextReportAt, state.incident);
  const isEdited = page.isEdited || !isSameWording(wording, message);
  const next: MessageState = {
    ...state,
    page: {
      step: 'reading',
      choice,
      first,
      message: { ...message, ...wording },
      isEdited,
      making: false,
    },
  };
  const isLost = message.nextReportAt !== null && wording.nextReportAt === null;
  return turn(isLost ? { ...next, notice: { kind: 'promise-lost' } } : next);
}
