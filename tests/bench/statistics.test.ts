import { expect, test } from 'vitest';
import { growth, quantile, summarise } from './statistics.ts';

test('three of 300 are worse than the 99th percentile', () => {
  const samples = Array.from({ length: 300 }, (_, index) => 300 - index);
  expect(quantile(samples, 0.99)).toBe(297);
  expect(summarise(samples)).toEqual({ median: 150, min: 1, max: 300 });
});

test('growth is what it grows from first to last, whatever a few odd values say', () => {
  const steady = Array.from({ length: 31 }, (_, index) => 100 + index / 10);
  expect(growth(steady)).toBeCloseTo(3);
  expect(growth(steady.with(5, 500).with(30, 20))).toBeCloseTo(3);
  expect(growth(steady.map((_, index) => (index % 2 === 0 ? 100 : 101)))).toBe(0);
});

test('nothing has no median, and one value no growth', () => {
  expect(() => summarise([])).toThrow(RangeError);
  expect(() => growth([1])).toThrow(RangeError);
});
