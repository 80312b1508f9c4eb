/** The keys that edit a text field, the same in every field. */
import type { Key } from './keys.ts';
import { apply, type Edit, insert, type TextBuffer } from './textBuffer.ts';

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
