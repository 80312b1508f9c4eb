/** The call line by line, for screen readers and poor lines: one line is one answer. */
import { cleanText, isBlank } from '../../domain/text.ts';
import type { Key } from '../keys.ts';
import type { CallState } from './state.ts';
import { isCallerQuestion } from './steps.ts';

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
  if (word === '/b') return keys({ kind: 'shift-tab' });
  if (word === '/s') return keys({ kind: 'ctrl', letter: 's' });
  return keys(...answerKeys(state, line));
}

function keys(...all: Key[]): LineCommand {
  return { kind: 'keys', keys: all };
}

function answerKeys(state: CallState, line: string): Key[] {
  const { step } = state;
  if (isBlank(line)) return [{ kind: 'enter' }];
  if (isCallerQuestion(step)) {
    return [...emptying(state.fields[step].buffer.text), { kind: 'paste', text: line }, { kind: 'enter' }];
  }
  if (step === 'motivation') {
    return [...emptying(state.motivation.text), { kind: 'paste', text: line }, { kind: 'enter' }];
  }
  if (step === 'decision' && state.otherwise) return [{ kind: 'paste', text: line }, { kind: 'enter' }];
  // A step of one key: the first letter counts, so that "ja" and "nej" work as well.
  return [{ kind: 'text', text: cleanText(line).trim().slice(0, 1) }];
}

/** A new line replaces the answer that was there, from its last character to its first. */
function emptying(text: string): Key[] {
  const lines = text === '' ? 0 : text.split('\n').length;
  return Array.from({ length: lines }, (_, index): Key[] => [
    { kind: 'delete-to-start' },
    ...(index < lines - 1 ? [{ kind: 'backspace' } as const] : []),
  ]).flat();
}
