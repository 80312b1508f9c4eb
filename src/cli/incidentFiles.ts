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
  return checked(await readSource(context, file), 0, nameOf(file));
}

/** One incident, or several with one JSON object a line. Throws Failure when any of them cannot be used. */
export async function readSeveral(context: Context, file: string): Promise<IncidentFile[]> {
  const source = await readSource(context, file);
  const lines = source.split('\n');
  // An object written over several rows has no row that is an object by itself, unless it is whole.
  const oneALine = !isJson(source) && lines.some((line) => line.trimStart().startsWith('{') && isJson(line));
  if (!oneALine) return [checked(source, 0, nameOf(file))];
  return lines.flatMap((line, row) => (isEmpty(line) ? [] : [checked(line, row, nameOf(file))]));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isEmpty(text: string): boolean {
  return text.trim() === '';
}

/** Reads one incident that has `rowsBefore` rows of the file before it. */
function checked(source: string, rowsBefore: number, name: string): IncidentFile {
  if (isEmpty(source)) throw badInput(words.empty(name));
  const result = readIncidentFile(source);
  if (result.ok) return result.file;
  const problems = result.problems.map((problem) => ({ ...problem, row: problem.row + rowsBefore }));
  throw badInput(words.fileRefused(name, problems));
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
