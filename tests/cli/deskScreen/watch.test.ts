/** Who is told of what falls due: one workplace, once. */
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { createWatch, type WatchTools } from '../../../src/cli/deskScreen/watch.ts';
import type { FollowUp } from '../../../src/domain/followUps.ts';
import { journalFile } from '../../../src/journal/file.ts';
import type { Journal } from '../../../src/journal/journal.ts';
import { openFor, openIncident, temporaryFolder } from '../../journal/fixtures.ts';

const now = '2026-11-21T03:10:00+01:00';

function followUp(incident: string, at = '2026-11-21T03:05:00+01:00', key = 'call-director'): FollowUp {
  return { incident, number: 'A-2026-0001', exercise: false, key, at, due: at, action: null };
}

/** A workplace, and what it has been told. */
function workplace(journal: Journal, tools: Partial<WatchTools> = {}) {
  const told: string[] = [];
  const tell = (followUps: readonly FollowUp[]) => told.push(followUps.map(({ at }) => at.slice(11)).join());
  const watch = createWatch({ journal: () => journal, operator: () => 'jl', by: 'screen', tell, ...tools });
  return { told, watch };
}

const remindersIn = (journal: Journal, incident: string) =>
  journal.entriesOf(incident).filter(({ type }) => type === 'reminder-given');

describe('what has fallen due', () => {
  test('is told once by one of two workplaces, and by no later one', () => {
    const folder = temporaryFolder();
    const [one, other] = [openFor(folder), openFor(folder)];
    const incident = openIncident(one);
    const due = [followUp(incident), followUp(incident, undefined, 'mail-director')];
    const [first, second] = [workplace(one), workplace(other)];
    first.watch.tellOf(due.slice(0, 1), now);
    second.watch.tellOf(due, now);
    first.watch.tellOf(due, now);
    const restarted = workplace(openFor(folder));
    restarted.watch.tellOf(due, now);
    expect([first.told, second.told, restarted.told]).toEqual([['03:05:00+01:00'], ['03:05:00+01:00'], []]);
    expect(remindersIn(one, incident)).toMatchObject([
      {
        receivedAt: now,
        operator: 'jl',
        payload: { followUp: 'call-director', due: due[0]?.at, by: 'screen' },
      },
      { payload: { followUp: 'mail-director' } },
    ]);
  });

  test('is told again when it falls due anew, also at the same time of the clock in the hour that comes twice', () => {
    const journal = openFor(temporaryFolder());
    const incident = openIncident(journal);
    const { told, watch } = workplace(journal);
    for (const at of ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'])
      watch.tellOf([followUp(incident, at)], at);
    expect(told).toEqual(['02:30:00+02:00', '02:30:00+01:00']);
  });

  test('is left to another workplace when this one fails in the midst of telling', () => {
    const folder = temporaryFolder();
    const journal = openFor(folder);
    const incident = openIncident(journal);
    const broken = workplace(journal, {
      tell() {
        throw new Error('the terminal is gone');
      },
    });
    broken.watch.tellOf([followUp(incident)], now);
    expect(remindersIn(journal, incident)).toEqual([]);
    const next = workplace(openFor(folder));
    next.watch.tellOf([followUp(incident)], now);
    expect(next.told).toHaveLength(1);
  });
});

test('a reminder is given to whoever works then, also after a handover', () => {
  const journal = openFor(temporaryFolder());
  const incident = openIncident(journal);
  let operator = 'jl';
  const { watch } = workplace(journal, { operator: () => operator });
  watch.tellOf([followUp(incident)], now);
  operator = 'ka';
  watch.tellOf([followUp(incident, undefined, 'mail-director')], now);
  expect(remindersIn(journal, incident).map((reminder) => reminder.operator)).toEqual(['jl', 'ka']);
});

test('where nothing can be written it is told all the same, once', () => {
  const folder = temporaryFolder();
  const journal = openFor(folder);
  const incident = openIncident(journal);
  const { told, watch } = workplace(journal);
  const db = new DatabaseSync(journalFile(folder));
  // As on a full disk: the entry is refused when the bell is about to ring.
  db.exec(`CREATE TRIGGER refused BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'refused'); END`);
  watch.tellOf([followUp(incident)], now);
  watch.tellOf([followUp(incident)], now);
  expect(told).toHaveLength(1);
  db.exec('DROP TRIGGER refused');
  watch.tellOf([followUp(incident)], now);
  expect([told.length, remindersIn(journal, incident).length]).toEqual([1, 0]);
  db.close();
});

test('what cannot be confirmed at the very end is not told twice', () => {
  const journal = openFor(temporaryFolder());
  const incident = openIncident(journal);
  const failsAtTheEnd: Journal = {
    ...journal,
    claim: (entries, meanwhile) =>
      journal.claim(entries, (claimed, outbox) => {
        meanwhile?.(claimed, outbox);
        throw new Error('the disk is full');
      }),
  };
  const { told, watch } = workplace(failsAtTheEnd);
  watch.tellOf([followUp(incident)], now);
  watch.tellOf([followUp(incident)], now);
  expect(told).toHaveLength(1);
});
