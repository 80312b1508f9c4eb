import { expect, test } from 'vitest';
import { countdownText } from '../../src/domain/countdown.ts';

const due = '2026-11-21T03:30:20+01:00';

test.each([
  ['2026-11-21T03:18:00+01:00', 'om 12 min'],
  ['2026-11-21T03:29:59.999+01:00', 'om 1 min'],
  ['2026-11-21T03:30:00+01:00', 'nu'],
  ['2026-11-21T03:30:59+01:00', 'nu'],
  ['2026-11-21T03:31:00+01:00', 'försenad 1 min'],
  ['2026-11-21T02:30:59+01:00', 'om 1 h 00 min'],
  ['2026-11-21T02:31:00+01:00', 'om 59 min'],
  ['2026-11-21T01:25:00+01:00', 'om 2 h 05 min'],
  ['2026-11-21T05:35:00+01:00', 'försenad 2 h 05 min'],
  ['2026-11-19T03:31:00+01:00', 'om 47 h 59 min'],
  ['2026-11-19T03:30:00+01:00', 'om 2 dygn'],
  ['2026-11-17T03:31:00+01:00', 'om 3 dygn'],
  ['2026-11-24T03:30:00+01:00', 'försenad 3 dygn'],
])('at %s: %s', (now, text) => {
  expect(countdownText(due, now)).toBe(text);
});

test('before 1970 and across a clock change minutes are minutes', () => {
  expect(countdownText('1969-12-31T23:00:30Z', '1969-12-31T22:59:45Z')).toBe('om 1 min');
  expect(countdownText('2026-03-29T03:10:00+02:00', '2026-03-29T01:50:00+01:00')).toBe('om 20 min');
  expect(countdownText('2026-10-25T02:10:00+01:00', '2026-10-25T02:10:00+02:00')).toBe('om 1 h 00 min');
});

test('what is no time is refused', () => {
  expect(() => countdownText('03:30', due)).toThrow(RangeError);
  expect(() => countdownText(due, '')).toThrow(RangeError);
});
