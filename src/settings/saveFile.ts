/** Writing a JSON file of the settings folder: whole or not at all. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SettingsError, type SettingsFile, systemCode } from './errors.ts';
import { pathOf } from './files.ts';

/** The folder, made for this user alone if it is not there. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/**
 * Writes the file so that whoever reads it, also after a power failure, sees the old text or the new one whole.
 * Throws SettingsError 'not-saved', with the old file as it was.
 */
export async function writeJson(folder: string, file: SettingsFile, value: unknown): Promise<void> {
  const path = pathOf(folder, file);
  try {
    await makeFolder(folder);
    await replaceFile(path, `${JSON.stringify(value, null, 2)}\n`);
  } catch (error) {
    throw new SettingsError({ kind: 'not-saved', file, path, code: systemCode(error) }, error);
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes the rename itself durable. Windows cannot open a folder for this, and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
