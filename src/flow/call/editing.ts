/** The text field that is open in the call. */
import type { TextBuffer } from '../textBuffer.ts';
import type { CallState } from './state.ts';
import { isCallerQuestion } from './steps.ts';

/** The field that takes what is typed; null in the steps that take one key. */
export function openField(state: CallState): TextBuffer | null {
  const { step } = state;
  if (isCallerQuestion(step)) return state.fields[step].buffer;
  if (step === 'motivation') return state.motivation;
  const { fields } = state.draft;
  if (step === 'draft') return fields ? fields[fields.field] : null;
  return step === 'decision' && state.otherwise ? state.otherwise.reason : null;
}
