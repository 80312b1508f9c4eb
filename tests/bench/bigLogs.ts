/** Logs of many incidents. They take long to make, so they are kept between runs, in the folder TJOUR_BENCH_LOGS. */
import { execFileSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { schemaVersion } from '../../src/journal/schema.ts';
import { newPlace, type Place } from './place.ts';
import { program } from './subjects.ts';

const folder = process.env.TJOUR_BENCH_LOGS ?? join(tmpdir(), `tjour-bench-logs-${schemaVersion}`);

/** The log's own folder; its journal is in `data`. */
function folderOf(count: number): string {
  return join(folder, `n${count}`);
}

/** Whether a log of so many incidents is there already. */
export function isMade(count: number): boolean {
  return existsSync(join(folderOf(count), 'data', 'journal.db'));
}

/** A place whose log has so many incidents, made now if it is not there; none is an empty place. It is never removed. */
export function bigLog(count: number): Place {
  const place = newPlace();
  if (count === 0) return place;
  const data = join(folderOf(count), 'data');
  const environment = { ...place.environment, TJOUR_DATA: data };
  if (!isMade(count)) {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    const args = [program, 'demo', '--antal', String(count)];
    execFileSync(process.execPath, args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return { ...place, environment };
}

/** The journal's file of such a log. */
export function journalOf(count: number): string {
  return join(folderOf(count), 'data', 'journal.db');
}

/** The texts of such a log that are searched, as a file with a line for each incident, newest first. */
export async function textsOf(count: number): Promise<string> {
  const file = join(folderOf(count), 'texts.txt');
  if (existsSync(file)) return file;
  const db = new DatabaseSync(journalOf(count), { readOnly: true });
  const rows = db.prepare('SELECT text FROM search ORDER BY rowid DESC').iterate();
  function* lines() {
    for (const { text } of rows) yield `${String(text).replaceAll('\n', ' ')}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
  db.close();
  return file;
}
