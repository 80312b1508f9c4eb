/** A mail's words in the operator's own editor, as POSIX has it in VISUAL and EDITOR. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cleanLine } from '../domain/text.ts';
import { fileOf, type Wording, wordingFrom } from '../domain/wording.ts';
import type { CallContext } from '../flow/call/state.ts';
import type { EditorFault, EditorMessage } from '../flow/wordingFields.ts';
import type { Context } from './context.ts';
import { withoutInterrupt } from './signals.ts';

/** Gives the terminal to another program while `work` runs, and draws anew afterwards. */
export type Lend = (work: () => Promise<void>) => Promise<void>;

export interface EditorTools {
  readonly env: NodeJS.ProcessEnv;
  /** Where the text lies meanwhile, in a folder that only this user can read, and is taken away again. */
  readonly folder: string;
  /** Null where there is no screen to give away. */
  readonly lend: Lend | null;
  /** Ends the editor; what has been saved in it by then is what it says. */
  readonly signal: AbortSignal;
}

/** How a report can be changed on a screen. */
export function editingOnScreen({ env }: Pick<Context, 'env'>): NonNullable<CallContext['editing']> {
  const [, quoted, plain] = /^(?:"([^"]+)"|(\S+))/.exec(commandIn(env) ?? '') ?? [];
  const program = quoted ?? plain;
  return { editor: program === undefined ? null : cleanLine(basename(program)) };
}

/** More than this is no text that somebody wrote, in bytes. */
const longestFile = 1_000_000;

/** Opens it, waits until the editor is closed, and gives what it then says. Never throws. */
export async function editWording(wording: Wording, tools: EditorTools): Promise<EditorMessage> {
  const command = commandIn(tools.env);
  if (command === null || tools.lend === null) return { kind: 'not-edited', why: 'not-started' };
  let folder: string | null = null;
  let isWritten = false;
  try {
    await removeLeft(tools.folder);
    folder = await mkdtemp(join(tools.folder, `${folderName}${process.pid}-`));
    const file = join(folder, 'rapport.txt');
    await writeFile(file, fileOf(wording), { mode: 0o600 });
    isWritten = true;
    const fault = await runEditor(command, file, tools.lend, tools);
    if (fault && !tools.signal.aborted) return { kind: 'not-edited', why: fault };
    const { size } = await stat(file);
    if (size > longestFile) return { kind: 'not-edited', why: 'unreadable' };
    const edited = wordingFrom(
      new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)),
      wording,
    );
    return edited ? { kind: 'edited', wording: edited } : { kind: 'not-edited', why: 'emptied' };
  } catch {
    return { kind: 'not-edited', why: isWritten ? 'unreadable' : 'not-started' };
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

const folderName = 'redigering-';

/** What a program that was killed left behind: nobody else would take it away. */
async function removeLeft(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(folderName) ? Number.parseInt(name.slice(folderName.length), 10) : Number.NaN;
    if (Number.isNaN(pid) || isRunning(pid)) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH';
  }
}

/** Source: POSIX, "Environment Variables": VISUAL is for a screen, and EDITOR where there is none. */
function commandIn({ VISUAL, EDITOR }: NodeJS.ProcessEnv): string | null {
  const command = (VISUAL ?? '').trim() || (EDITOR ?? '').trim();
  return command === '' ? null : command;
}

async function runEditor(
  command: string,
  file: string,
  lend: Lend,
  { env, signal }: EditorTools,
): Promise<EditorFault | null> {
  let fault: EditorFault | null = 'not-started';
  await withoutInterrupt(() =>
    lend(async () => {
      try {
        // It may have arguments of its own, so a shell takes it apart, as git and crontab have it done.
        const [shell, args] =
          process.platform === 'win32'
            ? [`${command} "${file}"`, []]
            : // In the shell's place, so that what is sent to it reaches the editor, and Ctrl+C nobody else.
              ['/bin/sh', ['-c', `exec env ${command} "$@"`, command, file]];
        const editor = spawn(shell, args, {
          stdio: 'inherit',
          env,
          shell: process.platform === 'win32',
          signal,
        });
        const [code] = await once(editor, 'exit');
        // By the shell: not found, or not to be run.
        fault = code === 0 ? null : code === 126 || code === 127 ? 'not-started' : 'failed';
      } catch {
        fault = 'not-started';
      }
    }),
  );
  return fault;
}
