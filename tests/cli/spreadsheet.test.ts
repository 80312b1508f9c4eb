/** The list as CSV, opened by a real spreadsheet program as a Swedish user has it: LibreOffice, where there is one. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { type Desk, newDesk, run } from '../pty/desk.ts';
import { record, scenario } from './support.ts';

/** Semicolon, quotation mark, UTF-8, from the first row; Swedish; what looks like a date, number or formula is one. */
const asInSweden = '--infilter=CSV:59,34,76,1,,1053,false,true,false,false,false,-1,true';
const withoutOffice =
  'LibreOffice (soffice) is not installed: what a spreadsheet makes of the CSV is not tested';

interface Cell {
  readonly type: string;
  /** As it is shown. */
  readonly text: string;
}

/** Every cell of the file as the program has understood it, and all that it has written of it. */
function opened(desk: Desk, file: string): { readonly rows: Cell[][]; readonly document: string } {
  // A profile of its own, since the program starts only once on each.
  const profile = `-env:UserInstallation=${pathToFileURL(join(desk.folder, 'profile')).href}`;
  const args = [profile, '--headless', asInSweden, '--convert-to', 'fods', file];
  const { status, stderr } = spawnSync('soffice', args, { cwd: desk.folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`soffice: ${stderr}`);
  const document = readFileSync(join(desk.folder, file.replace(/\.csv$/, '.fods')), 'utf8');
  return {
    rows: [...document.matchAll(/<table:table-row[ >].*?<\/table:table-row>/gs)].map(cellsOf),
    document,
  };
}

function cellsOf([row]: RegExpExecArray): Cell[] {
  return [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
    ([, attributes = '', content = '']) => {
      const repeated = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
      const type = /office:value-type="(\w+)"/.exec(attributes)?.[1] ?? '';
      return Array.from({ length: repeated }, () => ({ type, text: plain(content) }));
    },
  );
}

function plain(xml: string): string {
  const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: keyof typeof entities) => entities[name])
    .trim();
}

test('a spreadsheet gives it columns, å ä ö, dates and numbers, and computes nothing', async (context) => {
  if (spawnSync('soffice', ['--version']).status !== 0) context.skip(withoutOffice);
  const desk = newDesk();
  const texts = [
    '=1+1',
    '+46 31',
    '-1',
    '@SUM(A1)',
    '=HYPERLINK("http://example.se";"klicka")',
    '\t=1+1',
    '＝1+1',
    'Räddning på Åsgatan; "ö"\nrad 2',
  ];
  await record(desk, [...texts.map((text) => ({ answers: { whatHappened: text } })), scenario('12').source]);
  expect(await run(desk, ['logg', '--csv', 'lista.csv'])).toMatchObject({ code: 0 });

  const { rows, document } = opened(desk, 'lista.csv');
  expect(document).not.toMatch(/table:formula|xlink:href="http:\/\/example/);
  const [heading = [], ...incidents] = rows;
  expect(heading.map(({ text }) => text)).toEqual([
    ...['Nummer', 'Mottaget', 'Utfall', 'När', 'Läge', 'Övning', 'Vad', 'Operatör', 'Öppna åtgärder', 'Id'],
  ]);
  expect(incidents).toHaveLength(texts.length + 1);
  for (const cells of incidents) {
    expect(cells).toHaveLength(heading.length);
    expect(cells.map(({ type }) => type)).toEqual([
      ...['string', 'date', 'string', expect.anything(), 'string', expect.anything()],
      ...['string', 'string', 'float', 'string'],
    ]);
  }
  const what = incidents.map((cells) => cells[6]?.text);
  expect(what).toEqual(expect.arrayContaining(["'=1+1", "'+46 31", "'-1", "'@SUM(A1)", "'＝1+1"]));
  expect(what).toContain('\'=HYPERLINK("http://example.se";"klicka")');
  expect(what).toContain('Räddning på Åsgatan; "ö"');
  expect(incidents.map((cells) => cells[5]?.text)).toContain('ÖVNING');
});
