/** `tjour statistik --html`: the page as a file, recorded as taken out. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskStream } from '../../src/domain/payloads.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { type Desk, newDesk, run } from '../pty/desk.ts';
import { contents, record, scenario } from './support.ts';

function deskEntries(desk: Desk) {
  const journal = openJournal(desk.data, { now: () => '', readOnly: true });
  try {
    return journal.entriesOf(deskStream);
  } finally {
    journal.close();
  }
}

test('the page is a new file of what the statistics count, recorded by whom before it is there', async () => {
  const desk = newDesk();
  await record(
    desk,
    ['01', '07', '12'].map((number) => scenario(number).source),
  );
  const args = ['statistik', '--html', 'sida.html', '--fran-datum', '2026-01-01', '--operatör', 'chef'];
  expect(await run(desk, args)).toEqual({ code: 0, stdout: 'Sparat: sida.html\n', stderr: '' });
  const path = join(desk.folder, 'sida.html');
  const page = readFileSync(path, 'utf8');
  expect(page).toContain('<dt>händelser</dt><dd>2</dd>');
  expect(page.match(/<svg /g)).toHaveLength(14);
  expect(page).toMatch(/Uttaget ur loggen .* av chef\./);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(deskEntries(desk)).toMatchObject([
    {
      type: 'exported',
      operator: 'chef',
      payload: { format: 'html', entries: null, selection: '--från-datum 2026-01-01' },
    },
  ]);
  const before = readdirSync(desk.folder);

  writeFileSync(path, 'förut');
  for (const wrong of [
    args,
    ['statistik', '--html', 'ny.html', '--json'],
    [...args, '--till-datum', 'i går'],
  ])
    expect(await run(desk, wrong)).toMatchObject({ code: 2, stdout: '' });
  expect(readFileSync(path, 'utf8')).toBe('förut');
  expect(await run(desk, ['statistik', '--html', 'ingen/mapp/sida.html'])).toMatchObject({ code: 1 });
  expect(readdirSync(desk.folder)).toEqual(before);
  expect(deskEntries(desk)).toHaveLength(1);
});

test('before anything is saved the page says so, and no journal is made', async () => {
  const desk = newDesk();
  expect(await run(desk, ['statistik', '--html', 'tom.html'])).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(join(desk.folder, 'tom.html'), 'utf8')).toContain('Inga händelser.');
  expect(contents(desk.data)).toBe(null);
});
