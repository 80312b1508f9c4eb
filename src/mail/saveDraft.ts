/** Putting a draft on the disk so that it is there whole, or not at all. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** `exists`: a file of that name is there already and was left alone. */
export type DraftErrorKind = 'exists' | 'full' | 'read-only' | 'other';

export class DraftError extends Error {
  readonly kind: DraftErrorKind;
  readonly path: string;

  constructor(kind: DraftErrorKind, path: string, cause: unknown) {
    super(`draft ${path}: ${kind}`, { cause });
    this.name = 'DraftError';
    this.kind = kind;
    this.path = path;
  }
}

/**
 * Saves the draft and returns its path. When this returns, the file is on the disk for good (mode 0600, in a folder
 * that is made with 0700 if need be). Never overwrites. Throws DraftError, and then no part of the file is left.
 */
export async function saveDraft(folder: string, fileName: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, fileName);
  if (fileName === '' || basename(path) !== fileName) {
    throw new DraftError('other', path, new RangeError('not a plain file name'));
  }
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  try {
    await makeFolder(folder);
    await writeThrough(temporary, bytes);
    await claim(path);
  } catch (error) {
    await discard(temporary);
    throw draftError(error, path);
  }
  try {
    await rename(temporary, path);
    await syncFolder(folder);
  } catch (error) {
    // The claimed name is ours alone, so it may go.
    await Promise.all([discard(temporary), discard(path)]);
    throw draftError(error, path);
  }
  return path;
}

/**
 * The same under the first number from `from` that is free. A file may lie there from an earlier try whose entry never
 * reached the journal: it is left alone. Throws DraftError for every fault but that.
 */
export async function saveNumbered(
  folder: string,
  name: (n: number) => string,
  from: number,
  bytes: Uint8Array,
): Promise<{ readonly file: string; readonly path: string }> {
  for (let n = from; ; n++) {
    try {
      return { file: name(n), path: await saveDraft(folder, name(n), bytes) };
    } catch (error) {
      if (!(error instanceof DraftError) || error.kind !== 'exists') throw error;
    }
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    // Something else has the folder's name. That is not that the draft exists, so another number would not help.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new DraftError('other', folder, error);
    }
    throw error;
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  await using file = await open(path, 'wx', 0o600);
  await file.writeFile(bytes);
  await file.sync();
}

/**
 * Takes the name, so that the renaming that follows can only replace our own empty file. (A hard link would do both
 * at once, but a memory stick has none.)
 */
async function claim(path: string): Promise<void> {
  await using _file = await open(path, 'wx', 0o600);
}

/** Makes the new name itself last through a power failure. Windows cannot open a folder, and need not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}

/** Clearing up must not hide why it was needed. */
async function discard(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

const kinds: Readonly<Record<string, DraftErrorKind>> = {
  EEXIST: 'exists',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};

function draftError(error: unknown, path: string): DraftError {
  if (error instanceof DraftError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new DraftError(kinds[code] ?? 'other', path, error);
}
