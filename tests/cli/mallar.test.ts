/** `tjour mallar`, and what a desk's own template does to a report, with real files. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { usableMessageTemplate } from '../../src/cli/templates.ts';
import { type Desk, newDesk, run } from '../pty/desk.ts';
import { contents, jsonLines, scenario } from './support.ts';

const names = [
  'rapport-direktor',
  'enhetschef',
  'aterkoppling-tib',
  'krisledningsgrupp',
  'uppdatering-direktor',
  'slutrapport-direktor',
];

const folderOf = (desk: Desk) => join(desk.config, 'mallar');
const pathOf = (desk: Desk, name: string) => join(folderOf(desk), `${name}.txt`);

/** A desk with its own template of that name, as it is in `text`. */
function deskWith(name: string, text: string | Uint8Array): Desk {
  const desk = newDesk();
  mkdirSync(folderOf(desk), { recursive: true });
  writeFileSync(pathOf(desk, name), text);
  return desk;
}

/** Takes a call from a file; gives what was told and the report's text. */
async function report(desk: Desk): Promise<{ readonly told: string; readonly text: string }> {
  const { code, stdout, stderr } = await run(desk, ['ny', '--fran', scenario('01').path, '--json']);
  expect(code, stderr).toBe(0);
  const { incident } = JSON.parse(stdout) as { readonly incident: { readonly number: string } };
  return { told: stderr, text: (await run(desk, ['mejl', 'visa', incident.number])).stdout };
}

const ownReport = 'EGEN MALL {{nummer}} {{beslut}} {{samtal}}\n';
const wrongReport = '{{nummer}} {{beslut}} {{samtal}}\n  {{beslt}}\n';

describe('a template in the settings folder', () => {
  test('is used instead of the program’s', async () => {
    const desk = deskWith('rapport-direktor', `\ufeff${ownReport.replace('\n', '\r\n')}`);
    const { told, text } = await report(desk);
    expect(text).toContain('EGEN MALL A-');
    expect(told).not.toContain('mall');
    expect((await run(desk, ['kontroll'])).stdout).not.toContain('FEL  ');
  });

  test('that is broken stops no report, and is told with its place', async () => {
    const desk = deskWith('rapport-direktor', wrongReport);
    const { told, text } = await report(desk);
    expect(text).toContain('\nLÄGET\n');
    const fault = 'Mallen rapport-direktor.txt har fel: rad 2, kolumn 3: Fältet ”beslt” finns inte.';
    expect(told).toContain(`Programmets egen mall används. ${fault} Menade du {{beslut}}?`);
    const { code, stdout } = await run(desk, ['kontroll']);
    expect(code).toBe(3);
    expect(stdout).toContain(fault);
    expect(stdout).toContain('OK   Meddelandemallarna');
    expect((await run(desk, ['mallar'])).stdout).toMatch(
      /rapport-direktor +programmets \(den egna har fel\)/,
    );
  });

  const hostile: readonly (readonly [string, (path: string, desk: Desk) => void, string])[] = [
    ['a folder', (path) => mkdirSync(path), 'not-a-file'],
    ['a pipe', (path) => execFileSync('mkfifo', [path]), 'not-a-file'],
    ['a link to nothing', (path) => symlinkSync('/finns/inte', path), 'missing'],
    ['a link to itself', (path) => symlinkSync(path, path), 'unreadable'],
    ['a device', (path) => symlinkSync('/dev/zero', path), 'outside'],
    [
      'a link out of the folder',
      (path, { folder }) => {
        writeFileSync(join(folder, 'annan.txt'), ownReport);
        symlinkSync(join(folder, 'annan.txt'), path);
      },
      'outside',
    ],
    [
      'a gigabyte of nothing',
      (path) => {
        writeFileSync(path, '');
        truncateSync(path, 1 << 30);
      },
      'too-large',
    ],
    ['Latin-1', (path) => writeFileSync(path, Buffer.from('{{nummer}} på', 'latin1')), 'not-utf-8'],
    ['UTF-16', (path) => writeFileSync(path, Buffer.from('\ufeff{{nummer}} på', 'utf16le')), 'not-utf-8'],
    ['tags within tags', (path) => writeFileSync(path, '{{#var}}'.repeat(9000)), 'invalid'],
    ['blanks without end', (path) => writeFileSync(path, `{{nummer${' '.repeat(90_000)}`), 'invalid'],
  ];

  test.each(hostile)('that is %s stops no report either', async (_what, put, fault) => {
    const desk = newDesk();
    mkdirSync(folderOf(desk), { recursive: true });
    put(pathOf(desk, 'rapport-direktor'), desk);
    const { told, text } = await report(desk);
    expect(text).toContain('\nLÄGET\n');
    expect(told).toMatch(/Programmets egen mall används\. Mallen rapport-direktor\.txt [^\n]+\.\n/);
    const [first] = jsonLines(await run(desk, ['mallar', '--json']));
    expect(first).toMatchObject({ name: 'rapport-direktor', used: 'built-in', ok: false, fault });
    expect((await run(desk, ['mallar', 'kontrollera'])).code).toBe(3);
  });

  test('is not looked for in what is no folder', async () => {
    const desk = newDesk();
    mkdirSync(desk.config);
    writeFileSync(folderOf(desk), '');
    const { told, text } = await report(desk);
    expect(text).toContain('\nLÄGET\n');
    expect(told).toContain('Mappen mallar går inte att läsa.');
    const { code, stdout } = await run(desk, ['mallar', 'kontrollera']);
    expect([code, stdout]).toEqual([3, `FEL  ${folderOf(desk)} går inte att läsa.\n`]);
    expect((await run(desk, ['mallar', 'kopiera', 'enhetschef'])).code).toBe(1);
  });

  test('that nobody asked for is told, with the name that was meant, and cannot act on a terminal', async () => {
    const desk = deskWith('rapport-direktör', ownReport);
    writeFileSync(join(folderOf(desk), 'x\x1b[2J\u202ey.txt'), '');
    writeFileSync(join(folderOf(desk), '.enhetschef.txt'), '');
    writeFileSync(join(folderOf(desk), 'enhetschef.txt~'), '');
    const { code, stdout, stderr } = await run(desk, ['mallar', 'kontrollera']);
    expect(code).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('heter så. Menade du rapport-direktor?');
    expect(stderr.match(/används inte/g)).toHaveLength(2);
    expect(stderr).not.toMatch(/[\x1b\u202e]/);
    const checked = await run(desk, ['kontroll']);
    expect(checked.stdout).toMatch(/OBS {2}.*Menade du rapport-direktor\?/);
    expect(checked.stdout).not.toMatch(/[\x1b\u202e]/);
  });
});

test('a message takes the desk’s own too', async () => {
  const own = 'EGEN {{nummer}} {{handelse}}';
  const env = { TJOUR_CONFIG: deskWith('enhetschef', own).config };
  expect(await usableMessageTemplate('unit-manager', env)).toEqual({ source: own, problem: null });
  writeFileSync(join(env.TJOUR_CONFIG, 'mallar', 'enhetschef.txt'), '{{nummer}}');
  expect((await usableMessageTemplate('unit-manager', env)).problem).toContain(
    'enhetschef.txt har fel: fältet',
  );
});

describe('tjour mallar', () => {
  test('lists every template, with what it is for and what it must hold', async () => {
    const desk = deskWith('enhetschef', '{{nummer}} {{handelse}}');
    const { stdout } = await run(desk, ['mallar']);
    for (const name of names) expect(stdout).toContain(`\n${name} `);
    expect(stdout).toMatch(/enhetschef +egen +Information till en enhetschef/);
    expect(stdout).toContain(folderOf(desk));
    const listed = jsonLines(await run(desk, ['mallar', '--json']));
    expect(listed).toHaveLength(names.length);
    expect(listed[0]).toMatchObject({
      used: 'built-in',
      path: null,
      required: ['nummer', 'beslut', 'samtal'],
    });
    expect(listed[1]).toMatchObject({
      used: 'own',
      path: pathOf(desk, 'enhetschef'),
      ok: true,
      problems: [],
    });
  });

  test('kopiera makes files for the user alone, which can be used as they are, and never over another', async () => {
    const desk = newDesk();
    const { code, stdout, stderr } = await run(desk, ['mallar', 'kopiera', 'enhetschef', 'enhetschef.txt']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.match(/Kopierad/g)).toHaveLength(1);
    expect(statSync(folderOf(desk)).mode & 0o777).toBe(0o700);
    expect(statSync(pathOf(desk, 'enhetschef')).mode & 0o777).toBe(0o600);
    writeFileSync(pathOf(desk, 'enhetschef'), 'min egen');
    const again = await run(desk, ['mallar', 'kopiera']);
    expect(again.code).toBe(0);
    expect(again.stderr).toContain('enhetschef.txt finns redan och har inte rörts.');
    expect(readFileSync(pathOf(desk, 'enhetschef'), 'utf8')).toBe('min egen');
    for (const name of names.filter((each) => each !== 'enhetschef')) {
      const own = name === 'rapport-direktor' ? name : `meddelanden/${name}`;
      const program = readFileSync(new URL(`../../templates/${own}.txt`, import.meta.url), 'utf8');
      expect(readFileSync(pathOf(desk, name), 'utf8')).toBe(program);
    }
    expect((await run(desk, ['mallar', 'kopiera', 'enhetschef'])).code).toBe(2);
    const before = contents(desk.config);
    const misspelt = await run(desk, ['mallar', 'kopiera', 'aterkoppling-tib', 'enhetshef']);
    expect(misspelt.code).toBe(2);
    expect(misspelt.stderr).toContain('Menade du enhetschef?');
    expect(contents(desk.config)).toEqual(before);
  });

  test('kontrollera tells every fault of every file, and ends with 3', async () => {
    const desk = deskWith('enhetschef', '{{nummer}}\n{{{handelse}}} {{> x}}\n');
    const own = await run(desk, ['mallar', 'kontrollera']);
    expect(own.code).toBe(3);
    expect(own.stdout.split('\n')).toEqual([
      expect.stringMatching(/^FEL {2}\/.*enhetschef\.txt har fel:$/),
      expect.stringContaining('rad 2, kolumn 1: Skriv {{handelse}}'),
      expect.stringContaining('rad 2, kolumn 16: En mall'),
      expect.stringContaining('fältet {{handelse}} måste finnas'),
      '',
    ]);
    const elsewhere = join(desk.folder, 'rapport-direktor.txt');
    writeFileSync(elsewhere, ownReport);
    const given = await run(desk, [
      'mallar',
      'kontrollera',
      elsewhere,
      'finns-inte/enhetschef.txt',
      '--json',
    ]);
    expect(given.code).toBe(3);
    const [fine, missing] = given.stdout
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
    expect(fine).toEqual({
      path: elsewhere,
      template: 'rapport-direktor',
      ok: true,
      fault: null,
      problems: [],
    });
    expect(missing).toMatchObject({ template: 'enhetschef', ok: false, fault: 'missing' });
    expect((await run(desk, ['mallar', 'kontrollera', join(desk.folder, 'annan.txt')])).code).toBe(2);
    const unused = newDesk();
    expect(await run(unused, ['mallar', 'kontrollera'])).toMatchObject({ code: 0, stdout: '' });
  });

  test.each(names)(
    'visa %s gives a mail for each outcome it is made for, and each as an exercise',
    async (name) => {
      const mails = jsonLines(await run(newDesk(), ['mallar', 'visa', name, '--json'])) as {
        readonly outcome: string;
        readonly exercise: boolean;
        readonly subject: string;
        readonly body: string;
      }[];
      const outcomes = ['ordinary', 'consult-first', 'contact-director'];
      const made = name === 'krisledningsgrupp' ? outcomes.slice(2) : outcomes;
      expect(mails.map(({ outcome, exercise }) => [outcome, exercise])).toEqual(
        made.flatMap((outcome) => [
          [outcome, false],
          [outcome, true],
        ]),
      );
      for (const { exercise, subject, body } of mails) {
        expect(body).toContain('A-2026-0001');
        expect(subject).toContain('A-2026-0001');
        expect(subject.startsWith('ÖVNING – ')).toBe(exercise);
        expect(/^ÖVNING(.|\n)*\nÖVNING.*\n$/.test(body)).toBe(exercise);
      }
      expect(new Set(mails.map(({ body }) => body)).size).toBe(mails.length);
    },
  );

  test('visa shows what is used, or a file that is tried', async () => {
    const desk = deskWith('rapport-direktor', ownReport);
    const show = (...args: string[]) => run(desk, ['mallar', 'visa', 'rapport-direktor', ...args]);
    const own = await show('--utfall', 'svårbedömd');
    expect(own.stdout.match(/EGEN MALL A-2026-0001/g)).toHaveLength(2);
    expect(own.stdout).toMatch(/^——— svårbedömd ———\nÄmne: \[BEDÖMNING\]/);
    const tried = join(desk.folder, 'förslag.txt');
    writeFileSync(tried, `NY ${ownReport}`);
    expect((await show('--utfall', 'ordinary', '--fil', tried)).stdout).toContain('NY EGEN MALL');
    writeFileSync(tried, wrongReport);
    const wrong = await show('--fil', tried);
    expect(wrong).toMatchObject({ code: 3, stdout: '' });
    expect(wrong.stderr).toContain('rad 2, kolumn 3: ');
    writeFileSync(pathOf(desk, 'rapport-direktor'), wrongReport);
    const broken = await show('--utfall', 'ordinary');
    expect(broken.code).toBe(0);
    expect(broken.stdout).toContain('\nLÄGET\n');
    expect(broken.stderr).toContain('Programmets egen mall används. Mallen rapport-direktor.txt har fel:');
    expect((await show('--utfall', 'x')).code).toBe(2);
    const final = await run(desk, [
      'mallar',
      'visa',
      'slutrapport-direktor',
      '--utfall',
      'kontakta direktör',
    ]);
    expect(final.stdout).toContain('- Åsa Öhrn, förvaltningsdirektör, 02:56, nådd');
  });
});
