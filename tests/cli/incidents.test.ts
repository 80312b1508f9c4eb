/** Incident files through the program: `bedöm --från` and `ny-händelse --från`. Source: contract.md. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstNumber, newDesk, run } from '../pty/desk.ts';
import { contents, json, jsonLines, record, scenario, scenarios, shell } from './support.ts';

const subjectStart: Readonly<Record<string, string>> = {
  ordinary: '[INFO]',
  'consult-first': '[BEDÖMNING]',
  'contact-director': '[BESLUT]',
};
const decisionFields = [
  ...['outcome', 'timing', 'directorDueAt', 'motivationRequired', 'rules', 'reasons', 'ruleSetVersion'],
  'actions',
];

describe('every scenario', () => {
  test.each(scenarios)('$name is assessed as it must be', async ({ path, expected }) => {
    const desk = newDesk();
    const result = await run(desk, ['bedöm', '--från', path]);
    const found = json(result);
    expect(found).toMatchObject(expected);
    expect(Object.keys(found)).toEqual(decisionFields);
    expect(found.reasons).toEqual(
      (expected.rules as readonly string[]).map((rule) => ({
        rule,
        text: expect.stringMatching(/\S/),
        source: expect.stringMatching(/\S/),
      })),
    );
    expect(result.stderr).toBe('');
    expect([contents(desk.data), contents(desk.config)]).toEqual([null, null]);
  });

  test.each(['America/New_York', 'Asia/Tokyo', 'UTC'])('is assessed the same with TZ=%s', async (TZ) => {
    const input = scenarios.map(({ source }) => JSON.stringify(JSON.parse(source))).join('\n');
    const found = jsonLines(await run(newDesk(), ['bedöm', '--från', '-'], { input, env: { TZ } }));
    expect(found).toMatchObject(scenarios.map(({ expected }) => expected));
  });

  test('becomes the same decision, with a draft, in a journal that is whole', async () => {
    const desk = newDesk();
    const env = { TZ: 'Asia/Tokyo' };
    const results = await Promise.all(
      scenarios.map(({ path }) => run(desk, ['ny-händelse', '--från', path, '--json'], { env })),
    );
    const numbers = new Set<unknown>();
    for (const [index, { expected, source }] of scenarios.entries()) {
      const found = json(results[index] ?? { code: null, stdout: '', stderr: 'not run' });
      const file = JSON.parse(source);
      expect(Object.keys(found)).toEqual(['incident', 'decision', 'draft', 'openQuestions']);
      const { incident, decision, draft } = found as Readonly<
        Record<string, Readonly<Record<string, string>>>
      >;
      expect(decision).toMatchObject(expected);
      expect(Object.keys(decision ?? {})).toEqual(decisionFields);
      expect(incident?.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect(incident?.number).toMatch(/^A-2026-\d{4}$/);
      numbers.add(incident?.number);

      const mark = file.exercise ? 'ÖVNING – ' : '';
      expect(draft?.subject).toMatch(
        new RegExp(`^${mark}\\${subjectStart[String(expected.outcome)]} .+ ${incident?.number}$`),
      );
      expect(draft?.path).toBe(
        join(desk.data, 'utkast', `${file.exercise ? 'OVNING-' : ''}${incident?.number}-1.eml`),
      );
      const eml = readFileSync(draft?.path ?? '', 'latin1');
      expect(eml).toContain('X-Unsent: 1\r\n');
      expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(eml).toContain(incident?.number);

      const answers = file.answers as Readonly<Record<string, string | { readonly text: string }>>;
      const open = ['whatHappened', 'whenHappened', 'whereHappened', 'whoIsAffected', 'actorsInvolved']
        .concat('operationDirectlyAffected', 'operationsAtRisk')
        .filter((id) => {
          const answer = answers[id] ?? '';
          return (typeof answer === 'string' ? answer : answer.text) === '';
        });
      expect(found.openQuestions).toEqual(open);
    }
    // Twelve processes at once, and no number is given twice or left out.
    expect([...numbers].sort()).toEqual(
      scenarios.map((_, index) => `A-2026-${String(index + 1).padStart(4, '0')}`),
    );
    const check = await run(desk, ['kontroll']);
    expect(check).toMatchObject({ code: 0, stderr: '' });
    const listed = jsonLines(await run(desk, ['logg', '--json']));
    expect(listed.map((item) => (item as { number: string }).number).sort()).toEqual([...numbers].sort());
  });
});

describe('the same incident is read', () => {
  const source = scenario('02').source;
  const { expected } = scenario('02');
  const å = { composed: 'å', decomposed: 'a\u030a', plain: 'a' };
  const ä = { composed: 'ä', decomposed: 'a\u0308', plain: 'a' };
  const ö = { composed: 'ö', decomposed: 'o\u0308', plain: 'o' };

  test.each(['composed', 'decomposed', 'plain'] as const)('from words typed %s', async (how) => {
    const desk = newDesk();
    const from = `--fr${å[how]}n`;
    const assessed = json(await run(desk, [`bed${ö[how]}m`, from, '-'], { input: source }));
    expect(assessed).toMatchObject(expected);
    const given = [`ny-h${ä[how]}ndelse`, `${from}=-`, `--${ö[how]}vning`, `--operat${ö[how]}r=x`, '--json'];
    const { draft } = json(await run(desk, given, { input: source }));
    expect((draft as { subject: string }).subject).toMatch(/^ÖVNING – /);
    const filter = [
      `--s${ö[how]}k`,
      'brand',
      `--${ö[how]}vning`,
      `${from}-datum=2026-11-21`,
      '--till-datum',
      '2026-11-21',
    ];
    const listed = jsonLines(await run(desk, ['logg', '--json', ...filter]));
    expect(listed).toMatchObject([{ exercise: true, operator: 'x' }]);
    expect(jsonLines(await run(desk, ['logg', '--json', `--utan-${ö[how]}vning`]))).toEqual([]);
    expect(await run(desk, [`forts${ä[how]}tt`, '--enkel'])).toMatchObject({ code: 0 });
    expect(await run(desk, [`inst${ä[how]}llningar`, `operat${ö[how]}r`])).toMatchObject({ code: 0 });
  });

  test('from a file with a byte order mark, CRLF, or a decomposed or hostile name', async () => {
    const desk = newDesk();
    const names = ['ha\u0308ndelse.json', 'h\u00e4ndelse.json', '\u001b[31m röd\u202e.json', ' - '];
    for (const [index, name] of names.entries()) {
      const path = join(desk.folder, name);
      writeFileSync(path, `\ufeff${source.replaceAll('\n', '\r\n').replace('Brand', `Brand ${index}`)}`);
      const { draft } = json(await run(desk, ['ny', '--från', path, '--json']));
      expect((draft as { subject: string }).subject).toContain(`Brand ${index} `);
    }
  });
});

describe('several incidents, one a line', () => {
  const line = (number: string) => JSON.stringify(JSON.parse(scenario(number).source));
  const outcomes = (found: readonly unknown[]) => found.map((each) => (each as { outcome: string }).outcome);
  const assess = (input: string) => run(newDesk(), ['bedöm', '--från', '-'], { input });

  test('come back in the same order, whatever lies between them', async () => {
    const input = `\ufeff${line('01')}\r\n\r\n${line('02')}\n \t\n\ufeff${line('07')}\n\n${line('01')}`;
    expect(outcomes(jsonLines(await assess(input)))).toEqual([
      'ordinary',
      'contact-director',
      'consult-first',
      'ordinary',
    ]);
    expect(outcomes(jsonLines(await assess(`\n\n${line('02')}\n`)))).toEqual(['contact-director']);
  });

  test.each([
    [
      '{"answers":{"whatHappened":""}}',
      'Rad 3, kolumn 28 (answers.whatHappened): Fältet får inte vara tomt.',
    ],
    ['{"answers":{"whatHappened":"x"}', 'Rad 3, kolumn 32: Här fattas en avslutande }'],
    [
      '{"answer":1,"answers":{"whatHappened":"x"}}',
      'Rad 3, kolumn 2 (answer): Fältet finns inte. Tillåtet: source,',
    ],
    ['5', 'Rad 3, kolumn 1: Värdet ska vara ett objekt'],
    ['x', 'Rad 3, kolumn 1: Filen är inte giltig JSON här.'],
  ])('with a bad one among them give nothing: %s', async (bad, message) => {
    const { code, stdout, stderr } = await assess([line('01'), '', bad, line('02')].join('\n'));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Inget är sparat.');
  });

  test('with the first one bad are still one a line', async () => {
    const { code, stderr } = await assess(`{"answers":{"whatHappened":"x"}\n${line('02')}`);
    expect(code).toBe(2);
    expect(stderr).toContain('Rad 1, kolumn 32: Här fattas en avslutande }');
  });

  test('are too many for ny-händelse', async () => {
    const desk = newDesk();
    const input = `${line('01')}\n${line('02')}`;
    const { code, stderr } = await run(desk, ['ny', '--från', '-'], { input });
    expect(code).toBe(2);
    expect(stderr).toContain('Rad 2, kolumn 1: Händelsen är slut, men filen fortsätter.');
    expect(contents(desk.data)).toBeNull();
  });
});

describe('what cannot be used is refused with 2, and nothing is saved', () => {
  test.each([
    ['empty', '', 'är tom. Inget är sparat.'],
    ['white space', ' \n\n', 'är tom. Inget är sparat.'],
    ['no JSON', 'Brand', 'Rad 1, kolumn 1: Filen är inte giltig JSON här.'],
    ['blank', '{"answers":{"whatHappened":" "}}', 'answers.whatHappened'],
    ['unknown field', '{"answers":{"whatHappened":"x"},"x":1}', 'Rad 1, kolumn 33 (x): Fältet finns inte'],
    ['comment', '{"answers":{"whatHappened":"x"}} // x', 'kommentarer'],
    ['deep', '['.repeat(300_000), 'nivåer'],
  ])('%s', async (_, input, message) => {
    const desk = newDesk();
    for (const command of ['bedöm', 'ny-händelse']) {
      const { code, stdout, stderr } = await run(desk, [command, '--från', '-'], { input });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(message);
      expect(stderr).toContain('Inget är sparat.');
      expect(stderr).not.toMatch(/^\s+at /m);
    }
    expect([contents(desk.data), contents(desk.config)]).toEqual([null, null]);
  });

  test('a file that is not there, a folder, and another encoding', async () => {
    const desk = newDesk();
    const utf16 = join(desk.folder, 'utf16.json');
    writeFileSync(utf16, `\ufeff${scenario('01').source}`, 'utf16le');
    for (const [path, message] of [
      [join(desk.folder, 'finns-inte\u001b[31m\nFalsk rad.json'), 'går inte att läsa. Inget är sparat.'],
      [desk.folder, 'går inte att läsa. Inget är sparat.'],
      [utf16, 'är inte sparad som UTF-8.'],
    ] as const) {
      const { code, stdout, stderr } = await run(desk, ['ny', '--från', path]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(message);
      expect(stderr.trim()).not.toMatch(/[\x00-\x1f]/);
    }
    expect(contents(desk.data)).toBeNull();
  });

  test('a journal that is there already is as it was', async () => {
    const desk = newDesk();
    await record(desk, [scenario('01').source]);
    const before = contents(desk.data);
    for (const args of [
      ['ny', '--från', '-'],
      ['ny', '--från', '-', '--nej'],
      ['ny', '--json'],
      ['fortsätt', 'A-1', '--enkel'],
      ['logg', 'A-1'],
      ['mejl', 'visa', 'A-1'],
    ]) {
      expect((await run(desk, args, { input: '{}' })).code).toBe(2);
    }
    expect(contents(desk.data)).toEqual(before);
  });
});

describe('what is recorded', () => {
  test('has the number of its station and its year on the desk’s calendar', async () => {
    const desk = newDesk();
    const at = (receivedAt: string) => ({ receivedAt, answers: { whatHappened: 'Brand' } });
    const env = { TZ: 'America/New_York' };
    const numbers = async (...files: unknown[]) =>
      (await record(desk, files, [], { env })).map(({ incident }) => (incident as { number: string }).number);
    expect(
      await numbers(
        at('2026-12-31T22:59:59Z'),
        at('2026-12-31T23:00:00Z'),
        at('2026-06-01T12:00:00+02:00'),
        at('2027-01-01T01:00:00+05:00'),
      ),
    ).toEqual(['A-2026-0001', 'A-2027-0001', 'A-2026-0002', 'A-2026-0003']);
    await run(desk, ['inställningar', 'station', 'b']);
    expect(await numbers(at('2026-06-01T12:00:00+02:00'))).toEqual(['B-2026-0001']);
    const now = await numbers({ answers: { whatHappened: 'Nu' } });
    expect(now[0]).toMatch(new RegExp(`^B-${firstNumber.slice(2, 6)}-000[12]$`));
  });

  test('names who works: the option, the file, the setting, the login name', async () => {
    const desk = newDesk();
    const file = (operator?: string) => ({ operator, answers: { whatHappened: 'Brand' } });
    await record(desk, [file()]);
    await run(desk, ['inställningar', 'operatör', 'inställd']);
    await record(desk, [file(), file('ur filen'), file('')]);
    await record(desk, [file('ur filen')], ['--operatör', ' a\u0308 \u001b[31mb\n']);
    const listed = jsonLines(await run(desk, ['logg', '--json'])) as { operator: string }[];
    expect(listed.map(({ operator }) => operator).reverse()).toEqual([
      userInfo().username,
      'inställd',
      'ur filen',
      'inställd',
      'ä b',
    ]);
  });

  test('has every text as it was given, but for what could act on a terminal', async () => {
    const desk = newDesk();
    const given = 'Brand\u001b[31m \u001b]0;titel\u0007i a\u030akeri\u202e\u009b2J\r\nrad\ttvå \u0000"\\';
    const kept = 'Brand i åkeri\nrad två "\\';
    const [result] = await record(desk, [{ answers: { whatHappened: given }, caller: { name: given } }]);
    const { number } = (result?.incident ?? {}) as { readonly number: string };
    const found = json(await run(desk, ['logg', number, '--json']));
    expect(found.entries).toContainEqual(
      expect.objectContaining({ payload: expect.objectContaining({ question: 'whatHappened', text: kept }) }),
    );
    for (const args of [['logg'], ['logg', number], ['mejl'], ['mejl', 'visa', number], ['bord']]) {
      const { stdout, stderr } = await run(desk, args);
      expect(stdout + stderr).toContain('Brand i åkeri');
      expect(stdout + stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    }
  });

  test('has its draft’s path exactly, also when the path could act on a terminal', async () => {
    const desk = newDesk();
    const env = { TJOUR_DATA: join(desk.folder, 'röd\u001b[31m\u009b2J\u202e') };
    const result = await run(desk, ['ny', '--från', scenario('01').path, '--json'], { env });
    const { draft } = json(result) as { readonly draft: { readonly path: string } };
    expect(draft.path).toBe(join(env.TJOUR_DATA, 'utkast', 'A-2026-0001-1.eml'));
    expect(statSync(draft.path).size).toBeGreaterThan(0);
    expect(result.stdout.trim()).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    const plain = await run(desk, ['ny', '--från', scenario('01').path], { env });
    expect(plain.stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  });

  test('lies in a folder and in files that nobody else may read, whatever the umask', async () => {
    const desk = newDesk();
    await run(desk, ['ny', '--från', scenario('02').path], shell('umask 000; exec "$@"'));
    await run(desk, ['inställningar', 'operatör', 'jl'], shell('umask 000; exec "$@"'));
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect([mode(desk.data), mode(desk.config), mode(join(desk.data, 'utkast'))]).toEqual([
      '700',
      '700',
      '700',
    ]);
    const files = Object.keys({ ...contents(desk.data), ...contents(desk.config) });
    expect(files.length).toBeGreaterThanOrEqual(3);
    expect(files.map(mode)).toEqual(files.map(() => '600'));
  });

  test('is told on standard output, and what is missing on standard error', async () => {
    const desk = newDesk();
    const { code, stdout, stderr } = await run(desk, ['ny', '--från', scenario('02').path]);
    expect(code).toBe(0);
    expect(stdout).toContain('A-2026-0001 är sparad.');
    expect(stdout).toContain('RING förvaltningsdirektören');
    expect(stdout).toContain(join(desk.data, 'utkast', 'A-2026-0001-1.eml'));
    expect(stdout).toContain('Det är inte skickat.');
    expect(stderr).toContain('Kontaktregistret saknar telefonnummer till: förvaltningsdirektör');
    const asJson = await run(desk, ['ny', '--från', scenario('02').path, '--json']);
    expect([jsonLines(asJson).length, asJson.stderr]).toEqual([1, '']);
  });
});
