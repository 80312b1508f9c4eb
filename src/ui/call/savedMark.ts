/** Whether what was answered is saved. */
import type { CallState } from '../../flow/call/state.ts';
import { question } from '../../texts/call.ts';

/** Whether an answer is saved, in front of it; a blank while there is none. */
export function savedMark(
  { unsaved }: CallState,
  recorded: { readonly entry: string } | null | undefined,
): string {
  if (!recorded) return ' ';
  return unsaved.includes(recorded.entry) ? question.unsavedMark : question.savedMark;
}
