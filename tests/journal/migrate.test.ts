/** Journals of an earlier version. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openJournal } from '../../src/journal/journal.ts';
import { schemaVersion } from '../../src/journal/schema.ts';
import { verifyJournal } from '../../src/journal/verify.ts';
import { answer, decision, entry, openFor, opening, temporaryFolder } from './fixtures.ts';
import { truthOf, typed, versionOf, writeVersion1 } from './version1.ts';
import { outboxOfVersion2 } from './version2.ts';
import { outboxOfVersion3 } from './version3.ts';

/** A folder with a journal of version 1: two incidents, seven entries. */
function version1(): string {
  const folder = temporaryFolder();
  writeVersion1(folder, [
    entry('first', 'incident-opened', opening),
    answer('first', 'Brand'),
    entry('second', 'incident-opened', { ...opening, number: 'A-2026-0002' }),
    answer('second', 'Vattenläcka'),
    decision('second'),
    answer('first', 'Kortedala', 'whereHappened'),
    answer('first', 'Brand i kök'),
  ]);
  return folder;
}

it('is brought up to this version with everything in it, and goes on from there', () => {
  const folder = version1();
  const before = truthOf(folder);
  expect([...verifyJournal(folder)]).toEqual([]);
  expect(versionOf(folder)).toBe(1);

  const journal = openFor(folder);
  expect(versionOf(folder)).toBe(schemaVersion);
  expect(truthOf(folder)).toEqual(before);
  expect(
    [...journal.list()].map(({ number, summary, actionsOpen }) => [number, summary, actionsOpen]),
  ).toEqual([
    ['A-2026-0002', 'Vattenläcka', 2],
    ['A-2026-0001', 'Brand i kök', 0],
  ]);
  expect([...journal.list({ text: 'gammal' })]).toEqual([]);
  expect(journal.typing.all()).toEqual([typed]);
  expect(journal.append([answer('first', 'Rök')])).toMatchObject([{ sequence: 8 }]);
  expect([...verifyJournal(folder)]).toEqual([]);
});

it('is brought up to this version also when it is only to be read', () => {
  const folder = version1();
  const reader = openJournal(folder, { now: () => '', readOnly: true });
  expect(versionOf(folder)).toBe(schemaVersion);
  expect([...reader.list({ text: 'brand' })]).toHaveLength(1);
  reader.close();
});

it('can be read as it is while another process keeps it from being written', () => {
  const folder = version1();
  const other = new DatabaseSync(join(folder, 'journal.db'));
  other.exec('BEGIN IMMEDIATE');
  const reader = openJournal(folder, { now: () => '', readOnly: true });
  other.close();
  expect(versionOf(folder)).toBe(1);
  expect(reader.findIncident('A-2026-0001')?.answers.whatHappened?.text).toBe('Brand i kök');
  expect([...reader.list({ text: 'brand', status: 'draft' })].map(({ id }) => id)).toEqual(['first']);
  // What was decided in version 1 without a draft is to be gone on with, as when it is brought up to this one.
  expect(reader.unfinished()).toMatchObject([{ id: 'second' }, { id: 'first', typing: typed }]);
  expect(reader.outbox.items()).toEqual([]);
  reader.close();
});

it.each([
  [
    'an entry',
    `DROP TRIGGER entry_never_changes; UPDATE entry SET operator = 'xx' WHERE sequence = 3;
    CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry BEGIN
  SELECT RAISE(ABORT, 'an entry is never changed');
END`,
    'entry-altered',
  ],
  ['a guard', 'DROP TRIGGER payload_never_goes', 'schema'],
])('with %s changed is found out by the check, before and after', (_name, sql, kind) => {
  const folder = version1();
  const db = new DatabaseSync(join(folder, 'journal.db'));
  db.exec(sql);
  db.close();
  const kinds = () => [...verifyJournal(folder)].map((finding) => finding.kind);
  expect(kinds()).toEqual([kind]);
  expect(versionOf(folder)).toBe(1);
  openFor(folder);
  expect(kinds()).toEqual([kind]);
});

it('is whole, of the earlier version, when the program is killed on the way', () => {
  const child = new URL('children/migrateAndDie.ts', import.meta.url).pathname;
  const folder = version1();
  const before = truthOf(folder);
  const run = (statement: number) => spawnSync(process.execPath, [child, folder, String(statement)]);
  let killed = 0;
  while (run(killed + 1).signal === 'SIGKILL') {
    killed += 1;
    expect([versionOf(folder), truthOf(folder), [...verifyJournal(folder)]]).toEqual([1, before, []]);
  }
  // On the way lie at least: the lock, the new tables, the list made again, the version, the end.
  expect(killed).toBeGreaterThanOrEqual(5);
  expect([versionOf(folder), truthOf(folder), [...verifyJournal(folder)]]).toEqual([
    schemaVersion,
    before,
    [],
  ]);
  expect(openFor(folder).typing.all()).toEqual([typed]);
});

it('keeps the mails that waited in version 2, in their order, whether it is written or only read', () => {
  const folder = temporaryFolder();
  openFor(folder).close();
  const db = new DatabaseSync(join(folder, 'journal.db'));
  db.exec(`${outboxOfVersion2}
    INSERT INTO outbox VALUES
      ('b', NULL, '2026-11-21T03:10:00+01:00', 'queued', 'a@example.se', '["d@example.se"]', 'Ämne', '<1@x.se>', x'0d0a'),
      ('a', 'first', '2026-11-21T03:11:00+01:00', 'queued', 'a@example.se', '[]', 'Ämne', '<2@x.se>', x'ff');`);
  expect([...verifyJournal(folder)]).toEqual([]);
  const mails = [
    { id: 'b', recipients: ['d@example.se'], action: null },
    { id: 'a', incident: 'first', subject: 'Ämne' },
  ];
  db.exec('BEGIN IMMEDIATE');
  const reader = openJournal(folder, { now: () => '', readOnly: true });
  expect(reader.outbox.items()).toMatchObject(mails);
  reader.close();
  db.close();
  const { outbox } = openFor(folder);
  expect(outbox.items()).toMatchObject(mails);
  expect(outbox.bytesOf('b')).toEqual(Uint8Array.of(13, 10));
  expect(outbox.find('a')?.delivery).toMatchObject({ state: 'queued', attempts: 0, refused: [] });
  expect([versionOf(folder), [...verifyJournal(folder)]]).toEqual([schemaVersion, []]);
});

it('keeps the mails of version 3 as they were, with their course, whether it is written or only read', () => {
  const folder = temporaryFolder();
  openFor(folder).append([entry('first', 'incident-opened', opening), answer('first', 'Brand')]);
  const db = new DatabaseSync(join(folder, 'journal.db'));
  const at = '2026-11-21T03:10:00+01:00';
  db.exec(`${outboxOfVersion3}
    INSERT INTO outbox VALUES
      ('b', 'first', 'mail-director', '${at}', 'a@example.se', '["d@example.se"]', 'Ämne', '<1@x.se>', x'0d0a',
        'unknown', 'ending', 1, NULL, NULL, NULL, NULL, '[]', '${at}', '${at}'),
      ('a', NULL, NULL, '${at}', 'a@example.se', '["d@example.se"]', 'Ämne', '<2@x.se>', x'ff',
        'waiting', 'login', 2, '${at}', '535 Fel', 'login', 'settings', '[]', '${at}', NULL);
    INSERT INTO outbox_attempt VALUES
      ('b', 1, '${at}', '${at}', 'ending', 'unknown', NULL, NULL),
      ('a', 1, '${at}', '${at}', 'greeting', 'transient', 'cut', NULL),
      ('a', 2, '${at}', '${at}', 'login', 'configuration', 'login', '535 Fel');`);
  expect([...verifyJournal(folder)]).toEqual([]);
  const mails = [
    { id: 'b', action: 'mail-director', delivery: { state: 'unknown', endingAt: null, handledAt: at } },
    { id: 'a', delivery: { state: 'waiting', attempts: 2, answer: '535 Fel', heldBy: 'settings' } },
  ];
  const course = [
    { nth: 1, phase: 'greeting', fault: 'cut' },
    { nth: 2, outcome: 'configuration', endingAt: null },
  ];
  db.exec('BEGIN IMMEDIATE');
  const reader = openJournal(folder, { now: () => '', readOnly: true });
  expect(versionOf(folder)).toBe(3);
  expect([reader.outbox.items(), reader.outbox.attemptsOf('a')]).toMatchObject([mails, course]);
  expect([...reader.list({ text: 'brand' })]).toHaveLength(1);
  reader.close();
  db.close();
  const { outbox } = openFor(folder);
  expect([outbox.items(), outbox.attemptsOf('a')]).toMatchObject([mails, course]);
  expect(outbox.bytesOf('a')).toEqual(Uint8Array.of(255));
  expect(outbox.withdraw('a', at)).toBe(true);
  expect([versionOf(folder), [...verifyJournal(folder)]]).toEqual([schemaVersion, []]);
});
