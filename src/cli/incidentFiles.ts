/** Reading incident files for `--från`. */
import { readFile } from 'node:fs/promises';
import { buffer as readStream } from 'node:stream/consumers';
import { type IncidentFile, readIncidentFile } from '../domain/incidentFile.ts';
import { cleanLine } from '../domain/text.ts';
import * as words from '../texts/incidentFile.ts';
import type { Context } from './context.ts';
import { badInput } from './failure.ts';

/** One incident. Throws Failure when it cannot be used. */
export async function readOne(context: Context, file: string): Promise<IncidentFile> {
  return checked(await readSource(context, file), nameOf(file));
}

/** One incident, or several with one JSON object a line. Throws Failure when any of them cannot be used. */
export async function readSeveral(context: Context, file: string): Promise<IncidentFile[]> {
  const source = await readSource(context, file);
  const lines = source
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [{ line, row: index + 1 }]));
  if (lines.length > 1 && lines.every(({ line }) => line.trim().startsWith('{') && isJson(line))) {
    return lines.map(({ line, row }) => checked(line, words.numbered(nameOf(file), row)));
  }
  return [checked(source, nameOf(file))];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}

function checked(source: string, name: string): IncidentFile {
  if (source.trim() === '') throw badInput(words.empty(name));
  const result = readIncidentFile(source);
  if (!result.ok) throw badInput(words.fileRefused(name, result.problems));
  return result.file;
}

async function readSource({ stdin }: Context, file: string): Promise<string> {
  const bytes = file === '-' ? await readStream(stdin) : await read(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badInput(words.notUtf8(nameOf(file)));
  }
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw badInput(words.notFound(nameOf(file)));
  }
}

function nameOf(file: string): string {
  return file === '-' ? words.standardInput : cleanLine(file);
}
