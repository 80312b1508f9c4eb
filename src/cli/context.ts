/** What the commands get from outside: streams, environment, clock. Nothing else in `cli` reads these by itself. */
import { userInfo } from 'node:os';
import { cleanLine } from '../domain/text.ts';
import { formatInstant } from '../domain/time.ts';

export interface Context {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** RFC 3339 in the desk's local offset, to the second. */
  now(): string;
}

/** The process's own. */
export function processContext(): Context {
  return {
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => formatInstant(Temporal.Now.instant()),
  };
}

/** RFC 3339 in UTC with milliseconds: how the journal stamps what is written down. */
export function machineTime(): string {
  return Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
}

/** Who works: as asked for, otherwise the setting, otherwise the login name. */
export function operatorName(asked: string | undefined, setting: string | null): string {
  return cleanLine(asked ?? '') || setting || loginName();
}

function loginName(): string {
  try {
    return cleanLine(userInfo().username);
  } catch {
    // A user id without an account has no name.
    return 'okänd';
  }
}

/** Whether both ends are a terminal. */
export function isInteractive({ stdin, stdout }: Context): boolean {
  return Boolean(stdin.isTTY && stdout.isTTY);
}

/** Whether to ask line by line: asked for, for a screen reader, or on a terminal that cannot be drawn on. */
export function wantsPlain(context: Context, asked: boolean | undefined): boolean {
  const { env } = context;
  return (
    (asked ?? false) || env.INK_SCREEN_READER === 'true' || (isInteractive(context) && env.TERM === 'dumb')
  );
}

/** One result as a line on standard output. */
export function print({ stdout }: Context, line: string): void {
  stdout.write(`${line}\n`);
}

/** Everything that is not a result goes to standard error. */
export function tell({ stderr }: Context, line: string): void {
  stderr.write(`${line}\n`);
}
