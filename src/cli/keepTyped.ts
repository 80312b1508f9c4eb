/** What is typed and not entered, kept in the journal or cleared there. */
import type { Journal } from '../journal/journal.ts';
import type { TypingScreen } from '../journal/typing.ts';
import { machineTime } from './context.ts';

/** `body` is JSON; null when nothing is typed any more. Throws JournalError. */
export function keepTyped(
  { typing }: Pick<Journal, 'typing'>,
  incident: string,
  body: string | null,
  screen: TypingScreen,
): void {
  if (body === null) typing.clear(incident, screen);
  else typing.save({ incident, savedAt: machineTime(), body }, screen);
}
