/** Journals and entries to try things on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type EntryPayloads, entryVersion, type NewEntry } from '../../src/domain/entry.ts';
import { digestPayload, hashOfEntry } from '../../src/journal/chain.ts';
import { connectionOver } from '../../src/journal/connection.ts';
import { readHead, writeHead } from '../../src/journal/entries.ts';
import { openForWriting } from '../../src/journal/file.ts';
import { newId } from '../../src/journal/id.ts';
import { type Journal, openJournal } from '../../src/journal/journal.ts';
import { answer, entry, opening, receivedAt } from './entries.ts';

export { answer, entry, opening, receivedAt } from './entries.ts';

/** A folder of its own, gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tjour-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a journal that is closed when the test is over. */
export function openFor(folder: string, now: () => string = () => new Date().toISOString()): Journal {
  const journal = openJournal(folder, { now });
  onTestFinished(() => journal.close());
  return journal;
}

export function decision(
  incident: string,
  given: Partial<EntryPayloads['decision-made']> = {},
): NewEntry<'decision-made'> {
  return entry(incident, 'decision-made', {
    outcome: 'ordinary',
    timing: null,
    directorDueAt: null,
    overridden: false,
    motivation: '',
    actions: [
      { kind: 'mail-director', due: receivedAt, requirement: 'required' },
      { kind: 'inform-duty-officer', due: receivedAt, requirement: 'required' },
    ],
    ...given,
  });
}

export function draft(incident: string): NewEntry<'draft-saved'> {
  return entry(incident, 'draft-saved', {
    file: 'A-2026-0001-1.eml',
    subject: '[INFO] Strömavbrott',
    messageId: '<1@example.se>',
    to: null,
    body: 'Strömavbrott.',
  });
}

/** Opens an incident with these answers to "Vad har hänt?" and gives its id. */
export function openIncident(
  journal: Journal,
  texts: readonly string[] = [],
  given: Partial<EntryPayloads['incident-opened'] & { readonly receivedAt: string }> = {},
): string {
  const incident = newId();
  const { receivedAt: at = receivedAt, ...payload } = given;
  journal.append([
    entry(incident, 'incident-opened', { ...opening, ...payload }, { receivedAt: at }),
    ...texts.map((text) => answer(incident, text)),
  ]);
  return incident;
}

/** Writes an entry as a later version of the program would, and gives its id. */
export function appendFromTheFuture(
  folder: string,
  incident: string,
  type: string,
  payload: unknown,
  version = entryVersion + 1,
): string {
  const connection = connectionOver(openForWriting(folder));
  const head = readHead(connection);
  const sequence = head.sequence + 1;
  const body = JSON.stringify(payload);
  const { salt, digest } = digestPayload(body);
  const fields = {
    sequence: String(sequence),
    id: newId(),
    incident,
    operator: 'jl',
    receivedAt,
    occurredAt: null,
    recordedAt: receivedAt,
    type,
    version: String(version),
    corrects: null,
    payloadDigest: digest,
    previousHash: head.hash,
  };
  const hash = hashOfEntry(fields);
  connection
    .prepare('INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(...Object.values({ ...fields, sequence, version }), hash);
  connection.prepare('INSERT INTO payload VALUES (?, ?, ?, NULL)').run(sequence, salt, body);
  writeHead(connection, { sequence, hash }, 1);
  connection.db.close();
  return fields.id;
}
