/** A desk of its own for each test: its journal, its settings, and the program without a terminal. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Entry } from '../../src/domain/entry.ts';
import { foldIncident, type Incident } from '../../src/domain/incident.ts';
import { openJournal } from '../../src/journal/journal.ts';
import type { TypingScreen } from '../../src/journal/typing.ts';

/** The program as it is delivered. `npm test` builds it first. */
export const program = fileURLToPath(new URL('../../bin/tjour.js', import.meta.url));

export interface Desk {
  /** Holds the others; the program is started here, and finds its home here. */
  readonly folder: string;
  readonly data: string;
  readonly config: string;
  /** What its programs get from outside besides the usual. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A desk with nothing set up; removed after the test. */
export function newDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'tjour-pty-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const desk = { folder, data: join(folder, 'data'), config: join(folder, 'config') };
  mkdirSync(join(folder, 'tmp'));
  return desk;
}

/** What the program gets from outside, and nothing of what the tests themselves were started with. */
export function environment(desk: Desk): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: desk.folder,
    TMPDIR: join(desk.folder, 'tmp'),
    LANG: 'sv_SE.UTF-8',
    CI: 'false',
    TJOUR_DATA: desk.data,
    TJOUR_CONFIG: desk.config,
    ...desk.env,
  };
}

export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** As in a terminal. */
  readonly through?: (command: readonly string[]) => readonly string[];
}

/** Runs the program without a terminal, with everything piped. */
export async function run(desk: Desk, args: readonly string[], options: RunOptions = {}): Promise<Result> {
  const { through = (command) => command } = options;
  const [file = '', ...rest] = through([process.execPath, program, ...args]);
  const child = spawn(file, rest, {
    cwd: desk.folder,
    env: { ...environment(desk), ...options.env },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.stderr += text;
  });
  child.stdin.on('error', () => undefined).end(options.input ?? '');
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...said };
}

/** The incidents' numbers, newest first, as `tjour logg --json` lists them. */
export async function numbers(desk: Desk, options?: RunOptions): Promise<string[]> {
  const { stdout } = await run(desk, ['logg', '--json'], options);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).number);
}

export interface Logged {
  readonly incident: Incident;
  readonly entries: readonly Entry[];
}

/** The number that a desk's first incident gets this year. */
export const firstNumber = `A-${new Date().getFullYear()}-0001`;

/** One incident as `tjour logg NUMMER --json` gives it, folded. Throws when it is not there. */
export async function logged(desk: Desk, number = firstNumber, options?: RunOptions): Promise<Logged> {
  const { code, stdout, stderr } = await run(desk, ['logg', number, '--json'], options);
  if (code !== 0) throw new Error(`logg ${number}: ${code} ${stderr}`);
  const { entries } = JSON.parse(stdout) as { readonly entries: readonly Entry[] };
  const incident = foldIncident(entries);
  if (!incident) throw new Error(`${number} has no opening entry`);
  return { incident, entries };
}

/** Whether exactly this is kept as what is being typed, beside the journal's entries. */
export function isTypingKept(desk: Desk, text: string, screen: TypingScreen = 'call'): boolean {
  try {
    const journal = openJournal(desk.data, { now: () => '', readOnly: true });
    try {
      return journal.typing.all(screen).some(({ body }) => body.includes(JSON.stringify(text)));
    } finally {
      journal.close();
    }
  } catch {
    // The journal is made when there is something to keep.
    return false;
  }
}

/** Puts a register in place, as `tjour kontakter importera` does. */
export async function importContacts(desk: Desk, csv: string): Promise<void> {
  const file = join(desk.folder, 'kontakter.csv');
  writeFileSync(file, csv);
  const { code, stderr } = await run(desk, ['kontakter', 'importera', file]);
  if (code !== 0) throw new Error(stderr);
}
