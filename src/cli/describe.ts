/** The rooms' own errors as messages for the user, with the exit code. */
import { JournalError } from '../journal/errors.ts';
import { DraftError } from '../mail/saveDraft.ts';
import { SettingsError } from '../settings/errors.ts';
import { dataFolder } from '../settings/folders.ts';
import * as words from '../texts/cli.ts';
import { unrecordedText } from '../texts/delivery.ts';
import { journalErrors } from '../texts/journal.ts';
import { draftErrorText } from '../texts/mail.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCode } from './failure.ts';
import { UnrecordedError } from './outbox/unrecorded.ts';

/** Null for an error that no room has words for. */
export function describe(
  error: unknown,
  { env }: Pick<Context, 'env'>,
): { readonly message: string; readonly code: ExitCode } | null {
  if (error instanceof JournalError) {
    const wasSent = error instanceof UnrecordedError ? `${unrecordedText(error)} ` : '';
    const message = `${wasSent}${journalErrors[error.kind]} ${words.journalFolder(dataFolder(env))}`;
    return { message, code: exitCode.fault };
  }
  if (error instanceof DraftError) return { message: draftErrorText[error.kind], code: exitCode.fault };
  if (error instanceof SettingsError) {
    return { message: error.message, code: isInput(error) ? exitCode.badInput : exitCode.fault };
  }
  return null;
}

/** Whether the fault is in what was just typed, and not in a file of the program's own. */
function isInput({ problem }: SettingsError): boolean {
  switch (problem.kind) {
    case 'unknown-key':
    case 'bad-contacts':
      return true;
    case 'wrong-value':
    case 'office-hours-order':
      return problem.path === null;
    default:
      return false;
  }
}
