/** What the commands get from outside, streams, environment and clock, and how they print. */
import { userInfo } from 'node:os';
import { cleanLine, cleanText } from '../domain/text.ts';
import { formatInstant } from '../domain/time.ts';
import * as words from '../texts/cli.ts';
import { wrap } from '../ui/textLayout.ts';

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

/** RFC 3339 in the desk's local offset, to the millisecond: how the journal stamps what is written down. */
export function machineTime(): string {
  return formatInstant(Temporal.Now.instant(), 'millisecond');
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
    return words.unknownOperator;
  }
}

/** What to type to start the program again: whoever started it with `npx` has no `tjour` of their own. */
export function programName({ env }: Pick<Context, 'env'>): string {
  return env.npm_command === 'exec' ? 'npx tjour' : 'tjour';
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

/** Whether to draw screens: on a terminal, unless line by line is wanted. */
export function wantsScreen(context: Context): boolean {
  return isInteractive(context) && !wantsPlain(context, false);
}

/** How wide a table may be; null when nobody says, and then nothing is cut off. COLUMNS goes before the terminal. */
export function columnsOf({ env, stdout }: Context): number | null {
  const asked = Number(env.COLUMNS);
  return Number.isInteger(asked) && asked > 0 ? asked : (stdout.columns ?? null);
}

/** A result on standard output, as text that cannot act on a terminal. A broken line goes on `hanging` blanks in. */
export function print(context: Context, text: string, hanging = 0): void {
  context.stdout.write(`${readable(context, context.stdout, text, hanging)}\n`);
}

/** Cleaned; on a terminal also broken between words, each line as far in as the first, and `hanging` blanks more. */
function readable(context: Context, stream: NodeJS.WriteStream, text: string, hanging = 0): string {
  const clean = cleanText(text);
  const columns = columnsOf(context);
  if (!stream.isTTY || columns === null) return clean;
  return clean
    .split('\n')
    .flatMap((line) => {
      const [indent = ''] = /^ */.exec(line) ?? [];
      const further = indent + ' '.repeat(hanging);
      const parts = wrap(line.slice(indent.length), Math.max(1, columns - further.length));
      return (
        parts
          .map((part, index) => ((index === 0 ? indent : further) + part.text).trimEnd())
          // After a text that fills its last line comes an empty one, for a cursor that there is none of here.
          .filter((part, index) => index === 0 || part !== '')
      );
    })
    .join('\n');
}

/** What a terminal may act on and JSON leaves as it is: DEL, 8-bit controls, and marks that turn the text around. */
const unsafeInJson = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A result as JSON on one line of standard output. */
export function printJson({ stdout }: Context, value: unknown): void {
  stdout.write(jsonLine(value));
}

/** A result as JSON on one line, with its line break, that cannot act on a terminal. */
export function jsonLine(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value).replace(unsafeInJson, escaped)}\n`;
}

/** Everything that is not a result goes to standard error. A file's name or a word just typed may stand in it. */
export function tell(context: Context, text: string): void {
  context.stderr.write(`${readable(context, context.stderr, text)}\n`);
}
