/** A file that something is handed out in: new, and whole when it is there. */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { exporting as words } from '../../texts/exports.ts';
import { badInput, exitCode, Failure } from '../failure.ts';

export type Content = Uint8Array | string | Iterable<string>;

/**
 * Makes the file (mode 0600) of what was recorded. Its name is taken first, so that something is recorded only when
 * there is somewhere to put it, and the content comes last, so that nothing is handed out unrecorded. Never
 * overwrites. Throws what `record` throws, and Failure when the file cannot be made; then no part of it is left.
 */
export async function writeNewFile<T>(
  path: string,
  record: () => T,
  content: (recorded: T) => Content | Promise<Content>,
): Promise<void> {
  await claim(path);
  let recorded: T;
  try {
    recorded = record();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeThrough(temporary, await content(recorded));
    await rename(temporary, path);
  } catch (error) {
    // Clearing up must not hide why it was needed.
    await Promise.allSettled([rm(temporary, { force: true }), rm(path, { force: true })]);
    throw new Failure(exitCode.fault, words.notWritten(path), error);
  }
}

async function claim(path: string): Promise<void> {
  try {
    await using _file = await open(path, 'wx', 0o600);
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw exists ? badInput(words.exists(path)) : new Failure(exitCode.fault, words.noPlace(path), error);
  }
}

async function writeThrough(path: string, content: Content): Promise<void> {
  await using file = await open(path, 'wx', 0o600);
  await file.writeFile(content);
  await file.sync();
}
