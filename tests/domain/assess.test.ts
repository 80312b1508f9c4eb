/**
 * Every combination of answers at every kind of moment, against the table. The expectation is written here from the
 * table's own words, on purpose without a look at `rules.ts`: the two must not be able to be wrong together.
 */
import { describe, expect, test } from 'vitest';
import { assess, type Facts, noFacts } from '../../src/domain/assess.ts';
import { defaultDeskHours } from '../../src/domain/deskHours.ts';
import { outcomeRules, type RuleId, ruleSetVersion, timingRules } from '../../src/domain/rules.ts';

const yesNoUnknown = ['yes', 'no', 'unknown'] as const;
const timings = ['now', 'morning', 'unknown'] as const;

/** All 3^6 = 729 combinations of the six facts. */
const combinations: readonly Omit<Facts, 'motivation'>[] = yesNoUnknown.flatMap(
  (manageableWithExistingResources) =>
    yesNoUnknown.flatMap((informDirector) =>
      timings.flatMap((directorTiming) =>
        yesNoUnknown.flatMap((staffDirectlyAffected) =>
          yesNoUnknown.flatMap((careRecipientsDirectlyAffected) =>
            yesNoUnknown.map((own) => ({
              manageableWithExistingResources,
              informDirector,
              directorTiming,
              staffDirectlyAffected,
              careRecipientsDirectlyAffected,
              own,
            })),
          ),
        ),
      ),
    ),
);

interface Moment {
  readonly receivedAt: string;
  readonly officeHours: boolean;
  /** `receivedAt` and the next 07:00, in the desk's offset. */
  readonly now: string;
  readonly morning: string;
}

/** Whether the day's 07:00 is summer time, by the four clock changes of 2026 and 2027. */
function offsetInTheMorning(date: string): string {
  const summer =
    (date >= '2026-03-29' && date < '2026-10-25') || (date >= '2027-03-28' && date < '2027-10-31');
  return summer ? '+02:00' : '+01:00';
}

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 24 * 60 * 60_000).toISOString().slice(0, 10);
}

/** A moment from 07:00 on of a day, in the desk's local time. */
function onDate(date: string, time: string, officeHours: boolean): Moment {
  const now = `${date}T${time}${offsetInTheMorning(date)}`;
  const next = nextDate(date);
  return { receivedAt: now, officeHours, now, morning: `${next}T07:00:00${offsetInTheMorning(next)}` };
}

function before(now: string, morning: string, receivedAt = now): Moment {
  return { receivedAt, officeHours: false, now, morning };
}

const daysOff = [
  ...['2026-01-01', '2026-01-06', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-01', '2026-05-14'],
  ...['2026-05-24', '2026-06-06', '2026-06-19', '2026-06-20', '2026-10-31', '2026-12-24', '2026-12-25'],
  ...['2026-12-26', '2026-12-31'],
  ...['2027-01-01', '2027-01-06', '2027-03-26', '2027-03-28', '2027-03-29', '2027-05-01', '2027-05-06'],
  ...['2027-05-16', '2027-06-06', '2027-06-25', '2027-06-26', '2027-11-06', '2027-12-24', '2027-12-25'],
  ...['2027-12-26', '2027-12-31'],
];
/** Working days that are easily taken for days off: the day before one, or only named in the calendar. */
const workingDays = [
  '2026-01-05',
  '2026-04-02',
  '2026-04-30',
  '2026-10-30',
  '2026-12-23',
  '2026-12-30',
  '2027-05-17',
];

const moments: readonly Moment[] = [
  before('2026-11-20T06:59:59+01:00', '2026-11-20T07:00:00+01:00'),
  onDate('2026-11-20', '07:00:00', true),
  onDate('2026-11-20', '16:59:59', true),
  onDate('2026-11-20', '17:00:00', false),
  onDate('2026-11-21', '12:00:00', false),
  onDate('2026-11-22', '12:00:00', false),
  onDate('2026-11-22', '07:00:00', false),
  before('2026-11-23T06:59:59+01:00', '2026-11-23T07:00:00+01:00'),
  before('2026-11-21T02:41:00+01:00', '2026-11-21T07:00:00+01:00'),
  ...daysOff.map((date) => onDate(date, '10:00:00', false)),
  ...workingDays.map((date) => onDate(date, '10:00:00', true)),
  // The night when 02:00 becomes 03:00.
  onDate('2026-03-28', '23:30:00', false),
  before('2026-03-29T01:59:59+01:00', '2026-03-29T07:00:00+02:00'),
  before('2026-03-29T03:30:00+02:00', '2026-03-29T07:00:00+02:00', '2026-03-29T02:30:00+01:00'),
  before('2026-03-29T03:00:00+02:00', '2026-03-29T07:00:00+02:00'),
  before('2027-03-28T01:59:59+01:00', '2027-03-28T07:00:00+02:00'),
  before('2027-03-28T03:30:00+02:00', '2027-03-28T07:00:00+02:00', '2027-03-28T02:30:00+01:00'),
  // The night when 03:00 becomes 02:00.
  onDate('2026-10-24', '23:30:00', false),
  before('2026-10-25T02:30:00+02:00', '2026-10-25T07:00:00+01:00'),
  before('2026-10-25T02:30:00+01:00', '2026-10-25T07:00:00+01:00'),
  before('2026-10-25T02:30:00+01:00', '2026-10-25T07:00:00+01:00', '2026-10-25T01:30:00Z'),
  before('2027-10-31T02:30:00+02:00', '2027-10-31T07:00:00+01:00'),
  before('2027-10-31T02:30:00+01:00', '2027-10-31T07:00:00+01:00'),
  // A Monday at 07:00, written on another continent.
  { ...onDate('2026-11-23', '07:00:00', true), receivedAt: '2026-11-22T22:00:00-08:00' },
];

interface Expected {
  readonly outcome: string;
  readonly timing: string | null;
  readonly directorDueAt: string | null;
  readonly motivationRequired: boolean;
  readonly rules: readonly string[];
}

/** The decision table of the escalation logic, row by row. */
function byTheTable(facts: Facts, { officeHours, now, morning }: Moment): Expected {
  const contact: string[] = [];
  if (facts.staffDirectlyAffected === 'yes') contact.push('R1');
  if (facts.own === 'yes') contact.push('R2');
  if (facts.careRecipientsDirectlyAffected === 'yes') contact.push('R3');
  if (facts.manageableWithExistingResources === 'no') contact.push('R4');
  if (facts.informDirector === 'yes') contact.push('R5');
  const consult: string[] = [];
  if (
    facts.staffDirectlyAffected === 'unknown' ||
    facts.own === 'unknown' ||
    facts.careRecipientsDirectlyAffected === 'unknown'
  ) {
    consult.push('R6');
  }
  if (facts.manageableWithExistingResources === 'unknown') consult.push('R7');
  if (facts.informDirector === 'unknown') consult.push('R8');

  const undated = { timing: null, directorDueAt: null, motivationRequired: false };
  if (contact.length === 0) {
    return consult.length > 0
      ? { outcome: 'consult-first', ...undated, rules: consult }
      : { outcome: 'ordinary', ...undated, rules: ['R9'] };
  }
  const contactDirector = (rule: string, timing: 'now' | 'morning', motivationRequired = false) => ({
    outcome: 'contact-director',
    timing,
    directorDueAt: timing === 'now' ? now : morning,
    motivationRequired,
    rules: [...contact, ...consult, rule],
  });
  if (officeHours) return contactDirector('T1', 'now');
  if (facts.directorTiming !== 'morning') return contactDirector('T2', 'now');
  const noSilentWaiting = [...contact, ...consult].some((rule) => rule !== 'R5' && rule !== 'R8');
  if (!noSilentWaiting) return contactDirector('T5', 'morning');
  return /\S/.test(facts.motivation) ? contactDirector('T4', 'morning') : contactDirector('T3', 'now', true);
}

const motivations = ['', 'Direktören är redan på plats.'] as const;
const unmotivated = combinations.map((facts) => ({ ...facts, motivation: '' }));
const strength = ['ordinary', 'consult-first', 'contact-director'];

/** Each fact from the best answer to the worst. */
const fromBestToWorst = {
  manageableWithExistingResources: ['yes', 'unknown', 'no'],
  informDirector: ['no', 'unknown', 'yes'],
  staffDirectlyAffected: ['no', 'unknown', 'yes'],
  careRecipientsDirectlyAffected: ['no', 'unknown', 'yes'],
  own: ['no', 'unknown', 'yes'],
} as const;
const fromLateToEarly = ['morning', 'unknown', 'now'] as const;

/** The same facts with one answer one step worse, in each way that there is. */
function oneStepWorse(facts: Facts): Facts[] {
  return (Object.keys(fromBestToWorst) as (keyof typeof fromBestToWorst)[]).flatMap((fact) => {
    const order: readonly Facts[typeof fact][] = fromBestToWorst[fact];
    const worse = order[order.indexOf(facts[fact]) + 1];
    return worse === undefined ? [] : [{ ...facts, [fact]: worse }];
  });
}

test('there are 729 combinations', () => {
  expect(new Set(combinations.map((facts) => JSON.stringify(facts))).size).toBe(729);
});

describe.each(moments.map((moment) => [moment.receivedAt, moment] as const))(
  'received at %s',
  (_, moment) => {
    const assessed = (facts: Facts) => assess(facts, moment.receivedAt, defaultDeskHours);
    const results = new Map(unmotivated.map((facts) => [JSON.stringify(facts), assessed(facts)]));
    const known = (facts: Facts) => results.get(JSON.stringify(facts)) ?? assessed(facts);

    test('every combination agrees with the table, with and without a motivation', () => {
      const wrong = combinations.flatMap((answers) =>
        motivations.flatMap((motivation) => {
          const facts = { ...answers, motivation };
          const {
            reasons: _reasons,
            ruleSetVersion: _version,
            ...found
          } = motivation ? assessed(facts) : known(facts);
          const expected = byTheTable(facts, moment);
          const same = (Object.keys(expected) as (keyof Expected)[]).every(
            (key) => JSON.stringify(found[key]) === JSON.stringify(expected[key]),
          );
          return same ? [] : [{ facts, found, expected }];
        }),
      );
      expect(wrong.slice(0, 3)).toEqual([]);
    });

    test('1. a worse answer never gives a weaker outcome', () => {
      const wrong = unmotivated.flatMap((facts) =>
        oneStepWorse(facts)
          .filter((worse) => strength.indexOf(known(worse).outcome) < strength.indexOf(known(facts).outcome))
          .map((worse) => ({ facts, worse })),
      );
      expect(wrong.slice(0, 3)).toEqual([]);
    });

    test('2. a worse answer, or an earlier wish, never gives a later call without a motivation', () => {
      const due = (facts: Facts) => {
        const { outcome, directorDueAt } = known(facts);
        return outcome === 'contact-director' ? Date.parse(directorDueAt ?? '') : null;
      };
      const earlierWish = (facts: Facts): Facts[] => {
        const directorTiming = fromLateToEarly[fromLateToEarly.indexOf(facts.directorTiming) + 1];
        return directorTiming ? [{ ...facts, directorTiming }] : [];
      };
      const wrong = unmotivated.flatMap((facts) =>
        [...oneStepWorse(facts), ...earlierWish(facts)]
          .filter((worse) => {
            const [dueBefore, dueAfter] = [due(facts), due(worse)];
            return dueBefore !== null && dueAfter !== null && !(dueAfter <= dueBefore);
          })
          .map((worse) => ({ facts, worse })),
      );
      expect(wrong.slice(0, 3)).toEqual([]);
    });

    test('3. R1–R4, R6 and R7 never lead to waiting without a motivation', () => {
      const forbidding: readonly RuleId[] = ['R1', 'R2', 'R3', 'R4', 'R6', 'R7'];
      const wrong = unmotivated.filter((facts) => {
        const { rules, timing } = known(facts);
        return timing === 'morning' && rules.some((rule) => forbidding.includes(rule));
      });
      expect(wrong).toEqual([]);
    });
  },
);

describe('one recommendation', () => {
  const night = '2026-11-22T23:30:00+01:00';
  const waiting: Facts = {
    manageableWithExistingResources: 'yes',
    informDirector: 'yes',
    directorTiming: 'morning',
    staffDirectlyAffected: 'yes',
    careRecipientsDirectlyAffected: 'no',
    own: 'no',
    motivation: '',
  };

  test('a motivation of nothing but white space is none', () => {
    for (const motivation of ['', ' ', '\n\t', '\u00a0\u2003']) {
      expect(assess({ ...waiting, motivation }, night, defaultDeskHours).rules).toContain('T3');
    }
    expect(assess({ ...waiting, motivation: ' x ' }, night, defaultDeskHours).rules).toContain('T4');
  });

  test('with no answers at all somebody is consulted first', () => {
    expect(assess(noFacts, night, defaultDeskHours)).toMatchObject({
      outcome: 'consult-first',
      rules: ['R6', 'R7', 'R8'],
    });
  });

  test('has a reason in words for every rule, in order, with its source', () => {
    const { rules, reasons } = assess(waiting, night, defaultDeskHours);
    expect(reasons.map(({ rule }) => rule)).toEqual(rules);
    for (const { text, source } of reasons) {
      expect(text).not.toBe('');
      expect(source).not.toBe('');
    }
  });

  test('a rule that is our own interpretation says so in its text, and no other does', () => {
    for (const { id, text, interpretation } of [...outcomeRules, ...timingRules]) {
      expect([id, /tolkning: /i.test(text)]).toEqual([id, interpretation]);
    }
  });

  test('says which rules are our own interpretation', () => {
    const everyRule = combinations.flatMap((facts) => [
      ...assess({ ...facts, motivation: '' }, night, defaultDeskHours).reasons,
      ...assess({ ...facts, motivation: 'x' }, night, defaultDeskHours).reasons,
      ...assess({ ...facts, motivation: '' }, '2026-11-20T12:00:00+01:00', defaultDeskHours).reasons,
    ]);
    const interpreted = everyRule.filter(({ text }) => /tolkning: /i.test(text)).map(({ rule }) => rule);
    expect([...new Set(everyRule.map(({ rule }) => rule))].sort()).toEqual([
      ...['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9'],
      ...['T1', 'T2', 'T3', 'T4', 'T5'],
    ]);
    expect([...new Set(interpreted)].sort()).toEqual(['R3', 'T1', 'T2', 'T3']);
  });

  test('names the version of the rules', () => {
    expect(assess(waiting, night, defaultDeskHours).ruleSetVersion).toBe(ruleSetVersion);
  });

  test("follows the desk's own hours", () => {
    const hours = { morning: '06:30', officeStart: '08:00', officeEnd: '16:00' };
    const motivated = { ...waiting, motivation: 'Lindriga skador.' };
    expect(assess(motivated, '2026-11-20T07:30:00+01:00', hours).directorDueAt).toBe(
      '2026-11-21T06:30:00+01:00',
    );
    expect(assess(motivated, '2026-11-20T08:00:00+01:00', hours).rules).toContain('T1');
    expect(assess(motivated, '2026-11-20T16:00:00+01:00', hours).rules).toContain('T4');
  });

  test('without a time there is none', () => {
    expect(() => assess(waiting, 'nyss', defaultDeskHours)).toThrow(RangeError);
  });
});
