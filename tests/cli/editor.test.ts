/** The operator's own editor, as real commands of a real shell: what comes back, and what is left behind. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { editingOnScreen, editWording } from '../../src/cli/editor.ts';

const wording = { subject: '[BESLUT] Brand – A-2026-0002', text: 'Det brinner.' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tjour's editor "));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const edit = (env: NodeJS.ProcessEnv, signal = new AbortController().signal) =>
  editWording(wording, {
    env: { PATH: process.env.PATH, ...env },
    folder,
    lend: (work) => work(),
    signal,
  });

/** A command of the shell that gets the file as its argument. */
const doing = (script: string) => `sh -c '${script}' sh`;

test.each([
  ['changes it', doing('printf "Ämne: Nytt\\n\\nKort.\\n" > "$1"'), { subject: 'Nytt', text: 'Kort.' }],
  ['leaves it', 'LANG=C true', wording],
  [
    'is given with arguments, in EDITOR',
    doing('sed -i s/brinner/ryker/ "$1"'),
    { ...wording, text: 'Det ryker.' },
  ],
])('an editor that %s', async (_, EDITOR, expected) => {
  expect(await edit({ EDITOR, VISUAL: ' ' })).toEqual({ kind: 'edited', wording: expected });
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['is not there', 'ingen-editor', 'not-started'],
  ['ends with an error', doing('echo x > "$1"; exit 1'), 'failed'],
  ['is killed', doing('kill -9 $$'), 'failed'],
  ['empties it', doing(': > "$1"'), 'emptied'],
  ['takes it away', doing('rm "$1"'), 'unreadable'],
  ['writes what is no text', doing('printf "\\377\\376" > "$1"'), 'unreadable'],
  ['writes far too much', doing('head -c 1000001 /dev/zero > "$1"'), 'unreadable'],
] as const)('an editor that %s gives nothing back', async (_, VISUAL, why) => {
  expect(await edit({ VISUAL, EDITOR: 'true' })).toEqual({ kind: 'not-edited', why });
  expect(readdirSync(folder)).toEqual([]);
});

test('where nothing can be written no editor is opened', async () => {
  const message = await editWording(wording, {
    env: { PATH: process.env.PATH, EDITOR: 'true' },
    folder: join(folder, 'missing'),
    lend: () => Promise.reject(new Error('opened')),
    signal: new AbortController().signal,
  });
  expect(message).toEqual({ kind: 'not-edited', why: 'not-started' });
});

test('only this user can read the file meanwhile', async () => {
  const seen: number[] = [];
  await editWording(wording, {
    env: { PATH: process.env.PATH, EDITOR: 'true' },
    folder,
    async lend(work) {
      const [inside = ''] = readdirSync(folder);
      const file = join(folder, inside, 'rapport.txt');
      seen.push(statSync(join(folder, inside)).mode & 0o777, statSync(file).mode & 0o777);
      await work();
    },
    signal: new AbortController().signal,
  });
  expect(seen).toEqual([0o700, 0o600]);
});

test('a call that ends ends the editor, and what was saved in it by then is kept', async () => {
  const leaving = new AbortController();
  const saved = join(mkdtempSync(join(tmpdir(), 'tjour-saved-')), 'saved');
  const editing = edit(
    { EDITOR: doing(`printf "Sparat." > "$1"; touch "${saved}"; exec sleep 60`) },
    leaving.signal,
  );
  await vi.waitUntil(() => existsSync(saved));
  leaving.abort();
  expect(await editing).toMatchObject({ kind: 'edited', wording: { text: 'Sparat.' } });
  expect(readdirSync(folder)).toEqual([]);
  rmSync(dirname(saved), { recursive: true });
});

test('what a program that was killed left behind is taken away by the next, and nothing else', async () => {
  const { pid } = spawnSync('true');
  for (const name of [`redigering-${pid}-a`, `redigering-${process.pid}-b`, 'redigering-c', 'utkast'])
    mkdirSync(join(folder, name));
  await edit({ EDITOR: 'true' });
  expect(readdirSync(folder).toSorted()).toEqual([`redigering-${process.pid}-b`, 'redigering-c', 'utkast']);
});

test.each([
  [{ VISUAL: '/usr/bin/code --wait', EDITOR: 'vi' }, 'code'],
  [{ EDITOR: 'vi' }, 'vi'],
  [{ EDITOR: '"/opt/min editor" -n' }, 'min editor'],
  [{ VISUAL: '  ' }, null],
  [{ EDITOR: '\x1b[31mvi' }, 'vi'],
])('%j is called %s', (env, editor) => {
  expect(editingOnScreen({ env })).toEqual({ editor });
});
