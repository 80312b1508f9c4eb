/** The incident file against contract.md: every field, default and refusal, with its place and what is allowed. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersFromFile, factsFromFile } from '../../src/domain/fileFacts.ts';
import { type FileProblem, type IncidentFile, readIncidentFile } from '../../src/domain/incidentFile.ts';
import { callerQuestions } from '../../src/domain/questions.ts';
import { isBlank } from '../../src/domain/text.ts';
import { fileProblemText, fileRefused } from '../../src/texts/incidentFile.ts';

const root = [
  'source',
  'channel',
  'receivedAt',
  'operator',
  'exercise',
  'caller',
  'answers',
  'assessment',
] as const;
const questions = callerQuestions.map(({ id }) => id);
const yesNoUnknown = ['yes', 'no', 'unknown'];
const assessment = [
  'manageableWithExistingResources',
  'informDirector',
  'directorTiming',
  'staffDirectlyAffected',
  'careRecipientsDirectlyAffected',
  'motivation',
];

/** The least a file may hold. */
const least = { answers: { whatHappened: 'Brand' } };

function accepted(content: unknown): IncidentFile {
  const source = typeof content === 'string' ? content : JSON.stringify(content);
  const result = readIncidentFile(source);
  if (!result.ok) throw new Error(fileRefused(source.slice(0, 200), result.problems));
  return result.file;
}

function problems(content: unknown): readonly FileProblem[] {
  const result = readIncidentFile(typeof content === 'string' ? content : JSON.stringify(content));
  return result.ok ? [] : result.problems;
}

/** A file with one value at a path, such as `answers.whenHappened.text`; the rest is as little as possible. */
function withValue(path: string, value: unknown): unknown {
  const set = (object: unknown, names: readonly string[]): unknown => {
    const [name, ...rest] = names;
    if (name === undefined) return value;
    const before = typeof object === 'object' && object !== null ? object : {};
    return { ...before, [name]: set(Reflect.get(before, name), rest) };
  };
  const start = path.startsWith('answers.whatHappened.')
    ? { answers: { whatHappened: { text: 'x' } } }
    : least;
  return set(start, path.split('.'));
}

describe('a whole file', () => {
  test('is read field by field', () => {
    const file = {
      source: 'own-operation',
      channel: 'rakel',
      receivedAt: '2026-11-21T02:41:00+01:00',
      operator: 'jl',
      exercise: true,
      caller: { name: 'Åsa', callback: '031-390 06 12' },
      answers: {
        whatHappened: { text: 'Strömavbrott', certainty: 'unconfirmed' },
        whenHappened: { text: '02:15' },
        whereHappened: { text: 'Kortedala' },
        whoIsAffected: { text: '4 000 hushåll', certainty: 'unknown' },
        actorsInvolved: { text: 'Göteborg Energi' },
        operationDirectlyAffected: { text: 'Ingen', certainty: 'confirmed', own: 'no', units: ['A'] },
        operationsAtRisk: { text: 'Hemtjänst', units: ['B', 'C'] },
      },
      assessment: {
        manageableWithExistingResources: 'yes',
        informDirector: 'no',
        directorTiming: 'morning',
        staffDirectlyAffected: 'no',
        careRecipientsDirectlyAffected: 'yes',
        motivation: 'Därför',
      },
    };
    expect(accepted(file)).toEqual(file);
    const inAnotherOrder = Object.fromEntries(Object.entries(file).reverse());
    expect(accepted(inAnotherOrder)).toEqual(file);
  });

  test('may leave out everything but what has happened', () => {
    expect(accepted(least)).toEqual({
      source: 'tib',
      channel: 'phone',
      exercise: false,
      caller: {},
      answers: { whatHappened: { text: 'Brand' } },
      assessment: {
        manageableWithExistingResources: 'unknown',
        informDirector: 'unknown',
        directorTiming: 'unknown',
        staffDirectlyAffected: 'unknown',
        careRecipientsDirectlyAffected: 'unknown',
        motivation: '',
      },
    });
    expect(accepted({ ...least, assessment: {} })).toEqual(accepted(least));
    expect(factsFromFile(accepted(least)).own).toBe('unknown');
  });

  test.each(readdirSync(new URL('../scenarios/', import.meta.url)).filter((name) => !/expected/.test(name)))(
    'such as the scenario %s',
    (name) => {
      accepted(readFileSync(new URL(`../scenarios/${name}`, import.meta.url), 'utf8'));
    },
  );

  test('may begin with a byte order mark, and count its columns from after it', () => {
    expect(accepted(`\ufeff${JSON.stringify(least)}`)).toEqual(accepted(least));
    expect(problems('\ufeff{"answer":1}')).toContainEqual(
      expect.objectContaining({ kind: 'unknown-field', row: 1, column: 2 }),
    );
  });
});

describe('allowed values', () => {
  const lists: Readonly<Record<string, readonly unknown[]>> = {
    source: ['tib', 'own-operation', 'other-authority', 'other'],
    channel: ['phone', 'rakel', 'email', 'in-person'],
    exercise: [true, false],
    'answers.whenHappened.certainty': ['confirmed', 'unconfirmed', 'unknown'],
    'answers.operationDirectlyAffected.own': yesNoUnknown,
    'assessment.manageableWithExistingResources': yesNoUnknown,
    'assessment.informDirector': yesNoUnknown,
    'assessment.directorTiming': ['now', 'morning', 'unknown'],
    'assessment.staffDirectlyAffected': yesNoUnknown,
    'assessment.careRecipientsDirectlyAffected': yesNoUnknown,
  };
  const wrong = ['', 'ja', 'TIB', 'Yes', ' yes', 'true', 0, 1, null, [], {}, ['yes'], 'tib\u0000'];

  describe.each(Object.entries(lists))('of %s', (path, allowed) => {
    const more = /\.(certainty|own)$/.test(path) ? { [path.replace(/\w+$/, 'text')]: 'x' } : {};
    const file = (value: unknown) => {
      const [[textPath, text] = []] = Object.entries(more);
      const base = textPath === undefined ? least : withValue(textPath, text);
      return merge(base, withValue(path, value));
    };

    test('are taken', () => {
      for (const value of allowed) expect(problems(file(value))).toEqual([]);
    });

    test('are told when it is anything else', () => {
      for (const value of wrong.filter((each) => !allowed.includes(each))) {
        expect(problems(file(value))).toEqual([
          { kind: 'wrong-value', path, row: 1, column: expect.any(Number), allowed: allowed.map(String) },
        ]);
      }
    });
  });
});

/** Two objects as one, all the way down. */
function merge(a: unknown, b: unknown): unknown {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return b;
  if (Array.isArray(b)) return b;
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    names.map((name) => [
      name,
      name in b ? merge(Reflect.get(a, name), Reflect.get(b, name)) : Reflect.get(a, name),
    ]),
  );
}

describe('a wrong type', () => {
  const notText = [0, true, null, [], {}, [['x']]];
  const texts = [
    'receivedAt',
    'operator',
    'caller.name',
    'caller.callback',
    'assessment.motivation',
    ...questions.map((id) => `answers.${id}.text`),
  ];
  test.each(texts)('of %s is refused as no text', (path) => {
    for (const value of notText) {
      expect(problems(withValue(path, value))).toEqual([expect.objectContaining({ kind: 'not-text', path })]);
    }
  });

  test.each(questions)('of answers.%s is refused as neither text nor an object', (id) => {
    for (const value of [0, true, null, [], ['x']]) {
      expect(problems(withValue(`answers.${id}`, value))).toEqual([
        expect.objectContaining({ kind: 'not-an-answer', path: `answers.${id}` }),
      ]);
    }
  });

  test.each([
    ['answers', questions],
    ['assessment', assessment],
    ['caller', ['name', 'callback']],
  ])('of %s is refused as no object, with its fields', (path, allowed) => {
    for (const value of [0, true, null, 'x', [], [{}]]) {
      expect(problems(withValue(path, value))).toEqual([
        expect.objectContaining({ kind: 'not-an-object', path, allowed }),
      ]);
    }
  });

  test('of the whole is refused as no object, with its fields', () => {
    for (const value of ['5', 'null', 'true', '"x"', '[]', `[${JSON.stringify(least)}]`]) {
      expect(problems(value)).toEqual([
        { kind: 'not-an-object', path: '', row: 1, column: 1, allowed: [...root] },
      ]);
    }
  });

  test.each(['operationDirectlyAffected', 'operationsAtRisk'])('of the units of %s is refused', (id) => {
    const at = (units: unknown) => withValue(`answers.${id}`, { text: 'x', units });
    for (const value of [0, true, null, 'x', {}]) {
      expect(problems(at(value))).toEqual([
        expect.objectContaining({ kind: 'not-a-list', path: `answers.${id}.units` }),
      ]);
    }
    expect(problems(at(['a', 1, ['b'], 'c', null])).map(({ kind, path }) => [kind, path])).toEqual(
      [1, 2, 4].map((place) => ['not-text', `answers.${id}.units.${place}`]),
    );
  });
});

describe('a field that does not exist', () => {
  const what = '"whatHappened":"x"';
  const levels: readonly (readonly [string, string, readonly string[]])[] = [
    ['', `{"answers":{${what}},@}`, root],
    ['caller', `{"answers":{${what}},"caller":{@}}`, ['name', 'callback']],
    ['answers', `{"answers":{${what},@}}`, questions],
    ['assessment', `{"answers":{${what}},"assessment":{@}}`, assessment],
    ['answers.whatHappened', `{"answers":{"whatHappened":{"text":"x",@}}}`, ['text', 'certainty']],
    ['answers.actorsInvolved', `{"answers":{${what},"actorsInvolved":{"text":"",@}}}`, ['text', 'certainty']],
    [
      'answers.operationDirectlyAffected',
      `{"answers":{${what},"operationDirectlyAffected":{"text":"",@}}}`,
      ['text', 'certainty', 'own', 'units'],
    ],
    [
      'answers.operationsAtRisk',
      `{"answers":{${what},"operationsAtRisk":{"text":"",@}}}`,
      ['text', 'certainty', 'units'],
    ],
  ];
  /** Each with how it is shown. */
  const names = {
    extra: 'extra',
    Text: 'Text',
    constructor: 'constructor',
    toString: 'toString',
    hasOwnProperty: 'hasOwnProperty',
    'text ': '"text "',
    'a.b': '"a.b"',
    'på\u001b[31m\n\u202e': '"på "',
    '': '""',
  };

  test.each(levels)('in "%s" is refused with those that do', (level, template, allowed) => {
    for (const [name, shown] of [...Object.entries(names), ['__proto__', '__proto__'] as const]) {
      const found = problems(template.replace('@', `${JSON.stringify(name)}:{}`));
      const path = level === '' ? shown : `${level}.${shown}`;
      const column = template.indexOf('@') + 1;
      expect(found).toEqual([{ kind: 'unknown-field', path, row: 1, column, allowed }]);
    }
  });

  test('is told once for each, in the file’s order, as much as anybody reads', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`f${i}`, i]));
    const found = problems({ ...many, ...least });
    expect(found).toHaveLength(20);
    expect(found.map(({ path }) => path)).toEqual(Array.from({ length: 20 }, (_, i) => `f${i}`));
  });
});

describe('a field that is there twice is refused, not lost', () => {
  test.each([
    ['{"answers":{"whatHappened":"a"},\n"answers":{"whatHappened":"b"}}', 'answers', 2, 1],
    ['{"answers":{"whatHappened":"a",\n "whatHappened":"b"}}', 'answers.whatHappened', 2, 2],
    ['{"answers":{"whatHappened":"a",\n "what\\u0048appened":"b"}}', 'answers.whatHappened', 2, 2],
    ['{"answers":{"whatHappened":{"text":"a",\n\n  "text":"a"}}}', 'answers.whatHappened.text', 3, 3],
    ['{"exercise":true,"exercise":true,"answers":{"whatHappened":"a"}}', 'exercise', 1, 18],
  ])('%j', (source, path, row, column) => {
    expect(problems(source)).toEqual([{ kind: 'duplicate-field', path, row, column, allowed: [] }]);
  });
});

describe('what has happened', () => {
  const blanks = [
    '',
    ' ',
    '\n\t ',
    '\u00a0',
    '\u200b',
    '\u2060\ufeff',
    '\u001b[31m',
    '\u202e',
    '\u0000',
    '\u3164',
  ];

  test.each(blanks)('may not be blank: %j', (blank) => {
    for (const value of [blank, { text: blank }, { text: blank, certainty: 'confirmed' }]) {
      expect(problems(withValue('answers.whatHappened', value))).toEqual([
        expect.objectContaining({ kind: 'blank', path: 'answers.whatHappened', row: 1, column: 28 }),
      ]);
    }
  });

  test.each([
    ['{}', 'answers', 1, 1],
    ['{"answers":\n{}}', 'answers.whatHappened', 2, 1],
    ['{"answers":{"whatHappened":\r\n {}}}', 'answers.whatHappened.text', 2, 2],
  ])('may not be missing: %j', (source, path, row, column) => {
    expect(problems(source)).toEqual([{ kind: 'missing', path, row, column, allowed: [] }]);
  });

  test('any other answer may be blank, and is then unknown, whatever is said of its certainty', () => {
    const file = accepted({
      answers: {
        whatHappened: 'Brand',
        whenHappened: ' \u200b',
        whereHappened: { text: '', certainty: 'confirmed' },
        whoIsAffected: { text: 'x' },
        actorsInvolved: { text: 'x', certainty: 'unconfirmed' },
      },
    });
    expect(answersFromFile(file).map(([id, { text, certainty }]) => [id, text, certainty])).toEqual([
      ['whatHappened', 'Brand', 'confirmed'],
      ['whenHappened', '', 'unknown'],
      ['whereHappened', '', 'unknown'],
      ['whoIsAffected', 'x', 'confirmed'],
      ['actorsInvolved', 'x', 'unconfirmed'],
    ]);
  });
});

describe('when it was received', () => {
  test.each([
    ['2026-11-21T02:41:00+01:00', '2026-11-21T02:41:00+01:00'],
    ['2026-11-21T01:41:00Z', '2026-11-21T02:41:00+01:00'],
    ['2026-11-21t01:41:00.999999999z', '2026-11-21T02:41:00+01:00'],
    ['2026-07-01T00:00:00-05:00', '2026-07-01T07:00:00+02:00'],
    ['2026-12-31T23:30:00Z', '2027-01-01T00:30:00+01:00'],
    ['2026-10-25T02:30:00+01:00', '2026-10-25T02:30:00+01:00'],
    ['1900-01-01T00:00:00+01:00', '1900-01-01T00:00:00+01:00'],
    ['2199-12-31T23:59:59+01:00', '2199-12-31T23:59:59+01:00'],
  ])('%s is %s on the desk’s clock', (given, read) => {
    expect(accepted({ ...least, receivedAt: given }).receivedAt).toBe(read);
  });

  test.each([
    '',
    'nyss',
    '02:41',
    '2026-11-21',
    '2026-11-21T02:41:00',
    '2026-11-21 02:41:00+01:00',
    '2026-11-21T02:41+01:00',
    '2026-11-21T02:41:00+0100',
    '2026-11-21T02:41:00+01:00[Europe/Stockholm]',
    '2026-02-30T02:41:00+01:00',
    '2026-11-21T24:00:00Z',
    ' 2026-11-21T02:41:00Z',
    '+002026-11-21T02:41:00Z',
    '２０２６-11-21T02:41:00Z',
  ])('%j is no moment', (receivedAt) => {
    expect(problems({ ...least, receivedAt })).toEqual([
      expect.objectContaining({ kind: 'not-a-time', path: 'receivedAt' }),
    ]);
  });

  test.each([
    '0000-01-01T00:00:00+14:00',
    '0026-11-21T02:41:00+01:00',
    '1899-12-31T23:59:59+01:00',
    '2199-12-31T23:30:00Z',
    '9999-12-31T23:59:59-12:00',
  ])('%s is a slip of the finger', (receivedAt) => {
    expect(problems({ ...least, receivedAt })).toEqual([
      expect.objectContaining({ kind: 'year-out-of-range', path: 'receivedAt' }),
    ]);
  });
});

describe('text', () => {
  const texts = [
    'operator',
    'caller.name',
    'caller.callback',
    'assessment.motivation',
    'answers.whoIsAffected',
  ];

  test.each([...texts, ...questions.map((id) => `answers.${id}.text`)])(
    'of %s may be 10,000 characters and no more',
    (path) => {
      for (const character of ['x', 'å', 'a\u030a', '🔥']) {
        expect(problems(withValue(path, character.repeat(10_000)))).toEqual([]);
        expect(problems(withValue(path, character.repeat(10_001)))).toEqual([
          expect.objectContaining({ kind: 'too-long', path }),
        ]);
      }
    },
  );

  test('is kept as it was given, composed, without what could act on a terminal; line breaks stay', () => {
    const given =
      ' a\u030a\u001b[31m röd\u001b]0;titel\u0007 \u202evänd\u202c\r\nrad 2\u0000\u009b2J\n\ttab\ud800 ';
    const kept = ' å röd vänd\nrad 2\n tab\ufffd ';
    expect(accepted(withValue('answers.whatHappened', given)).answers.whatHappened.text).toBe(kept);
    expect(accepted(withValue('answers.whatHappened', { text: given })).answers.whatHappened.text).toBe(kept);
    expect(accepted(withValue('assessment.motivation', given)).assessment.motivation).toBe(kept);
  });

  test('of one line is folded to one line', () => {
    const file = accepted({ ...least, operator: ' j\nl\u001b[0m ', caller: { name: 'A\u030asa\n\n Ek' } });
    expect([file.operator, file.caller]).toEqual(['j l', { name: 'Åsa Ek' }]);
  });

  test('that nobody can see is no motivation', () => {
    for (const motivation of ['', ' \n', '\u200b', '\u001b[31m']) {
      expect(accepted({ ...least, assessment: { motivation } }).assessment.motivation).toBe('');
    }
  });

  test('of units is one line each, without blanks and repetitions, whatever the composition', () => {
    const units = ['Hemtjänst Örgryte', ' ', 'Hemtja\u0308nst O\u0308rgryte', ' B\n1 ', '\u200b', 'B 1'];
    const file = accepted(withValue('answers.operationsAtRisk', { text: 'x', units }));
    expect(file.answers.operationsAtRisk?.units).toEqual(['Hemtjänst Örgryte', 'B 1']);
  });
});

describe('broken JSON is refused with its place', () => {
  const start = '{"answers":{"whatHappened":"x"}';
  test.each([
    ['', 'value-expected', 1, 1],
    ['\n \n', 'value-expected', 3, 1],
    ['{', 'not-closed', 1, 2],
    [start, 'not-closed', 1, start.length + 1],
    [`${start},}`, 'name-expected', 1, start.length + 2],
    [`${start},\n}`, 'name-expected', 2, 1],
    [`${start}}\n{}`, 'end-expected', 2, 1],
    [`${start}} // slut`, 'comment', 1, start.length + 3],
    [`/* början */\n${start}}`, 'comment', 1, 1],
    [`{"answers":{"whatHappened":"x", /* mitt i */ }}`, 'comment', 1, 33],
    ['{"answers":{"whatHappened":"a\nb"}}', 'string-not-closed', 1, 28],
    ['{"answers":{"whatHappened":"a\\x"}}', 'bad-escape', 1, 28],
    ['{"answers":{"whatHappened":"a\\u12"}}', 'bad-escape', 1, 28],
    ['{"answers":{"whatHappened":"a\tb"}}', 'control-character', 1, 28],
    ['{"answers":{"whatHappened" "x"}}', 'colon-expected', 1, 28],
    ['{"answers":{"whatHappened":"x" "whenHappened":"y"}}', 'comma-expected', 1, 32],
    [`${start},"exercise":}`, 'value-expected', 1, start.length + 13],
    [`${start},"exercise":01}`, 'comma-expected', 1, start.length + 14],
    [`${start},"exercise":NaN}`, 'broken-json', 1, start.length + 13],
    [`{'answers':1}`, 'broken-json', 1, 2],
    [`\ufeff\ufeff${start}}`, 'broken-json', 1, 1],
  ])('%j', (source, kind, row, column) => {
    expect(problems(source)[0]).toEqual({ kind, path: '', row, column, allowed: [] });
  });

  test('also where the whole is fine to a laxer reader', () => {
    for (const source of [
      `${start},}`,
      `${start}} //`,
      `{answers:{"whatHappened":"x"}}`,
      `${start},"operator":'x'}`,
    ]) {
      expect(problems(source)).not.toEqual([]);
    }
  });

  test('also when it is very deep or very large', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      for (const depth of [100, 5_000, 200_000]) {
        const nested = `${open.repeat(depth)}1${close.repeat(depth)}`;
        for (const source of [
          open.repeat(depth),
          nested,
          `{"answers":{"whatHappened":${nested}}}`,
          `/*"*/${open.repeat(depth)}`,
        ]) {
          expect(problems(source)).not.toEqual([]);
        }
      }
    }
    expect(problems(withValue('answers.whatHappened', 'å'.repeat(5_000_000)))).toEqual([
      expect.objectContaining({ kind: 'too-long' }),
    ]);
    expect(
      problems(withValue('answers.operationsAtRisk', { text: 'x', units: Array(200_000).fill(1) })),
    ).toHaveLength(20);
  });
});

describe('in words', () => {
  test.each([
    ['{"anwers":{}}', 'Rad 1, kolumn 2 (anwers): Fältet finns inte. Tillåtet: source, channel, receivedAt'],
    [
      withValue('source', 'TIB'),
      '(source): Värdet går inte att använda. Tillåtet: tib, own-operation, other-authority, other.',
    ],
    [withValue('receivedAt', 'nyss'), 'Tiden ska skrivas som 2026-11-21T02:41:00+01:00'],
    [
      withValue('answers.whatHappened', ''),
      'Rad 1, kolumn 28 (answers.whatHappened): Fältet får inte vara tomt.',
    ],
    [withValue('exercise', 'ja'), 'Tillåtet: true, false.'],
    ['{"answers":{"whatHappened":"x"},}', 'kommatecken'],
  ])('%j', (content, words) => {
    expect(problems(content).map(fileProblemText).join('\n')).toContain(words);
  });

  test('a hostile name of a field is harmless and short', () => {
    const name = `\u001b[31m\n\u202e\u009b2J${'å'.repeat(10_000)}`;
    const [problem] = problems({ [name]: 1, ...least });
    const text = problem ? fileProblemText(problem) : '';
    expect(text).toMatch(/^Rad 1, kolumn 2 \(" å{10,}…\): Fältet finns inte/);
    expect(text.length).toBeLessThan(300);
  });
});

describe('whatever there is in a file', () => {
  const pieces = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '\\',
      ' ',
      '\n',
      '\ufeff',
      '"answers"',
      '"whatHappened"',
      '"x"',
      '1',
      '-',
    ],
    ...[
      'null',
      'true',
      '"\\ud800"',
      '"__proto__"',
      '"text"',
      '"certainty"',
      'e',
      '.',
      '0',
      '//',
      '/*',
      '\u0000',
    ],
  );
  const sources = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify(withValue('answers.whenHappened', value))),
    fc.jsonValue().map((value) => JSON.stringify(withValue('assessment', value))),
  );
  const jsonFaults = new Set([
    ...['broken-json', 'too-deep', 'name-expected', 'value-expected', 'colon-expected', 'comma-expected'],
    ...['end-expected', 'not-closed', 'comment', 'string-not-closed', 'bad-escape', 'control-character'],
  ]);

  test('reading throws nothing, tells a place within it, and knows JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const result = readIncidentFile(source);
        const rows = source.split(/\r\n|[\n\r]/);
        for (const problem of result.ok ? [] : result.problems) {
          expect(problem.row).toBeLessThanOrEqual(rows.length);
          expect(problem.column).toBeLessThanOrEqual((rows[problem.row - 1]?.length ?? 0) + 1);
          expect(fileProblemText(problem)).toMatch(/^Rad \d+, kolumn \d+/);
        }
        const broken = !result.ok && result.problems.some(({ kind }) => jsonFaults.has(kind));
        expect(broken).toBe(!isJson(source.replace(/^\ufeff/, '')));
      }),
      { numRuns: 2000 },
    );
  });

  function isJson(source: string): boolean {
    try {
      JSON.parse(source);
      return true;
    } catch {
      return false;
    }
  }

  const text = fc.string({ unit: 'binary', maxLength: 200 });
  const visible = text.filter((each) => {
    const result = readIncidentFile(JSON.stringify(withValue('answers.whenHappened', each)));
    return result.ok && !isBlank(result.file.answers.whenHappened?.text ?? '');
  });
  const certainty = fc.constantFrom('confirmed', 'unconfirmed', 'unknown');
  const answer = (given: fc.Arbitrary<string>, more: Record<string, fc.Arbitrary<unknown>> = {}) =>
    fc.oneof(given, fc.record({ text: given, certainty, ...more }, { requiredKeys: ['text'] }));
  const units = fc.array(text, { maxLength: 5 });
  const answerToOne = fc.constantFrom(...yesNoUnknown);
  const files = fc.record(
    {
      source: fc.constantFrom('tib', 'own-operation', 'other-authority', 'other'),
      channel: fc.constantFrom('phone', 'rakel', 'email', 'in-person'),
      receivedAt: fc
        .date({ min: new Date('1901-01-01'), max: new Date('2199-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
      operator: text,
      exercise: fc.boolean(),
      caller: fc.record({ name: text, callback: text }, { requiredKeys: [] }),
      answers: fc.record(
        {
          whatHappened: answer(visible),
          whenHappened: answer(text),
          whereHappened: answer(text),
          whoIsAffected: answer(text),
          actorsInvolved: answer(text),
          operationDirectlyAffected: answer(text, { own: answerToOne, units }),
          operationsAtRisk: answer(text, { units }),
        },
        { requiredKeys: ['whatHappened'] },
      ),
      assessment: fc.record(
        {
          manageableWithExistingResources: answerToOne,
          informDirector: answerToOne,
          directorTiming: fc.constantFrom('now', 'morning', 'unknown'),
          staffDirectlyAffected: answerToOne,
          careRecipientsDirectlyAffected: answerToOne,
          motivation: text,
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['answers'] },
  );

  test('a valid one is taken, and reading what was read changes nothing', () => {
    fc.assert(
      fc.property(files, fc.constantFrom(undefined, 1, '\t'), (file, indent) => {
        const read = accepted(JSON.stringify(file, null, indent));
        expect(accepted(JSON.stringify(read))).toEqual(read);
        expect(read.answers.whatHappened.text).not.toMatch(
          /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/,
        );
      }),
      { numRuns: 500 },
    );
  });
});
