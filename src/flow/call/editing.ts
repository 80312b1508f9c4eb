/** The text field that is open, and the keys that edit it, the same in every field. */
import type { Key } from '../keys.ts';
import { apply, type Edit, insert, type TextBuffer } from '../textBuffer.ts';
import type { CallState } from './state.ts';
import { isCallerQuestion } from './steps.ts';

/** The field that takes what is typed; null in the steps that take one key. */
export function openField(state: CallState): TextBuffer | null {
  const { step } = state;
  if (isCallerQuestion(step)) return state.fields[step].buffer;
  if (step === 'motivation') return state.motivation;
  return step === 'decision' && state.otherwise ? state.otherwise.reason : null;
}

export type FieldChange =
  | { readonly kind: 'changed'; readonly buffer: TextBuffer; readonly dropped: number }
  /** ↑ in the first line or ↓ in the last: the field has nowhere to go. */
  | { readonly kind: 'edge' }
  | { readonly kind: 'none' };

/** What the key does to the text. `dropped` counts the characters that did not fit. */
export function editField(buffer: TextBuffer, key: Key): FieldChange {
  switch (key.kind) {
    case 'text':
    case 'paste':
      return { kind: 'changed', ...insert(buffer, key.text) };
    case 'newline':
      return { kind: 'changed', ...insert(buffer, '\n') };
    case 'up':
    case 'down':
    case 'left':
    case 'right':
    case 'word-left':
    case 'word-right':
    case 'home':
    case 'end':
    case 'backspace':
    case 'delete':
    case 'delete-word':
    case 'delete-to-start':
    case 'delete-to-end':
      return edited(buffer, key.kind);
    default:
      return { kind: 'none' };
  }
}

function edited(buffer: TextBuffer, edit: Edit): FieldChange {
  const next = apply(buffer, edit);
  return next ? { kind: 'changed', buffer: next, dropped: 0 } : { kind: 'edge' };
}
