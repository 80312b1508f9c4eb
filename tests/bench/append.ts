/** How long it takes until an entry is safe on the disk, beside the least that SQLite can do for as many bytes. */

import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Entry, NewEntry } from '../../src/domain/entry.ts';
import { callerQuestions } from '../../src/domain/questions.ts';
import { newId } from '../../src/journal/id.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { newPlace } from './place.ts';

export interface Appends {
  /** Milliseconds for each entry, in the journal. */
  readonly journal: readonly number[];
  /** Milliseconds for each row, in a table. */
  readonly insert: readonly number[];
}

/** Appends one entry to a journal and inserts one row into a bare table, by turns, `count` times after a warm-up. */
export function measureAppends(count: number): Appends {
  const place = newPlace();
  const journal = openJournal(join(place.folder, 'journal'), { now: () => new Date().toISOString() });
  const table = bareTable(join(place.folder, 'table'));
  const times: { journal: number; insert: number }[] = [];
  try {
    for (const entry of answers(count + warmUp, (opening) => journal.append([opening]))) {
      let written: Entry[] = [];
      const journalTime = timeOf(() => {
        written = journal.append([entry]);
      });
      const row = randomBytes(written.reduce((sum, each) => sum + bytesOf(each), 0));
      times.push({ journal: journalTime, insert: timeOf(() => table.insert(row)) });
    }
  } finally {
    journal.close();
    table.close();
    place.remove();
  }
  const measured = times.slice(warmUp);
  return { journal: measured.map((each) => each.journal), insert: measured.map((each) => each.insert) };
}

const warmUp = 20;

function timeOf(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

/** Answers as in calls: an incident is opened by `open`, and then two answers to each question follow. */
function* answers(count: number, open: (opening: NewEntry) => void): Generator<NewEntry> {
  let made = 0;
  while (true) {
    const about = {
      incident: newId(),
      operator: 'jl',
      receivedAt: '2026-11-21T02:41:00+01:00',
      occurredAt: null,
      corrects: null,
    };
    const caller = { name: 'TIB' };
    const payload = {
      station: 'A',
      number: '',
      source: 'tib',
      channel: 'phone',
      exercise: true,
      caller,
    } as const;
    open({ ...about, id: newId(), type: 'incident-opened', payload });
    for (const { id: question } of [...callerQuestions, ...callerQuestions]) {
      if (made === count) return;
      made += 1;
      const text = `Ungefär 4 000 hushåll i Kortedala och Bergsjön, enligt uppgift nummer ${made} från TIB`;
      const answer = { question, text, certainty: 'confirmed', units: [] } as const;
      yield { ...about, id: newId(), type: 'caller-answered', payload: answer };
    }
  }
}

/** What one entry and its payload take in the journal's rows: its texts, three hashes and a salt. */
function bytesOf({ payload, hash, sequence: _, version: __, ...texts }: Entry): number {
  const strings = [...Object.values(texts).map((text) => text ?? ''), JSON.stringify(payload)];
  const sumOfTexts = strings.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return sumOfTexts + 4 * (hash.length / 2);
}

/** A table of bytes, with the journal's settings and its kind of transaction. */
function bareTable(folder: string): { insert(row: Uint8Array): void; close(): void } {
  mkdirSync(folder);
  const db = new DatabaseSync(join(folder, 'table.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  db.exec('CREATE TABLE line (sequence INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO line (body) VALUES (?)');
  return {
    insert(row) {
      db.exec('BEGIN IMMEDIATE');
      insert.run(row);
      db.exec('COMMIT');
    },
    close: () => db.close(),
  };
}
