/** A text field of one line, in which every key is at once a question. */
import { editField } from '../editing.ts';
import type { Key } from '../keys.ts';
import type { TextBuffer } from '../textBuffer.ts';
import type { LogState } from './state.ts';

export interface TypedInLine {
  readonly buffer: TextBuffer;
  /** What is to be said of it. */
  readonly told: Pick<LogState, 'notice'>;
}

/** The field after the key; null where the key changes nothing in it. What is pasted becomes one line. */
export function typedInLine(buffer: TextBuffer, key: Key): TypedInLine | null {
  const oneLine = key.kind === 'paste' ? { ...key, text: key.text.replaceAll(/[\r\n\t]+/g, ' ') } : key;
  const change = editField(buffer, oneLine);
  if (change.kind !== 'changed') return null;
  const { dropped } = change;
  return { buffer: change.buffer, told: { notice: dropped > 0 ? { kind: 'too-long', dropped } : null } };
}
