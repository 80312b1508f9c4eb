/** The statistics as text: every width holds it, and every number stands in it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { callerQuestions } from '../../../src/domain/questions.ts';
import { emptyTally, statisticsOf, type Tally } from '../../../src/domain/statistics.ts';
import { bar, heatLegend, heatRow } from '../../../src/ui/statistics/charts.ts';
import { statisticsLines } from '../../../src/ui/statistics/statisticsText.ts';
import { width } from '../../../src/ui/textLayout.ts';

const scope = { fromDate: '2026-11-01', toDate: null, exercise: false };
const some: Tally = {
  ...emptyTally,
  outcomes: [
    { month: '2026-09', outcome: 'ordinary', count: 1200 },
    { month: '2026-11', outcome: 'contact-director', count: 1 },
  ],
  hours: [{ weekday: 7, hour: 23, count: 4 }],
  overridden: 3,
  decidedAfter: [
    [45, 10],
    [3720, 2],
  ],
  unanswered: { ...emptyTally.unanswered, whoIsAffected: 7 },
  units: [
    { unit: 'Äldreboende med ett mycket långt namn som inte får plats', incidents: 9, directly: 2 },
    ...Array.from({ length: 20 }, (_, index) => ({ unit: `Enhet ${index}`, incidents: 1, directly: 0 })),
  ],
};

it('is never wider than there is room for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 200 }), (columns) => {
      for (const tally of [some, emptyTally])
        for (const line of statisticsLines(statisticsOf(tally), scope, columns))
          expect(width(line)).toBeLessThanOrEqual(columns);
    }),
  );
});

it('says every number in figures, so that the pictures may be missed', () => {
  const text = statisticsLines(statisticsOf(some), scope, 100).join('\n').replaceAll('\u00a0', ' ');
  expect(text).toMatch(/^Statistik: från och med 2026-11-01, 1 201 händelser$/m);
  expect(text).toMatch(/^ {2}ordinarie +1 200 +100 % +░+$/m);
  expect(text).toMatch(/^ {2}2026-10 +0$/m);
  expect(text).toMatch(/^ {2}2026-11 +1 +█$/m);
  expect(text).toMatch(/^ {2}sön {2,}██ +4$/m);
  expect(text).toMatch(/^ {2}Samtal till beslut +12 +45 s +1 tim 2 min$/m);
  expect(text).toMatch(/^ {2}3 av 1 201 beslut \(0 %\)$/m);
  expect(text).toMatch(/^ {2}Vilka är påverkade\? +7 +1 % +█+$/m);
  expect(text).toMatch(/^ {2}Äldreboende med ett mycket lå… +9 +2 +█+░+$/m);
  expect(text).toContain('… och 6 till');
  for (const { text: question } of callerQuestions) expect(text).toContain(question);
});

it('says that there is nothing', () => {
  const lines = statisticsLines(statisticsOf(emptyTally), { ...scope, exercise: true }, 80);
  expect(lines).toEqual([
    'Statistik: bara ÖVNING, från och med 2026-11-01, 0 händelser',
    '',
    'Inga händelser.',
  ]);
});

it('draws a bar in proportion, and nothing so small that it is not seen', () => {
  const both = [
    { value: 10, sign: '░' },
    { value: 10, sign: '█' },
  ];
  expect(bar(both, 40, 20)).toBe('░░░░░█████');
  expect(bar([{ value: 1, sign: '█' }], 10_000, 20)).toBe('█');
  expect(bar([{ value: 0, sign: '█' }], 10, 20)).toBe('');
  expect(bar([{ value: 0, sign: '█' }], 0, 20)).toBe('');
});

it('has a legend in which every shade of the map stands, with the numbers that it is for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (most) => {
      const legend = heatLegend(most);
      for (let value = 1; value <= most; value++) {
        const shade = legend.find(({ from, to }) => value >= from && value <= to);
        expect(heatRow([value], most, 1)).toBe(shade?.sign);
      }
      expect(heatRow([0], most, 2)).toBe('  ');
    }),
    { numRuns: 40 },
  );
});
