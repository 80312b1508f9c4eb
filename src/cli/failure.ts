/** Errors for the person at the terminal, and the exit codes. Source: contract.md, "Exit codes". */

export const exitCode = { done: 0, fault: 1, badInput: 2, checkFailed: 3, interrupted: 130 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/**
 * Ends the command with a message to the user. The message says what happened, what is saved and what to do next.
 */
export class Failure extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'Failure';
    this.code = code;
  }
}

/** Bad usage or bad input: nothing has been saved. */
export function badInput(message: string): Failure {
  return new Failure(exitCode.badInput, message);
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
