/** `tjour logg` without a terminal: the list, one incident, and the filters. Source: contract.md. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Desk, importContacts, newDesk, run } from '../pty/desk.ts';
import { json, jsonLines, record, scenario, shell } from './support.ts';

const fields = [
  ...['number', 'id', 'receivedAt', 'summary', 'outcome', 'timing', 'status', 'exercise', 'operator'],
  'actionsOpen',
];

/** A desk with an ordinary incident, one to consult about, one for the director, and an exercise. */
async function deskWithIncidents(): Promise<Desk> {
  const desk = newDesk();
  await record(
    desk,
    ['01', '07', '05', '12'].map((number) => scenario(number).source),
  );
  return desk;
}

async function numbers(desk: Desk, ...args: readonly string[]): Promise<string[]> {
  const listed = jsonLines(await run(desk, ['logg', '--json', ...args]));
  return listed.map((item) => (item as { number: string }).number.slice(-4).replace(/^0+/, ''));
}

test('the list is newest first, an object a line with exactly the fields of the contract', async () => {
  const desk = await deskWithIncidents();
  const result = await run(desk, ['logg', '--json']);
  const listed = jsonLines(result) as Readonly<Record<string, unknown>>[];
  for (const item of listed) expect(Object.keys(item)).toEqual(fields);
  expect(listed).toMatchObject([
    {
      number: 'A-2026-0003',
      receivedAt: '2026-11-22T23:30:00+01:00',
      outcome: 'contact-director',
      timing: 'morning',
      status: 'open',
      exercise: false,
      operator: 'jl',
      actionsOpen: 4,
    },
    {
      number: 'A-2026-0002',
      receivedAt: '2026-11-21T18:05:00+01:00',
      outcome: 'consult-first',
      timing: null,
    },
    {
      number: 'A-2026-0001',
      summary: 'Strömavbrott i nordöstra staden efter kabelbrand',
      outcome: 'ordinary',
    },
    { number: 'A-2026-0004', receivedAt: '2026-11-18T13:00:00+01:00', exercise: true, actionsOpen: 5 },
  ]);
  expect(result.stderr).toBe('');
});

test('an unfinished call is a draft without an outcome', async () => {
  const desk = newDesk();
  expect(await run(desk, ['ny', '--enkel', '--övning'], { input: 'Brand\n' })).toMatchObject({ code: 130 });
  expect(jsonLines(await run(desk, ['logg', '--json']))).toMatchObject([
    { summary: 'Brand', outcome: null, timing: null, status: 'draft', exercise: true, actionsOpen: 0 },
  ]);
  const { unfinished, latest } = json(await run(desk, ['bord', '--json']));
  expect(unfinished).toMatchObject([{ number: expect.stringMatching(/^A-\d{4}-0001$/), summary: 'Brand' }]);
  expect(latest).toMatchObject([{ status: 'draft' }]);
  await run(desk, ['ny', '--enkel'], { input: '\nnyss\n' });
  const { stdout } = await run(desk, ['bord']);
  const moment = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d`;
  expect(stdout).toMatch(new RegExp(`^  A-\\d{4}-0001  ${moment}  ÖVNING Brand$`, 'm'));
  expect(stdout).toMatch(new RegExp(`^  A-\\d{4}-0002  ${moment}  \\(inget svar ännu\\)$`, 'm'));
});

test('in a narrow window the list still says what has happened', async () => {
  const desk = await deskWithIncidents();
  const { stdout } = await run(desk, ['logg'], { env: { COLUMNS: '60' } });
  const [head, first] = stdout.split('\n');
  expect(head).toBe('NUMMER       MOTTAGET    VAD');
  expect(first).toMatch(/^A-2026-0003 {2}2026-11-22 {2}\S.{20,}$/);
});

describe('bord without a terminal', () => {
  test('says what has fallen due and what is open, before the latest', async () => {
    const desk = await deskWithIncidents();
    const { stdout } = await run(desk, ['bord']);
    const places = ['FÖRFALLET ', 'RING förvaltningsdirektören', 'ÖPPNA HÄNDELSER 4', 'Senaste händelserna'];
    const found = places.map((words) => stdout.indexOf(words));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });

  test('of an exercise lists exercises only', async () => {
    const desk = await deskWithIncidents();
    const { stdout } = await run(desk, ['--övning']);
    expect(new Set(stdout.match(/A-2026-\d{4}/g))).toEqual(new Set(['A-2026-0004']));
    const page = json(await run(desk, ['bord', '--övning', '--json']));
    const numbers = [...JSON.stringify(page).matchAll(/"number":"([^"]*)"/g)].map(([, number]) => number);
    expect(new Set(numbers)).toEqual(new Set(['A-2026-0004']));
    expect(page.open).toHaveLength(1);
  });
});

test('one incident comes with every entry in order, in any spelling of its number', async () => {
  const desk = await deskWithIncidents();
  for (const number of ['A-2026-0003', ' a-2026-0003 ']) {
    const found = json(await run(desk, ['logg', number, '--json']));
    expect(Object.keys(found)).toEqual([...fields, 'entries']);
    const entries = found.entries as Readonly<Record<string, unknown>>[];
    expect(entries.map(({ type }) => type)).toEqual([
      'incident-opened',
      ...Array(7).fill('caller-answered'),
      'own-operation-answered',
      ...Array(5).fill('desk-answered'),
      'motivation-given',
      'recommendation-made',
      'decision-made',
      'draft-saved',
    ]);
    const sequences = entries.map(({ sequence }) => Number(sequence));
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    for (const entry of entries) {
      expect(entry).toMatchObject({
        version: 1,
        corrects: null,
        operator: 'jl',
        hash: expect.stringMatching(/^[\da-f]{64}$/),
      });
    }
  }
  const { stdout } = await run(desk, ['logg', 'A-2026-0003']);
  expect(stdout).toContain('Motivering: Lindriga skador');
  expect(stdout).toContain('Enheter: Hemtjänst Hisingen');
  expect(stdout).toContain('Beslut: ');
});

test('one incident in words: the decision and what to do, then the answers, the reasons and the entries', async () => {
  const desk = newDesk();
  await importContacts(
    desk,
    'roll;namn;enhet;telefon\nförvaltningsdirektör;Åsa Öhrn;;070-174 06 05\nenhetschef;Bo Ek;Hemtjänst Lundby;031-111 22 33\n',
  );
  await record(desk, [scenario('02').source], ['--övning']);
  const { stdout } = await run(desk, ['logg', 'A-2026-0001']);
  const parts = [
    'ÖVNING  A-2026-0001  2026-11-21 03:10  jl  TIB, telefon\n',
    'Beslut: RING FÖRVALTNINGSDIREKTÖREN NU',
    /^ {2}jl \d{4}-\d\d-\d\d \d\d:\d\d \(som rekommenderat\)$/m,
    'RING förvaltningsdirektören: Åsa Öhrn 070-174 06 05',
    'Informera enhetschef Hemtjänst Lundby: Bo Ek 031-111 22 33',
    'Vad har hänt?  Brand i tvättstuga',
    '3 medarbetare på avdelningen (ej bekräftat)',
    'Rekommendation: ',
    'R2  En av våra egna',
    '”När förvaltningens medarbetare',
    'Poster:',
  ];
  const places = parts.map((part) => (typeof part === 'string' ? stdout.indexOf(part) : stdout.search(part)));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(stdout).not.toContain('(bekräftat)');
});

test('a register that cannot be read keeps nobody from an incident', async () => {
  const desk = newDesk();
  await record(desk, [scenario('02').source]);
  mkdirSync(desk.config, { recursive: true });
  writeFileSync(join(desk.config, 'kontakter.json'), '{');
  expect((await run(desk, ['kontroll'])).code).toBe(3);
  const { code, stdout } = await run(desk, ['logg', 'A-2026-0001']);
  expect([code, stdout]).toEqual([0, expect.stringContaining('RING förvaltningsdirektören\n')]);
});

describe('filters', () => {
  test('alone', async () => {
    const desk = await deskWithIncidents();
    expect(await numbers(desk, '--sök', 'hemtj KABELBRAND')).toEqual(['1']);
    expect(await numbers(desk, '--sok=hisingen')).toEqual(['3']);
    expect(await numbers(desk, '--sök', '"'.repeat(3))).toHaveLength(4);
    expect(await numbers(desk, '--sök', 'finnsinte')).toEqual([]);
    expect(await numbers(desk, '--från-datum', '2026-11-21')).toEqual(['3', '2', '1']);
    expect(await numbers(desk, '--till-datum', '2026-11-21')).toEqual(['2', '1', '4']);
    expect(await numbers(desk, '--övning')).toEqual(['4']);
    expect(await numbers(desk, '--utan-övning')).toEqual(['3', '2', '1']);
    for (const outcome of ['contact-director', 'kontakta direktör', 'Kontakta direktor']) {
      expect(await numbers(desk, '--utfall', outcome)).toEqual(['3', '4']);
    }
    expect(await numbers(desk, '--utfall', 'svårbedömd')).toEqual(['2']);
  });

  test('combined', async () => {
    const desk = await deskWithIncidents();
    const day = ['--från-datum=2026-11-21', '--till-datum=2026-11-21'];
    expect(await numbers(desk, ...day)).toEqual(['2', '1']);
    expect(await numbers(desk, ...day, '--utfall', 'ordinary', '--utan-övning', '--sök', 'bergsjön')).toEqual(
      ['1'],
    );
    expect(await numbers(desk, ...day, '--utfall', 'contact-director')).toEqual([]);
    expect(await numbers(desk, '--utfall', 'contact-director', '--övning')).toEqual(['4']);
  });

  test.each([
    ['--från-datum', '2026-02-30'],
    ['--till-datum', 'i går'],
    ['--från-datum', '20261121'],
    ['--utfall', 'akut'],
    ['--övning', '--utan-övning'],
    ['--från-datum'],
    ['A-2026-0001', '--övning'],
  ])('that mean nothing are refused: %s %s', async (...args) => {
    const { code, stdout, stderr } = await run(newDesk(), [
      'logg',
      ...args.filter((arg) => arg !== undefined),
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/\S/);
  });
});

describe('the plain table', () => {
  test('has a heading, the newest first, the exercise marked, and no colour', async () => {
    const desk = await deskWithIncidents();
    const { stdout } = await run(desk, ['logg'], { env: { FORCE_COLOR: '3' } });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^NUMMER +MOTTAGET +UTFALL +LÄGE +VAD$/);
    expect(lines[1]).toMatch(
      /^A-2026-0003 {2}2026-11-22 23:30 {2}kontakta direktör, till morgonen +öppen {5}Hemtjänstbil/,
    );
    expect(lines[4]).toMatch(/^A-2026-0004 .* ÖVNING Storm/);
    expect(stdout).not.toContain('\u001b');
  });

  test('is as wide as COLUMNS says, and whole when nothing says', async () => {
    const desk = await deskWithIncidents();
    const widest = async (COLUMNS: string) => {
      const { stdout } = await run(desk, ['logg'], { env: { COLUMNS } });
      return Math.max(...stdout.split('\n').map((line) => line.length));
    };
    const whole = await widest('');
    expect(whole).toBeGreaterThan(120);
    const fitted = await widest('80');
    expect(fitted).toBeLessThanOrEqual(80);
    expect(fitted).toBeGreaterThan(75);
    expect([await widest('0'), await widest('smal'), await widest('-5')]).toEqual([whole, whole, whole]);
  });

  test('ends quietly when the reader has had enough', async () => {
    const desk = newDesk();
    const long = 'Mycket text. '.repeat(700);
    await record(desk, [{ answers: { whatHappened: long, whereHappened: long, whoIsAffected: long } }]);
    const [item] = jsonLines(await run(desk, ['logg', '--json'])) as { number: string }[];
    const script = '{ "$@"; echo "kod $?" >&2; } | head -c 1';
    for (const args of [
      ['logg', item?.number ?? '', '--json'],
      ['logg'],
      ['kontroll', '--json'],
      ['--help'],
    ]) {
      const result = await run(desk, args, shell(script));
      expect(result).toMatchObject({ code: 0, stderr: 'kod 0\n' });
      expect(result.stdout).toHaveLength(1);
    }
  });

  test('says so when there is nothing, and prints no JSON then', async () => {
    const desk = newDesk();
    expect(await run(desk, ['logg'])).toEqual({ code: 0, stdout: 'Inga händelser.\n', stderr: '' });
    expect(await run(desk, ['logg', '--json'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await run(desk, ['mejl'])).toEqual({ code: 0, stdout: 'Inga utkast.\n', stderr: '' });
    expect(await run(desk, ['mejl', '--json'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
