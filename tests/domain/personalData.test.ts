/** The guard against personnummer and samordningsnummer, and what holds for all that it finds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData, type KnownContacts, masked, strongKinds } from '../../src/domain/personalData.ts';
import { personalDataMasks } from '../../src/texts/personalData.ts';
import { register, sentences, templates } from './personalDataSentences.ts';

const now = '2026-11-21T02:41:00+01:00';
const nobody: KnownContacts = { phones: [], emails: [], names: [] };

/** What is found, as `kind: the text`. */
function found(text: string, known = nobody, at = now): string[] {
  return findPersonalData(text, known, at).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);
}

/** Skatteverket's test numbers: of twelve digits, sorted. */
const testNumbers = readFileSync(join(import.meta.dirname, 'personalDataNumbers.txt'), 'utf8')
  .split('\n')
  .filter((line) => /^\d/.test(line))
  .flatMap((line) => {
    const [year = '', ...rest] = line.split(' ');
    return rest.map((dayAndBirthNumber) => year + dayAndBirthNumber);
  });
const isCoordination = (number: string) => Number(number.slice(6, 8)) > 59;

/** `F` is the century, `Y` the year, and so on: one of each in the order of the number. */
function written(number: string, notation: string): string {
  const [century, year, month, day, birth] = [
    number.slice(0, 2),
    number.slice(2, 4),
    number.slice(4, 6),
    number.slice(6, 8),
    number.slice(8),
  ];
  const parts: Readonly<Record<string, string>> = { F: century, Y: year, M: month, D: day, N: birth };
  return notation.replace(/[FYMDN]/g, (part) => parts[part] ?? '');
}
const fullWidth = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
const mathematical = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7d8 + Number(digit)));

const notations = [
  'FYMDN',
  'FYMD-N',
  'YMDN',
  'YMD-N',
  'YMD+N',
  'YMD\uff0bN',
  'YMD N',
  'YMD  N',
  'FY MD - N',
  'F YMD-N',
  'F YMD - N',
  'FY-M-D-N',
  'FY-M-D N',
  'FY M D N',
  'Y M D N',
  'FY MD N',
  'FY.M.D-N',
  'FY/M/D-N',
  // Non-breaking hyphen, figure, en and em dash, minus, soft hyphen and a small hyphen-minus.
  ...['\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\u00ad', '\ufe63'].map((dash) => `YMD${dash}N`),
  // Non-breaking, thin, narrow non-breaking, figure and ideographic space.
  ...['\u00a0', '\u2009', '\u202f', '\u2007', '\u3000'].map((blank) => `FYMD${blank}N`),
  // Zero-width characters and direction marks in between.
  'Y\u200bM\u200bD\u200d-\u200bN',
  '\u2068F\u200eY\u200fM\ufeffD\u2060N'.slice(1),
  'YMD-\nN',
];

describe('personnummer and samordningsnummer', () => {
  test('there are all of the published numbers', () => {
    expect(testNumbers).toHaveLength(6273);
    expect(testNumbers.filter(isCoordination)).toHaveLength(1132);
  });

  test.each([
    ...notations.map((notation) => [notation, (text: string) => text] as const),
    ['FYMD-N', fullWidth],
    ['YMDN', mathematical],
  ] as const)('every one is found, written as %j', (notation, dress) => {
    const wrong = testNumbers.filter((number) => {
      const text = dress(written(number, notation));
      const hits = findPersonalData(text, nobody, now);
      const [hit] = hits;
      const mayBePhone =
        notation.replace(/\p{Default_Ignorable_Code_Point}/gu, '') === 'YMDN' && number.startsWith('07', 2);
      const kind = mayBePhone
        ? 'number-or-phone'
        : isCoordination(number)
          ? 'coordination-number'
          : 'personal-number';
      return hits.length !== 1 || hit?.kind !== kind || hit.from !== 0 || hit.to !== text.length;
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    'pnr:900101-9802',
    '(900101-9802)',
    'pnr9001019802x',
    'Hon (”19900101-9802”), som',
    '9001019802.',
    'ring 031-390 06 12 900101-9802',
    '12 900101-9802 13',
    '2023-900101-9802-2',
    'PM_900101-9802_2.pdf',
    'PM_900101_9802.pdf',
    '900101-98 02',
    '90 0101-9802',
    '900101-9802/17',
  ])('it is found in %j', (text) => {
    expect(found(text, { ...nobody, phones: ['031-390 06 12'] })).toEqual([
      expect.stringMatching(/^personal-number: (?:19)?90 ?0101[-_]?98 ?02$/),
    ]);
  });

  test.each([
    ['of a longer number', '39001019802'],
    ['of a longer number', '900101980212'],
    ['of a longer number behind zero-width characters', '9001019802\u200b1'],
    ['a day that is not', '900230-9801'],
    ['the leap day of a year without', '19900229-9801'],
    ['a month that is not', '901301-9809'],
    ['a samordningsnummer of no day', '900192-9801'],
    ['somebody who is not born yet', '20261123-0004'],
    ['somebody of another century', '17900101-9802'],
    ['a date without a birth number', '900101-XXXX'],
    ['a date without a birth number', '19900101'],
    ['an organisation', '556012-5790'],
    ['an organisation of twelve digits', '16556012-5790'],
    ['a wrong check digit without a sign of what it is', '9001019803 900101 9803'],
    ['too much between', '900101     9802'],
    ['a new line', '900101\n9802'],
    ['a list', '900101, 9802'],
    ['dates from and to', '2019-03-18–2020-01-19'],
    ['an IBAN', 'SE45 5000 0000 0583 9825 7466'],
    ['an address of a computer', '192.168.10.12 10.12.11.1234'],
    ['a place', '57.70887, 11.97456'],
    ['other groups', '90 0101 9802'],
  ])('not %s: %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('no telephone number that the desk knows is one, whatever it looks like', () => {
    const phones = ['070-174 06 05', '070-101 98 04', '08-11 12 12 34', '0303-12 34 56'];
    const texts = [
      '0701740605',
      '0701019804',
      '08-1112 1234',
      '08 11 12 12 34',
      '+46 70 174 06 05',
      '0303-12 34 56',
    ];
    for (const text of texts) expect(found(text, { ...nobody, phones })).toEqual([]);
    // 46 and a Norrköping number: 11 December 1946.
    expect(found('+46 11 12 34 58')).toEqual(['phone: +46 11 12 34 58']);
    // Born on 12 November 2008, were it not for the groups.
    expect(found('08 11 12 12 35')).toEqual(['phone: 08 11 12 12 35']);
    // A mobile number that is a right personnummer as well: only digits in a row leave it open.
    expect(found('0701019804')).toEqual(['number-or-phone: 0701019804']);
    expect(found('070-101 98 04')).toEqual(['phone: 070-101 98 04']);
    expect(found('mobil: 0701019804')).toEqual(['phone: 0701019804']);
    expect(found('personnr 0701019804')).toEqual(['personal-number: 0701019804']);
    expect(found('070101-9804')).toEqual(['personal-number: 070101-9804']);
    expect(found('tel 0001019801')).toEqual(['personal-number: 0001019801']);
  });

  test('a time of about now that also is one is left to a person', () => {
    const times = ['20261121-0241', '20261121-0242', '261121-0242', '202611210242', '2026-11-21 0240'];
    expect(times.flatMap((time) => found(time))).toEqual(
      ['20261121-0242', '261121-0242', '202611210242'].map((time) => `number-or-time: ${time}`),
    );
    expect(found('20261120-2392')).toEqual(['mistyped-number: 20261120-2392']);
    expect(found('född 202611210242')).toEqual(['personal-number: 202611210242']);
    expect(found('20261181-0249')).toEqual(['coordination-number: 20261181-0249']);
    // Not about now any more.
    expect(found('202611210242', nobody, '2029-01-01T12:00:00+01:00')).toEqual([
      'personal-number: 202611210242',
    ]);
  });

  test('a wrong check digit is told where it surely was meant as one', () => {
    expect(found('900101-9803')).toEqual(['mistyped-number: 900101-9803']);
    expect(found('19900101–9803')).toEqual(['mistyped-number: 19900101–9803']);
    expect(found('personnummer: 9001019803')).toEqual(['mistyped-number: 9001019803']);
    expect(found('dnr 900101-9803')).toEqual([]);
  });

  test('what is called something else is left to a person', () => {
    expect(found('OCR-nummer: 9001019802')).toEqual(['number-or-reference: 9001019802']);
    expect(found('faktura 900101-9802')).toEqual(['personal-number: 900101-9802']);
  });

  test('"today" is the day at the desk', () => {
    const text = '20261122-2387';
    expect(found(text, nobody, '2026-11-21T22:59:00Z')).toEqual([]);
    expect(found(text, nobody, '2026-11-21T23:00:00Z')).toEqual(['personal-number: 20261122-2387']);
    expect(() => found(text, nobody, 'i dag')).toThrow(RangeError);
  });
});

describe('ordinary sentences', () => {
  test('at most one in a hundred is stopped or warned for', () => {
    expect(new Set(templates).size).toBeGreaterThanOrEqual(120);
    const alarms = sentences(2000, 1).map((text) => findPersonalData(text, register, now));
    const strong = alarms.filter((hits) => hits.some(({ strength }) => strength === 'strong'));
    const warned = alarms.filter((hits) => hits.some(({ strength }) => strength === 'warning'));
    expect(strong.length).toBeLessThanOrEqual(20);
    expect(warned.length).toBeLessThanOrEqual(20);
  });

  test('a number anywhere in one is found, and masked', () => {
    const texts = sentences(2000, 2);
    const placed = fc.record({
      text: fc.constantFrom(...texts),
      number: fc.constantFrom(...testNumbers),
      notation: fc.constantFrom(...notations),
      at: fc.nat(),
    });
    fc.assert(
      fc.property(placed, ({ text, number, notation, at }) => {
        const gaps = [0, ...Array.from(text.matchAll(/ /g), ({ index }) => index + 1), text.length];
        const from = gaps[at % gaps.length] ?? 0;
        const inserted = written(number, notation);
        const whole = `${text.slice(0, from)} ${inserted} ${text.slice(from)}`;
        const hits = findPersonalData(whole, register, now);
        const hit = hits.find((each) => each.from <= from + 1 && each.to >= from + 1 + inserted.length);
        expect(hit).toBeDefined();
        expect(masked(whole, hits)).not.toContain(inserted);
      }),
      { numRuns: 20_000 },
    );
  });
});

/** Texts of what is looked for, and of what may stand about it. */
const pieces = fc
  .array(
    fc.oneof(
      fc
        .constantFrom(...testNumbers.slice(0, 300))
        .chain((number) => fc.constantFrom(...notations).map((notation) => written(number, notation))),
      fc.constantFrom(
        '031-390 06 12',
        '+46 70 174 06 05',
        '0701740605',
        '08',
        '0303',
        '+46',
        '(0)',
        '20261121-0241',
      ),
      fc.constantFrom(
        'anna@example.se',
        '@',
        '.se',
        'x',
        'Anna Berg',
        'Berg',
        'demens',
        'fraktur',
        'höft',
        '. ',
      ),
      fc.constantFrom(
        'portkod ',
        'kod',
        'kod till porten ',
        'nyckelskåp',
        '1234',
        '4521#',
        ' är ',
        'personnr ',
      ),
      fc.constantFrom('skyddad', 'identitet', 'sekretess', 'markerad', 'kvarskriven', 'OCR ', 'ring '),
      fc.constantFrom(
        '19',
        '20',
        '1',
        '-',
        '–',
        '+',
        ' ',
        '\n',
        '/',
        '.',
        '(',
        ')',
        '\u200b',
        '\u00ad',
        '٣',
        'å',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 14 },
  )
  .map((all) => all.join(''));

describe('any text', () => {
  test('hits lie in order within it, and masking them leaves none', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        const hits = findPersonalData(text, nobody, now);
        let end = 0;
        for (const { kind, strength, from, to } of hits) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(strength).toBe(strongKinds.some((strong) => strong === kind) ? 'strong' : 'warning');
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        expect(findPersonalData(masked(text, hits), nobody, now)).toEqual([]);
      }),
      { numRuns: 20_000 },
    );
  });

  test('positions are right after any Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...testNumbers), (prefix, number) => {
        const text = `${prefix}x${written(number, 'YMD-N')}`;
        expect(found(text).at(-1)).toMatch(/^(?:personal|coordination)-number: \d{6}-\d{4}$/);
      }),
    );
  });

  test('without digits there is no number in it', () => {
    const withoutDigits = pieces.map((text) => text.replace(/\p{Nd}/gu, ''));
    fc.assert(
      fc.property(withoutDigits, (text) => {
        const kinds = findPersonalData(text, nobody, now).map(({ kind }) => kind);
        expect(kinds.filter((kind) => /number|phone|code/.test(kind))).toEqual([]);
      }),
    );
  });

  test('masking some hits leaves the others, and nothing of those', () => {
    const text = 'Anna, 900101-9802, bor kvar. Ring 070-174 06 05.';
    const hits = findPersonalData(text, nobody, now);
    expect(hits).toHaveLength(2);
    expect(masked(text, hits.slice(0, 1))).toBe(
      'Anna, [personnummer borttaget], bor kvar. Ring 070-174 06 05.',
    );
    expect(masked(text, hits)).toBe(
      'Anna, [personnummer borttaget], bor kvar. Ring [telefonnummer borttaget].',
    );
    expect(masked(text, [])).toBe(text);
    for (const mask of Object.values(personalDataMasks)) expect(mask).toMatch(/^\[\p{Ll}[\p{Ll} -]+\]$/u);
  });

  test('a long one takes no longer for each character', { timeout: 10_000 }, () => {
    // One that looked at every pair of them would not come to an end in time.
    const repeated = [
      ...[
        '1',
        '0',
        'a',
        'A',
        ' ',
        '-',
        '+',
        '.',
        '@',
        '(',
        '\n',
        '\u200b',
        '\u0301',
        'å',
        '😀',
        '\u{1d7d8}',
        '\ufffc',
      ],
      ...[
        '1-',
        '1-1-1-',
        '0 ',
        '00 46 ',
        '+46 ',
        '08-',
        '19',
        '900101-9802 ',
        '900101-',
        'a@',
        '@a.',
        '.a@b.se',
      ],
      ...['Aa ', 'Aa-', 'demens', 'demens ', 'demens Aa ', 'Aa Bb demens. ', 'kod ', 'portkod ', 'portkod 1'],
      ...['nyckelskåp', 'skyddad ', 'identitet är ', 'sekretess-', 'kvarskriv', ' är kod', '12 34 '],
    ];
    for (const part of repeated) {
      const text = part.repeat(Math.ceil(100_000 / part.length));
      expect(findPersonalData(text, nobody, now).length).toBeLessThanOrEqual(text.length);
    }
  });
});

test('the hash that every report bears is nobody, whatever its digits', () => {
  const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
  fc.assert(
    fc.property(hash, (sum) => {
      expect(findPersonalData(`Loggens kontrollsumma:\n${sum}\n`, nobody, now)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
  const within = 'b18900101-9802f86399640d8c0a001da21a6f079585a4ec25200a7c8c2416afa38';
  expect(findPersonalData(`${within.slice(0, 20)} 18900101-9802`, nobody, now)).not.toEqual([]);
});
