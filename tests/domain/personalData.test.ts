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

/**
 * `F` is the century, `Y` the year, and so on: one of each in the order of the number. In small letters its digits
 * stand one by one.
 */
function written(number: string, notation: string): string {
  const parts: Readonly<Record<string, string>> = {
    F: number.slice(0, 2),
    Y: number.slice(2, 4),
    M: number.slice(4, 6),
    D: number.slice(6, 8),
    N: number.slice(8),
  };
  return notation.replace(
    /[FYMDN]/gi,
    (part) => parts[part] ?? [...(parts[part.toUpperCase()] ?? '')].join(' '),
  );
}
const fullWidth = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
const mathematical = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7d8 + Number(digit)));

const patterns = {
  'twelve digits': 'FYMDN',
  'twelve digits, hyphen': 'FYMD-N',
  'ten digits': 'YMDN',
  'ten digits, hyphen': 'YMD-N',
  'plus sign, from the year of a hundred on': 'YMD+N',
  'wide plus sign': 'YMD\uff0bN',
  blank: 'YMD N',
  'two blanks': 'YMD  N',
  'century apart': 'F YMD-N',
  'century apart, hyphen between blanks': 'F YMD - N',
  'year apart, hyphen between blanks': 'FY MD - N',
  'year apart, blanks': 'FY MD N',
  'date with hyphens': 'FY-M-D-N',
  'date with hyphens, blank': 'FY-M-D N',
  'date with blanks': 'FY M D N',
  'date in pairs': 'Y M D N',
  'date with dots': 'FY.M.D-N',
  dot: 'FYMD.N',
  'dot in the middle': 'YMD\u00b7N',
  'date with slashes': 'FY/M/D-N',
  underscore: 'FYMD_N',
  'digit by digit': 'f y m d n',
  'digit by digit, hyphen': 'y m d - n',
  'date digit by digit': 'y m d-N',
  'birth number digit by digit': 'FYMD n',
  'non-breaking hyphen': 'YMD\u2011N',
  'figure dash': 'YMD\u2012N',
  'en dash': 'YMD\u2013N',
  'em dash': 'YMD\u2014N',
  'minus sign': 'YMD\u2212N',
  'small hyphen': 'YMD\ufe63N',
  'non-breaking blank': 'FYMD\u00a0N',
  'thin blank': 'FYMD\u2009N',
  'narrow non-breaking blank': 'FYMD\u202fN',
  'blank as wide as a digit': 'FYMD\u2007N',
  'ideographic blank': 'FYMD\u3000N',
  'soft hyphen': 'YMD\u00adN',
  'zero-width characters': 'Y\u200bM\u200bD\u200d-\u200bN',
  'direction marks': 'F\u200eY\u200fM\ufeffD\u2060N',
  'line broken at the hyphen': 'YMD-\nN',
  'line broken at the blank': 'FYMD\nN',
  'line broken within the date': 'FY M\nD N',
  'line broken in an indented list': 'YMD\n  N',
  'line broken in a quotation': 'YMD-\n> > N',
} as const;
const notations = Object.values(patterns);

const everyNotation: readonly (readonly [words: string, (number: string) => string])[] = [
  ...Object.entries(patterns).map(
    ([words, pattern]) => [words, (number: string) => written(number, pattern)] as const,
  ),
  ['digit by digit with dots', (number) => written(number, 'f y m d n').replaceAll(' ', '.')],
  ['wide digits', (number) => fullWidth(written(number, 'FYMD-N'))],
  ['mathematical digits', (number) => mathematical(written(number, 'YMDN'))],
];

/** What stands before and behind the number in each part of what leaves. */
const parts = [
  ['subject', '[INFO] ', ' – A-2026-0001'],
  ['body', 'Det brinner.\nGäller (', ').\nIngen är skadad.'],
  ['file name', 'PM_', '.pdf'],
] as const;

/** Of ten digits in a row from 07 on it cannot be told. */
function kindOf(number: string, notation: string) {
  const isInARow = ['ten digits', 'soft hyphen', 'mathematical digits', 'digit by digit, ten'].includes(
    notation,
  );
  if (isInARow && number.startsWith('07', 2)) return 'number-or-phone';
  return isCoordination(number) ? 'coordination-number' : 'personal-number';
}

describe('personnummer and samordningsnummer', () => {
  test('there are all of the published numbers', () => {
    expect(testNumbers).toHaveLength(6273);
    expect(testNumbers.filter(isCoordination)).toHaveLength(1132);
  });

  test('every one is found in every notation, in the subject, in the body and in the name of a file', () => {
    const missed: Record<string, number> = {};
    for (const [notation, write] of everyNotation) {
      for (const [part, before, after] of parts) {
        const wrong = testNumbers.filter((number) => {
          const text = write(number);
          const hits = findPersonalData(before + text + after, nobody, now);
          const [from, to] = [before.length, before.length + text.length];
          const isFound =
            hits[0]?.kind === kindOf(number, notation) && hits[0].from === from && hits[0].to === to;
          return hits.length !== 1 || !isFound;
        });
        if (wrong.length > 0) missed[`${notation}, in the ${part}`] = wrong.length;
      }
    }
    expect(missed).toEqual({});
    expect(everyNotation).toHaveLength(47);
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
    '900101-980 2',
    '900101\n-9802',
  ])('it is found in %j', (text) => {
    expect(found(text, { ...nobody, phones: ['031-390 06 12'] })).toEqual([
      expect.stringMatching(/^personal-number: (?:19)?90 ?0101\n?[-_]?98 ?0 ?2$/),
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
    ['digits one by one, and too few', '9 0 0 1 0 1 9 8 0'],
    ['digits one by one with a wrong check digit', '9 0 0 1 0 1 9 8 0 3'],
    ['a sign of a quotation within a line', '900101> 9802'],
    ['two paragraphs', '900101\n\n9802'],
    ['a list', '- 900101\n- 9802'],
    ['two parts with too little to tell', '900101, 9803'],
    ['a date of the night and a number', '2026-10-21 (1239), 2025-03-18: 1232'],
    ['what is called something else', 'ärende 900101 (9802), tel 900101, 9802'],
    ['blanks in an amount', '900101 9 802'],
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
    expect(found('ring 0 8 1 1 1 2 1 2 3 5')).toEqual(['number-or-phone: 0 8 1 1 1 2 1 2 3 5']);
    expect(found('0 7 0 1 0 1 9 8 0 4')).toEqual(['number-or-phone: 0 7 0 1 0 1 9 8 0 4']);
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
    expect(found('9 0 0 1 0 1 - 9 8 0 3')).toEqual(['mistyped-number: 9 0 0 1 0 1 - 9 8 0 3']);
    expect(found('personnummer: 9001019803')).toEqual(['mistyped-number: 9001019803']);
    expect(found('dnr 900101-9803')).toEqual([]);
  });

  test('a reservnummer is left to a person', () => {
    const right = ['19900101-T123', '19900101T123', '900101-TF12', '19900101–123T', '900101-12T3'];
    expect(right.flatMap((text) => found(`Okänd, ${text}.`))).toEqual(
      right.map((text) => `reserve-number: ${text}`),
    );
    const others = [
      ...[
        '19900101-t123',
        '19900101-T1234',
        '19900101-TFX1',
        '900101T123',
        '20261121T0241',
        '19900101-123Tb',
      ],
      ...[
        '19901301-T123',
        '20261123-T123',
        '16900101-T123',
        '1990101-T123',
        'ritning nr 1-A123',
        'dnr 900101-A123',
      ],
    ];
    expect(others.flatMap((text) => found(text))).toEqual([]);
  });

  test('what is written so loosely that it may be something else is left to a person', () => {
    const loose = [
      ...['900101,9802', '900101, 9802', '900101:9802', '900101;9802', '900101 | 9802', '900101,\n9802'],
      ...['(900101)9802', '(900101)-9802', '900101 (9802)', '900101\n(9802)', '1990-01-01 (9802)'],
      ...['900101 980 2', '900101-9 802', '900101, sista fyra 9802', '900101 slutar på 9802'],
      ...['19900101. Sista fyra siffrorna är: 9802'],
    ];
    expect(loose.flatMap((text) => found(`Anna ${text}.`))).toEqual(
      loose.map((text) => `number-or-reference: ${text}`),
    );
    // A word before tells.
    expect(found('född 900101, sista 9802')).toEqual(['personal-number: 900101, sista 9802']);
    expect(found('pnr (900101)9802')).toEqual(['personal-number: (900101)9802']);
    expect(found('född 900101, 9803 hushåll')).toEqual([]);
    expect(masked('Anna (900101)9802', findPersonalData('Anna (900101)9802', nobody, now))).toBe(
      'Anna [nummer borttaget]',
    );
  });

  test('what is called something else is left to a person', () => {
    expect(found('OCR-nummer: 9001019802')).toEqual(['number-or-reference: 9001019802']);
    expect(found('faktura 900101-9802')).toEqual(['personal-number: 900101-9802']);
    // One way to read it is called so, the other is not.
    expect(found('ärende 19 900101 9802')).toEqual(['personal-number: 19 900101 9802']);
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
        ' (at) ',
        ' snabel-a ',
        ' punkt se',
        'x',
        'anna ',
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
        'lösenord: ',
        'A1234',
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
        'T123',
        '-',
        '–',
        '+',
        ' ',
        '\n',
        '\n> ',
        '/',
        '.',
        ',',
        ':',
        ' sista ',
        '·',
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
        // A password may be without.
        const others = text.includes('lösenord') ? /number|phone/ : /number|phone|code/;
        expect(kinds.filter((kind) => others.test(kind))).toEqual([]);
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

  test.each([
    ['Anna (900101-9802) bor kvar.', 'Anna [personnummer borttaget] bor kvar.'],
    ['pnr9001019802x', 'pnr [personnummer borttaget] x'],
    ['Gäller 18 900101-\n> 9802, man.', 'Gäller [personnummer borttaget], man.'],
    ['1. 900101-9802\n2. 9 0 0 1 0 1 - 9 8 0 2', '1. [personnummer borttaget]\n2. [personnummer borttaget]'],
    ['900101-9802 900101-9802', '[personnummer borttaget] [personnummer borttaget]'],
    ['PM_900101-9802.pdf', 'PM_[personnummer borttaget].pdf'],
    ['Ring dottern ((031) 390 06 12).', 'Ring dottern [telefonnummer borttaget].'],
    ['Reservnummer 19900101-T123.', 'Reservnummer [nummer borttaget].'],
    ['Portkod 1234#, <anna@example.se>', 'Portkod [kod borttagen], <[e-postadress borttagen]>'],
    ['Anna har demens.', 'Anna har [uppgift borttagen].'],
  ])('%j is masked to what can be read', (text, expected) => {
    expect(masked(text, findPersonalData(text, nobody, now))).toBe(expected);
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
        '1 ',
        '1\n',
        '19900101-T',
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
      ...[
        'Aa ',
        'Aa-',
        'demens',
        'demens ',
        'demens Aa ',
        'Aa Bb demens. ',
        'anna\ndemens\n',
        'ms-',
        'kod ',
        'portkod ',
        'portkod 1',
      ],
      ...['snabel-a.', 'snabel-a a.a.', 'a (at) ', ' punkt ', '900101,', '900101 sista ', '(900101)'],
      ...['tel 70 ', 'lösenord: ', 'lösenord till a', 'pin ', 'Anna. Hon har demens '],
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
