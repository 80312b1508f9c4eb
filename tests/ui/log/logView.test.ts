/** The log browser as it looks: rows, chips, menus, the incident beside and over the list. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogState } from '../../../src/flow/log/state.ts';
import { lineWidth, type Size } from '../../../src/ui/frame.ts';
import { logPicture } from '../../../src/ui/log/logView.ts';
import { carriedThrough } from '../../domain/nightFire.ts';
import { opened as openedStory } from '../../domain/story.ts';
import { Browsing, row, rows } from '../../flow/log/browsing.ts';
import { textsOf } from '../call/screens.ts';

const wide: Size = { columns: 160, rows: 44 };
const usual: Size = { columns: 100, rows: 29 };
const narrow: Size = { columns: 60, rows: 19 };

function shown(state: LogState, size: Size, scroll = 0): string[] {
  return textsOf(logPicture(state, size, scroll).frame).map((line) => line.trimEnd());
}

/** An incident of which all is known, read in the log. */
function reading(log = new Browsing(rows(9))): LogState {
  const story = carriedThrough();
  const state = log.press('⏎').state;
  return { ...state, opened: { incident: story.incident, entries: story.entries } };
}

test('a row says number, when, status, outcome and what, marks exercises and the selected row', () => {
  const lines = shown(new Browsing(rows(2)).press('↓').state, usual);
  expect(lines[0]).toMatch(/^ Logg {2}2 händelser · nyast först +2 av 2$/);
  expect(lines[1]).toBe('Sök: skriv ord som finns i händelsen, eller ”en fras”');
  expect(lines[2]).toBe(
    '  A-2026-0002  lör 21 nov 02:41   öppen     ordinarie             ÖVNING Händelse 2',
  );
  expect(lines[3]).toBe('▶ A-2026-0001  lör 21 nov 02:41   öppen     ordinarie             Händelse 1');
});

test('what is searched for and every filter stand above the list, with the digit that takes it away', () => {
  const filter = { text: 'ström', outcome: 'undecided', fromDate: '2026-01-01', late: true } as const;
  const lines = shown(new Browsing([], filter).state, usual);
  expect(lines.slice(1, 4)).toEqual([
    'Sök: ström',
    'Filter:   [1 2026-01-01 och framåt ×]   [2 ej beslutad ×]   [3 sent nedtecknat ×]',
    '  Inget stämmer med det du söker. Ta bort ord eller filter.',
  ]);
  expect(shown(new Browsing([]).state, usual)[2]).toBe('  Loggen är tom.');
});

test('until it is counted, it says so', () => {
  const log = new Browsing(rows(300));
  expect(shown(log.state, usual)[0]).toContain('räknar …');
  expect(shown(log.press('x⌫').count().state, usual)[0]).toContain('300 händelser');
});

describe('the incident', () => {
  test('stands beside the list where there is room', () => {
    const lines = shown(reading(), wide);
    const list = lines.slice(2).map((line) => line.slice(0, 64));
    expect(list[0]).toContain('▶ A-2026-0009');
    expect(list[8]).toContain('A-2026-0001');
    expect(lines[2]).toContain('│  A-2026-0001');
  });

  test('stands over it where there is not, and leaves the search', () => {
    const lines = shown(reading(), usual);
    expect(lines[0]).toMatch(/^ A-2026-0001 {3}lör 21 nov 02:41/);
    expect(lines.join('\n')).not.toContain('Sök:');
  });

  test('has its sections in order, each where its digit goes', () => {
    const { seen } = logPicture(reading(), usual, 0);
    const headings = seen.sections.map((line) => {
      const at = Math.min(line, seen.scrollMax);
      return shown({ ...reading(), scroll: at, seen }, usual).find((text) => /^\d {2}[A-ZÅÄÖ]/.test(text));
    });
    expect(headings.slice(0, 4)).toEqual(['1  BESLUT', '2  TIDER', '3  REKOMMENDATION', '4  SVAR']);
    expect(seen.sections).toHaveLength(8);
  });

  test('tells the three times of every entry, and marks what was written late', () => {
    const story = openedStory();
    const [first] = story.entries;
    if (!first) throw new Error('no entry');
    const late = {
      ...first,
      receivedAt: '2026-11-21T01:00:00+01:00',
      occurredAt: '2026-11-21T00:30:00+01:00',
    };
    const state: LogState = {
      ...new Browsing(rows(1)).press('⏎').state,
      opened: { incident: story.incident, entries: [late] },
    };
    const text = shown(state, { columns: 100, rows: 90 }).join('\n');
    expect(text).toMatch(
      /nedtecknat 2026-11-21 0\d:\d\d · mottaget 2026-11-21 01:00 · inträffade 2026-11-21 00:30/,
    );
    expect(text).toMatch(/SENT: 1 tim \d+ min efteråt/);
    const tones = logPicture(state, { columns: 100, rows: 90 }, 0).frame.lines.flat();
    expect(tones.find(({ text: said }) => said.includes('SENT:'))?.tone).toBe('warning');
  });

  test('shows what was struck and earlier answers struck through, with a word for it', () => {
    const { frame } = logPicture(reading(), { columns: 100, rows: 400 }, 0);
    const struck = frame.lines.flat().filter(({ tone }) => tone === 'struck');
    expect(struck.length).toBeGreaterThan(0);
    expect(textsOf(frame).join('\n')).toMatch(/STRUKEN av nr \d+|Tidigare svar, nr \d+/);
  });
});

test('the menus and the help say their keys', () => {
  const log = new Browsing(rows(3)).press('⇥f');
  expect(shown(log.state, narrow).slice(2, 5)).toEqual([
    'Filter',
    '▶ Datum                        alla',
    '  Utfall                       alla',
  ]);
  log.press('⏎');
  expect(shown(log.state, narrow)).toContain('▶ alla');
  expect(logPicture(log.press('20').state, narrow, 0).frame.cursor).toMatchObject({ column: 4 });
  log.press('⇥{Esc}?');
  const { frame } = logPicture(log.state, narrow, 0);
  expect(frame.scrollMax).toBeGreaterThan(0);
  expect(textsOf(frame).at(-1)).toContain('PgDn mer');
});

const states: readonly (readonly [string, () => LogState])[] = [
  ['empty', () => new Browsing([]).state],
  ['searching', () => new Browsing(rows(300)).press('Händelse 世界 👩‍👩‍👧 å').state],
  ['narrowed', () => new Browsing(rows(9), { unit: '世'.repeat(90), operator: 'jl', late: true }).state],
  ['list', () => new Browsing([row(1, '世界'.repeat(60)), row(2, 'e\u0301'.repeat(200))]).press('⇥').state],
  ['filters', () => new Browsing(rows(3)).press('⇥f').state],
  ['choices', () => new Browsing(rows(3)).press('⇥f↓↓↓↓⏎世').state],
  ['help', () => new Browsing(rows(3)).press('?').state],
  ['reading', () => reading()],
  ['reading, far down', () => ({ ...reading(), scroll: 10_000 })],
  ['a fault', () => new Browsing(rows(3)).send({ kind: 'read-failed', fault: 'locked' }).state],
];

test.each(states)('%s is never wider or higher than the window', (_name, stateOf) => {
  const state = stateOf();
  const size = fc.record({
    columns: fc.integer({ min: 1, max: 200 }),
    rows: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(size, fc.nat({ max: 40 }), (given, scroll) => {
      const { frame } = logPicture(state, given, scroll);
      expect(frame.lines.length).toBeLessThanOrEqual(given.rows);
      for (const line of frame.lines) expect(lineWidth(line)).toBeLessThanOrEqual(given.columns);
      if (frame.cursor) {
        expect(frame.cursor.column).toBeLessThanOrEqual(given.columns);
        expect(frame.cursor.row).toBeLessThan(given.rows);
      }
    }),
    { numRuns: 60 },
  );
});

test('nothing that is shown can act on the terminal', () => {
  const evil = '\x1b]52;c;aGVq\x07\x1b[2J\u202E\u2066abc\u0000\u009b31m';
  const story = carriedThrough();
  const entries = story.entries.map((entry) => ({ ...entry, operator: evil, recordedAt: entry.recordedAt }));
  const { incident } = story;
  const state: LogState = {
    ...new Browsing([row(1, evil), { ...row(2), number: evil }], { unit: evil, operator: evil }).press('⏎')
      .state,
    opened: { incident: { ...incident, number: evil, operator: evil, registryNumber: null }, entries },
  };
  for (const each of [state, { ...state, opened: null, focus: 'list' as const }])
    for (const size of [wide, usual, narrow])
      expect(shown(each, size).join('')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
});
