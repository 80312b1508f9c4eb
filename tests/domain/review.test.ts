/** What is to be done after a review. */
import { describe, expect, test } from 'vitest';
import { parseDueDate } from '../../src/domain/dueDate.ts';
import { isLate } from '../../src/domain/review.ts';
import { decided, night } from './story.ts';

const action = { text: 'Uppdatera listan', responsible: 'Bo Al', dueDate: '2026-12-01' };

function reviewed() {
  const story = decided('ordinary');
  story.tell('04:00', 'incident-closed', { open: [], reason: 'Klart' });
  story.tell('08:00', 'reviewed', { comment: 'Bra.', learnt: '' });
  return story;
}

describe('what is to be done after a review', () => {
  test('stands with who and when, until the first says that it is done', () => {
    const story = reviewed();
    const id = story.tell('08:00', 'review-action-added', action);
    const added = { id, ...action, by: 'jl', at: night('08:00'), done: null };
    expect(story.incident.reviewActions).toEqual([added]);
    story.tell('09:00', 'review-action-done', { action: id, comment: 'Gjort.' });
    story.tell('09:01', 'review-action-done', { action: id, comment: 'Igen.' });
    const done = { by: 'jl', at: night('09:00'), comment: 'Gjort.' };
    expect(story.incident.reviewActions).toEqual([{ ...added, done }]);
  });

  test('is none of the desk’s: nothing is open, nothing opens again', () => {
    const story = reviewed();
    const { actions } = story.incident;
    story.tell('08:00', 'review-action-added', { ...action, dueDate: '2020-01-01' });
    expect(story.incident).toMatchObject({ status: 'closed', actions });
  });

  test('can be struck, and so can that it is done; what was about a struck one is about nothing', () => {
    const story = reviewed();
    const first = story.tell('08:00', 'review-action-added', action);
    const second = story.tell('08:00', 'review-action-added', { ...action, text: 'Öva' });
    const done = story.tell('09:00', 'review-action-done', { action: first, comment: '' });
    story.tell('09:01', 'entry-struck', { reason: 'Fel' }, done);
    expect(story.incident.reviewActions.map(({ done: isDone }) => isDone)).toEqual([null, null]);
    story.tell('09:02', 'entry-struck', { reason: 'Fel' }, first);
    story.tell('09:03', 'review-action-done', { action: first, comment: '' });
    expect(story.incident.reviewActions).toMatchObject([{ id: second, done: null }]);
  });
});

test.each([
  ['2026-11-30T23:59:59+01:00', false],
  ['2026-12-01T23:59:59+01:00', false],
  // In UTC it is still the day before.
  ['2026-12-01T23:00:00Z', true],
  ['2026-12-02T00:00:00+01:00', true],
])('on %s, what is due on 1 December is late: %s', (now, expected) => {
  expect(isLate({ dueDate: '2026-12-01', done: null }, now)).toBe(expected);
  expect(isLate({ dueDate: null, done: null }, now)).toBe(false);
  expect(isLate({ dueDate: '2026-12-01', done: { by: 'jl', at: now, comment: '' } }, now)).toBe(false);
});

test.each([
  ['', { kind: 'date', date: null }],
  ['  ', { kind: 'date', date: null }],
  ['2026-12-01', { kind: 'date', date: '2026-12-01' }],
  ['1/12', { kind: 'date', date: '2026-12-01' }],
  ['1 Dec', { kind: 'date', date: '2026-12-01' }],
  ['i dag', { kind: 'date', date: '2026-11-21' }],
  ['i morgon', { kind: 'date', date: '2026-11-22' }],
  ['lördag', { kind: 'date', date: '2026-11-21' }],
  ['på fredag', { kind: 'date', date: '2026-11-27' }],
  ['2026-11-20', { kind: 'past', date: '2026-11-20' }],
  ['2026-02-30', { kind: 'not-understood' }],
  ['1 dec kl 8', { kind: 'not-understood' }],
  ['chefen', { kind: 'not-understood' }],
  ['x'.repeat(1000), { kind: 'not-understood' }],
])('“%s” as the last day', (text, expected) => {
  expect(parseDueDate(text, night('02:41'))).toEqual(expected);
});
