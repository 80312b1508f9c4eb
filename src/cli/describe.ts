/** The rooms' own errors as messages for the user, with the exit code. */
import { JournalError } from '../journal/errors.ts';
import { SettingsError } from '../settings/errors.ts';
import { journalErrors } from '../texts/journal.ts';
import { type ExitCode, exitCode } from './failure.ts';

/** Null for an error that no room has words for. */
export function describe(error: unknown): { readonly message: string; readonly code: ExitCode } | null {
  if (error instanceof JournalError) return { message: journalErrors[error.kind], code: exitCode.fault };
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
