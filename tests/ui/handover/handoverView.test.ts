import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { screen as words } from '../../../src/texts/handover.ts';
import { lineWidth, type Size } from '../../../src/ui/frame.ts';
import { handoverView } from '../../../src/ui/handover/handoverView.ts';
import { answered, decided, incidentOf } from '../../domain/handoverIncidents.ts';
import { key } from '../../flow/call/generators.ts';
import { fire, nothing, Shift } from '../../flow/handover/signing.ts';
import { textsOf } from '../call/screens.ts';

const usual: Size = { columns: 100, rows: 29 };
const small: Size = { columns: 60, rows: 19 };
const sizes: fc.Arbitrary<Size> = fc.record({
  columns: fc.integer({ min: 34, max: 160 }),
  rows: fc.integer({ min: 12, max: 50 }),
});

const text = (shift: Shift, size = usual, scroll = 0) =>
  textsOf(handoverView(shift.state, size, scroll)).join('\n');

/** Everything that can be read by scrolling. */
function read(shift: Shift, size: Size): string {
  const { scrollMax } = handoverView(shift.state, size, 0);
  return Array.from({ length: scrollMax + 1 }, (_, scroll) => text(shift, size, scroll)).join('\n');
}

const many = Array.from({ length: 30 }, (_, index) =>
  incidentOf(
    `A-2026-${String(index + 1).padStart(4, '0')}`,
    (step) => {
      answered(step, `Händelse ${index} 世界 ${'lång text '.repeat(index)}`, '👩‍🚒'.repeat(index));
      decided(step, 'contact-director', ['Hemtjänst Kortedala', 'Hemtjänst Bergsjön']);
    },
    true,
  ),
);

const shifts: fc.Arbitrary<Shift> = fc
  .record({
    open: fc.constantFrom(null, [], [fire], many),
    exercise: fc.boolean(),
    script: fc.constantFrom('', 's', 's⏎', 's⏎k', 's⏎kmk⏎', '?', `s${'Anteckning '.repeat(40)}`, 's⏎kjl⏎'),
    more: fc.array(key, { maxLength: 8 }),
    isFailed: fc.boolean(),
  })
  .map(({ open, exercise, script, more, isFailed }) => {
    const shift = new Shift(open && { incidents: open }, { exercise }).press(script);
    shift.send(...more.map((each) => ({ kind: 'key', key: each }) as const));
    return isFailed ? shift.send({ kind: 'save-failed', fault: 'read-only' }) : shift;
  });

test('never more lines than rows, never wider than the columns, the cursor in a field and nowhere else', () => {
  fc.assert(
    fc.property(shifts, sizes, fc.nat(200), (shift, size, scroll) => {
      const { lines, cursor } = handoverView(shift.state, size, scroll);
      expect(lines).toHaveLength(size.rows);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
      const { panel, setup, fault } = shift.state;
      expect(cursor !== null).toBe(panel === 'sign' || panel === 'acknowledge');
      if (cursor) {
        expect(cursor.row).toBeLessThan(size.rows);
        expect(cursor.column).toBeLessThan(size.columns);
        expect(textsOf({ lines, cursor, scrollMax: 0 })[cursor.row]).toMatch(/^│/);
      }
      const [header = '', ...rest] = textsOf({ lines, cursor, scrollMax: 0 });
      expect(header.includes('ÖVNING')).toBe(setup.exercise);
      expect(header.includes('EJ SPARAT')).toBe(fault !== null);
      if (fault) expect(rest.join(' ')).toContain('EJ SPARAT');
    }),
    { numRuns: 300 },
  );
});

test('scrolled all the way, no incident is hidden, and the key needed most is seen', () => {
  for (const size of [usual, small, { columns: 40, rows: 12 }, { columns: 34, rows: 12 }]) {
    const shift = new Shift({ incidents: many });
    const all = read(shift, size);
    for (const { number } of many) expect(all).toContain(number);
    expect(text(shift, size)).toContain(words.keys.sign);
    shift.press('s⏎');
    const signed = read(shift, size);
    for (const { number } of many) expect(signed).toContain(number);
    expect(text(shift, size)).toContain(words.keys.acknowledge);
  }
});

describe('a handover that nobody has acknowledged', () => {
  const shift = new Shift({ incidents: [fire] }).press('sRing Anna⏎').saved();

  test('is shown as it was signed, after what has changed since', () => {
    shift.now = '2026-11-21T07:02:00+01:00';
    const fresh = incidentOf('A-2026-0008', (step) => answered(step, 'Rök', 'Hisingen'));
    shift.send({ kind: 'loaded', ...nothing, incidents: [fresh], handover: shift.state.handover });
    for (const size of [usual, small]) {
      const all = read(shift, size);
      expect(all).toContain('Signerad av jl lör 21 nov 06:45. Inte kvitterad.');
      expect(all).toContain('Anteckning: Ring Anna');
      expect(all).toContain('Ny: A-2026-0008  Rök, Hisingen');
      expect(all).toContain('Inte längre öppen: A-2026-0007');
      expect(all).toContain('ÖVERLÄMNING lör 21 nov 06:45, från jl');
    }
  });

  test('and signed anew it is the page as it stands now', () => {
    const page = text(shift.press('s'));
    expect(page).toContain('ÖVERLÄMNING lör 21 nov 07:02, från jl');
    expect(page).not.toContain('A-2026-0007');
  });
});

test('who signed and who acknowledged last stays at the bottom', () => {
  expect(text(new Shift())).toContain('Ingen överlämning är gjord ännu.');
  expect(text(new Shift().press('s⏎kmk⏎'))).toContain(
    'Senaste överlämningen: signerad av jl lör 21 nov 06:45, kvitterad av mk lör 21 nov 06:45.',
  );
});

test('why a key did nothing is said', () => {
  expect(text(new Shift().press('k'))).toContain('Det finns ingen överlämning att kvittera.');
  expect(text(new Shift().press('s⏎kjl⏎'))).toContain('jl har signerat. Någon annan ska kvittera');
  expect(text(new Shift().press('x'))).toContain('Den tangenten gör inget här.');
});

test('a journal that cannot be read says so, and never that nothing is open', () => {
  const shift = new Shift(null);
  expect(text(shift)).toContain('Läser loggen');
  shift.send({ kind: 'read-failed', fault: 'damaged' });
  for (const size of [usual, small]) {
    expect(text(shift, size)).toContain('Loggen går inte att läsa: loggen är skadad.');
    expect(text(shift, size)).not.toMatch(/Inget är öppet|Ingen överlämning/);
  }
});

test('too small says so, and that nothing is lost', () => {
  const lines = textsOf(handoverView(new Shift().state, { columns: 30, rows: 10 }, 0));
  expect(lines.join(' ')).toContain('för litet (30×11)');
});
