import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Contact,
  completeUnit,
  contactsFor,
  currentPart,
  linkedUnits,
  matchUnits,
  missingRoles,
  type Role,
  unitsOf,
} from '../../src/domain/register.ts';

function contact(role: Role, fields: Partial<Contact> = {}): Contact {
  return { role, name: 'Någon', unit: '', phone: '031-390 06 12', email: '', extra: {}, ...fields };
}

const units = [
  'Hemtjänst Kortedala',
  'Hemtjänst Bergsjön',
  'Äldreboende Ängen',
  'Vård och omsorg',
  'Hemtjänst',
];
const decomposed = (text: string) => text.normalize('NFD');

describe('whom the register holds', () => {
  const contacts = [
    contact('director', { name: 'D' }),
    contact('unitManager', { name: 'A', unit: 'Hemtjänst Kortedala' }),
    contact('dutyOfficer', { name: 'T', unit: 'Stadsledningskontoret' }),
    contact('unitManager', { name: 'B', unit: 'Äldreboende Ängen' }),
    contact('unitManager', { name: 'C', unit: decomposed('hemtjänst kortedala') }),
  ];

  test('our own units, each once, in register order', () => {
    expect(unitsOf(contacts)).toEqual(['Hemtjänst Kortedala', 'Äldreboende Ängen']);
  });

  test('contacts by role or unit, in register order', () => {
    expect(contactsFor('director', contacts).map(({ name }) => name)).toEqual(['D']);
    expect(contactsFor({ unit: 'Hemtjänst Kortedala' }, contacts).map(({ name }) => name)).toEqual([
      'A',
      'C',
    ]);
    expect(contactsFor({ unit: 'aldreboende angen' }, contacts).map(({ name }) => name)).toEqual(['B']);
    expect(contactsFor({ unit: 'Skola' }, contacts)).toEqual([]);
    expect(contactsFor({ unit: '' }, contacts)).toEqual([]);
  });

  test('the roles without which a call cannot be carried through', () => {
    expect(missingRoles([])).toEqual([['director'], ['deskManager', 'qualityManager'], ['dutyOfficer']]);
    expect(missingRoles(contacts)).toEqual([['deskManager', 'qualityManager']]);
    expect(missingRoles([...contacts, contact('qualityManager')])).toEqual([]);
  });

  test('somebody without a telephone number cannot be phoned', () => {
    const all = [contact('director', { phone: '', email: 'd@example.se' }), contact('deskManager')];
    expect(missingRoles([...all, contact('dutyOfficer')])).toEqual([['director']]);
  });
});

describe('offering units while one types', () => {
  test('best first: the same, starts with, a word starts with, words in any order', () => {
    const names = ['Kortedala hemtjänst natt', 'Natt Hemtjänst', 'Hemtjänst natt', 'Hemtjänst', 'Boende'];
    expect(matchUnits('hemtjänst', names, 9)).toEqual([
      'Hemtjänst',
      'Hemtjänst natt',
      'Kortedala hemtjänst natt',
      'Natt Hemtjänst',
    ]);
    expect(matchUnits('na he', names, 9)).toEqual([
      'Kortedala hemtjänst natt',
      'Natt Hemtjänst',
      'Hemtjänst natt',
    ]);
  });

  test.each(['ÄLDREBOENDE', 'aldreb', 'angen', decomposed('Äng'), '  ängen ald '])(
    '%j finds Ängen',
    (typed) => {
      expect(matchUnits(typed, units, 5)).toEqual(['Äldreboende Ängen']);
    },
  );

  test('at most as many as asked for; nothing for nothing, for punctuation or for what is not a start', () => {
    expect(matchUnits('hem', units, 2)).toEqual(['Hemtjänst Kortedala', 'Hemtjänst Bergsjön']);
    for (const typed of ['', '  ', '-', 'tjänst']) expect(matchUnits(typed, units, 5)).toEqual([]);
  });

  test('every start of a name offers it, composed or not, in any case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...units), fc.nat(), fc.boolean(), (unit, length, lower) => {
        const start = [...unit].slice(0, 1 + (length % unit.length)).join('');
        const typed = lower ? decomposed(start).toLowerCase() : start.toUpperCase();
        expect(matchUnits(typed, units, units.length)).toContain(unit);
      }),
    );
  });
});

describe('linking an answer to units', () => {
  test.each([
    ['Hemtjänst Kortedala', ['Hemtjänst Kortedala']],
    ['hemtjanst  KORTEDALA.', ['Hemtjänst Kortedala']],
    [decomposed('Hemtjänst Bergsjön'), ['Hemtjänst Bergsjön']],
    ['Hemtjänst Bergsjön, Hemtjänst Kortedala', ['Hemtjänst Bergsjön', 'Hemtjänst Kortedala']],
    ['Hemtjänst Bergsjön; Äldreboende Ängen\nVård och omsorg', units.slice(1, 4)],
    ['Hemtjänst Bergsjön och Äldreboende Ängen', units.slice(1, 3)],
    ['Hemtjänst Bergsjön, och Äldreboende Ängen samt hemtjänst', [...units.slice(1, 3), 'Hemtjänst']],
    ['Hemtjänst & Vård och omsorg', ['Hemtjänst', 'Vård och omsorg']],
    ['Vård och omsorg och Hemtjänst', ['Vård och omsorg', 'Hemtjänst']],
    ['Hemtjänst, hemtjänst', ['Hemtjänst']],
    ['Hemtjänst och ungefär tio till', ['Hemtjänst']],
    ['Hemtjänsten i stan', []],
    ['', []],
    [' , och ; ', []],
  ])('%j', (answer, expected) => {
    expect(linkedUnits(answer, units)).toEqual(expected);
  });

  test('a unit whose name differs from another only in a ring is linked by its own letters, never by a guess', () => {
    const similar = ['Ängen', 'Ången'];
    expect(linkedUnits('ången, ängen', similar)).toEqual(['Ången', 'Ängen']);
    expect(linkedUnits('angen', similar)).toEqual([]);
  });

  test('a unit within another unit’s name is not named by it', () => {
    const names = ['Omsorg', 'Vård och omsorg', 'Vård'];
    expect(linkedUnits('Vård och omsorg', names)).toEqual(['Vård och omsorg']);
    expect(linkedUnits('Omsorg, vård', names)).toEqual(['Omsorg', 'Vård']);
  });

  test('any units in any order with any separators are found', () => {
    const separators = [', ', ';', '\n', ' och ', ' samt ', ' & ', ',\n', ', och '];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(units, { minLength: 1 }),
        fc.infiniteStream(fc.nat()),
        (chosen, stream) => {
          const answer = chosen.reduce((text, unit) => {
            return text + separators[(stream.next().value ?? 0) % separators.length] + unit;
          });
          expect(linkedUnits(answer, units)).toEqual(chosen);
        },
      ),
    );
  });

  test('an answer of only separators or blanks, as long as it may be, names nothing', () => {
    for (const text of [','.repeat(10_000), ' '.repeat(10_000), ' och'.repeat(2_500)]) {
      expect(linkedUnits(text, units)).toEqual([]);
    }
  });
});

describe('the part being typed', () => {
  /** `|` is the cursor. */
  const at = (marked: string): [string, number] => [marked.replace('|', ''), marked.indexOf('|')];

  test.each([
    ['Hem|', 'Hem'],
    ['Hemtjänst, Äld|', 'Äld'],
    ['Hemtjänst och Äld|', 'Äld'],
    ['Hem|, Äldreboende', 'Hem'],
    ['|Hem', 'Hem'],
    ['Hem\nÄld|re', 'Äldre'],
    ['Hem, |', ''],
    ['|', ''],
  ])('%j', (marked, expected) => {
    const [text, cursor] = at(marked);
    const part = currentPart(text, cursor);
    expect(part.text).toBe(expected);
    expect(text.slice(part.start, part.end)).toBe(expected);
  });

  test.each([
    ['Hem|', 'Hemtjänst Kortedala', 'Hemtjänst Kortedala|'],
    ['kort|, Äldreboende Ängen', 'Hemtjänst Kortedala', 'Hemtjänst Kortedala|, Äldreboende Ängen'],
    ['Hemtjänst |', 'Hemtjänst Kortedala', 'Hemtjänst Kortedala|'],
    ['Hemtjänst, |', 'Äldreboende Ängen', 'Hemtjänst, Äldreboende Ängen|'],
    ['Vård och oms|', 'Vård och omsorg', 'Vård och omsorg|'],
    ['vard och |', 'Vård och omsorg', 'Vård och omsorg|'],
    ['Hemtjänst och oms|', 'Vård och omsorg', 'Hemtjänst och Vård och omsorg|'],
    ['Hemtjänst och Hem|', 'Hemtjänst Bergsjön', 'Hemtjänst och Hemtjänst Bergsjön|'],
  ])('Tab in %j takes %j', (before, unit, after) => {
    const [text, cursor] = at(after);
    expect(completeUnit(...at(before), unit)).toEqual({ text, cursor });
  });

  test('wherever the cursor is, completing keeps what is outside and the unit is linked at an end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aå ,\n&o', ' och ') }), fc.nat(), (text, at) => {
        const cursor = at % (text.length + 1);
        const part = currentPart(text, cursor);
        expect(part.start).toBeLessThanOrEqual(part.end);
        const done = completeUnit(text, cursor, 'Hemtjänst Kortedala');
        expect(done.text.slice(0, done.cursor).endsWith('Hemtjänst Kortedala')).toBe(true);
        expect(text.endsWith(done.text.slice(done.cursor))).toBe(true);
        expect(linkedUnits(done.text, units)).toContain('Hemtjänst Kortedala');
      }),
    );
  });
});
