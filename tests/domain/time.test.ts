import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatInstant, isInstant, parseInstant } from '../../src/domain/time.ts';

test('a moment is RFC 3339 with an offset', () => {
  const moments = ['2026-11-21T02:41:00+01:00', '2026-11-21T01:41:00Z', '2026-11-21t01:41:00.123456789z'];
  expect(moments.map(isInstant)).toEqual(moments.map(() => true));
});

test('anything else is not, and says so', () => {
  const others = [
    ...[
      '',
      'nyss',
      '2026-11-21',
      '2026-11-21T02:41:00',
      '2026-11-21 02:41:00+01:00',
      '2026-11-21T02:41+01:00',
    ],
    ...['2026-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-11-21T24:00:00Z', '2026-11-21T02:60:00Z'],
    ...['2026-11-21T02:41:00+0100', '2026-11-21T02:41:00+01:00[Europe/Stockholm]', '+002026-11-21T02:41:00Z'],
    '2026-11-21T02:41:00Z\n',
  ];
  expect(others.filter(isInstant)).toEqual([]);
  for (const text of others) expect(() => parseInstant(text)).toThrow(RangeError);
});

test("it is written in the desk's offset at that moment, and a fraction is cut off", () => {
  const written = (text: string) => formatInstant(parseInstant(text));
  expect(written('2026-11-21T01:41:00Z')).toBe('2026-11-21T02:41:00+01:00');
  expect(written('2026-07-01T00:00:00-05:00')).toBe('2026-07-01T07:00:00+02:00');
  expect(written('2026-11-21T06:59:59.999+01:00')).toBe('2026-11-21T06:59:59+01:00');
  // The clocks go forward past this one, and twice over the next two.
  expect(written('2026-03-29T02:30:00+01:00')).toBe('2026-03-29T03:30:00+02:00');
  expect(written('2026-10-25T00:30:00Z')).toBe('2026-10-25T02:30:00+02:00');
  expect(written('2026-10-25T01:30:00Z')).toBe('2026-10-25T02:30:00+01:00');
});

test('what is written is the same moment to the second', () => {
  const dates = fc.date({
    min: new Date('1970-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(dates, (date) => {
      const written = formatInstant(parseInstant(date.toISOString()));
      expect(isInstant(written)).toBe(true);
      expect(Date.parse(written)).toBe(Math.floor(date.getTime() / 1000) * 1000);
      expect(formatInstant(parseInstant(written))).toBe(written);
    }),
  );
});
