/** What many incidents come to. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyTally, type Statistics, statisticsOf } from '../../src/domain/statistics.ts';

it('says nothing of what there is none of', () => {
  const none = statisticsOf(emptyTally);
  expect(none).toMatchObject({ incidents: 0, months: [], units: [] });
  expect(none.overridden.share).toBe(null);
  expect(none.times.toDecision).toEqual({ count: 0, median: null, percentile90: null });
  expect(none.hours.flat()).toEqual(Array.from({ length: 7 * 24 }, () => 0));
});

it('has every month from the first to the last, also over a new year', () => {
  const { months, outcomes, incidents } = statisticsOf({
    ...emptyTally,
    outcomes: [
      { month: '2027-02', outcome: null, count: 1 },
      { month: '2026-11', outcome: 'ordinary', count: 3 },
      { month: '2026-11', outcome: 'contact-director', count: 2 },
    ],
  });
  expect(months.map(({ month, outcomes: counts }) => [month, Object.values(counts)])).toEqual([
    ['2026-11', [3, 0, 2, 0]],
    ['2026-12', [0, 0, 0, 0]],
    ['2027-01', [0, 0, 0, 0]],
    ['2027-02', [0, 0, 0, 1]],
  ]);
  expect(outcomes).toEqual({ ordinary: 3, 'consult-first': 0, 'contact-director': 2, undecided: 1 });
  expect(incidents).toBe(6);
});

it('gives the median and the 90th percentile by nearest rank', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 60 }), (seconds) => {
      const sorted = seconds.toSorted((a, b) => a - b);
      const counts = Map.groupBy(sorted, (each) => each);
      const { times } = statisticsOf({
        ...emptyTally,
        decidedAfter: [...counts].map(([value, same]) => [value, same.length]),
      });
      const rank = (part: number) => sorted[Math.ceil((part * sorted.length) / 10) - 1] ?? null;
      expect(times.toDecision).toEqual({
        count: seconds.length,
        median: rank(5),
        percentile90: rank(9),
      } satisfies Statistics['times']['toDecision']);
    }),
  );
});

it('puts the most affected unit first, and those as often by name', () => {
  const unit = (name: string, incidents: number) => ({ unit: name, incidents, directly: 0 });
  const { units } = statisticsOf({ ...emptyTally, units: [unit('B', 1), unit('C', 5), unit('A', 1)] });
  expect(units.map((each) => each.unit)).toEqual(['C', 'A', 'B']);
});
