/** What the guard has found, where there is room for all of it and where there is not. */
import { expect, test } from 'vitest';
import { foundIn } from '../../src/flow/guard.ts';
import { guardLines, typedGuardLine } from '../../src/ui/guardLines.ts';
import { textOf } from './call/screens.ts';

const context = { known: { phones: [], emails: [], names: [] }, now: '2026-11-21T03:10:00+01:00' };
const found = foundIn(
  ['Portkod 4711. Ring 070-174 06 50 eller a@example.se. 19811218-9876 har skyddad identitet.'],
  context,
);

test.each([1, 3, 20])('in %i rows: what stops it first, and everything can be read', (rows) => {
  const { staying, rest } = guardLines(found, 60, rows);
  const all = [...staying, ...rest].map(textOf);
  expect(all[0]).toMatch(/^! Personnummer/);
  expect(all.filter((text) => text.startsWith('! '))).toHaveLength(5);
  expect(staying.length).toBeLessThanOrEqual(Math.max(rows, 2));
  expect(rest.length === 0).toBe(rows === 20);
});

test('while it is typed: what may not be there, and then each kind of the rest once', () => {
  expect(textOf(typedGuardLine(found, '  ') ?? [])).toBe(
    '  Får inte stå i rapporten: personnummer. Se upp: kod, telefonnummer, e-postadress, skyddade uppgifter.',
  );
  expect(typedGuardLine([], '')).toBeNull();
});
