import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as followUps from '../../../src/domain/followUps.ts';
import type { Message } from '../../../src/flow/desk/message.ts';
import type { Effect } from '../../../src/flow/desk/turn.ts';
import type { Key } from '../../../src/flow/keys.ts';
import { keysOf } from '../call/typedCall.ts';
import { done, incidentOf, later, night, said, type Told, TypedDesk } from './typedDesk.ts';

vi.mock('../../../src/domain/followUps.ts', { spy: true });
beforeEach(() => void vi.mocked(followUps.followUpsOf).mockClear());

const typing = { id: 'typed-1', receivedAt: later(3), summary: '', exercise: false };
const desk = (...told: readonly Told[]) =>
  new TypedDesk().load({ incidents: told.map((each, index) => incidentOf(index + 1, each)) });

/** Each section as `section: incident action, …`. */
const list = ({ state }: TypedDesk) =>
  state.sections.map(({ id, rows }) => {
    const names = rows.map((row) => {
      if (row.kind === 'mail') return row.mails.map(({ id }) => id).join('+');
      if (row.kind === 'follow-up') return `${row.followUp.number.slice(-1)} ${row.followUp.key}`;
      return row.kind === 'call' ? `call ${row.call.id}` : row.incident.number.slice(-1);
    });
    return `${id}: ${names.join(', ')}`;
  });

describe('what the desk shows', () => {
  const [unit, mail, tib] = ['inform-unit-manager:', 'mail-director', 'inform-duty-officer'];
  const older = {
    receivedAt: later(-30),
    more: [done(unit, later(-29)), done(tib, later(-29))],
    hasDraft: true,
  };
  const newer = { more: [done(mail), done(tib)] };

  test('what has fallen due, the most overdue first; what comes; drafts; what is open', () => {
    expect(list(desk(newer, older))).toEqual([
      `fallen-due: 2 ${mail}`,
      `coming: 1 ${unit}`,
      'drafts: 2',
      'open: 1, 2',
    ]);
    expect(list(desk(newer, older).at(later(10)))).toContain(`fallen-due: 2 ${mail}, 1 ${unit}`);
  });

  test('a draft is not there any more when the report has been sent', () => {
    const sent = { hasDraft: true, more: [done(unit), done(mail), done(tib)] };
    expect(list(desk(sent))).toEqual(['open: 1']);
  });

  test('calls that are not done stand first, also those of which only typing is left', () => {
    const incidents = [incidentOf(1, newer), incidentOf(2, { outcome: null })];
    const typings = [typing, { ...typing, id: 'incident-2' }];
    expect(list(new TypedDesk().load({ incidents, typings }))).toEqual([
      `coming: 1 ${unit}, 2 undecided`,
      'open: call typed-1, call incident-2, 1',
    ]);
  });

  test('an exercise desk shows exercises only, any other all', () => {
    const incidents = [incidentOf(1, { exercise: true, ...newer }), incidentOf(2, newer)];
    const typings = [typing];
    expect(list(new TypedDesk({ exercise: true }).load({ incidents, typings }))).toEqual([
      `coming: 1 ${unit}`,
      'open: 1',
    ]);
    expect(list(new TypedDesk().load({ incidents, typings })).at(-1)).toBe('open: call typed-1, 2, 1');
  });

  test('an exercise desk counts what is real and has fallen due, and shows none of it', () => {
    const incidents = [incidentOf(1, { exercise: true }), incidentOf(2), incidentOf(3)];
    const shown = new TypedDesk({ exercise: true }).load({ incidents });
    expect(shown.state.realFallenDue).toBe(0);
    expect(shown.at(later(10)).state).toMatchObject({ fallenDue: 3, realFallenDue: 6 });
    expect(list(shown)).toEqual([expect.stringMatching(/^fallen-due: 1 .*, 1 .*, 1 [^,]*$/), 'open: 1']);
  });

  test('other settings and another operator count from then on', () => {
    const shown = desk(newer).at(later(5));
    expect(shown.state.fallenDue).toBe(0);
    const context = { ...shown.state.context, reminderMinutes: 5, operator: 'ma' };
    expect(shown.send({ kind: 'context-changed', context }).state.fallenDue).toBe(1);
  });
});

describe('the order', () => {
  const kinds = (shown: TypedDesk) =>
    list(shown)[0]
      ?.replaceAll('inform-', '')
      .replaceAll(/:(?! )/g, '');

  test('of what has fallen due: the director and decisions, then the most overdue', () => {
    const director = { outcome: 'contact-director', receivedAt: later(-20) } as const;
    const shown = desk({ receivedAt: later(-60) }, director, { outcome: null, receivedAt: later(-30) });
    expect(kinds(shown)).toBe(
      'fallen-due: 3 undecided, 2 call-director, 1 unit-manager, 1 duty-officer, 1 mail-director, ' +
        '2 unit-manager, 2 duty-officer, 2 mail-director',
    );
  });

  test('of what is to be done: now, and whoever hangs on it first; then by its time', () => {
    const answered = said(
      'crisis-leadership-decided',
      { answer: 'yes', by: 'Anna Ek', askAgainAt: null },
      night,
    );
    const member = { kind: 'call-together', contact: null, due: night } as const;
    const awaited = { kind: 'follow-up', what: 'answer', text: 'TIB', due: later(5) } as const;
    const added = said('actions-added', { actions: [awaited, member] }, night);
    const reached = done('call-director', night);
    const shown = desk(
      { outcome: 'consult-first' },
      { outcome: 'contact-director', more: [reached, answered, added] },
      { outcome: 'contact-director', exercise: true },
    );
    expect(kinds(shown)?.replaceAll('incident-2-entry-6', 'added')).toBe(
      'coming: 1 consult, 2 added1, 1 unit-manager, 2 unit-manager, 1 duty-officer, 2 duty-officer, ' +
        '1 mail-director, 2 mail-director, 2 added0, 1 call-director, ' +
        '3 call-director, 3 unit-manager, 3 duty-officer, 3 mail-director',
    );
  });

  test('is made anew by the minute and by what is read, not by a key', () => {
    const shown = desk({});
    const { sections } = shown.state;
    expect(shown.press('↓⇥x').at(later(0, 59)).state.sections).toBe(sections);
    expect(shown.at(later(1)).state.sections).not.toBe(sections);
  });
});

describe('the clock', () => {
  test('within a minute nothing changes, unless something falls due in it', () => {
    const shown = desk({ receivedAt: later(0, 30) }).at(later(10));
    const { state } = shown;
    expect(shown.at(later(10, 29)).state).toBe(state);
    expect(shown.at(later(10, 30)).state).toMatchObject({ fallenDue: 3, now: later(10, 30) });
    expect(shown.at(later(11)).state.now).toBe(later(11));
  });

  test('what has just been read is measured by the clock, not by the minute', () => {
    const shown = new TypedDesk().at(later(10));
    shown.now = later(10, 40);
    expect(shown.load({ incidents: [incidentOf(1, { receivedAt: later(0, 30) })] }).state.fallenDue).toBe(3);
  });
});

test('no follow-up is found anew for a key or the clock, and after reading only for what is another', () => {
  const incidents = Array.from({ length: 20 }, (_, index) => incidentOf(index + 1));
  const shown = new TypedDesk().load({ incidents });
  const found = vi.mocked(followUps.followUpsOf);
  expect(found).toHaveBeenCalledTimes(20);
  shown.press('↓↓↓⇥{PgDn}{Home}x').at(later(1)).at(later(30));
  expect(found).toHaveBeenCalledTimes(20);
  const changed = incidentOf(7, { more: [done('mail-director')] });
  shown.load({ incidents: incidents.map((each) => (each.id === changed.id ? changed : each)) });
  expect(found.mock.calls.slice(20).map(([{ id }]) => id)).toEqual(['incident-7']);
});

describe('Enter opens the selected row', () => {
  const draft = { hasDraft: true, more: [done('inform-unit-manager:'), done('inform-duty-officer')] };
  const reopened = said('desk-answered', { question: 'informDirector', answer: 'yes' }, later(2));

  test.each<[string, Told, string, Effect]>([
    ['a follow-up', draft, '', { kind: 'open-incident', id: 'incident-1', action: 'mail-director' }],
    ['a draft', draft, '⇥', { kind: 'open-incident', id: 'incident-1', action: 'mail-director' }],
    ['an incident', draft, '⇥⇥', { kind: 'open-incident', id: 'incident-1', action: null }],
    ['a call without decision', { outcome: null }, '⇥', { kind: 'resume-call', id: 'incident-1' }],
    ['the follow-up on it', { outcome: null }, '', { kind: 'resume-call', id: 'incident-1' }],
    [
      'the follow-up on a decision that must be made again',
      { ...draft, more: [...draft.more, done('mail-director'), reopened] },
      '',
      { kind: 'open-incident', id: 'incident-1', action: null },
    ],
  ])('%s', (_, told, keys, effect) => {
    expect(desk(told).press(`${keys}⏎`).asked()).toEqual([effect]);
  });

  test('what was only typed goes on, and nothing is told of an empty desk', () => {
    expect(
      new TypedDesk()
        .load({ typings: [typing] })
        .press('⏎')
        .asked(),
    ).toEqual([{ kind: 'resume-call', id: 'typed-1' }]);
    const empty = new TypedDesk().load({}).press('⏎');
    expect(empty.asked()).toEqual([]);
    expect(empty.state.notice).toEqual({ kind: 'nothing-to-open' });
  });
});

describe('the selection', () => {
  const selected = ({ state }: TypedDesk) => state.selected?.replaceAll('\n', ' ');

  test('stays on its row when others come before it, and when it falls due', () => {
    const shown = desk({}).press('↓↓');
    expect(selected(shown)).toBe('follow-up incident-1 mail-director');
    const urgent = incidentOf(2, { receivedAt: later(-60) });
    shown.load({ incidents: [incidentOf(1), urgent] }).at(later(30));
    expect(selected(shown)).toBe('follow-up incident-1 mail-director');
  });

  test('goes to the next row when its own is gone, and to the one before at the end', () => {
    const shown = desk({}).press('↓↓');
    shown.load({ incidents: [incidentOf(1, { more: [done('mail-director')] })] });
    expect(selected(shown)).toBe('open incident-1');
    shown.load({ incidents: [incidentOf(1), incidentOf(2)] }).press('{End}');
    shown.load({ incidents: [incidentOf(1)] });
    expect(selected(shown)).toBe('open incident-1');
    shown.load({ incidents: [incidentOf(2)] });
    expect(selected(shown)).toBe('follow-up incident-2 inform-unit-manager:');
    expect(selected(shown.load({}))).toBeUndefined();
  });

  test('stays on a call that becomes an incident', () => {
    const shown = desk({ outcome: null }).press('{End}');
    expect(selected(shown.load({ incidents: [incidentOf(1)] }))).toBe('open incident-1');
  });

  test('Tab goes from section to section and round, Shift+Tab back', () => {
    const shown = desk({ hasDraft: true });
    const places = ['⇥', '⇥', '⇥', '⇤'].map((key) => selected(shown.press(key)));
    expect(places).toEqual([
      'draft incident-1',
      'open incident-1',
      'follow-up incident-1 inform-unit-manager:',
      'open incident-1',
    ]);
  });
});

const anyMessage: fc.Arbitrary<(shown: TypedDesk) => void> = fc.oneof(
  fc
    .constantFrom<Key>(
      ...keysOf('↑↓⇥⇤{Home}{PgDn}{PgUp}⏎{Esc}tqn?bj'),
      { kind: 'text', text: 'tbnfel' },
      { kind: 'paste', text: 'x\ny' },
    )
    .map((key) => (shown: TypedDesk) => void shown.send({ kind: 'key', key })),
  fc
    .array(
      fc.record({
        sequence: fc.integer({ min: 1, max: 5 }),
        outcome: fc.constantFrom('ordinary' as const, 'consult-first' as const, null),
        minutes: fc.integer({ min: -60, max: 60 }),
        hasDraft: fc.boolean(),
      }),
      { maxLength: 4 },
    )
    .map((told) => (shown: TypedDesk) => {
      const incidents = new Map(
        told.map((each) => [
          each.sequence,
          incidentOf(each.sequence, { ...each, receivedAt: later(each.minutes) }),
        ]),
      );
      shown.load({ incidents: [...incidents.values()], typings: told.length === 1 ? [typing] : [] });
    }),
  fc
    .integer({ min: -600, max: 6000 })
    .map((seconds) => (shown: TypedDesk) => void shown.at(later(0, seconds))),
);

test('whatever happens in whatever order, the selection is on a row that is there', () => {
  fc.assert(
    fc.property(fc.array(anyMessage, { maxLength: 25 }), (happens) => {
      const shown = new TypedDesk();
      for (const happen of happens) {
        happen(shown);
        const rows = shown.state.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
        if (rows.length > 0) expect(rows).toContain(shown.state.selected);
        else expect(shown.state.selected).toBeNull();
        expect(new Set(rows).size).toBe(rows.length);
      }
    }),
    { numRuns: 200 },
  );
});

describe('keys', () => {
  test.each([
    ['n', 'new-call'],
    ['N', 'new-call'],
    ['l', 'log'],
    ['ö', 'handover'],
    ['o', 'handover'],
  ])('%s asks for %s', (key, kind) => {
    expect(desk({}).press(key).asked()).toEqual([{ kind }]);
  });

  test('a key without meaning says so, until the next', () => {
    const shown = desk({}).press('x');
    expect(shown.state.notice).toEqual({ kind: 'unknown-key' });
    expect(shown.press('↓').state.notice).toBeNull();
  });

  test('all keys: Esc and ? close it, and a key that it tells of does what it says', () => {
    const shown = desk({}).press('?');
    expect(shown.state.panel).toEqual({ kind: 'help' });
    expect(shown.press('{PgDn}').state.panel).toEqual({ kind: 'help' });
    expect(shown.press('q').state.panel).toBeNull();
    expect(shown.asked()).toEqual([]);
    expect(shown.press('?l').asked()).toEqual([{ kind: 'log' }]);
  });
});

describe('leaving', () => {
  test('asks once when something has fallen due; another key forgets the question', () => {
    const shown = desk({}).at(later(10)).press('q');
    expect(shown.state.notice).toEqual({ kind: 'leaving', fallenDue: 3, unsaved: false });
    expect(shown.press('↓q').asked()).toEqual([]);
    expect(shown.press('q').asked()).toEqual([{ kind: 'exit', why: 'left' }]);
  });

  test('the clock and what is read in between do not answer it', () => {
    const shown = desk({})
      .at(later(10))
      .press('q')
      .at(later(11))
      .load({ incidents: [incidentOf(1)] });
    expect(shown.press('q').asked()).toEqual([{ kind: 'exit', why: 'left' }]);
  });

  test('is done at once when nothing has fallen due, and by Ctrl+C or a signal always', () => {
    expect(desk({}).press('q').asked()).toEqual([{ kind: 'exit', why: 'left' }]);
    const late = desk({}).at(later(10));
    expect(late.press('tt{Ctrl+C}').asked()).toEqual([{ kind: 'exit', why: 'interrupted' }]);
    expect(late.send({ kind: 'interrupted' }).asked()).toEqual([{ kind: 'exit', why: 'interrupted' }]);
  });
});

describe('the test of a telephone', () => {
  const entries = (shown: TypedDesk) =>
    shown.asked().flatMap((effect) => (effect.kind === 'append' ? effect.entries : []));

  test('is one entry in the stream of the desk', () => {
    expect(entries(desk({}).press('ttj⏎'))).toEqual([
      {
        ...{ id: 'entry-1', incident: 'desk', operator: 'jl', receivedAt: night, occurredAt: null },
        type: 'phone-tested',
        corrects: null,
        payload: { phone: 'primary', result: 'works', note: '', exercise: false },
      },
    ]);
  });

  test('a fault must be described: the note takes every letter, also n and q', () => {
    const shown = desk({}).press('tbn⏎');
    expect(shown.state.notice).toEqual({ kind: 'note-required' });
    expect(entries(shown)).toEqual([]);
    const [entry] = entries(shown.press('Ingen ton, nq?⏎'));
    expect(entry?.payload).toMatchObject({ phone: 'backup', result: 'fault', note: 'Ingen ton, nq?' });
    expect(shown.state.panel).toBeNull();
  });

  test('Esc goes back one question and keeps the note; from the first it leaves', () => {
    const shown = desk({}).press('ttjHörs dåligt{Esc}n⏎');
    expect(entries(shown)[0]?.payload).toMatchObject({ result: 'fault', note: 'Hörs dåligt' });
    expect(shown.press('tb{Esc}{Esc}').state.panel).toBeNull();
    expect(entries(shown)).toEqual([]);
  });

  test('a note that is too long says how much of it had no room', () => {
    const paste = { kind: 'paste', text: 'x'.repeat(10_003) } as const;
    const { state } = desk({}).press('ttj').send({ kind: 'key', key: paste });
    expect(state.notice).toEqual({ kind: 'too-long', dropped: 3 });
  });

  test('another letter says which there are', () => {
    expect(desk({}).press('tx').state.notice).toEqual({ kind: 'press-one-of', keys: ['t', 'b'] });
    expect(desk({}).press('ttx').state.notice).toEqual({ kind: 'press-one-of', keys: ['j', 'n'] });
  });

  test('in an exercise says so', () => {
    const [entry] = entries(new TypedDesk({ exercise: true }).press('ttj⏎'));
    expect(entry?.payload).toMatchObject({ exercise: true });
  });

  test('what cannot be saved is not forgotten, and not left without asking', () => {
    const shown = desk({}).press('ttj⏎').send({ kind: 'save-failed', fault: 'full' });
    expect(shown.state).toMatchObject({ fault: 'full', unsaved: [{ id: 'entry-1' }] });
    expect(shown.press('q').state.notice).toMatchObject({ kind: 'leaving', unsaved: true });
    const saved: Message = { kind: 'saved', ids: ['entry-1'] };
    expect(shown.send(saved).state).toMatchObject({
      fault: null,
      unsaved: [],
      notice: { kind: 'test-saved', phone: 'primary', result: 'works' },
    });
  });
});

test('what rang is marked for ten minutes; what rings again is marked anew', () => {
  const shown = desk({}).at(later(10));
  const [first, second] = shown.state.rows.followUps.map(({ followUp }) => followUp);
  if (!first || !second) throw new Error('no follow-up');
  shown.send({ kind: 'rang', followUps: [first, second] }).at(later(15));
  shown.send({ kind: 'rang', followUps: [first] });
  expect(shown.at(later(19, 59)).state.rang).toHaveLength(2);
  expect(shown.at(later(20)).state.rang).toMatchObject([{ at: later(15) }]);
  expect(shown.at(later(25)).state.rang).toEqual([]);
});

test('a journal that cannot be read is told of until it can', () => {
  const shown = desk({}).send({ kind: 'read-failed', fault: 'locked' });
  expect(shown.state).toMatchObject({ readFault: 'locked', readAt: night });
  expect(shown.load({}).state.readFault).toBeNull();
});
