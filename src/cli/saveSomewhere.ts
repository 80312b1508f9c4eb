/** A copy somewhere else of what the journal did not take. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a copy is put when the journal cannot be written, best first. */
export const rescueFolders = [homedir(), tmpdir(), process.cwd()];

/** Writes the file in the first folder that takes it and returns its path; null when none does. */
export function saveSomewhere(name: string, content: string, folders: readonly string[]): string | null {
  for (const folder of folders) {
    const path = join(folder, name);
    try {
      const file = openSync(path, 'w', 0o600);
      try {
        writeSync(file, content);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      return path;
    } catch {
      // The next folder may be on a disk that works.
    }
  }
  return null;
}
