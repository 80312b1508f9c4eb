/** What is taken out of the log, and what is recorded about an incident afterwards. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { deskStream } from '../../src/domain/payloads.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { type Desk, logged, newDesk, run } from '../pty/desk.ts';
import { needsMounts, smallDisk } from '../pty/disks.ts';
import { readPdf } from './export/readPdf.ts';
import { json, record, scenario } from './support.ts';

const number = 'A-2026-0001';

async function deskWith(...files: readonly unknown[]): Promise<Desk> {
  const desk = newDesk();
  await record(desk, files.length > 0 ? files : [scenario('02').source]);
  return desk;
}

async function types(desk: Desk): Promise<string[]> {
  return (await logged(desk, number)).entries.map(({ type }) => type);
}

function deskEntries(desk: Desk) {
  const journal = openJournal(desk.data, { now: () => '', readOnly: true });
  try {
    return journal.entriesOf(deskStream);
  } finally {
    journal.close();
  }
}

describe('tjour exportera', () => {
  test('gives the whole record as PDF, recorded by whom before it is there', async () => {
    const desk = await deskWith();
    await run(desk, ['diarium', number, 'ÄVO 2026/0123']);
    const args = ['exportera', number, '--pdf', 'post.pdf', '--operatör', 'chef'];
    expect(await run(desk, args)).toEqual({ code: 0, stdout: 'Sparat: post.pdf\n', stderr: '' });
    const { entries } = await logged(desk, number);
    const last = entries.at(-1);
    expect(last).toMatchObject({
      type: 'exported',
      operator: 'chef',
      payload: { format: 'pdf', entries: entries.length - 1, selection: '' },
    });
    const path = join(desk.folder, 'post.pdf');
    const { texts } = readPdf(readFileSync(path));
    expect(texts).toContain('ÄVO 2026/0123');
    expect(texts).toContain(last?.hash);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('gives every entry as JSON, which is checked where there is no journal', async () => {
    const desk = await deskWith(scenario('02').source, scenario('01').source);
    expect((await run(desk, ['exportera', number, '--json', 'post.json'])).code).toBe(0);
    const file = join(desk.folder, 'post.json');
    const printed = json(await run(desk, ['exportera', number, '--json']));
    expect(printed).toMatchObject({ number, exercise: false });

    const elsewhere = newDesk();
    const fine = await run(elsewhere, ['kontroll', '--fil', file]);
    expect(fine).toMatchObject({ code: 0, stderr: '' });
    expect(fine.stdout).toMatch(new RegExp(`^OK   ${number}: alla \\d+ poster stämmer.*\nOBS  .*\n$`));
    expect(existsSync(elsewhere.data)).toBe(false);

    writeFileSync(file, readFileSync(file, 'utf8').replace('Lundby', 'Lundbi'));
    const altered = await run(elsewhere, ['kontroll', '--fil', file]);
    expect(altered).toMatchObject({ code: 3, stdout: expect.stringContaining('FEL  Innehållet i post') });
    expect(await run(elsewhere, ['kontroll', '--fil', join(desk.folder, 'finns-inte')])).toMatchObject({
      code: 2,
    });
    expect(await run(elsewhere, ['kontroll', '--fil', scenario('02').path])).toMatchObject({ code: 2 });
  });

  test.each([
    ['neither format', ['exportera', number]],
    ['both', ['exportera', number, '--pdf', 'a', '--json', 'b']],
    ['no such incident', ['exportera', 'A-2026-0009', '--pdf', 'ny.pdf']],
    ['a file that is there', ['exportera', number, '--pdf', 'finns.pdf']],
    ['one incident as a list', ['logg', number, '--csv', 'ny.csv']],
    ['CSV and JSON at once', ['logg', '--csv', 'ny.csv', '--json']],
  ])('refuses %s, with nothing recorded', async (_, args) => {
    const desk = await deskWith();
    writeFileSync(join(desk.folder, 'finns.pdf'), 'förut');
    const before = readdirSync(desk.folder);
    const { code, stdout, stderr } = await run(desk, args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/\S/);
    expect(readdirSync(desk.folder)).toEqual(before);
    expect(readFileSync(join(desk.folder, 'finns.pdf'), 'utf8')).toBe('förut');
    expect(await types(desk)).not.toContain('exported');
    expect(deskEntries(desk)).toEqual([]);
  });

  test('records nothing when there is nowhere to put the file', async () => {
    const desk = await deskWith();
    const result = await run(desk, ['exportera', number, '--pdf', 'ingen/mapp/post.pdf']);
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(await types(desk)).not.toContain('exported');
  });
});

test('what cannot be recorded is not taken out', async (context) => {
  needsMounts(context);
  const desk = newDesk();
  const { through, readOnly } = await smallDisk(desk);
  await record(desk, [scenario('02').source], [], { through });
  readOnly();
  for (const args of [
    ['exportera', number, '--pdf', join(desk.folder, 'post.pdf')],
    ['exportera', number, '--json'],
    ['logg', '--csv', join(desk.folder, 'lista.csv')],
    ['logg', '--csv'],
  ]) {
    const { code, stdout, stderr } = await run(desk, args, { through });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('så inget är uttaget');
  }
  expect(readdirSync(desk.folder).filter((file) => /\.(pdf|csv)/.test(file))).toEqual([]);
});

describe('tjour logg --csv', () => {
  const hostile = [
    '=HYPERLINK("http://example.se";"x")',
    '+46 31',
    '-1',
    '@SUM(A1)',
    '＝1+1',
    '\t=1',
    'a;"b"\nc',
  ];

  test('is a table that Excel opens in Swedish, with no formula in it', async () => {
    const desk = await deskWith(...hostile.map((text) => ({ answers: { whatHappened: text } })));
    await record(desk, [scenario('12').source]);
    const { code, stdout, stderr } = await run(desk, ['logg', '--csv']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.startsWith('\ufeffNummer;Mottaget;')).toBe(true);
    expect(stdout.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0\t\u001b]/);
    const rows = parse(stdout, { delimiter: ';', bom: true, columns: true, record_delimiter: '\r\n' });
    const what = (rows as Record<string, string>[]).map((row) => row.Vad ?? '');
    expect(what).toHaveLength(hostile.length + 1);
    expect(what).toEqual(expect.arrayContaining(["'=1", "'-1", "'@SUM(A1)", "'＝1+1", "'+46 31"]));
    for (const text of what) expect(text).not.toMatch(/^\s*[=+\-@＝]/);
    expect(rows).toContainEqual(
      expect.objectContaining({ Nummer: 'A-2026-0008', Mottaget: '2026-11-18 13:00', Övning: 'ÖVNING' }),
    );
  });

  test('follows the filters, and its taking out stands in the desk’s own stream', async () => {
    const desk = await deskWith(scenario('01').source, scenario('05').source);
    const filters = ['--utfall', 'ordinarie', '--från-datum', '2026-11-01', '--utan-övning'];
    await run(desk, ['logg', '--csv', 'lista.csv', ...filters, '--operatör', 'chef']);
    const lines = readFileSync(join(desk.folder, 'lista.csv'), 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^A-2026-0001;2026-11-21 02:41;ordinarie;;öppen;;Strömavbrott/);
    expect(deskEntries(desk)).toMatchObject([
      {
        type: 'exported',
        operator: 'chef',
        payload: {
          format: 'csv',
          entries: null,
          selection: '--från-datum 2026-11-01 --utfall ordinarie --utan-övning',
        },
      },
    ]);
  });

  test('is only its heading where nothing has been saved, and makes no journal', async () => {
    const desk = newDesk();
    const { code, stdout } = await run(desk, ['logg', '--csv']);
    expect([code, stdout.split('\r\n').length]).toEqual([0, 2]);
    expect(existsSync(desk.data)).toBe(false);
  });
});

describe('the review and the register number', () => {
  test('are recorded, told and found', async () => {
    const desk = await deskWith();
    const reviewed = await run(desk, [
      'granska',
      number,
      '--kommentar',
      'Bra hanterat',
      '--lardom',
      'Tidigare',
    ]);
    expect(reviewed).toMatchObject({ code: 0, stderr: '' });
    expect((await run(desk, ['diarium', number, ' ÄVO  2026/1 '])).stdout).toContain('ÄVO 2026/1.');
    expect((await run(desk, ['diarium', number, 'ÄVO 2026/1'])).stdout).toContain('Inget är ändrat.');
    expect((await run(desk, ['diarium', number, 'ÄVO 2026/2'])).stdout).toContain('Det ersätter ÄVO 2026/1');
    const { incident, entries } = await logged(desk, number);
    expect(incident.review).toMatchObject({ comment: 'Bra hanterat', learnt: 'Tidigare' });
    expect(incident.registryNumber?.number).toBe('ÄVO 2026/2');
    expect(entries.filter(({ type }) => type === 'registered')).toHaveLength(2);
    const { stdout } = await run(desk, ['logg', number]);
    expect(stdout).toContain('Bra hanterat; lärdom: Tidigare');
    for (const text of ['hanterat', 'tidigare', 'ävo'])
      expect((await run(desk, ['logg', '--sök', text])).stdout).toContain(number);
    expect((await run(desk, ['kontroll'])).stdout).toMatch(/^OK {3}Loggen stämmer/);
  });

  test.each([
    ['granska', number],
    ['granska', number, '--kommentar', ' \u200b '],
    ['granska', number, '--kommentar', 'x'.repeat(10_001)],
    ['granska', 'A-2026-0009', '--kommentar', 'Bra'],
    ['diarium', number, ' '],
    ['diarium', number, 'x'.repeat(101)],
  ])('are refused, with nothing saved: %s %s %s', async (...args) => {
    const desk = await deskWith();
    const before = await types(desk);
    expect(await run(desk, args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/\S/) });
    expect(await types(desk)).toEqual(before);
  });

  test('a call that is not decided cannot be reviewed', async () => {
    const desk = newDesk();
    await run(desk, ['ny', '--enkel'], { input: 'Brand\n' });
    const found = json(await run(desk, ['logg', '--json']));
    const { code, stderr } = await run(desk, ['granska', String(found.number), '--kommentar', 'Bra']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('inte beslutad')]);
  });
});
