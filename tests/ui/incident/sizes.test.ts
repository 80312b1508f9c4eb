/** What holds for the incident screen at every size, whatever has been pressed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFieldOf } from '../../../src/flow/incident/update.ts';
import { questions } from '../../../src/texts/incidentPanels.ts';
import { lineWidth, type Size } from '../../../src/ui/frame.ts';
import { incidentView } from '../../../src/ui/incident/incidentView.ts';
import { asMessages, incidents, keys } from '../../flow/incident/generators.ts';
import type { TypedIncident } from '../../flow/incident/typedIncident.ts';
import { textOf, textsOf } from '../call/screens.ts';

const sizes: fc.Arbitrary<Size> = fc.oneof(
  fc.constantFrom({ columns: 100, rows: 29 }, { columns: 60, rows: 19 }, { columns: 40, rows: 11 }),
  fc.record({ columns: fc.integer({ min: 34, max: 160 }), rows: fc.integer({ min: 12, max: 50 }) }),
);

function check(property: (incident: TypedIncident, size: Size, scroll: number) => void): void {
  fc.assert(
    fc.property(incidents, keys, sizes, fc.nat(60), (make, pressed, size, scroll) =>
      property(make().send(...asMessages(pressed)), size, scroll),
    ),
    { numRuns: 300 },
  );
}

test('never more lines than rows, and none wider than the window', () => {
  check(({ state }, size, scroll) => {
    const { lines, cursor } = incidentView(state, size, scroll);
    expect(lines.length).toBe(size.rows);
    for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
    expect(cursor !== null).toBe(openFieldOf(state) !== null);
    if (cursor) {
      expect(cursor.column).toBeLessThan(size.columns);
      expect(textOf(lines[cursor.row] ?? [])).toMatch(/^│ /);
    }
  });
});

test('in any window at all it draws something that fits', () => {
  fc.assert(
    fc.property(incidents, fc.nat(40), fc.nat(20), (make, columns, rows) => {
      const { lines } = incidentView(make().state, { columns, rows }, 0);
      expect(lines.length).toBeLessThanOrEqual(rows);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(Math.max(1, columns));
    }),
  );
});

test('the selected action is seen while letters are keys, and a question with its keys while one is open', () => {
  check(({ state }, size, scroll) => {
    const texts = textsOf(incidentView(state, size, scroll));
    if (state.panel === null && state.selected !== null)
      expect(texts.filter((text) => text.startsWith('▶ '))).toHaveLength(1);
    if (state.panel?.kind !== 'question') return;
    const answers: Readonly<Record<string, string>> = questions.answers[state.panel.question.kind];
    for (const answer of Object.values(answers))
      expect(texts.some((text) => text.includes(answer))).toBe(true);
  });
});

test('a line of text holds no line break and no control character', () => {
  check(({ state }, size, scroll) => {
    for (const text of textsOf(incidentView(state, size, scroll)))
      expect(text).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
  });
});
