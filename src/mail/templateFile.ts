/** Reading a template's file, whatever somebody has put in its place. */
import { constants } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { cleanText } from '../domain/text.ts';
import { TemplateError } from './templateError.ts';

/** In bytes. Those that come with the program have under 5,000. */
export const maxTemplateSize = 100_000;

/**
 * The file's text: sanitised, with `\n` as its only line break and without a byte order mark, so that rows and columns
 * are those that an editor shows. Throws TemplateError when it cannot be read; a file that is too large is not read.
 */
export async function readTemplateFile(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return cleanText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new TemplateError('not-utf-8', path);
  }
}

/**
 * The names in the folder that a template could have, sorted: `*.txt`, but for hidden files. None when there is no such
 * folder. Throws TemplateError 'unreadable-folder'.
 */
export async function templateFilesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^[^.].*\.txt$/i.test(name)).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw new TemplateError('unreadable-folder', folder);
  }
}

/**
 * `readTemplateFile` for a file of that folder. A link must not lead out of it: what the link's owner can read is not
 * for the desk's mails. Throws TemplateError.
 */
export async function readTemplateIn(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  const [real, within] = await Promise.all([realpath(path), realpath(folder)]).catch((error) => {
    throw unreadable(error, path);
  });
  if (!real.startsWith(within + sep)) throw new TemplateError('outside', path);
  return readTemplateFile(path);
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    // Without waiting: a pipe that nobody writes to would never open. Windows has no such pipes, and no such flag.
    await using file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const info = await file.stat();
    if (!info.isFile()) throw new TemplateError('not-a-file', path);
    // One more than may be: a file can grow while it is read.
    const buffer = new Uint8Array(maxTemplateSize + 1);
    if (info.size > maxTemplateSize) throw new TemplateError('too-large', path);
    let length = 0;
    for (let bytesRead = -1; bytesRead !== 0 && length < buffer.length; length += bytesRead) {
      ({ bytesRead } = await file.read(buffer, length, buffer.length - length));
    }
    if (length > maxTemplateSize) throw new TemplateError('too-large', path);
    return buffer.subarray(0, length);
  } catch (error) {
    throw unreadable(error, path);
  }
}

function unreadable(error: unknown, path: string): TemplateError {
  if (error instanceof TemplateError) return error;
  const code = codeOf(error);
  if (code === 'EISDIR') return new TemplateError('not-a-file', path);
  return new TemplateError(code === 'ENOENT' ? 'missing' : 'unreadable', path);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
