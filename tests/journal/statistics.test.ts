/** Counting incidents by SQL gives what counting them one by one gives. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { demoEntries } from '../../src/domain/demo/entries.ts';
import { foldIncident } from '../../src/domain/incident.ts';
import { factsOfIncident, type IncidentFacts } from '../../src/domain/incidentFacts.ts';
import { emptyTally, type Statistics, statisticsOf } from '../../src/domain/statistics.ts';
import { fillJournal } from '../../src/journal/fill.ts';
import { type Journal, openJournal } from '../../src/journal/journal.ts';
import { verifyJournal } from '../../src/journal/verify.ts';
import { answer, decision, entry, openFor, opening, temporaryFolder } from './fixtures.ts';
import { outboxOfVersion2 } from './version2.ts';

const until = '2026-11-21T03:10:00+01:00';

function filled(folder: string): Journal {
  for (const _ of fillJournal(folder, demoEntries({ count: 250, seed: 19, until })));
  return openFor(folder);
}

function factsIn(journal: Journal): (IncidentFacts & { readonly date: string })[] {
  return [...journal.list()].flatMap(({ id, receivedAt }) => {
    const entries = journal.entriesOf(id);
    const incident = foldIncident(entries);
    return incident ? [{ ...factsOfIncident(incident, entries), date: receivedAt.slice(0, 10) }] : [];
  });
}

/** The same by nothing but loops. */
function counted(facts: readonly IncidentFacts[]): Statistics {
  const times = (seconds: readonly (number | null)[]) => {
    const known = seconds.filter((each) => each !== null).toSorted((a, b) => a - b);
    return known.map((each) => [each, 1] as const);
  };
  const units = facts.flatMap((each) => each.units);
  const names = [...new Set(units.map(({ unit }) => unit))];
  const questions = Object.keys(emptyTally.unanswered) as (keyof typeof emptyTally.unanswered)[];
  return statisticsOf({
    outcomes: facts.map(({ month, outcome }) => ({ month, outcome, count: 1 })),
    hours: facts.map(({ weekday, hour }) => ({ weekday, hour, count: 1 })),
    overridden: facts.filter(({ overridden }) => overridden).length,
    decidedAfter: times(facts.map(({ decidedAfter }) => decidedAfter)),
    directorReachedAfter: times(facts.map(({ directorReachedAfter }) => directorReachedAfter)),
    unitReachedAfter: times(units.map(({ reachedAfter }) => reachedAfter)),
    unanswered: Object.fromEntries(
      questions.map((id) => [id, facts.filter(({ unanswered }) => unanswered.includes(id)).length]),
    ) as typeof emptyTally.unanswered,
    units: names.map((unit) => {
      const same = units.filter((each) => each.unit === unit);
      return { unit, incidents: same.length, directly: same.filter(({ directly }) => directly).length };
    }),
  });
}

it('counts without exercises, or only them', () => {
  const journal = filled(temporaryFolder());
  const facts = factsIn(journal);
  const real = facts.filter(({ exercise }) => !exercise);
  expect(real.length).toBeLessThan(facts.length);
  expect(journal.statistics({ exercise: false })).toEqual(counted(real));
  expect(journal.statistics({ exercise: true })).toEqual(counted(facts.filter(({ exercise }) => exercise)));
});

it('counts between two days, both included', () => {
  const journal = filled(temporaryFolder());
  const facts = factsIn(journal);
  const [fromDate = '', toDate = ''] = [facts.at(150)?.date, facts.at(20)?.date];
  const within = facts.filter(({ exercise, date }) => !exercise && date >= fromDate && date <= toDate);
  expect(within.length).toBeGreaterThan(100);
  expect(journal.statistics({ exercise: false, fromDate, toDate })).toEqual(counted(within));
  expect(() => journal.statistics({ exercise: false, fromDate: '2026-13-01' })).toThrow(RangeError);
});

it('follows what is learnt of an incident', () => {
  const journal = openFor(temporaryFolder());
  journal.append([entry('one', 'incident-opened', opening), answer('one', 'Brand')]);
  const read = () => journal.statistics({ exercise: false });
  expect(read()).toMatchObject({ outcomes: { undecided: 1 }, units: [] });
  const risk = { question: 'operationsAtRisk', text: 'A', certainty: 'confirmed' } as const;
  journal.append([entry('one', 'caller-answered', { ...risk, units: ['A', 'B'] }), decision('one')]);
  journal.append([entry('one', 'caller-answered', { ...risk, units: ['B'] })]);
  expect(read()).toMatchObject({
    incidents: 1,
    outcomes: { undecided: 0, ordinary: 1 },
    units: [{ unit: 'B', incidents: 1, directly: 0 }],
  });
});

it.each([
  'UPDATE fact SET decided_after = 1',
  'DELETE FROM fact',
  'DELETE FROM affected_unit',
  `UPDATE affected_unit SET unit = 'X'`,
])('is checked: %s is found out', (sql) => {
  const folder = temporaryFolder();
  const journal = openFor(folder);
  const units = { question: 'operationsAtRisk', text: 'A', certainty: 'confirmed', units: ['A'] } as const;
  journal.append([entry('one', 'incident-opened', opening), entry('one', 'caller-answered', units)]);
  journal.append([decision('one')]);
  expect([...verifyJournal(folder)]).toEqual([]);
  const db = new DatabaseSync(join(folder, 'journal.db'));
  db.exec(sql);
  db.close();
  expect([...verifyJournal(folder)]).toMatchObject([{ kind: 'derived', number: 'A-2026-0001' }]);
  journal.rebuild();
  expect([...verifyJournal(folder)]).toEqual([]);
});

describe('a journal of version 2, which has nothing counted', () => {
  function version2(): string {
    const folder = temporaryFolder();
    filled(folder).close();
    const db = new DatabaseSync(join(folder, 'journal.db'));
    db.exec(`DROP TABLE fact; DROP TABLE affected_unit; ${outboxOfVersion2}`);
    db.close();
    return folder;
  }

  it('is counted when it is opened', () => {
    const folder = version2();
    expect([...verifyJournal(folder)]).toEqual([]);
    const journal = openFor(folder);
    const real = factsIn(journal).filter(({ exercise }) => !exercise);
    expect(journal.statistics({ exercise: false })).toEqual(counted(real));
    expect([...verifyJournal(folder)]).toEqual([]);
  });

  it('is counted in memory when it cannot be written', () => {
    const folder = version2();
    const other = new DatabaseSync(join(folder, 'journal.db'));
    other.exec('BEGIN IMMEDIATE');
    const reader = openJournal(folder, { now: () => '', readOnly: true });
    other.close();
    const real = factsIn(reader).filter(({ exercise }) => !exercise);
    expect(reader.statistics({ exercise: false })).toEqual(counted(real));
    expect(reader.statistics({ exercise: false }).incidents).toBe(real.length);
    reader.close();
  });
});
