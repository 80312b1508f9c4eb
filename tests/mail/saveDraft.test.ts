import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DraftError, saveDraft } from '../../src/mail/saveDraft.ts';
import { draftErrorText } from '../../src/texts/mail.ts';

const bytes = new TextEncoder().encode('X-Unsent: 1\r\n\r\nHej\r\n');
const name = 'A-2026-0001-1.eml';
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'utkast-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('the file is there whole, for nobody else to read, and nothing beside it', async () => {
  const folder = join(root, 'data', 'utkast');
  const path = await saveDraft(folder, name, bytes);
  expect(path).toBe(join(folder, name));
  expect(new Uint8Array(await readFile(path))).toEqual(bytes);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(await readdir(folder)).toEqual([name]);
});

test('a file that is there already is left alone', async () => {
  await writeFile(join(root, name), 'gammal');
  await expect(saveDraft(root, name, bytes)).rejects.toMatchObject({
    kind: 'exists',
    path: join(root, name),
  });
  expect(await readFile(join(root, name), 'utf8')).toBe('gammal');
  expect(await readdir(root)).toEqual([name]);
});

test('of many that want the same name at once, exactly one gets it, whole', async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) => saveDraft(root, name, new Uint8Array(5_000).fill(65 + n))),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const winner = tries.findIndex(({ status }) => status === 'fulfilled');
  expect(new Uint8Array(await readFile(join(root, name)))).toEqual(new Uint8Array(5_000).fill(65 + winner));
  expect(await readdir(root)).toEqual([name]);
});

test.each(['../x.eml', 'a/b.eml', '', '.', '..'])('%j is no file name', async (fileName) => {
  await expect(saveDraft(join(root, 'u'), fileName, bytes)).rejects.toBeInstanceOf(DraftError);
  expect(await readdir(root)).toEqual([]);
});

test('a folder that is a file', async () => {
  await writeFile(join(root, 'fil'), '');
  await expect(saveDraft(join(root, 'fil'), name, bytes)).rejects.toMatchObject({ name: 'DraftError' });
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be written in', async () => {
  const folder = join(root, 'last');
  await mkdir(folder);
  await chmod(folder, 0o500);
  await expect(saveDraft(folder, name, bytes)).rejects.toMatchObject({ kind: 'read-only' });
  await chmod(folder, 0o700);
  expect(await readdir(folder)).toEqual([]);
});

test('no failure can be read as saved', () => {
  for (const words of Object.values(draftErrorText)) expect(words).toContain('inte sparat');
});
