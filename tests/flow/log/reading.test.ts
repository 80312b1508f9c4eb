/** What is read and typed in the log browser stays what it is, whatever others do and whatever goes wrong. */
import { expect, test } from 'vitest';
import { daysOf } from '../../../src/domain/logDays.ts';
import { pageLength } from '../../../src/flow/log/moving.ts';
import { Browsing, row, rows } from './browsing.ts';

const beside = { isBeside: true };

test('what is acted on is what is read, whatever is selected', () => {
  const log = new Browsing(rows(9), {}, beside).press('⏎⇥/Händelse 8');
  // Another key, another selected incident: the one beside the list follows.
  expect([log.selected, log.state.opened?.incident.id]).toEqual(['incident-8', 'incident-8']);
  log.all[7] = row(8, 'annat');
  log.send({ kind: 'news' }).press('{Esc}⇥');
  expect([log.state.focus, log.selected]).toEqual(['reading', null]);
  expect(log.press('o').effects.at(-1)).toEqual({ kind: 'open-incident', id: 'incident-8' });
});

test('r and o are about what is read also when the list has moved on', () => {
  const log = new Browsing(rows(9), { outcome: 'ordinary' }).press('⇥j⏎');
  expect(log.state.opened?.incident.id).toBe('incident-7');
  log.all[6] = { ...row(7), outcome: 'consult-first' };
  log.send({ kind: 'news' });
  expect([log.state.opened?.incident.id, log.state.notice?.kind]).toEqual(['incident-7', 'not-in-list']);
  expect(log.press('o').effects.at(-1)).toEqual({ kind: 'open-incident', id: 'incident-7' });
  expect(log.press('r').effects.at(-1)).toEqual({ kind: 'review', id: 'incident-7' });
  log.press('n');
  expect(log.state.opened?.incident.id).toBe(log.selected);
});

test('what is read is looked for before what is only selected', () => {
  const log = new Browsing(rows(9), {}, beside).press('⏎');
  log.arrive(row(10), row(11));
  expect([log.selected, log.state.notice]).toEqual(['incident-9', null]);
});

test('beside the list it is put away when the window becomes narrow, and read on where the keys are', () => {
  const narrow = { kind: 'seen', seen: new Browsing([]).state.seen } as const;
  expect(new Browsing(rows(3), {}, beside).press('⏎⇥').send(narrow).state.opened).toBe(null);
  expect(new Browsing(rows(3), {}, beside).press('⏎').send(narrow).state.opened).not.toBe(null);
});

test('one that is not there any more is closed, and that is told', () => {
  const log = new Browsing(rows(3)).press('⏎').send({ kind: 'opened', opened: null });
  expect([log.state.focus, log.state.opened, log.state.notice?.kind]).toEqual(['list', null, 'gone']);
});

test('a read that fails in the middle of a word does not make commands of the rest of it', () => {
  const log = new Browsing(rows(3)).press('b').send({ kind: 'read-failed', fault: 'damaged' }).press('rand');
  expect([log.state.focus, log.state.search.text]).toEqual(['search', 'brand']);
  const unread = new Browsing(rows(3));
  unread.state = { ...unread.state, focus: 'reading' };
  expect(unread.send({ kind: 'read-failed', fault: 'locked' }).state.focus).toBe('list');
});

test('what another screen could not save is told until it is saved', () => {
  const log = new Browsing(rows(3)).send({ kind: 'save-failed', fault: 'locked' });
  expect(log.state.unsaved).toBe('locked');
  expect(log.send({ kind: 'saved', ids: [] }).state.unsaved).toBe(null);
});

test('a list that has become shorter than where it was read is read from its end', () => {
  const log = new Browsing(rows(1000)).press('⇥G');
  log.all.length = 30;
  log.send({ kind: 'news' });
  expect([log.state.page.rows.length, log.state.page.first, log.selected]).toEqual([30, 0, 'incident-1']);
});

test('more is loaded well before the last row that is loaded', () => {
  const log = new Browsing(rows(1000)).press('⇥');
  for (let step = 0; step < pageLength - 40; step += 1) log.press('j');
  expect(log.effects.filter(({ kind }) => kind === 'load')).toHaveLength(1);
});

test('Home and End move in the list where there is nothing to move in, and a full field says so', () => {
  const log = new Browsing(rows(300)).send({ kind: 'key', key: { kind: 'end' } });
  expect(log.selected).toBe('incident-1');
  expect(log.press('{Home}').selected).toBe('incident-300');
  log.send({ kind: 'key', key: { kind: 'paste', text: 'x'.repeat(10_002) } });
  expect(log.state.notice).toEqual({ kind: 'too-long', dropped: 2 });
});

test.each([
  ['2026', ['2026-01-01', '2026-12-31']],
  ['2026-2', ['2026-02-01', '2026-02-28']],
  ['2024-02-29', ['2024-02-29', '2024-02-29']],
  ['2026-01 till 2026-03', ['2026-01-01', '2026-03-31']],
  ['2026-01-01–2026-03-31', ['2026-01-01', '2026-03-31']],
  ['2026..2027', ['2026-01-01', '2027-12-31']],
  ['2026 - 2027', ['2026-01-01', '2027-12-31']],
  ['från 2026-03', ['2026-03-01', undefined]],
  ['2026-03-01 och framåt', ['2026-03-01', undefined]],
  ['till 2026-03', [undefined, '2026-03-31']],
  ['t o m 2026', [undefined, '2026-12-31']],
  ['2026-02-30', null],
  ['2027 till 2026', null],
  ['2026-13', null],
  ['i fjol', null],
  ['', null],
])('the days %j', (text, days) => {
  const found = daysOf(text);
  expect(found && [found.fromDate, found.toDate]).toEqual(days);
});
