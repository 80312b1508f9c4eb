/** A simulated week at two desk screens: what falls due rings once, whichever of them is up. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { campaign } from '../../pty/campaign.ts';
import { simulateWeek } from './week.ts';
import { hour } from './weekPlan.ts';

/** The clock changes in the hours from `from` after midnight, counted as they pass. */
const weeks = [
  { name: 'the clock is set forward', sunday: '2027-03-28', from: 2, passes: ['01:59', '03:00'] },
  { name: 'an hour comes twice', sunday: '2026-10-25', from: 3, passes: ['02:59', '02:00'] },
];

describe.each(weeks)('a week in which $name', ({ sunday, from, passes }) => {
  const night = Temporal.PlainDate.from(sunday).toZonedDateTime('Europe/Stockholm');
  const change = night.add({ hours: from });

  test('is the week that is meant', () => {
    const clocks = [change.subtract({ minutes: 1 }), change].map((at) =>
      at.toPlainTime().toString().slice(0, 5),
    );
    expect(clocks).toEqual(passes);
  });

  test('rings once for everything that falls due', { timeout: campaign.timeout }, () => {
    fc.assert(
      fc.property(fc.noShrink(fc.nat()), (seed) => {
        const folder = mkdtempSync(join(tmpdir(), 'tjour-week-'));
        try {
          const { faults, rang, ...outcome } = simulateWeek(folder, night.epochMilliseconds, seed);
          expect(faults).toEqual([]);
          // It was a week worth the name.
          expect(outcome.incidents).toBe(60);
          expect(rang.length).toBeGreaterThan(200);
          expect(Math.min(outcome.kills, outcome.starts, outcome.lost)).toBeGreaterThan(3);
          for (const hours of [-1, 0]) {
            const begins = change.epochMilliseconds + hours * hour;
            expect(rang.filter((at) => at >= begins && at < begins + hour).length).toBeGreaterThanOrEqual(4);
          }
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: campaign.runs(1) },
    );
  });
});
