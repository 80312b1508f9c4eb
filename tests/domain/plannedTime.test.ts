import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parsePlanned } from '../../src/domain/plannedTime.ts';

/** A Saturday, at night. */
const night = '2026-11-21T03:10:00+01:00';
/** A Thursday, by day. */
const day = '2026-11-19T16:20:00+01:00';

const typedAtNight = {
  '1': '2026-11-21T03:11:00+01:00',
  '7': '2026-11-21T03:17:00+01:00',
  '20': '2026-11-21T03:30:00+01:00',
  '180': '2026-11-21T06:10:00+01:00',
  '+20': '2026-11-21T03:30:00+01:00',
  '+ 240': '2026-11-21T07:10:00+01:00',
  'om 20': '2026-11-21T03:30:00+01:00',
  '20 min': '2026-11-21T03:30:00+01:00',
  '20min': '2026-11-21T03:30:00+01:00',
  'om 20 minuter': '2026-11-21T03:30:00+01:00',
  'om tjugo minuter': '2026-11-21T03:30:00+01:00',
  '2 h': '2026-11-21T05:10:00+01:00',
  '2h': '2026-11-21T05:10:00+01:00',
  '1,5 tim': '2026-11-21T04:40:00+01:00',
  '1.5 timme': '2026-11-21T04:40:00+01:00',
  '1 h 30 min': '2026-11-21T04:40:00+01:00',
  'om 1 timme och 30 min': '2026-11-21T04:40:00+01:00',
  'om en timme': '2026-11-21T04:10:00+01:00',
  'om två timmar': '2026-11-21T05:10:00+01:00',
  'om en kvart': '2026-11-21T03:25:00+01:00',
  'en halvtimme': '2026-11-21T03:40:00+01:00',
  '03:30': '2026-11-21T03:30:00+01:00',
  '3.30': '2026-11-21T03:30:00+01:00',
  '0330': '2026-11-21T03:30:00+01:00',
  'kl 3:30': '2026-11-21T03:30:00+01:00',
  'klockan 03.30': '2026-11-21T03:30:00+01:00',
  '03:10': '2026-11-22T03:10:00+01:00',
  '1430': '2026-11-21T14:30:00+01:00',
  '02:00': '2026-11-22T02:00:00+01:00',
  '24:00': '2026-11-22T00:00:00+01:00',
  'kl 7': '2026-11-21T07:00:00+01:00',
  'kl 20': '2026-11-21T20:00:00+01:00',
  'halv fyra': '2026-11-21T03:30:00+01:00',
  'halv tre': '2026-11-21T14:30:00+01:00',
  'kvart i sju': '2026-11-21T06:45:00+01:00',
  'i dag 8': '2026-11-21T08:00:00+01:00',
  'i dag 3': '2026-11-21T15:00:00+01:00',
  'i morgon 7': '2026-11-22T07:00:00+01:00',
  'i morgon 12': '2026-11-22T12:00:00+01:00',
  'imorgon 07:00': '2026-11-22T07:00:00+01:00',
  'i morgon bitti halv åtta': '2026-11-22T07:30:00+01:00',
  'i morgon kväll 8': '2026-11-22T20:00:00+01:00',
  'i övermorgon kl. 9': '2026-11-23T09:00:00+01:00',
  'i kväll 20': '2026-11-21T20:00:00+01:00',
  'i kväll 8': '2026-11-21T20:00:00+01:00',
  'kl 20 i kväll': '2026-11-21T20:00:00+01:00',
  'i natt 4': '2026-11-21T04:00:00+01:00',
  'i natt 23:30': '2026-11-21T23:30:00+01:00',
  'i natt 02:30': '2026-11-22T02:30:00+01:00',
  'måndag 8': '2026-11-23T08:00:00+01:00',
  'mån 08:00': '2026-11-23T08:00:00+01:00',
  'på måndag kl 8': '2026-11-23T08:00:00+01:00',
  'lördag 02:00': '2026-11-28T02:00:00+01:00',
  'lör 8': '2026-11-21T08:00:00+01:00',
  '24/11 8:00': '2026-11-24T08:00:00+01:00',
  'tis 24/11 0800': '2026-11-24T08:00:00+01:00',
  'den 24 november kl 8': '2026-11-24T08:00:00+01:00',
  '2026-11-24 08:00': '2026-11-24T08:00:00+01:00',
  '3/1 8:00': '2027-01-03T08:00:00+01:00',
  '2027-06-01 07:00': '2027-06-01T07:00:00+02:00',
};

describe('what is typed at ten past three', () => {
  for (const [text, at] of Object.entries(typedAtNight)) {
    it(text, () => expect(parsePlanned(text, night)).toEqual({ kind: 'at', at }));
  }
});

test('case, composition, missing dots and rings, blanks and a final full stop do not matter', () => {
  const failures = Object.entries(typedAtNight).flatMap(([text, at]) =>
    [
      text.toUpperCase(),
      text.normalize('NFD'),
      text.replaceAll(/[åä]/g, 'a').replaceAll('ö', 'o'),
      `  ${text.replaceAll(' ', '  ')}\n`,
      `${text}.`,
    ].filter(
      (variant) => JSON.stringify(parsePlanned(variant, night)) !== JSON.stringify({ kind: 'at', at }),
    ),
  );
  expect(failures).toEqual([]);
});

test('what may mean two things, or nothing, is not understood', () => {
  const texts = [
    ...[
      '',
      ' ',
      '.',
      '?',
      'snart',
      'i morgon',
      'i kväll',
      'måndag',
      '24/11',
      'nästa måndag 8',
      'constructor',
    ],
    // Not minutes and not a time.
    ...['0', '00', '07', '-5', '181', '330', '+0', '0 min', '0,0 tim', '20 min 5', '2 h 5', '1,5', 'tre'],
    ...['25:00', '03:60', '2460', 'kl 25', 'kl', 'om 03:30', '03:30?', 'kanske 20', '20 min sedan'],
    ...['i kväll 07:00', 'i natt 12:30', 'i morgon natt 3', 'i går 7', 'i måndags 8', 'i morse 7'],
    ...['31/2 8:00', '0/1 8:00', '1/13 8:00', 'mån 24/11 8:00', '2026-02-29 08:00', '24 foober 8'],
    '7 '.repeat(2000),
  ];
  const understood = texts.filter((text) => parsePlanned(text, night).kind !== 'not-understood');
  expect(understood).toEqual([]);
  // Nine in the evening or in the morning?
  expect(parsePlanned('kl 9', '2026-11-21T10:00:00+01:00')).toEqual({ kind: 'not-understood' });
});

test('a date that has passed says which, and so does one more than a year ahead', () => {
  const past = {
    '24/10 8:00': '2026-10-24T08:00:00+02:00',
    '21/11 03:10': '2026-11-21T03:10:00+01:00',
    'i dag 02:00': '2026-11-21T02:00:00+01:00',
    '2025-11-24 08:00': '2025-11-24T08:00:00+01:00',
    '2026-11-20 8': '2026-11-20T08:00:00+01:00',
  };
  for (const [text, at] of Object.entries(past)) {
    expect(parsePlanned(text, night), text).toEqual({ kind: 'past', at });
  }
  expect(parsePlanned('2027-11-21 03:10', night).kind).toBe('at');
  expect(parsePlanned('2027-11-21 03:11', night)).toEqual({
    kind: 'too-far',
    at: '2027-11-21T03:11:00+01:00',
  });
});

test('by day', () => {
  expect(parsePlanned('i natt 2', day)).toEqual({ kind: 'at', at: '2026-11-20T02:00:00+01:00' });
  expect(parsePlanned('halv fem', day)).toEqual({ kind: 'at', at: '2026-11-19T16:30:00+01:00' });
  expect(parsePlanned('torsdag 16', day)).toEqual({ kind: 'at', at: '2026-11-26T16:00:00+01:00' });
  expect(parsePlanned('tors 17', day)).toEqual({ kind: 'at', at: '2026-11-19T17:00:00+01:00' });
});

describe('the clock changes', () => {
  const at = (text: string, now: string) => {
    const planned = parsePlanned(text, now);
    return planned.kind === 'at' ? planned.at : planned.kind;
  };

  test('a time in the skipped hour is the moment after it', () => {
    expect(at('02:30', '2026-03-29T01:00:00+01:00')).toBe('2026-03-29T03:00:00+02:00');
    expect(at('i morgon 02:00', '2026-03-28T20:00:00+01:00')).toBe('2026-03-29T03:00:00+02:00');
    expect(at('29/3 02:59', '2026-03-28T20:00:00+01:00')).toBe('2026-03-29T03:00:00+02:00');
    // It has been: the next 02:30 is tomorrow's.
    expect(at('02:30', '2026-03-29T03:00:00+02:00')).toBe('2026-03-30T02:30:00+02:00');
  });

  test('a time in the repeated hour is the next one after now', () => {
    expect(at('02:30', '2026-10-25T01:00:00+02:00')).toBe('2026-10-25T02:30:00+02:00');
    expect(at('02:30', '2026-10-25T02:30:00+02:00')).toBe('2026-10-25T02:30:00+01:00');
    expect(at('25/10 02:30', '2026-10-25T02:40:00+02:00')).toBe('2026-10-25T02:30:00+01:00');
    expect(at('02:30', '2026-10-25T02:30:00+01:00')).toBe('2026-10-26T02:30:00+01:00');
  });

  test('lengths are counted in real time, days by the calendar', () => {
    expect(at('2 h', '2026-03-29T01:30:00+01:00')).toBe('2026-03-29T04:30:00+02:00');
    expect(at('2 h', '2026-10-25T01:30:00+02:00')).toBe('2026-10-25T02:30:00+01:00');
    expect(at('i morgon 7', '2026-10-24T20:00:00+02:00')).toBe('2026-10-25T07:00:00+01:00');
  });
});

test('now may be written in any offset, with parts of a second', () => {
  expect(parsePlanned('20', '2026-11-21T02:10:00.900Z')).toEqual({
    kind: 'at',
    at: '2026-11-21T03:30:00+01:00',
  });
  expect(() => parsePlanned('20', '2026-11-21')).toThrow(RangeError);
});

const anyNow = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

test('every time of day is the next one, at most a day and the extra hour ahead', () => {
  fc.assert(
    fc.property(anyNow, fc.nat(23), fc.nat(59), (now, hour, minute) => {
      const text = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      const planned = parsePlanned(text, now);
      expect(planned.kind).toBe('at');
      if (planned.kind !== 'at') return;
      const wait = Date.parse(planned.at) - Date.parse(now);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(25 * 3_600_000);
      expect([text, '03:00']).toContain(planned.at.slice(11, 16));
    }),
    { numRuns: 2000 },
  );
});

test('whatever is typed is a time ahead, a time that has been, or not understood', () => {
  const word = fc.constantFrom(
    ...['om', '+', 'en', 'två', 'kvart', 'halv', 'i', 'morgon', 'kväll', 'natt', 'kl', 'måndag', 'den', 'på'],
    ...['1', '7', '20', '1,5', '0330', '02:30', '2.30', 'h', 'min', '29/3', '25/10', '29/2', '2027-03-28'],
  );
  const text = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(text, anyNow, (typed, now) => {
      const planned = parsePlanned(typed, now);
      if (planned.kind === 'not-understood') return;
      expect(Date.parse(planned.at) > Date.parse(now)).toBe(planned.kind !== 'past');
      expect(planned.at).toMatch(/T\d\d:\d\d:\d\d[+]0[12]:00$/);
    }),
    { numRuns: 5000 },
  );
});
