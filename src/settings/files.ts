/** The two JSON files of the settings folder, and reading them. Every start of the program does this, so it is light. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError, type SettingsFile, systemCode } from './errors.ts';

// Plain ASCII: a decomposed å in a file name is another file on some systems.
const fileNames: Readonly<Record<SettingsFile, string>> = {
  settings: 'installningar.json',
  contacts: 'kontakter.json',
};

/** The file's path in the settings folder. */
export function pathOf(folder: string, file: SettingsFile): string {
  return join(folder, fileNames[file]);
}

/**
 * What the file holds, or undefined when there is none.
 * Throws SettingsError 'unreadable-file', and 'corrupt-file' when it is not JSON.
 */
export function readJson(folder: string, file: SettingsFile): unknown {
  const path = pathOf(folder, file);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return undefined;
    throw new SettingsError({ kind: 'unreadable-file', file, path, code }, error);
  }
  try {
    return parseJson(text);
  } catch (error) {
    throw new SettingsError({ kind: 'corrupt-file', file, path }, error);
  }
}

/** JSON as people save it: some editors put a byte order mark first. Throws SyntaxError. */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}
