import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LogEffect, type LogRow, startLog, updateLog } from '../../../src/flow/log/logList.ts';
import { lineWidth } from '../../../src/ui/frame.ts';
import { logView } from '../../../src/ui/log/logScene.ts';
import { keysOf } from '../../flow/call/typedCall.ts';
import { textsOf } from '../call/screens.ts';

const row = (sequence: number): LogRow => ({
  id: `incident-${sequence}`,
  number: `A-2026-${String(sequence).padStart(4, '0')}`,
  receivedAt: '2026-11-21T02:41:00+01:00',
  summary: sequence % 2 === 0 ? 'Strömavbrott' : '世界'.repeat(30),
  outcome: 'ordinary',
  timing: null,
  status: 'open',
  exercise: sequence === 2,
});
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(count - index));

function pressed(script: string, count = 30) {
  const effects: LogEffect[] = [];
  let state = startLog(rows(count), false);
  for (const key of keysOf(script)) {
    const next = updateLog(state, { kind: 'key', key });
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}

test.each([
  ['⏎', 'incident-30'],
  ['↓↓↑⏎', 'incident-29'],
  ['{PgDn}{PgDn}{PgDn}⏎', 'incident-1'],
  ['{PgDn}{PgUp}{PgUp}⏎', 'incident-30'],
])('%s opens %s', (script, id) => {
  expect(pressed(script).effects).toEqual([{ kind: 'open-incident', id }]);
});

test('Esc and q go back, Ctrl+C leaves, and an empty log opens nothing', () => {
  expect(pressed('{Esc}q{Ctrl+C}').effects).toEqual([{ kind: 'back' }, { kind: 'back' }, { kind: 'exit' }]);
  expect(pressed('↓⏎', 0)).toEqual({ state: startLog([], false), effects: [] });
});

test('the selection stays on its incident when another comes', () => {
  const { state } = updateLog(pressed('↓↓').state, { kind: 'loaded', rows: rows(31) });
  expect(state.rows[state.selected]?.id).toBe('incident-28');
});

test('shows number, when, status, outcome and summary, and marks exercises', () => {
  const lines = textsOf(logView(pressed('↓', 2).state, { columns: 100, rows: 12 })).map((line) =>
    line.trimEnd(),
  );
  expect(lines[0]).toBe(' Loggen, 2 händelser');
  expect(lines[1]).toBe('  A-2026-0002  lör 21 nov 02:41   öppen     ordinarie          ÖVNING Strömavbrott');
  expect(lines[2]).toMatch(/^▶ A-2026-0001 /);
});

test.each([
  [80, '  A-2026-0002  lör 21 nov   ordinarie          ÖVNING Strömavbrott'],
  [60, '  A-2026-0002  lör 21 nov   ÖVNING Strömavbrott'],
  [40, '  A-2026-0002  ÖVNING Strömavbrott'],
])('in %i columns still says what has happened', (columns, shown) => {
  const [, first] = textsOf(logView(pressed('↓', 2).state, { columns, rows: 12 }));
  expect(first?.trimEnd()).toBe(shown);
});

test('fits every window, with the selected incident in view', () => {
  fc.assert(
    fc.property(
      fc.record({ columns: fc.integer({ min: 34, max: 160 }), rows: fc.integer({ min: 12, max: 50 }) }),
      fc.integer({ min: 0, max: 80 }),
      (size, down) => {
        const { lines } = logView(pressed('↓'.repeat(down), 60).state, size);
        expect(lines).toHaveLength(size.rows);
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
        expect(
          textsOf({ lines, cursor: null, scrollMax: 0 }).filter((line) => line.startsWith('▶')),
        ).toHaveLength(1);
      },
    ),
  );
});
