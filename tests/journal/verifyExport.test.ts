/** An incident that was taken out of the journal, checked where the journal is not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOfEntry, toHex } from '../../src/journal/chain.ts';
import { type ExportFile, exportFormat } from '../../src/journal/chainedEntries.ts';
import { connectionOver } from '../../src/journal/connection.ts';
import { readExport } from '../../src/journal/exportFile.ts';
import { openForWriting } from '../../src/journal/file.ts';
import { verifyExport } from '../../src/journal/verifyExport.ts';
import { answer, appendFromTheFuture, entry, openFor, openIncident, temporaryFolder } from './fixtures.ts';

/** An incident among others, with neighbours in the chain and without, taken out. */
function exported(folder = temporaryFolder()): ExportFile {
  const journal = openFor(folder);
  const incident = openIncident(journal, ['Brand', 'Brand i "tvättstuga"\n\u2028åäö 👩‍🚒']);
  openIncident(journal, ['Något annat']);
  journal.append([answer(incident, 'Släckt')]);
  appendFromTheFuture(folder, incident, 'something-new', { of: [1, 1e21, -0, null] });
  const entries = journal.entriesOf(incident).length;
  journal.append([entry(incident, 'exported', { format: 'json', entries, selection: '' })]);
  return fileOf(journal.chainedEntriesOf(incident));
}

function fileOf(entries: ExportFile['entries']): ExportFile {
  const last = entries.at(-1);
  if (!last) throw new Error('nothing to take out');
  const { sequence, hash } = last;
  const number = `A-${last.receivedAt.slice(0, 4)}-0001`;
  return { format: exportFormat, number, exercise: false, head: { sequence, hash }, entries };
}

/** What the check finds in the file as it is read elsewhere. */
function kinds(file: ExportFile): string[] {
  const read = readExport(JSON.stringify(file, null, 2));
  return read ? [...verifyExport(read)].map(({ kind }) => kind) : ['unreadable'];
}

test('a file as it was taken out is right, however it is laid out', () => {
  expect(kinds(exported())).toEqual([]);
});

/** Every value in the file, by its path. */
function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
}

function changed<T extends object>(value: T, [name = '', ...rest]: readonly string[], to: unknown): T {
  const inner: unknown = Reflect.get(value, name);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  Reflect.set(copy, name, typeof inner === 'object' && inner !== null ? changed(inner, rest, to) : to);
  return copy as T;
}

test('whatever is changed in it is found', () => {
  const file = exported();
  const zeros = '0'.repeat(64);
  fc.assert(
    fc.property(
      fc.constantFrom(...leaves(file)),
      fc.constantFrom<unknown>('', 'x', zeros, 1, 2, true, null, {}),
      (path, to) => {
        const before = path.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], file);
        fc.pre(JSON.stringify(before) !== JSON.stringify(to));
        expect(kinds(changed(file, path, to))).not.toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});

test('what is left out, added or moved is found', () => {
  const file = exported();
  const { entries } = file;
  const [first, second, third] = entries;
  if (!first || !second || !third) throw new Error('too few entries');
  expect(kinds({ ...file, entries: entries.filter((each) => each !== second) })).toEqual([
    'export-incomplete',
  ]);
  expect(kinds(fileOf(entries.slice(0, -1)))).toEqual(['export-incomplete']);
  expect(kinds({ ...file, entries: entries.slice(0, -1) })).toContain('export-head');
  expect(kinds({ ...file, entries: [first, third, second, ...entries.slice(3)] })).toContain(
    'entry-replaced',
  );
  const other = exported().entries[1];
  expect(kinds({ ...file, entries: other ? entries.with(1, other) : [] })).toContain('entry-replaced');
});

test('an entry made anew, with its own hash right, does not fit its neighbour', () => {
  const file = exported();
  const [, second] = file.entries;
  if (!second) throw new Error('too few entries');
  const { payloadDigest, previousHash, sequence, version, ...fields } = {
    ...second,
    operator: 'någon annan',
  };
  const bytes = (hex: string) => Buffer.from(hex, 'hex');
  const hash = hashOfEntry({
    ...fields,
    sequence: String(sequence),
    version: String(version),
    payloadDigest: bytes(payloadDigest),
    previousHash: bytes(previousHash),
  });
  const anew = { ...second, operator: fields.operator, hash: toHex(hash) };
  expect(kinds({ ...file, entries: file.entries.with(1, anew) })).toEqual(['entry-replaced']);
});

test('what was disposed of by decision is not missing', () => {
  const folder = temporaryFolder();
  exported(folder);
  const { db, prepare } = connectionOver(openForWriting(folder));
  prepare('UPDATE payload SET salt = NULL, body = NULL, disposed_by = ? WHERE sequence = 2').run('beslut');
  db.close();
  const journal = openFor(folder);
  const file = fileOf(journal.chainedEntriesOf(journal.findIncident('A-2026-0001')?.id ?? ''));
  expect(file.entries[1]).toMatchObject({ payload: null, salt: null, disposedBy: 'beslut' });
  expect(kinds(file)).toEqual([]);
  expect(kinds(changed(file, ['entries', '1', 'disposedBy'], null))).toContain('payload-missing');
});

test('what is no such file is not taken for one', () => {
  const file = exported();
  for (const source of ['', 'null', '[]', '{}', JSON.stringify({ ...file, format: 'tjour-export-2' })])
    expect(readExport(source)).toBeNull();
  expect(readExport(`\ufeff${JSON.stringify(file)}`)).not.toBeNull();
});
