import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { describeWhen, understandWhen } from '../../src/domain/when.ts';

/** A Saturday, at night. */
const night = '2026-11-21T02:41:00+01:00';
/** A Thursday, by day. */
const day = '2026-11-19T16:20:00+01:00';

const moment = (from: string) => ({ from, until: null, approximate: false });
const about = (from: string) => ({ from, until: null, approximate: true });
const span = (from: string, until: string) => ({ from, until, approximate: false });
const aboutSpan = (from: string, until: string) => ({ from, until, approximate: true });

const saidAtNight = {
  '02:15': moment('2026-11-21T02:15:00+01:00'),
  '2:15': moment('2026-11-21T02:15:00+01:00'),
  '14.30': moment('2026-11-20T14:30:00+01:00'),
  'kl 14': moment('2026-11-20T14:00:00+01:00'),
  'kl.14': moment('2026-11-20T14:00:00+01:00'),
  'kl 02': moment('2026-11-21T02:00:00+01:00'),
  'kl 2': moment('2026-11-21T02:00:00+01:00'),
  'klockan 14.30': moment('2026-11-20T14:30:00+01:00'),
  '0230': moment('2026-11-21T02:30:00+01:00'),
  '02.15-tiden': about('2026-11-21T02:15:00+01:00'),
  '22-tiden': about('2026-11-20T22:00:00+01:00'),
  'vid 22': about('2026-11-20T22:00:00+01:00'),
  'vid kl 22': about('2026-11-20T22:00:00+01:00'),
  'runt 22:30': about('2026-11-20T22:30:00+01:00'),
  'ca 22.30': about('2026-11-20T22:30:00+01:00'),
  'ungefär 09:50': about('2026-11-20T09:50:00+01:00'),
  nyss: about(night),
  'alldeles nyss': about(night),
  'just nu': moment(night),
  nu: moment(night),
  'för 20 min sedan': about('2026-11-21T02:21:00+01:00'),
  'för ca 20 minuter sedan': about('2026-11-21T02:21:00+01:00'),
  '20 min sen': about('2026-11-21T02:21:00+01:00'),
  'för tjugo minuter sen': about('2026-11-21T02:21:00+01:00'),
  'för en timme sedan': about('2026-11-21T01:41:00+01:00'),
  'för en halvtimme sedan': about('2026-11-21T02:11:00+01:00'),
  'en halv timme sedan': about('2026-11-21T02:11:00+01:00'),
  'för en kvart sedan': about('2026-11-21T02:26:00+01:00'),
  'för 2 timmar sedan': about('2026-11-21T00:41:00+01:00'),
  'för tre timmar sedan': about('2026-11-20T23:41:00+01:00'),
  'i natt': aboutSpan('2026-11-20T22:00:00+01:00', night),
  inatt: aboutSpan('2026-11-20T22:00:00+01:00', night),
  'i natt 02.15': moment('2026-11-21T02:15:00+01:00'),
  'i natt vid halv två': about('2026-11-21T01:30:00+01:00'),
  'i kväll': aboutSpan('2026-11-20T17:00:00+01:00', '2026-11-21T00:00:00+01:00'),
  'i eftermiddags': aboutSpan('2026-11-20T12:00:00+01:00', '2026-11-20T18:00:00+01:00'),
  'i går': span('2026-11-20T00:00:00+01:00', '2026-11-21T00:00:00+01:00'),
  igår: span('2026-11-20T00:00:00+01:00', '2026-11-21T00:00:00+01:00'),
  'i går 22': moment('2026-11-20T22:00:00+01:00'),
  'kl 22 i går': moment('2026-11-20T22:00:00+01:00'),
  'igår kl 22.15': moment('2026-11-20T22:15:00+01:00'),
  'i går kväll': aboutSpan('2026-11-20T17:00:00+01:00', '2026-11-21T00:00:00+01:00'),
  'i går kväll vid 9': about('2026-11-20T21:00:00+01:00'),
  'i går natt': aboutSpan('2026-11-19T22:00:00+01:00', night),
  'i förrgår': span('2026-11-19T00:00:00+01:00', '2026-11-20T00:00:00+01:00'),
  'i förrgår 08:05': moment('2026-11-19T08:05:00+01:00'),
  'i dag': span('2026-11-21T00:00:00+01:00', night),
  'idag 01:10': moment('2026-11-21T01:10:00+01:00'),
  'sedan midnatt': span('2026-11-21T00:00:00+01:00', night),
  'sedan 22': span('2026-11-20T22:00:00+01:00', night),
  'sedan ungefär 09:50': aboutSpan('2026-11-20T09:50:00+01:00', night),
  'sen i går kväll': aboutSpan('2026-11-20T17:00:00+01:00', night),
  'sedan i går': span('2026-11-20T00:00:00+01:00', night),
  'halv tre': moment('2026-11-21T02:30:00+01:00'),
  'fem över halv två': moment('2026-11-21T01:35:00+01:00'),
  '10 över 2': moment('2026-11-21T02:10:00+01:00'),
  'fem i halv tre': moment('2026-11-21T02:25:00+01:00'),
  'kvart i två': moment('2026-11-21T01:45:00+01:00'),
  'kvart över tre': moment('2026-11-20T15:15:00+01:00'),
  'klockan tolv': moment('2026-11-21T00:00:00+01:00'),
  midnatt: moment('2026-11-21T00:00:00+01:00'),
  '24.00': moment('2026-11-21T00:00:00+01:00'),
  '20/11 14:30': moment('2026-11-20T14:30:00+01:00'),
  'fre 20/11 14:30': moment('2026-11-20T14:30:00+01:00'),
  '20 nov 1430': moment('2026-11-20T14:30:00+01:00'),
  '20 nov kl 2025': moment('2026-11-20T20:25:00+01:00'),
  '20 nov 14:30': moment('2026-11-20T14:30:00+01:00'),
  'den 20 november kl 14': moment('2026-11-20T14:00:00+01:00'),
  'kl 14 den 20 november': moment('2026-11-20T14:00:00+01:00'),
  'den 20:e november, kl 14': moment('2026-11-20T14:00:00+01:00'),
  '2026-11-20 14:30': moment('2026-11-20T14:30:00+01:00'),
  '2025-12-24': span('2025-12-24T00:00:00+01:00', '2025-12-25T00:00:00+01:00'),
  'i fredags 22:10': moment('2026-11-20T22:10:00+01:00'),
  'i torsdags kväll': aboutSpan('2026-11-19T17:00:00+01:00', '2026-11-20T00:00:00+01:00'),
  'i lördags': span('2026-11-14T00:00:00+01:00', '2026-11-15T00:00:00+01:00'),
} as const;

describe('what is said on the phone at night', () => {
  for (const [text, expected] of Object.entries(saidAtNight)) {
    it(text, () => expect(understandWhen(text, night)).toEqual(expected));
  }
});

describe('what is said by day', () => {
  const said = {
    'i natt': aboutSpan('2026-11-18T22:00:00+01:00', '2026-11-19T06:00:00+01:00'),
    'i morse': aboutSpan('2026-11-19T04:00:00+01:00', '2026-11-19T10:00:00+01:00'),
    'i morse 7.30': moment('2026-11-19T07:30:00+01:00'),
    'i förmiddags': aboutSpan('2026-11-19T09:00:00+01:00', '2026-11-19T12:00:00+01:00'),
    'i eftermiddags': aboutSpan('2026-11-19T12:00:00+01:00', day),
    'halv tre': moment('2026-11-19T14:30:00+01:00'),
    'halv tre i natt': moment('2026-11-19T02:30:00+01:00'),
    'kvart i två': moment('2026-11-19T13:45:00+01:00'),
    'kl 14': moment('2026-11-19T14:00:00+01:00'),
    '19/11 14:30': moment('2026-11-19T14:30:00+01:00'),
    'den 19 november kl 14': moment('2026-11-19T14:00:00+01:00'),
    '2026-11-19 14:30': moment('2026-11-19T14:30:00+01:00'),
    '02:30': moment('2026-11-19T02:30:00+01:00'),
    '23:00': moment('2026-11-18T23:00:00+01:00'),
    'sedan midnatt': span('2026-11-19T00:00:00+01:00', day),
  };
  for (const [text, expected] of Object.entries(said)) {
    it(text, () => expect(understandWhen(text, day)).toEqual(expected));
  }
});

describe('what is left as text', () => {
  const notUnderstood = [
    ...[
      '',
      ' ',
      '.',
      '?',
      '22',
      '4',
      'vet inte',
      'vet inte, kanske vid lunch',
      'vid lunch',
      'i veckan',
      'sedan',
    ],
    ...['02:15 eller 02:30', 'kanske 02:15', '02:15?', 'efter 02:15', 'mellan 02:00 och 02:30', '20 min'],
    ...['25:00', '12:60', '2460', 'kl 25', 'halv', 'kvart i halv tre', 'för en stund sedan', 'tre'],
    ...['i morgon', 'i morse', 'i förmiddags', 'i går midnatt', 'i fredags natt', 'i natt 12:00'],
    ...['31/2', '32/1', '0/1', '1/13', '22/11', '1/1', 'lör 20/11 14:30', '2026-02-29', 'den 20 foober'],
    ...['21/11 14:30', '2026-11-21 14:30', 'idag 14:30', 'sedan 02:44', '2027-01-01'],
    // A year or a time?
    ...['20 november 2025', '20/11 2025'],
    // Before or after noon?
    ...['kl 9', 'i går 9', 'i går halv tre'],
    '02:15 '.repeat(2000),
  ];
  for (const text of notUnderstood) {
    it(JSON.stringify(text.slice(0, 40)), () => expect(understandWhen(text, night)).toBeNull());
  }

  test('late in the evening "i natt" may be the night that begins or the one that was', () => {
    expect(understandWhen('i natt', '2026-11-21T21:59:59+01:00')).not.toBeNull();
    expect(understandWhen('i natt', '2026-11-21T22:00:00+01:00')).toBeNull();
  });
});

test('case, composition, missing dots and rings, blanks and a final full stop do not matter', () => {
  const failures = Object.entries(saidAtNight).flatMap(([text, expected]) =>
    [
      text.toUpperCase(),
      text.normalize('NFD'),
      text.replaceAll(/[åä]/g, 'a').replaceAll('ö', 'o'),
      `  ${text.replaceAll(' ', '  ')}\n`,
      `${text}.`,
    ].filter((variant) => JSON.stringify(understandWhen(variant, night)) !== JSON.stringify(expected)),
  );
  expect(failures).toEqual([]);
});

test('nothing is understood with other words around it', () => {
  const texts = Object.keys(saidAtNight).flatMap((text) => [
    `kanske ${text}`,
    `${text} men jag är osäker`,
    `${text}?`,
  ]);
  expect(texts.filter((text) => understandWhen(text, night) !== null)).toEqual([]);
});

describe('a time of day without a date is the latest one', () => {
  test('up to five minutes after counts as today', () => {
    expect(understandWhen('02:46', night)).toEqual(moment('2026-11-21T02:46:00+01:00'));
    expect(understandWhen('02:47', night)).toEqual(moment('2026-11-20T02:47:00+01:00'));
    expect(understandWhen('00:01', '2026-11-21T23:58:00+01:00')).toEqual(moment('2026-11-22T00:01:00+01:00'));
  });

  test('for every minute of the day, said at any time', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.nat(23),
        fc.nat(59),
        (now, hour, minute) => {
          const text = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          const understood = understandWhen(text, now.toISOString());
          if (!understood) return text.startsWith('02');
          const age = now.getTime() - Date.parse(understood.from);
          return (
            understood.from.slice(11, 16) === text && age >= -5 * 60_000 && age < (25 * 60 - 5 + 1) * 60_000
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the clock changes', () => {
  test('the repeated 02:30 is the later one that has been', () => {
    const at = (receivedAt: string) => understandWhen('02:30', receivedAt)?.from;
    expect(at('2026-10-25T02:29:00+02:00')).toBe('2026-10-25T02:30:00+02:00');
    expect(at('2026-10-25T02:40:00+02:00')).toBe('2026-10-25T02:30:00+02:00');
    expect(at('2026-10-25T02:29:00+01:00')).toBe('2026-10-25T02:30:00+02:00');
    expect(at('2026-10-25T02:30:00+01:00')).toBe('2026-10-25T02:30:00+01:00');
    expect(at('2026-10-25T09:00:00+01:00')).toBe('2026-10-25T02:30:00+01:00');
    expect(understandWhen('i natt halv tre', '2026-10-25T09:00:00+01:00')?.from).toBe(
      '2026-10-25T02:30:00+01:00',
    );
  });

  test('the skipped 02:30 is not understood', () => {
    for (const text of ['02:30', '02.00', '0259', 'halv tre', 'i natt 02:30', '29/3 02:30', 'sedan 02:30']) {
      expect(understandWhen(text, '2026-03-29T03:10:00+02:00')).toBeNull();
      expect(understandWhen(text, '2026-03-29T09:00:00+02:00')).toBeNull();
    }
    expect(understandWhen('03:00', '2026-03-29T03:10:00+02:00')?.from).toBe('2026-03-29T03:00:00+02:00');
    expect(understandWhen('02:30', '2026-03-29T01:00:00+01:00')?.from).toBe('2026-03-28T02:30:00+01:00');
    expect(understandWhen('02:30', '2026-03-30T01:00:00+02:00')).toBeNull();
  });

  test('so long ago is counted in real time', () => {
    expect(understandWhen('för 2 timmar sedan', '2026-03-29T04:00:00+02:00')?.from).toBe(
      '2026-03-29T01:00:00+01:00',
    );
    expect(understandWhen('för 2 timmar sedan', '2026-10-25T03:00:00+01:00')?.from).toBe(
      '2026-10-25T02:00:00+02:00',
    );
  });
});

test('a date without a year is the latest one, also last year', () => {
  expect(understandWhen('31/12 23:50', '2027-01-01T00:10:00+01:00')).toEqual(
    moment('2026-12-31T23:50:00+01:00'),
  );
  expect(understandWhen('29/2 10:00', '2028-03-01T10:00:00+01:00')).toEqual(
    moment('2028-02-29T10:00:00+01:00'),
  );
  expect(understandWhen('29/2 10:00', '2027-03-01T10:00:00+01:00')).toBeNull();
});

test('the time it was received may be written in any offset', () => {
  expect(understandWhen('02:15', '2026-11-21T01:41:00Z')).toEqual(moment('2026-11-21T02:15:00+01:00'));
  expect(() => understandWhen('02:15', '2026-11-21')).toThrow(RangeError);
});

test('whatever is written is understood in bounds or left alone, and can be described', () => {
  const word = fc.constantFrom(
    ...[
      'i',
      'går',
      'igår',
      'natt',
      'kväll',
      'kl',
      'vid',
      'sedan',
      'för',
      'en',
      'halv',
      'tre',
      'kvart',
      'över',
    ],
    ...[
      '2',
      '9',
      '14',
      '22',
      '02:30',
      '0230',
      '24.00',
      '29/3',
      '25/10',
      'oktober',
      'timme',
      'fredags',
      'midnatt',
    ],
  );
  const text = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme' }),
  );
  const receivedAt = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  fc.assert(
    fc.property(text, receivedAt, (said, at) => {
      const understood = understandWhen(said, at);
      if (!understood) return true;
      const [from, until, received] = [understood.from, understood.until ?? at, at].map(Date.parse) as [
        number,
        number,
        number,
      ];
      expect(describeWhen(understood, at)).toContain(understood.from.slice(11, 16));
      return understood.until === null ? from <= received + 5 * 60_000 : from <= until && until <= received;
    }),
    { numRuns: 5000 },
  );
});

describe('what is shown under the field', () => {
  const shown = (text: string, receivedAt = night) => {
    const understood = understandWhen(text, receivedAt);
    return understood && describeWhen(understood, receivedAt);
  };

  test('a moment, with its day and how long ago it was', () => {
    expect(shown('02:15')).toBe('lör 21 nov 02:15 (26 min sedan)');
    expect(shown('i går 22')).toBe('i går fre 20 nov 22:00 (4 tim 41 min sedan)');
    expect(shown('i förrgår 08:05')).toBe('tor 19 nov 08:05 (1 dygn 18 tim sedan)');
    expect(shown('för en timme sedan')).toBe('lör 21 nov ungefär 01:41 (1 tim sedan)');
    expect(shown('just nu')).toBe('lör 21 nov 02:41 (nu)');
    expect(shown('02:44')).toBe('lör 21 nov 02:44 (om 3 min)');
  });

  test('a span', () => {
    expect(shown('sedan midnatt')).toBe('lör 21 nov 00:00 – nu');
    expect(shown('sedan ungefär 09:50')).toBe('i går fre 20 nov ungefär 09:50 – nu');
    expect(shown('i går')).toBe('i går fre 20 nov 00:00–24:00');
    expect(shown('i natt')).toBe('i går fre 20 nov ungefär 22:00 – nu');
    expect(shown('i natt', day)).toBe('i går ons 18 nov ungefär 22:00 – tor 19 nov ungefär 06:00');
    expect(shown('i morse', day)).toBe('tor 19 nov ungefär 04:00–10:00');
    expect(shown('i natt', '2026-11-19T02:00:00.750+01:00')).toBe('i går ons 18 nov ungefär 22:00 – nu');
  });

  test('the year when it is another', () => {
    expect(shown('31/12 23:50', '2027-01-01T00:10:00+01:00')).toBe(
      'i går tor 31 dec 2026 23:50 (20 min sedan)',
    );
  });

  test('which of the two hours when the clocks go back', () => {
    expect(shown('02:30', '2026-10-25T02:40:00+02:00')).toBe('sön 25 okt 02:30 sommartid (10 min sedan)');
    expect(shown('02:30', '2026-10-25T02:40:00+01:00')).toBe('sön 25 okt 02:30 vintertid (10 min sedan)');
    expect(shown('01:30', '2026-10-25T02:40:00+01:00')).toBe('sön 25 okt 01:30 (2 tim 10 min sedan)');
  });
});
