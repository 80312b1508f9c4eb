/** The log browser's keys: searching, filtering, moving, reading, and keeping up with what others write. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageLength } from '../../../src/flow/log/moving.ts';
import { queryOf } from '../../../src/flow/log/state.ts';
import { Browsing, row, rows } from './browsing.ts';

const kinds = ({ effects }: Browsing) => effects.map(({ kind }) => kind);

describe('searching', () => {
  test('every letter asks at once, also those that mean something in the list', () => {
    const log = new Browsing([row(1, 'quiz'), row(2, 'jj'), row(3, 'quatsch')]);
    log.press('qu');
    expect(log.state.page.rows.map(({ summary }) => summary)).toEqual(['quatsch', 'quiz']);
    expect(kinds(log)).toEqual(['load', 'count', 'load', 'count']);
    log.press('i');
    expect(log.selected).toBe('incident-1');
    log.press('⌫⌫⌫');
    expect(log.state.page.rows).toHaveLength(3);
  });

  test('moving the cursor in the text asks nothing, and a paste is one line', () => {
    const log = new Browsing(rows(3)).press('Hän');
    const asked = log.effects.length;
    log.press('←{Home}→');
    expect(log.effects).toHaveLength(asked);
    log.send({ kind: 'key', key: { kind: 'paste', text: 'a\r\nb' } });
    expect(log.state.search.text).toBe('Ha bän');
  });

  test('Esc leaves the field with its words, / takes it up again', () => {
    const log = new Browsing(rows(30)).press('Händelse 2{Esc}');
    expect(log.state.focus).toBe('list');
    log.press('j');
    expect(log.selected).toBe('incident-28');
    log.press('/9');
    expect([log.state.search.text, log.selected]).toEqual(['Händelse 29', 'incident-29']);
  });

  test('a question mark in the empty field shows the keys, in a text it is a sign', () => {
    const log = new Browsing(rows(3)).press('?');
    expect(log.state.isHelpShown).toBe(true);
    log.press('x');
    expect([log.state.isHelpShown, log.state.search.text]).toEqual([false, '']);
    expect(log.press('a?').state.search.text).toBe('a?');
  });
});

describe('filtering', () => {
  test('a filter is chosen from its menu, shown, and taken away by its digit or from the empty field', () => {
    const log = new Browsing(rows(9)).press('⇥f↓⏎');
    expect(log.state.menu).toMatchObject({ kind: 'choices', of: 'outcome' });
    log.press('ej⏎');
    expect([log.state.menu, log.state.filter.outcome]).toEqual([null, 'undecided']);
    expect(log.state.page.rows.map(({ id }) => id)).toEqual(['incident-9', 'incident-6', 'incident-3']);
    log.press('1');
    expect(log.state.page.rows).toHaveLength(9);
    log.press('f↓⏎ordi⏎/⌫');
    expect(log.state.filter.outcome).toBe(undefined);
    expect(log.state.page.rows).toHaveLength(9);
  });

  test('days are typed', () => {
    const log = new Browsing(rows(3)).press('⇥f⏎2026-02⏎');
    expect(queryOf(log.state).filter).toMatchObject({ fromDate: '2026-02-01', toDate: '2026-02-28' });
    log.press('f⏎2026-02-30⏎');
    expect([log.state.notice?.kind, log.state.menu?.kind]).toEqual(['nothing-such', 'choices']);
    log.press('{Esc}x{Esc}');
    expect([queryOf(log.state).filter.fromDate, log.state.menu]).toEqual([undefined, null]);
  });

  test('units are found by a part of their name, whatever its accents', () => {
    const log = new Browsing(rows(3)).press('⇥f↓↓↓↓⏎asen⏎');
    expect(log.state.filter.unit).toBe('Åsen');
    expect(log.press('x').state.filter).toEqual({});
  });

  test('the queue is what is not reviewed, oldest first, and goes away again', () => {
    const log = new Browsing(rows(3)).press('⇥u');
    expect(queryOf(log.state)).toMatchObject({ filter: { reviewed: false }, order: 'oldest' });
    expect(queryOf(log.press('u').state)).toMatchObject({ filter: { reviewed: undefined }, order: 'newest' });
  });
});

describe('moving', () => {
  test.each([
    ['jjk', 'incident-999'],
    ['{PgDn}', 'incident-990'],
    ['{Ctrl+D}', 'incident-995'],
    ['G', 'incident-1'],
    ['G{PgUp}', 'incident-11'],
    ['Gkg', 'incident-1000'],
  ])('%s comes to %s', (script, id) => {
    expect(new Browsing(rows(1000)).press(`⇥${script}`).selected).toBe(id);
  });

  test('any moves come to the row that the list has there, and only rows around it are held', () => {
    const moves = fc.array(fc.constantFrom('j', 'k', '{PgDn}', '{PgUp}', 'G', 'g', '{Ctrl+D}'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(moves, fc.integer({ min: 0, max: 900 }), fc.boolean(), (script, count, isCounted) => {
        const log = new Browsing(rows(count)).press('⇥');
        if (isCounted) log.count();
        for (const move of script) {
          log.press(move);
          expect(log.selected).toBe(count === 0 ? null : `incident-${count - log.state.selected}`);
          expect(log.state.page.rows.length).toBeLessThanOrEqual(pageLength);
        }
      }),
    );
  });
});

describe('what others write', () => {
  test('the selected incident stays selected wherever it goes', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.integer({ min: 1, max: 400 }), (down, arriving) => {
        const log = new Browsing(rows(600)).press('⇥');
        for (let step = 0; step < down; step += 10) log.press('{PgDn}');
        const before = log.selected;
        log.arrive(...Array.from({ length: arriving }, (_, index) => row(601 + index)));
        expect(log.selected).toBe(before);
        expect(log.press('k').selected).toBe(before === 'incident-600' ? 'incident-601' : log.selected);
      }),
      { numRuns: 50 },
    );
  });

  test('one that the filter lets through no more gives way to its neighbour, and what is open is read again', () => {
    const log = new Browsing(rows(9), { outcome: 'undecided' }).press('⇥j⏎');
    expect(log.state.opened?.incident.id).toBe('incident-6');
    log.all[5] = { ...row(6), outcome: 'ordinary' };
    log.send({ kind: 'news' });
    expect(log.state.page.rows.map(({ id }) => id)).toEqual(['incident-9', 'incident-3']);
    expect(kinds(log).at(-1)).toBe('read');
  });

  test('what cannot be read leaves what was read last, and says so', () => {
    const log = new Browsing(rows(3)).send({ kind: 'read-failed', fault: 'locked' });
    expect([log.state.fault, log.state.page.rows.length]).toEqual(['locked', 3]);
    expect(log.send({ kind: 'news' }).state.fault).toBe(null);
  });
});

describe('reading', () => {
  const seen = { scrollMax: 50, sections: [0, 20, 45] };

  test('scrolls within the incident, from section to section, and to the next incident', () => {
    const log = new Browsing(rows(9), {}, seen).press('⏎jj');
    expect([log.state.focus, log.state.scroll]).toEqual(['reading', 2]);
    expect(log.press('}').state.scroll).toBe(20);
    expect(log.press('3').state.scroll).toBe(45);
    expect(log.type('{').state.scroll).toBe(20);
    expect(log.press('Gjjj').state.scroll).toBe(50);
    expect(log.press('gk').state.scroll).toBe(0);
    log.press('jn');
    expect([log.state.opened?.incident.id, log.state.scroll]).toEqual(['incident-8', 0]);
    expect(log.press('p').state.opened?.incident.id).toBe('incident-9');
    log.press('{Esc}');
    expect([log.state.opened, log.state.focus]).toEqual([null, 'list']);
  });

  test('beside the list, moving in the list reads what is selected', () => {
    const log = new Browsing(rows(9), {}, { isBeside: true }).press('⏎⇥jj');
    expect([log.state.focus, log.state.opened?.incident.id]).toEqual(['list', 'incident-7']);
    expect(log.press('⇥').state.focus).toBe('reading');
    log.press('⇥{Esc}');
    expect([log.state.opened, kinds(log).includes('back')]).toEqual([null, false]);
    expect(kinds(log.press('q')).at(-1)).toBe('back');
  });

  test('what is not decided is not reviewed, what is opens its review', () => {
    expect(new Browsing(rows(3)).press('⇥r').state.notice?.kind).toBe('not-decided');
    expect(new Browsing(rows(4)).press('⏎r').effects.at(-1)).toEqual({ kind: 'review', id: 'incident-4' });
    expect(new Browsing(rows(4)).press('⏎o').effects.at(-1)).toEqual({
      kind: 'open-incident',
      id: 'incident-4',
    });
  });

  test('there is nothing to open in an empty log', () => {
    const log = new Browsing([]).press('⏎');
    expect([log.state.notice?.kind, log.state.focus]).toEqual(['nothing-to-open', 'search']);
    expect(log.press('⇥jkGg{PgDn}').selected).toBe(null);
  });
});

test('Ctrl+C leaves from everywhere', () => {
  for (const before of ['', '⇥', '⏎', '⇥f', '⇥f⏎', '?'])
    expect(new Browsing(rows(4)).press(`${before}{Ctrl+C}`).effects.at(-1)).toEqual({ kind: 'exit' });
});

test('no keys at all come to a state that cannot go on', () => {
  const key = fc.constantFrom(
    ...[...'abjkfsuxro?/q123gG{}nphl "'],
    '⏎',
    '⇥',
    '↑',
    '↓',
    '⌫',
    '{Esc}',
    '{PgDn}',
    '{Ctrl+D}',
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 80 }), (script) => {
      const log = new Browsing(rows(40), {}, { scrollMax: 9, sections: [0, 4] });
      for (const each of script) {
        if (each === '{') log.type(each);
        else log.press(each);
      }
      const { page, selected } = log.state;
      expect(page.rows.length === 0 ? selected === 0 : log.selected !== null).toBe(true);
      expect(page.rows).toEqual(log.found(queryOf(log.state)).slice(page.first, page.first + pageLength));
    }),
    { numRuns: 200 },
  );
});
