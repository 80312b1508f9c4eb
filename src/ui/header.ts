/** What every top line says: that it is an exercise, and whether everything is saved. */
import { exercise, saved as words } from '../texts/labels.ts';
import type { Span } from './frame.ts';

/** The mark of an exercise; nothing when it is real. */
export function exerciseMark(isExercise: boolean): Span[] {
  return isExercise ? [{ text: ` ${exercise} `, tone: 'exercise' }] : [];
}

/** `saved` is how it is said that everything is. */
export function savedWords(
  { fault, unsaved }: { readonly fault: unknown; readonly unsaved: readonly unknown[] },
  saved: string = words.all,
): string {
  if (fault) return words.not;
  return unsaved.length > 0 ? words.saving : saved;
}
