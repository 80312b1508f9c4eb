/** Deciding as recommended and otherwise. Source: escalation.md, the last section of "What there is to do". */
import { describe, expect, test } from 'vitest';
import { assess, type Facts, noFacts } from '../../src/domain/assess.ts';
import { type ChoiceId, choices, permissionFor, recommendedChoice } from '../../src/domain/choices.ts';
import { decide } from '../../src/domain/decision.ts';
import { defaultDeskHours } from '../../src/domain/deskHours.ts';

const night = '2026-11-21T03:10:00+01:00';
const day = '2026-11-19T10:20:00+01:00';
const morning = '2026-11-21T07:00:00+01:00';

/** Every fact on the safe side: the outcome is ordinary. */
const calm: Facts = {
  manageableWithExistingResources: 'yes',
  informDirector: 'no',
  directorTiming: 'unknown',
  staffDirectlyAffected: 'no',
  careRecipientsDirectlyAffected: 'no',
  own: 'no',
  motivation: '',
};

function input(facts: Partial<Facts>, choice: ChoiceId, motivation = '', receivedAt = night) {
  const recommendation = assess({ ...calm, ...facts, motivation }, receivedAt, defaultDeskHours);
  const units = ['Hemtjänst Kortedala'];
  return {
    choice,
    recommendation,
    motivation,
    receivedAt,
    units,
    hours: defaultDeskHours,
    consultMinutes: 15,
  };
}

const ids = choices.map(({ id }) => id);

describe('the recommendation as a choice', () => {
  test.each([
    ['ordinary', {}],
    ['consult-first', { informDirector: 'unknown' }],
    ['director-now', { informDirector: 'yes' }],
    ['director-morning', { informDirector: 'yes', directorTiming: 'morning' }],
  ] as const)('%s', (choice, facts) => {
    expect(recommendedChoice(input(facts, choice).recommendation)).toBe(choice);
  });

  test('is always one of them', () => {
    expect(() => recommendedChoice({ outcome: 'ordinary', timing: 'now' })).toThrow(RangeError);
  });
});

describe('what the operator may decide', () => {
  /** The permission for each choice, in the order of `choices`: from the strongest to the weakest. */
  test.each([
    ['ordinary', {}, ['stronger', 'stronger', 'stronger', 'recommended']],
    ['consult-first', noFacts, ['stronger', 'stronger', 'recommended', 'weaker']],
    ['consult-first', { own: 'unknown' }, ['stronger', 'stronger', 'recommended', 'weaker']],
    ['director-now by R5', { informDirector: 'yes' }, ['recommended', 'weaker', 'weaker', 'weaker']],
    [
      'director-now by R3',
      { careRecipientsDirectlyAffected: 'yes' },
      ['recommended', 'weaker', 'weaker', 'weaker'],
    ],
    [
      'director-now by R4',
      { manageableWithExistingResources: 'no' },
      ['recommended', 'weaker', 'weaker', 'weaker'],
    ],
    [
      'director-now by R1',
      { staffDirectlyAffected: 'yes' },
      ['recommended', 'weaker', 'weaker', 'forbidden'],
    ],
    ['director-now by R2', { own: 'yes' }, ['recommended', 'weaker', 'weaker', 'forbidden']],
    [
      'director-morning by R5',
      { informDirector: 'yes', directorTiming: 'morning' },
      ['stronger', 'recommended', 'weaker', 'weaker'],
    ],
  ] as const)('after %s', (_, facts, expected) => {
    const { recommendation } = input(facts, 'ordinary');
    expect(ids.map((choice) => permissionFor(choice, recommendation).kind)).toEqual(expected);
  });

  test('and which rule forbids it', () => {
    const by = (facts: Partial<Facts>) => permissionFor('ordinary', input(facts, 'ordinary').recommendation);
    expect(by({ staffDirectlyAffected: 'yes' })).toEqual({ kind: 'forbidden', by: 'R1' });
    expect(by({ own: 'yes' })).toEqual({ kind: 'forbidden', by: 'R2' });
    expect(by({ own: 'yes', staffDirectlyAffected: 'yes' })).toEqual({ kind: 'forbidden', by: 'R1' });
  });

  test('also when there is a motivation for waiting', () => {
    const { recommendation } = input({ own: 'yes', directorTiming: 'morning' }, 'ordinary', 'Därför');
    expect(recommendedChoice(recommendation)).toBe('director-morning');
    expect(permissionFor('ordinary', recommendation).kind).toBe('forbidden');
    expect(permissionFor('consult-first', recommendation).kind).toBe('weaker');
  });
});

describe('a decision', () => {
  test('as recommended has the recommendation’s own time and needs no motivation', () => {
    expect(
      decide(input({ informDirector: 'yes', directorTiming: 'morning' }, 'director-morning')),
    ).toMatchObject({
      outcome: 'contact-director',
      timing: 'morning',
      directorDueAt: morning,
      overridden: false,
      motivation: '',
    });
  });

  test('stronger than recommended needs no motivation', () => {
    expect(decide(input({}, 'director-now'))).toMatchObject({
      outcome: 'contact-director',
      timing: 'now',
      directorDueAt: night,
      overridden: true,
    });
    expect(decide(input({}, 'director-morning'))).toMatchObject({
      timing: 'morning',
      directorDueAt: morning,
    });
    expect(decide(input({}, 'consult-first'))).toMatchObject({ timing: null, directorDueAt: null });
  });

  test.each(['', ' ', '\n\t', '\u00a0'])(
    'weaker than recommended is not possible with the motivation %j',
    (blank) => {
      for (const choice of ['director-morning', 'consult-first', 'ordinary'] as const) {
        expect(() => decide(input({ informDirector: 'yes' }, choice, blank))).toThrow(RangeError);
      }
    },
  );

  test('weaker than recommended is possible with a motivation, which it keeps', () => {
    const motivation = 'Direktören är redan på plats.';
    const facts = { informDirector: 'yes' } as const;
    expect(decide(input(facts, 'ordinary', motivation))).toMatchObject({
      outcome: 'ordinary',
      timing: null,
      directorDueAt: null,
      overridden: true,
      motivation,
    });
    expect(decide(input(facts, 'director-morning', motivation, day))).toMatchObject({
      timing: 'morning',
      directorDueAt: '2026-11-20T07:00:00+01:00',
    });
  });

  test('from R1 or R2 to ordinary is never possible', () => {
    for (const facts of [{ own: 'yes' }, { staffDirectlyAffected: 'yes' }] as const) {
      for (const receivedAt of [night, day]) {
        expect(() => decide(input(facts, 'ordinary', 'Därför', receivedAt))).toThrow(RangeError);
        expect(decide(input(facts, 'consult-first', 'Därför', receivedAt)).outcome).toBe('consult-first');
      }
    }
  });

  test('has the actions of what was decided, and not of what was recommended', () => {
    const kinds = (choice: ChoiceId) =>
      decide(input({ informDirector: 'yes' }, choice, 'Därför')).actions.map(
        ({ kind, due }) => `${kind} ${due}`,
      );
    const rest = ['inform-unit-manager', 'mail-director', 'inform-duty-officer'].map(
      (kind) => `${kind} ${night}`,
    );
    expect(kinds('director-now')).toEqual([`call-director ${night}`, ...rest]);
    expect(kinds('director-morning')).toEqual([`call-director ${morning}`, ...rest]);
    expect(kinds('consult-first')).toEqual([
      `consult ${night}`,
      'call-director 2026-11-21T03:25:00+01:00',
      ...rest,
    ]);
    expect(kinds('ordinary')).toEqual(rest);
    const { actions } = decide(input({ informDirector: 'yes' }, 'ordinary', 'Därför'));
    expect(actions.map(({ requirement }) => requirement)).toEqual(['required', 'required', 'required']);
  });
});
