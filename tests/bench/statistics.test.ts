import { expect, test } from 'vitest';
import { quantile, summarise } from './statistics.ts';

test('three of 300 are worse than the 99th percentile', () => {
  const samples = Array.from({ length: 300 }, (_, index) => 300 - index);
  expect(quantile(samples, 0.99)).toBe(297);
  expect(summarise(samples)).toEqual({ median: 150, min: 1, max: 300 });
});

test('nothing has no median', () => {
  expect(() => summarise([])).toThrow(RangeError);
});
