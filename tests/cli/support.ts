/** What the tests of the command line have in common. The program is the built one: `npm test` builds it first. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, type Result, type RunOptions, run } from '../pty/desk.ts';

const folder = new URL('../scenarios/', import.meta.url);

/** Every scenario: the file, and what must come of it. */
export const scenarios = readdirSync(folder)
  .filter((name) => !name.includes('.expected.'))
  .map((name) => {
    const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
    const expected = JSON.parse(read(name.replace('.json', '.expected.json'))) as Readonly<
      Record<string, unknown>
    >;
    return {
      name: name.replace('.json', ''),
      path: join(folder.pathname, name),
      source: read(name),
      expected,
    };
  });

/** The scenario with this number, such as `02`. */
export function scenario(number: string) {
  const found = scenarios.find(({ name }) => name.startsWith(number));
  if (!found) throw new Error(`no scenario ${number}`);
  return found;
}

/** The lines of JSON that were printed. Throws when the program did not end with 0. */
export function jsonLines({ code, stdout, stderr }: Result): unknown[] {
  if (code !== 0) throw new Error(`ended with ${code}: ${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

/** The only line of JSON that was printed. */
export function json(result: Result): Readonly<Record<string, unknown>> {
  const [first, ...more] = jsonLines(result);
  if (more.length > 0) throw new Error('more than one line');
  return first as Readonly<Record<string, unknown>>;
}

/** Records incident files, one after the other, and gives what came back. */
export async function record(
  desk: Desk,
  files: readonly unknown[],
  args: readonly string[] = [],
  options: RunOptions = {},
): Promise<Readonly<Record<string, unknown>>[]> {
  const results: Readonly<Record<string, unknown>>[] = [];
  for (const file of files) {
    const input = typeof file === 'string' ? file : JSON.stringify(file);
    results.push(json(await run(desk, ['ny', '--fran', '-', '--json', ...args], { ...options, input })));
  }
  return results;
}

/**
 * Every file below the folder with a hash of what it holds, to see that nothing has changed; null when the folder is
 * not there. The two that SQLite keeps beside a database for whoever has it open hold nothing of it when all are done.
 */
export function contents(folder: string): Readonly<Record<string, string>> | null {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .filter((path) => !/-(wal|shm)$/.test(path));
  return Object.fromEntries(
    files.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

/** What a shell does with the command; `"$@"` is the command itself. */
export function shell(script: string): Pick<RunOptions, 'through'> {
  return { through: (command) => ['sh', '-c', script, 'sh', ...command] };
}
