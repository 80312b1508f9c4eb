/** The password or the access token for the mail server, which must never be seen: where it comes from, and hiding it. */
import { execFile } from 'node:child_process';
import { lstatSync, readFileSync, statSync } from 'node:fs';
import { inspect } from 'node:util';

const shown = '[hemlig]';

/** A secret that shows as `[hemlig]` however it is printed. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The secret itself, to be handed to the server and to nobody else. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return shown;
  }

  toJSON(): string {
    return shown;
  }

  [inspect.custom](): string {
    return shown;
  }
}

/** The text with each of the secret texts hidden. */
export function hidden(text: string, secrets: readonly string[]): string {
  return secrets.reduce((left, secret) => (secret === '' ? left : left.replaceAll(secret, shown)), text);
}

/**
 * `not-set` no such environment variable, or it is empty; `no-file`; `not-a-file` a folder or a device; `not-ours` the
 * file, or the link to it, belongs to somebody else; `open-to-others` other users may read or change the file;
 * `unreadable`; `command-failed`; `command-slow`; `empty` nothing on the first line.
 */
export type SecretErrorKind =
  | 'not-set'
  | 'no-file'
  | 'not-a-file'
  | 'not-ours'
  | 'open-to-others'
  | 'unreadable'
  | 'command-failed'
  | 'command-slow'
  | 'empty';

export class SecretError extends Error {
  override readonly name = 'SecretError';
  readonly kind: SecretErrorKind;
  /** The variable or the path; blank for a command, which may hold a secret of its own. */
  readonly from: string;
  /** What a command that failed ended with; null when it did not end by itself, and for all else. */
  readonly exitCode: number | null;

  constructor(kind: SecretErrorKind, from: string, exitCode: number | null = null) {
    super(`secret: ${kind}`);
    this.kind = kind;
    this.from = from;
    this.exitCode = exitCode;
  }
}

export const secretSources = ['env', 'file', 'command'] as const;

/** Where a secret is, and never the secret. */
export interface SecretSource {
  readonly from: (typeof secretSources)[number];
  /** The name of an environment variable, the path of a file, or a command for the shell. */
  readonly what: string;
}

/** How long a command may take, in milliseconds. */
const commandTimeout = 10_000;

/**
 * Reads the secret: the first line of what is given. Throws SecretError, which does not hold it; when `stop` ends a
 * command, as for one that failed.
 */
export async function readSecret(
  { from, what }: SecretSource,
  env: Readonly<Record<string, string | undefined>>,
  stop?: AbortSignal,
): Promise<Secret> {
  switch (from) {
    case 'env':
      return firstLine(env[what] ?? '', new SecretError('not-set', what));
    case 'file':
      return firstLine(readPrivateFile(what), new SecretError('empty', what));
    case 'command':
      return firstLine(await outputOf(what, env, stop), new SecretError('empty', ''));
  }
}

/** Throws `missing` when there is nothing on it. */
function firstLine(text: string, missing: SecretError): Secret {
  const [line = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (line === '') throw missing;
  return new Secret(line);
}

function readPrivateFile(path: string): string {
  const stat = orError(path, () => statSync(path));
  if (!stat.isFile()) throw new SecretError('not-a-file', path);
  // Windows guards a file by other means, and has no such mode.
  if (process.platform !== 'win32') {
    const ours = [process.geteuid?.(), 0];
    const link = orError(path, () => lstatSync(path));
    if (!ours.includes(stat.uid) || !ours.includes(link.uid)) throw new SecretError('not-ours', path);
    if ((stat.mode & 0o077) !== 0) throw new SecretError('open-to-others', path);
  }
  return orError(path, () => readFileSync(path, 'utf8'));
}

function orError<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new SecretError(missing ? 'no-file' : 'unreadable', path);
  }
}

/** The command is for the shell, as the user wrote it. What it says of errors is not passed on. */
function outputOf(command: string, env: NodeJS.ProcessEnv, stop?: AbortSignal): Promise<string> {
  const [shell, ...args] =
    process.platform === 'win32' ? ['cmd', '/d', '/s', '/c', command] : ['sh', '-c', command];
  return new Promise((resolve, reject) => {
    const child = execFile(
      shell ?? '',
      args,
      { env, timeout: commandTimeout, killSignal: 'SIGKILL', maxBuffer: 64 * 1024, windowsHide: true },
      (error, stdout) => {
        stop?.removeEventListener('abort', giveUp);
        if (!error) resolve(stdout);
        else if (error.killed) reject(new SecretError('command-slow', ''));
        else
          reject(new SecretError('command-failed', '', typeof error.code === 'number' ? error.code : null));
      },
    );
    const giveUp = () => {
      child.kill('SIGKILL');
      // What the command itself has started may hold on to its output, and is not waited for.
      reject(new SecretError('command-failed', ''));
    };
    stop?.addEventListener('abort', giveUp);
    // It is not to ask anybody.
    child.stdin?.end();
  });
}
