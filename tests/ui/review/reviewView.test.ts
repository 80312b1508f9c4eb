import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineWidth, type Size } from '../../../src/ui/frame.ts';
import { reviewView } from '../../../src/ui/review/reviewView.ts';
import { carriedThrough } from '../../domain/nightFire.ts';
import { answerWhat, decided, opened } from '../../domain/story.ts';
import { key } from '../../flow/call/generators.ts';
import { Reviewing, reviewedBefore } from '../../flow/review/reviewing.ts';
import { textsOf } from '../call/screens.ts';

const usual: Size = { columns: 100, rows: 29 };
/** A terminal of 40×12: its last row is not part of the frame. */
const tiny: Size = { columns: 40, rows: 11 };
const sizes: fc.Arbitrary<Size> = fc.record({
  columns: fc.integer({ min: 34, max: 160 }),
  rows: fc.integer({ min: 10, max: 50 }),
});

const text = (reviewing: Reviewing, size = usual) =>
  textsOf(reviewView(reviewing.state, size))
    .map((line) => line.trimEnd())
    .join('\n');

const hostile = 'Rad\n\u001b[31m世界 \u202e👩‍🚒 '.repeat(20);

const reviewings: fc.Arbitrary<Reviewing> = fc
  .record({
    story: fc.constantFrom(
      opened(),
      decided('ordinary'),
      carriedThrough({ exercise: true }),
      reviewedBefore('Gjort', 'Öva', hostile, ...Array.from({ length: 20 }, (_, index) => `Åtgärd ${index}`)),
    ),
    script: fc.constantFrom(
      '',
      'Bra',
      'x',
      'Bra⏎⏎Öva⏎Bo⏎fre',
      'Bra{Ctrl+S}',
      '⏎⏎⏎⏎',
      `Bra⏎⏎${'Öva⏎⏎⏎'.repeat(9)}`,
    ),
    pasted: fc.constantFrom('', hostile),
    more: fc.array(key, { maxLength: 8 }),
    fault: fc.constantFrom(null, 'save-failed', 'typing-kept'),
  })
  .map(({ story, script, pasted, more, fault }) => {
    const reviewing = new Reviewing(story).press(script);
    reviewing.send({ kind: 'key', key: { kind: 'paste', text: pasted } });
    reviewing.send(...more.map((each) => ({ kind: 'key', key: each }) as const));
    return fault ? reviewing.send({ kind: fault, fault: 'read-only' }) : reviewing;
  });

test('never more lines than rows, never wider than the columns, the cursor in a field and nowhere else', () => {
  fc.assert(
    fc.property(reviewings, sizes, (reviewing, size) => {
      const frame = reviewView(reviewing.state, size);
      expect(frame.lines).toHaveLength(size.rows);
      for (const line of frame.lines) expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
      const { stop, incident, fault, typingFault } = reviewing.state;
      const texts = textsOf(frame);
      const isField = incident.decision !== null && stop.at !== 'action' && stop.at !== 'end';
      expect(frame.cursor !== null).toBe(isField);
      if (frame.cursor) {
        expect(texts[frame.cursor.row]).toMatch(/^│/);
        expect(frame.cursor.column).toBeLessThan(size.columns);
      }
      // Where the keys go is always seen.
      if (incident.decision) expect(texts.filter((line) => line.startsWith('▶'))).toHaveLength(1);
      const [header = '', ...rest] = texts;
      expect(header.includes('ÖVNING')).toBe(incident.exercise);
      expect(header.includes('EJ SPARAT')).toBe(fault !== null);
      if (fault) expect(rest.join(' ')).toContain('EJ SPARAT');
      else if (typingFault) expect(rest.join(' ')).toContain('! Det du skriver finns bara');
      expect(texts.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    }),
    { numRuns: 300 },
  );
});

test('shows what it is about, and each field with what stands in it', () => {
  const story = decided('now');
  story.tell('03:00', 'caller-answered', {
    question: 'whereHappened',
    text: 'Lundby',
    certainty: 'confirmed',
    units: [],
  });
  const reviewing = new Reviewing(story).press('Bra⏎⏎Öva⏎Bo Al⏎fredag');
  expect(text(reviewing).split('\n').slice(1, 14)).toEqual([
    '2026-11-21 02:41 · kontakta direktör, nu · öppen',
    'Brand, Lundby',
    '',
    '  Kommentar     Bra',
    '  Lärdom        –',
    '  Åtgärd 1      Öva',
    '  Ansvarig      Bo Al',
    '▶ Klart senast: till exempel 1 dec eller fredag. Får vara tom.',
    '│ fredag',
    'Det är fre 2026-11-27.',
    '  Åtgärd 2      –',
    '  Spara granskningen',
    '',
  ]);
});

describe('what is to be done since before', () => {
  test('stands with what has become of it, numbered as on the command line', () => {
    const screen = text(new Reviewing(reviewedBefore('Gjort', 'Öva')));
    expect(screen).toContain('Granskad av jl 2026-11-21 08:00: Bra.');
    expect(screen).toContain('  1 Gjort (klar 2026-11-21 09:00 av jl)\n▶ 2 Öva (kvar)\n');
    expect(screen).toContain('  Åtgärd 3      –\n  Tillbaka\n');
    expect(screen).toContain('x klar');
  });

  test('that is late says so', () => {
    const story = reviewedBefore('Gjort');
    story.tell('08:00', 'review-action-added', { text: 'Öva', responsible: '', dueDate: '2026-11-20' });
    expect(text(new Reviewing(story))).toContain('2 Öva, senast 2026-11-20 (FÖRSENAD)');
  });
});

test('its line says whose name it gets, and in a narrow window that gives way before the number', () => {
  const head = (columns: number, reviewing = new Reviewing()) =>
    text(reviewing, { columns, rows: 20 }).split('\n')[0];
  expect(head(100)).toMatch(/^ A-2026-0001 Granskas av chef .* allt sparat$/);
  expect(head(60)).toContain('Granskas av chef');
  expect(head(38)).toMatch(/^ A-2026-0001 Granskning +allt sparat$/);
  expect(head(100, new Reviewing(opened()))).not.toContain('Granskas av');
});

test('words about what is not marked done yet are seen also where nothing is typed', () => {
  const screen = text(new Reviewing(reviewedBefore('Gjort', 'Öva')).press('xGick bra⇥'));
  expect(screen).toContain('  2 Öva (kvar)\n    Inte sparat: Gick bra\n');
});

test('nothing says saved before the journal has it', () => {
  const reviewing = new Reviewing().press('Bra');
  expect(text(reviewing)).toContain('inte sparad än');
  const recorded = text(reviewing.press('{Ctrl+S}'));
  expect([recorded.includes('SPARAR …'), recorded.includes('sparad.')]).toEqual([true, false]);
  const saved = text(reviewing.save());
  expect([saved.includes('allt sparat'), saved.includes('Granskningen är sparad.')]).toEqual([true, true]);
});

test('in the smallest window the field and the key to go on are seen', () => {
  const story = decided('ordinary');
  answerWhat(story, '02:55', 'Lång händelse '.repeat(30));
  story.tell('02:56', 'decision-made', { ...(story.incident.decision ?? never()), motivation: '' });
  const reviewing = new Reviewing(story).press('Bra⏎⏎Öva⏎⏎snart{Ctrl+S}');
  const screen = text(reviewing, tiny);
  for (const part of ['▶ Klart senast', '│ snart', 'Enter nästa', 'Esc tillbaka', 'Ctrl+S spara'])
    expect(screen).toContain(part);
});

test('of what is not decided only that it cannot be reviewed, and the way back', () => {
  const screen = text(new Reviewing(opened()), tiny);
  expect(screen.replace(/\s+/g, ' ')).toContain('inte beslutad ännu');
  expect(screen).toContain('Esc tillbaka');
});

function never(): never {
  throw new Error('not decided');
}
