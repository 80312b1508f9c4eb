/** A journal that is made with many entries in it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { demoEntries } from '../../src/domain/demo/entries.ts';
import { formatInstant, parseInstant } from '../../src/domain/time.ts';
import { abandonedDrafts } from '../../src/journal/create.ts';
import { journalFile } from '../../src/journal/file.ts';
import { fillJournal } from '../../src/journal/fill.ts';
import { derivedTableNames } from '../../src/journal/schema.ts';
import { verifyJournal } from '../../src/journal/verify.ts';
import { openFor, openIncident, temporaryFolder } from './fixtures.ts';

const demo = () => demoEntries({ count: 40, seed: 1, until: '2026-11-21T03:10:00+01:00' });

/** Runs it to its end; gives how often it yielded and what it returned. */
function run(filling: Generator<void, boolean>): readonly [number, boolean] {
  for (let count = 0; ; count++) {
    const { done, value } = filling.next();
    if (done) return [count, value];
  }
}

/** Every derived row, as it lies in the file. */
function derivedRows(folder: string): unknown {
  const db = new DatabaseSync(join(folder, 'journal.db'), { readOnly: true });
  const rows = derivedTableNames.map((table) => {
    const place = table === 'search' ? 'rowid AS place, *' : '*';
    return db.prepare(`SELECT ${place} FROM ${table} ORDER BY place`).all();
  });
  db.close();
  return rows;
}

it('is a journal like any other: it passes the check, and goes on', () => {
  const folder = join(temporaryFolder(), 'data');
  expect(run(fillJournal(folder, demo()))).toEqual([40, true]);
  expect([...verifyJournal(folder)]).toEqual([]);
  const journal = openFor(folder);
  expect([...journal.list()]).toHaveLength(40);
  const before = journal.head()?.sequence ?? 0;
  expect(before).toBe([...demo()].length);
  const id = openIncident(journal, ['Brand'], { receivedAt: '2026-11-21T03:12:00+01:00' });
  expect(journal.findIncident(id)?.number).toBe(nextNumber([...journal.list()].map(({ number }) => number)));
  expect(journal.head()?.sequence).toBe(before + 2);
  expect([...verifyJournal(folder)]).toEqual([]);
});

/** The number that was given last, since it is the highest. */
function nextNumber(numbers: readonly string[]): string {
  return (
    numbers
      .filter((number) => number.startsWith('A-2026-'))
      .sort()
      .at(-1) ?? ''
  );
}

it('passes the check however many incidents it has, and whenever they end', () => {
  const given = fc.record({
    count: fc.constantFrom(1, 5, 30, 200),
    seconds: fc.integer({ min: 0, max: 2 * 365 * 24 * 3600 }),
  });
  fc.assert(
    fc.property(given, ({ count, seconds }) => {
      const folder = temporaryFolder();
      const until = formatInstant(parseInstant('2026-11-21T03:10:00+01:00').add({ seconds }));
      run(fillJournal(folder, demoEntries({ count, seed: 19, until })));
      expect([...verifyJournal(folder)]).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

it('has the same rows for lists, search and statistics as when they are made again', () => {
  const folder = temporaryFolder();
  run(fillJournal(folder, demo()));
  const filled = derivedRows(folder);
  openFor(folder).rebuild();
  expect(derivedRows(folder)).toEqual(filled);
});

it('leaves nothing behind when it is broken off, or when its entries cannot be made', () => {
  const folder = join(temporaryFolder(), 'data');
  const filling = fillJournal(folder, demo());
  filling.next();
  filling.next();
  expect(readdirSync(folder)).not.toEqual([]);
  filling.return(false);
  expect(readdirSync(folder)).toEqual([]);
  function* failing() {
    yield* demo().take(30);
    throw new Error('no more');
  }
  expect(() => run(fillJournal(folder, failing()))).toThrow('journal: other');
  expect(readdirSync(folder)).toEqual([]);
});

it('is seen by nobody before it is whole, and does not take the place of another journal', () => {
  const folder = temporaryFolder();
  const filling = fillJournal(folder, demo());
  filling.next();
  expect(existsSync(join(folder, 'journal.db'))).toBe(false);
  const journal = openFor(folder);
  const id = openIncident(journal, ['Brand']);
  expect(run(filling)).toEqual([39, false]);
  expect([...journal.list()].map((item) => item.id)).toEqual([id]);
  expect(readdirSync(folder).filter((name) => name.includes('new'))).toEqual([]);
});

it('takes away what a process that was killed has left, and nothing that one still makes', async () => {
  const folder = join(temporaryFolder(), 'data');
  const child = spawn(process.execPath, [
    new URL('children/fillAndWait.ts', import.meta.url).pathname,
    folder,
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  const own = fillJournal(folder, demo());
  own.next();
  const drafts = readdirSync(folder);
  expect(drafts.map((name) => name.includes(`${child.pid}`))).toContain(false);
  expect(abandonedDrafts(journalFile(folder))).toEqual([]);

  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(abandonedDrafts(journalFile(folder))).toEqual(
    drafts.filter((name) => name.includes(`${child.pid}`)),
  );
  own.return(false);
  expect(readdirSync(folder)).not.toEqual([]);
  writeFileSync(join(folder, 'journal.db.new-år'), '');
  expect(run(fillJournal(folder, demo()))).toEqual([40, true]);
  expect(readdirSync(folder).filter((name) => name.includes('new'))).toEqual(['journal.db.new-år']);
});
