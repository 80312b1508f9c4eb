/** Disks that are full, files that may not be written, that are locked, damaged, gone, or open to others. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../src/journal/journal.ts';
import { schemaVersion } from '../../src/journal/schema.ts';
import { verifyJournal } from '../../src/journal/verify.ts';
import { answer, entry, openFor, openIncident, opening, temporaryFolder } from './fixtures.ts';
import { writeVersion1 } from './version1.ts';

const now = () => new Date().toISOString();
const child = (name: string) => new URL(`children/${name}.ts`, import.meta.url).pathname;

function kindOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { kind?: string }).kind ?? String(error);
  }
}

/** A namespace of mounts where a small disk can be made; as an ordinary user, where the system allows it. */
const unshare = process.getuid?.() === 0 ? ['-m'] : ['-rm'];
const canMount = spawnSync('unshare', [...unshare, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

describe('a full disk', () => {
  const run = (script: string, folder: string) =>
    JSON.parse(
      execFileSync('sh', ['-c', script, process.execPath, child('fill'), folder], { encoding: 'utf8' }),
    );

  // Where no disk can be mounted the limit on a file's size below stands in for it.
  it.skipIf(!canMount)('refuses in time, loses nothing, and takes the same entry when there is room', () => {
    const folder = temporaryFolder();
    const script = `unshare ${unshare.join(' ')} sh -c 'mount -t tmpfs -o size=2m none "$2" &&
      head -c 1000000 /dev/zero > "$2/filler" && exec "$0" "$1" "$2/journal" "$2/filler"' "$0" "$1" "$2"`;
    expect(run(script, folder)).toEqual({
      kind: 'full',
      typingKind: 'full',
      readWhenFull: true,
      again: 'written',
      written: expect.any(Number),
      lost: 0,
      doubled: 0,
      findings: [],
    });
  });

  it('loses nothing when a file may not grow any more', () => {
    const folder = temporaryFolder();
    const script = `ulimit -f 2000; exec "$0" "$1" "$2" "$2/none"`;
    const result = run(script, folder);
    expect(result).toMatchObject({ readWhenFull: true, lost: 0, doubled: 0, findings: [] });
    expect(result.kind).toMatch(/^(full|other)$/);
    expect(result.written).toBeGreaterThan(5);
  });
});

describe('a folder that may only be read', () => {
  const nobody = 65_534;

  const ofThisVersion = (folder: string) => {
    const journal = openJournal(folder, { now });
    openIncident(journal, ['Brand']);
    journal.close();
  };
  const ofVersion1 = (folder: string) => writeVersion1(folder, [entry('first', 'incident-opened', opening)]);

  it.each([
    ['this version', ofThisVersion],
    ['version 1', ofVersion1],
  ])('refuses to write and to create, and can still be read and checked: %s', (_name, write) => {
    const folder = temporaryFolder();
    write(folder);
    // Root may write anywhere, so there the child becomes somebody else.
    const user = process.getuid?.() === 0 ? [String(nobody)] : [];
    const file = join(folder, 'journal.db');
    for (const path of user.length > 0 ? [file, folder] : []) chownSync(path, nobody, nobody);
    chmodSync(file, 0o400);
    chmodSync(folder, 0o500);
    try {
      const said = execFileSync(process.execPath, [child('readOnly'), folder, ...user], { encoding: 'utf8' });
      expect(JSON.parse(said)).toEqual({
        write: 'read-only',
        create: 'read-only',
        read: ['A-2026-0001'],
        unfinished: 1,
        writeReadOnly: 'read-only',
        verify: [],
      });
    } finally {
      chmodSync(folder, 0o700);
    }
  });

  it('is what a journal opened for reading is, and it changes nothing', () => {
    const folder = temporaryFolder();
    expect(kindOf(() => openJournal(folder, { now, readOnly: true }))).toBe('missing');
    expect(kindOf(() => [...verifyJournal(folder)])).toBe('missing');
    expect(readdirSync(folder)).toEqual([]);
    openIncident(openFor(folder), ['Brand']);
    const reader = openJournal(folder, { now, readOnly: true });
    expect([...reader.list()]).toHaveLength(1);
    expect(kindOf(() => openIncident(reader))).toBe('read-only');
    expect(kindOf(() => reader.rebuild())).toBe('read-only');
    reader.close();
  });
});

describe('a journal that', () => {
  it('is locked is waited for, refused, and written when it is free', () => {
    const folder = temporaryFolder();
    const journal = openFor(folder);
    const incident = openIncident(journal);
    const other = new DatabaseSync(join(folder, 'journal.db'));
    other.exec('BEGIN IMMEDIATE');
    expect(kindOf(() => journal.append([answer(incident, 'Brand')]))).toBe('locked');
    expect(journal.entriesOf(incident)).toHaveLength(1);
    other.close();
    expect(journal.append([answer(incident, 'Brand')])).toMatchObject([{ sequence: 2 }]);
  });

  it('is of a later version is refused, and left as it is', () => {
    const folder = temporaryFolder();
    openFor(folder).close();
    const db = new DatabaseSync(join(folder, 'journal.db'));
    db.exec(`PRAGMA user_version = ${schemaVersion + 1}`);
    db.close();
    expect(kindOf(() => openJournal(folder, { now }))).toBe('newer');
    expect(kindOf(() => openJournal(folder, { now, readOnly: true }))).toBe('newer');
    expect(kindOf(() => [...verifyJournal(folder)])).toBe('newer');
  });

  it.each([
    ['empty', ''],
    ['something else', 'inte en databas '.repeat(100)],
  ])('is %s is damaged, never a new one', (_name, content) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'journal.db'), content);
    expect(kindOf(() => openJournal(folder, { now }))).toBe('damaged');
    expect(kindOf(() => openJournal(folder, { now, readOnly: true }))).toBe('damaged');
  });

  it('is moved away while open takes no more entries', () => {
    const folder = temporaryFolder();
    const journal = openFor(folder);
    const incident = openIncident(journal);
    rmSync(join(folder, 'journal.db'));
    for (const _ of [1, 2]) expect(kindOf(() => journal.append([answer(incident, 'Brand')]))).toBe('missing');
    expect(kindOf(() => journal.typing.save({ incident, savedAt: now(), body: '{}' }))).toBe('missing');
    expect(kindOf(() => journal.entriesOf(incident))).toBe('missing');
  });

  it('is deleted or replaced while it is open is not read as if nothing had happened', () => {
    const [folder, other] = [temporaryFolder(), temporaryFolder()];
    const journal = openFor(folder);
    const incident = openIncident(journal);
    const restored = openFor(other);
    const found = openIncident(restored, ['Brand']);
    restored.close();
    rmSync(join(folder, 'journal.db'));
    expect(kindOf(() => journal.entriesOf(incident))).toBe('missing');
    for (const end of ['-wal', '-shm']) rmSync(join(folder, `journal.db${end}`), { force: true });
    renameSync(join(other, 'journal.db'), join(folder, 'journal.db'));
    expect(journal.entriesOf(incident)).toEqual([]);
    expect(journal.append([answer(found, 'Rök')])).toHaveLength(1);
  });

  it('has a head that is set back takes no entry over another', () => {
    const folder = temporaryFolder();
    const journal = openFor(folder);
    const incident = openIncident(journal, ['Brand']);
    const db = new DatabaseSync(join(folder, 'journal.db'));
    db.exec('UPDATE head SET sequence = 1');
    expect(kindOf(() => journal.append([answer(incident, 'Rök')]))).toBe('damaged');
    db.exec('DELETE FROM search; DROP TRIGGER head_never_goes; DELETE FROM head');
    db.close();
    expect(kindOf(() => journal.append([answer(incident, 'Rök')]))).toBe('damaged');
  });

  it.each([
    ['list', 'DROP TABLE incident'],
    ['search', 'DROP TABLE search'],
    ['search index', `UPDATE search_data SET block = x'00' WHERE id > 1`],
  ])('has a damaged %s still takes entries', (_name, sql) => {
    const folder = temporaryFolder();
    const journal = openJournal(folder, { now });
    const incident = openIncident(journal, ['Brand']);
    openIncident(journal, ['Snö']);
    journal.close();
    const db = new DatabaseSync(join(folder, 'journal.db'), { defensive: false });
    db.exec(sql);
    db.close();
    const again = openFor(folder);
    again.append([answer(incident, 'Rök')]);
    expect([...again.list({ text: 'rök' })].map(({ id }) => id)).toEqual([incident]);
    expect([...again.list()]).toHaveLength(2);
    expect([...verifyJournal(folder)]).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('what other users see', () => {
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
  const files = ['journal.db', 'journal.db-shm', 'journal.db-wal'];

  it.each([0o000, 0o022, 0o077])('is nothing, with umask %i', (mask) => {
    const before = process.umask(mask);
    try {
      const folder = join(temporaryFolder(), 'a', 'b');
      openIncident(openFor(folder));
      expect(readdirSync(folder).sort()).toEqual(files);
      expect([folder, ...files.map((file) => join(folder, file))].map(mode)).toEqual([
        '700',
        '600',
        '600',
        '600',
      ]);
    } finally {
      process.umask(before);
    }
  });

  it('is nothing, also when it was open to them before', () => {
    const folder = temporaryFolder();
    openIncident(openFor(folder));
    for (const file of files) chmodSync(join(folder, file), 0o666);
    chmodSync(folder, 0o777);
    openFor(folder);
    expect([folder, ...files.map((file) => join(folder, file))].map(mode)).toEqual([
      '700',
      '600',
      '600',
      '600',
    ]);
  });

  it('stays as it is for a folder that is shared by design', () => {
    const folder = join(temporaryFolder(), 'delad');
    mkdirSync(folder);
    chmodSync(folder, 0o1777);
    openFor(folder);
    expect(mode(folder)).toBe('777');
    expect(mode(join(folder, 'journal.db'))).toBe('600');
  });
});
