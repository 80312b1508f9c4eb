/** The call line by line, for screen readers and poor lines: one line is one answer. */
import { cleanText, isBlank } from '../../domain/text.ts';
import type { Key, PlainKind } from '../keys.ts';
import type { TextBuffer } from '../textBuffer.ts';
import { openField } from './editing.ts';
import type { CallState } from './state.ts';

export type LineCommand =
  /** Keys for the ordinary `update`. */
  { readonly kind: 'keys'; readonly keys: readonly Key[] } | { readonly kind: 'help' };

const jump = /^\/([1-7])$/;

/**
 * What a line means in this state. `/3` goes to a question, `/o` marks the answer as not confirmed, `/b` goes back,
 * `/?` is help; anything else is the answer. A blank line leaves an answer that is there as it is.
 */
export function readLine(state: CallState, line: string): LineCommand {
  const word = line.trim().toLowerCase();
  const digit = jump.exec(word)?.[1];
  if (word === '/?') return { kind: 'help' };
  if (digit) return keys({ kind: 'alt', digit: Number(digit) as 1 });
  if (word === '/o') return keys({ kind: 'ctrl', letter: 'o' });
  if (word === '/b')
    return keys({ kind: state.step === 'decision' && state.otherwise ? 'escape' : 'shift-tab' });
  if (word === '/s') return keys({ kind: 'ctrl', letter: 's' });
  return keys(...answerKeys(state, line));
}

function keys(...all: Key[]): LineCommand {
  return { kind: 'keys', keys: all };
}

function answerKeys(state: CallState, line: string): Key[] {
  if (isBlank(line)) return [{ kind: 'enter' }];
  const field = openField(state);
  if (field) return [...emptying(field), { kind: 'paste', text: line }, { kind: 'enter' }];
  // A step of one key: the first letter counts, so that "ja" and "nej" work as well.
  return [{ kind: 'text', text: cleanText(line).trim().slice(0, 1) }];
}

/** A new line replaces the answer that was there: what stands before the cursor, and what stands after it. */
function emptying({ text, cursor }: TextBuffer): Key[] {
  return [
    ...lineByLine(text.slice(0, cursor), 'delete-to-start', 'backspace'),
    ...lineByLine(text.slice(cursor), 'delete-to-end', 'delete'),
  ];
}

function lineByLine(text: string, line: PlainKind, lineBreak: PlainKind): Key[] {
  return text
    .split('\n')
    .flatMap((_, index): Key[] => [...(index > 0 ? [{ kind: lineBreak }] : []), { kind: line }]);
}
