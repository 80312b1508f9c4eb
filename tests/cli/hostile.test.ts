/**
 * Hostile text through everything that is printed or taken out. It lies in the journal as no command would write it, in
 * every field that takes text: what is shown may never rest on what somebody cleaned before.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { demoEntries } from '../../src/domain/demo/entries.ts';
import type { DemoEntry } from '../../src/domain/demo/teller.ts';
import { fillJournal } from '../../src/journal/fill.ts';
import { type Desk, importContacts, newDesk, run } from '../pty/desk.ts';
import { readPdf } from './export/readPdf.ts';
import { json, jsonLines } from './support.ts';

/** What no terminal and no page may get: control characters but line breaks, and marks of direction. */
const acting = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;

const before = ['', '=', '+', '-', '@', '\t=', '\r=', '\n=', '＝', '"'];
const after = [
  '\u001b[2J\u001b[31mröd\u001b[0m',
  '\u001b]8;;http://example.se\u0007länk\u001b]8;;\u0007',
  '\u001b]52;c;ZWNobyBoZWo=\u001b\\',
  '\u001bP+q544e\u001b\\\u001b_x\u001b\\',
  '\u009b2J\u009d0;titel\u009c\u0090q\u009c\u0085',
  '\u202egnirts\u202c \u2066isolat\u2069 \u200f\u061c',
  'noll\0\u0008\u007f\ufeff',
  '</script><img src=x onerror=alert(1)>"\'&',
  '\ud800 ensam \udfff',
  'rad\u2028stycke\u2029\u000b\u000c\r\nslut\u{e0041}',
  ` ${'å'.repeat(10_000)}`,
];

/** The same for the same text, so that what names a unit still does. */
function hostile(text: string): string {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  const long = text.startsWith('Ungefär');
  const end = long ? after.at(-1) : after[sum % (after.length - 1)];
  return `${before[sum % before.length]}${text}${end}`;
}

const textFields = [
  ...[
    'text',
    'name',
    'unit',
    'callback',
    'phone',
    'email',
    'note',
    'reason',
    'comment',
    'learnt',
    'responsible',
  ],
  ...[
    'to',
    'advice',
    'subject',
    'body',
    'motivation',
    'selection',
    'checklist',
    'section',
    'file',
    'messageId',
  ],
];

/** Every text in it made hostile; codes, times and ids are as they were. */
function spoiled(value: unknown, field: string, type: string): unknown {
  if (Array.isArray(value)) return value.map((each) => spoiled(each, field, type));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoiled(each, name, type)]));
  if (typeof value !== 'string' || value === '') return value;
  const unit = /^(inform-unit-manager:)(.+)$/s.exec(value);
  if (field === 'action' && unit) return `${unit[1]}${hostile(unit[2] ?? '')}`;
  const isText =
    textFields.includes(field) ||
    field === 'units' ||
    field === 'page' ||
    (field === 'by' && type !== 'reminder-given') ||
    (field === 'number' && type === 'registered');
  return isText ? hostile(value) : value;
}

/** Some of its last incidents are open now. */
const until = new Date().toISOString();

function* spoiledEntries(): Generator<DemoEntry> {
  for (const { entry, ...when } of demoEntries({ count: 60, until, seed: 19 })) {
    const payload = spoiled(entry.payload, '', entry.type) as typeof entry.payload;
    yield { ...when, entry: { ...entry, operator: hostile(entry.operator), payload } };
  }
}

/** A desk with such a journal and register, and the numbers of incidents in every state and with every outcome. */
async function hostileDesk(): Promise<{ readonly desk: Desk; readonly numbers: readonly string[] }> {
  const desk = newDesk();
  for (const _ of fillJournal(desk.data, spoiledEntries()));
  await importContacts(
    desk,
    `roll;namn;telefon;enhet\nFörvaltningsdirektör;${hostile('Åsa').replaceAll(/[\r\n;"]/g, '')};031-390 06 00;\n`,
  );
  const listed = jsonLines(await run(desk, ['logg', '--json'])) as Record<string, string>[];
  const kinds = Map.groupBy(listed, ({ status, outcome }) => `${status} ${outcome}`);
  const numbers = [...kinds.values()].flatMap((each) => [each[0], each.at(-1)]).map((item) => item?.number);
  return { desk, numbers: [...new Set(numbers)].filter((number) => number !== undefined) };
}

function expectHarmless(text: string): void {
  expect(text).toMatch(/\S/);
  const found = acting.exec(text);
  expect(found && text.slice(Math.max(0, found.index - 20), found.index + 20)).toBe(null);
}

test('nothing that is printed acts on a terminal', async () => {
  const { desk, numbers } = await hostileDesk();
  for (const args of [
    ...[['logg'], ['logg', '--json'], ['statistik'], ['statistik', '--json'], ['överlämning'], ['bord']],
    ...[['överlämning', '--json'], ['mejl'], ['påminn'], ['kontakter'], ['kontroll']],
    ...numbers.flatMap((number) => [
      ['händelse', number],
      ['logg', number],
      ['logg', number, '--json'],
    ]),
  ]) {
    const { code, stdout, stderr } = await run(desk, args, { env: { COLUMNS: '90' } });
    // There is something to be reminded of.
    expect([args, code]).toEqual([args, args[0] === 'påminn' ? 3 : 0]);
    expectHarmless(stdout + stderr);
  }
});

interface Shown {
  readonly id: string;
  readonly entries: readonly { readonly payload: unknown; readonly operator: string }[];
}

test('JSON gives the same text back, and what is taken out as JSON passes the check', async () => {
  const { desk, numbers } = await hostileDesk();
  const written = Map.groupBy([...spoiledEntries()], ({ entry }) => entry.incident);
  for (const number of numbers) {
    const { id, entries } = json(await run(desk, ['logg', number, '--json'])) as unknown as Shown;
    const expected = written.get(id)?.map(({ entry: { payload, operator } }) => ({ payload, operator }));
    expect(entries.map(({ payload, operator }) => ({ payload, operator }))).toEqual(expected);
    const file = `${number}.json`;
    await run(desk, ['exportera', number, '--json', file]);
    expectHarmless(readFileSync(join(desk.folder, file), 'utf8'));
    const checked = await run(desk, ['kontroll', '--fil', file]);
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expectHarmless(checked.stdout);
  }
});

test('every cell of the CSV is text that no spreadsheet computes', async () => {
  const { desk } = await hostileDesk();
  const { code, stdout } = await run(desk, ['logg', '--csv']);
  expect(code).toBe(0);
  expectHarmless(stdout.replace('\ufeff', '').replaceAll('\r\n', ''));
  const rows = parse(stdout, { delimiter: ';', bom: true, record_delimiter: '\r\n' }) as string[][];
  expect(rows).toHaveLength(61);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
  expect(rows.flat().some((cell) => cell.startsWith("'="))).toBe(true);
});

test('a PDF has the words and nothing else of it', async () => {
  const { desk, numbers } = await hostileDesk();
  const words = new Set<string>();
  for (const number of numbers) {
    const file = `${number}.pdf`;
    expect(await run(desk, ['exportera', number, '--pdf', file])).toMatchObject({ code: 0, stderr: '' });
    const { texts, artifacts, structure, hasMissingGlyph } = readPdf(readFileSync(join(desk.folder, file)));
    expectHarmless([...texts, ...artifacts].join(''));
    for (const text of texts) words.add(text);
    expect(hasMissingGlyph).toBe(false);
    expect(structure).not.toMatch(/\/(?:JS|JavaScript|URI|Launch|OpenAction)\b/);
  }
  const read = [...words].join(' ');
  for (const word of ['röd', 'länk', 'isolat', 'noll', '</script>', 'ensam', 'stycke'])
    expect(read).toContain(word);
  expect(read).not.toMatch(/\[2J|\[U\+001B\]/);
});
