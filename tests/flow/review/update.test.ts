import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterByLetter } from '../../../src/flow/keys.ts';
import { startReview } from '../../../src/flow/review/state.ts';
import { isSameStop, parseStop, stopsOf } from '../../../src/flow/review/stops.ts';
import type { Message } from '../../../src/flow/review/update.ts';
import { decided, opened } from '../../domain/story.ts';
import { key } from '../call/generators.ts';
import { Reviewing, reviewedBefore } from './reviewing.ts';

const whole = 'Bra⏎Ring tidigare⏎Uppdatera listan⏎Bo Al⏎1 dec⏎Öva⏎⏎⏎⏎';

describe('writing a review', () => {
  test('words and Enter are enough, and all of it is written together', () => {
    const reviewing = new Reviewing().press(whole);
    expect(reviewing.written).toEqual([]);
    expect(reviewing.press('⏎').kinds).toEqual(['append']);
    expect(reviewing.written).toMatchObject([
      {
        id: 'review-1',
        type: 'reviewed',
        operator: 'chef',
        payload: { comment: 'Bra', learnt: 'Ring tidigare' },
      },
      {
        type: 'review-action-added',
        payload: { text: 'Uppdatera listan', responsible: 'Bo Al', dueDate: '2026-12-01' },
      },
      { type: 'review-action-added', payload: { text: 'Öva', responsible: '', dueDate: null } },
    ]);
  });

  test('is said to be saved when the journal has it, and not before', () => {
    const reviewing = new Reviewing().press('Bra{Ctrl+S}');
    expect(reviewing.state).toMatchObject({
      notice: null,
      unsaved: ['review-1'],
      incident: { review: { comment: 'Bra' } },
    });
    // What another screen wrote is none of it.
    expect(reviewing.send({ kind: 'saved', ids: ['other'] }).state.notice).toBeNull();
    reviewing.send({ kind: 'save-failed', fault: 'full' });
    expect(reviewing.state).toMatchObject({ notice: null, fault: 'full' });
    expect(reviewing.save().state).toMatchObject({ notice: { kind: 'reviewed' }, unsaved: [], fault: null });
    // What is written next is another review.
    reviewing.press('{Ctrl+S}').press('↑↑↑Mer{Ctrl+S}').save();
    expect(reviewing.state.incident.review).toMatchObject({ comment: 'Mer' });
    expect(new Set(reviewing.written.map(({ id }) => id)).size).toBe(2);
  });

  test('and pressing Enter once more goes back', () => {
    expect(new Reviewing().press('Bra⏎⏎⏎⏎').save().press('⏎').kinds).toEqual(['append', 'back']);
  });

  test.each([
    ['{Ctrl+S}', 'needs-comment', { at: 'comment' }],
    ['⏎⏎⏎⏎', 'needs-comment', { at: 'comment' }],
    ['Bra⏎⏎Öva⏎chefen⏎⇤⇤{Ctrl+U}{Ctrl+S}', 'needs-text', { at: 'new-action', index: 0, part: 'text' }],
    ['Bra⏎⏎Öva⏎⏎snart{Ctrl+S}', 'due-not-understood', { at: 'new-action', index: 0, part: 'due' }],
    ['Bra⏎⏎Öva⏎⏎⏎Mer⏎⏎2026-11-20{Ctrl+S}', 'due-past', { at: 'new-action', index: 1, part: 'due' }],
  ])('%s is refused where it is wrong', (script, kind, stop) => {
    const { state, effects } = new Reviewing().press(script);
    expect(state).toMatchObject({ notice: { kind }, stop });
    expect(effects).toEqual([]);
  });

  test('a line can be taken away', () => {
    const reviewing = new Reviewing().press('Bra⏎⏎Öva⏎⏎⏎Mer{Ctrl+T}⇤⇤{Ctrl+S}');
    expect(reviewing.written.map(({ payload }) => payload)).toMatchObject([
      { comment: 'Bra' },
      { text: 'Öva' },
    ]);
    expect(new Reviewing().press('Bra⏎⏎Öva{Ctrl+T}{Ctrl+S}').written).toHaveLength(1);
  });

  test('of what is not decided is not possible', () => {
    const reviewing = new Reviewing(opened()).press('Bra{Ctrl+S}⏎⏎⏎⏎{Esc}');
    expect(reviewing.kinds).toEqual(['back']);
    expect(reviewing.kept).toBeNull();
  });
});

describe('what is to be done since before', () => {
  test('comes first, and is marked done with what came of it', () => {
    const reviewing = new Reviewing(reviewedBefore('Gjort', 'Öva', 'Ringa'));
    const [, second, third] = reviewing.state.incident.reviewActions;
    expect(reviewing.state.stop).toEqual({ at: 'action', id: second?.id });
    reviewing.press('xGick bra⏎');
    expect(reviewing.written).toMatchObject([
      { type: 'review-action-done', payload: { action: second?.id, comment: 'Gick bra' } },
    ]);
    expect(reviewing.state).toMatchObject({ notice: null, stop: { at: 'action', id: third?.id } });
    expect(reviewing.save().state.notice).toEqual({ kind: 'marked-done' });
    expect(reviewing.state.incident.reviewActions[1]?.done).toMatchObject({
      by: 'chef',
      comment: 'Gick bra',
    });
  });

  test('is not marked by Enter, and Esc undoes it: no words are left behind unseen', () => {
    expect(new Reviewing(reviewedBefore('Gjort', 'Öva')).press('⏎⏎').written).toEqual([]);
    const reviewing = new Reviewing(reviewedBefore('Gjort', 'Öva')).press('xGick{Esc}');
    expect([reviewing.kinds, reviewing.state.stop.at]).toEqual([[], 'action']);
    expect([reviewing.state.notice, reviewing.kept]).toEqual([{ kind: 'not-marked-done' }, null]);
    expect(reviewing.press('x{Esc}').state.notice).toBeNull();
    expect(reviewing.press('xBra⏎').written).toMatchObject([{ payload: { comment: 'Bra' } }]);
  });

  test('marked done elsewhere while its field is open, the words are told and the keys go on in the review', () => {
    const story = reviewedBefore('Gjort', 'Öva');
    const reviewing = new Reviewing(story).press('xGick');
    const { kept } = reviewing;
    const id = story.incident.reviewActions[1]?.id ?? '';
    story.tell('10:00', 'review-action-done', { action: id, comment: 'Klart' });
    reviewing.send({ kind: 'journal-changed', entries: story.entries });
    const told = { kind: 'done-elsewhere', text: 'Gick' };
    expect([reviewing.state.notice, reviewing.kept]).toEqual([told, null]);
    // Somebody who types on has not looked up yet.
    expect(reviewing.press('ar').state.notice).toEqual(told);
    expect(reviewing.press('⏎').written).toEqual([]);
    expect(new Reviewing(story, { typing: kept }).state.notice).toEqual(told);
    expect(reviewing.state.stop).toEqual({ at: 'learnt' });
  });
});

describe('leaving', () => {
  test('asks nothing, and what is typed is there the next time, where it was left', () => {
    expect(new Reviewing().press('{Esc}')).toMatchObject({ kinds: ['back'], kept: null });
    const left = new Reviewing(reviewedBefore('Gjort', 'Öva')).press('xGick⇥Bra⏎⏎Uppdatera⏎Bo{Esc}');
    expect(left.kinds).toEqual(['back']);
    const again = new Reviewing(reviewedBefore('Gjort', 'Öva'), { typing: left.kept });
    expect(again.state).toMatchObject({
      draft: left.state.draft,
      stop: left.state.stop,
      notice: { kind: 'resumed' },
    });
    expect(again.press(' Al{Ctrl+S}').written.at(-1)).toMatchObject({ payload: { responsible: 'Bo Al' } });
  });

  test('what is gone on with is recorded by an id of its own: another screen may have the same text', () => {
    const begun = new Reviewing().press('Bra');
    const { entries, now } = begun;
    const again = startReview('chef', entries, now, 'review-2', { typing: begun.kept });
    expect(again.draft).toEqual({ ...begun.state.draft, id: 'review-2' });
    // And should the id be taken all the same, it is another.
    begun.entries.push(...new Reviewing().press('Först{Ctrl+S}').save().entries.slice(-1));
    begun.send({ kind: 'journal-changed', entries: begun.entries });
    begun.press('{Ctrl+S}');
    expect(begun.written[0]?.id).not.toBe('review-1');
    expect(begun.save().state.incident.reviews.map(({ comment }) => comment)).toEqual(['Först', 'Bra']);
  });

  test('what was recorded and kept a moment too long does not come back', () => {
    const reviewing = new Reviewing(reviewedBefore('Gjort', 'Öva')).press('xGick');
    const { kept: marking } = reviewing;
    const { kept } = reviewing.press('⏎Bra');
    reviewing.press('{Ctrl+S}').save();
    const story = decided('ordinary');
    story.entries.splice(0, story.entries.length, ...reviewing.entries);
    for (const typing of [kept, marking]) {
      const again = new Reviewing(story, { typing });
      expect([again.kept, again.state.notice]).toEqual([null, null]);
    }
    // Nor while it waits to be written.
    const waiting = new Reviewing(reviewedBefore('Gjort', 'Öva'), {
      typing: kept,
      waiting: reviewing.written,
    });
    expect(waiting.kept).toBeNull();
    expect(waiting.state).toMatchObject({ unsaved: waiting.state.recorded.map(({ id }) => id) });
    expect(waiting.state.unsaved).toHaveLength(2);
  });

  test('is warned about once when something is not saved or cannot be kept', () => {
    const unsaved = new Reviewing().press('Bra{Ctrl+S}').send({ kind: 'save-failed', fault: 'full' });
    expect(unsaved.press('{Esc}').state.notice).toEqual({ kind: 'unsaved' });
    expect(unsaved.press('{Esc}').kinds).toEqual(['append', 'back']);
    const unkept = new Reviewing().press('Bra').send({ kind: 'typing-kept', fault: 'full' }).press('{Esc}');
    expect([unkept.state.notice, unkept.kinds]).toEqual([{ kind: 'not-kept' }, []]);
    expect(unkept.press('a{Esc}').kinds).toEqual([]);
    expect(unkept.press('{Esc}').kinds).toEqual(['back']);
  });

  test.each(['{"version":2}', 'null', 'x', '{"version":1,"screen":"review"}'])(
    '%s is not taken up',
    (typing) => {
      expect(new Reviewing(undefined, { typing })).toMatchObject({ kept: null, state: { notice: null } });
    },
  );

  test.each([
    null,
    'comment',
    {},
    { at: 'somewhere' },
    { at: 'done', id: 7 },
    { at: 'new-action', index: '0', part: 'text' },
    { at: 'new-action', index: 0, part: 'length' },
    { at: 'new-action', index: -1, part: 'due' },
  ])('a place %j that is none costs no words', (stop) => {
    const kept = new Reviewing().press('Bra').kept ?? '';
    const again = new Reviewing(undefined, { typing: JSON.stringify({ ...JSON.parse(kept), stop }) });
    expect(again.press('⇤⇤⇤!{Ctrl+S}').written[0]).toMatchObject({ payload: { comment: 'Bra!' } });
    expect(parseStop(stop)).toEqual({ at: 'comment' });
  });

  test('Ctrl+C and a signal leave at once', () => {
    expect(new Reviewing().press('Bra{Ctrl+C}').kinds).toEqual(['exit']);
    expect(new Reviewing().send({ kind: 'interrupted' }).kinds).toEqual(['exit']);
  });
});

test('whatever is pressed, the keys go somewhere, no review lacks a comment, and nothing is done twice', () => {
  const presses = fc.array(
    fc.oneof(
      fc.constantFrom(
        whole,
        'x',
        'xGick⏎',
        '⏎',
        '⇥',
        '⇤',
        '↑',
        '↓',
        '{Ctrl+S}',
        '{Ctrl+T}',
        'Bra',
        '⌫',
        '{Esc}',
      ),
      key,
      fc.constant({ kind: 'save' } as const),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(
      presses,
      fc.constantFrom(decided('ordinary'), reviewedBefore('a', 'b', 'c')),
      (pressed, story) => {
        const reviewing = new Reviewing(story);
        for (const each of pressed) {
          if (typeof each === 'string') reviewing.press(each);
          else if (each.kind === 'save') reviewing.save();
          else reviewing.send(...letterByLetter(each).map((one): Message => ({ kind: 'key', key: one })));
          const { draft, incident, stop } = reviewing.state;
          const stops = stopsOf({ draft, actions: incident.reviewActions });
          expect(stops.filter((one) => isSameStop(one, stop))).toHaveLength(1);
          // What is kept leads to the same fields.
          if (reviewing.kept) {
            const again = new Reviewing(story, { typing: reviewing.kept }).state.draft;
            expect([again.comment.text, again.actions.length]).toEqual([
              draft.comment.text,
              draft.actions.length,
            ]);
          }
        }
        const { written } = reviewing;
        expect(new Set(written.map(({ id }) => id)).size).toBe(written.length);
        for (const { type, payload } of written) {
          if (type === 'reviewed') expect(payload).toMatchObject({ comment: expect.stringMatching(/\S/) });
          if (type === 'review-action-added')
            expect(payload).toMatchObject({ text: expect.stringMatching(/\S/) });
        }
        const done = written.flatMap(({ payload }) => ('action' in payload ? [payload.action] : []));
        expect(new Set(done).size).toBe(done.length);
      },
    ),
  );
});
