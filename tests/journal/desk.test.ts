/** What the desk screen asks the journal, over and over. */
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import { unsent } from '../../src/domain/delivery.ts';
import type { Entry, EntryPayloads, NewEntry } from '../../src/domain/entry.ts';
import { deskStream } from '../../src/domain/payloads.ts';
import { idFor } from '../../src/journal/id.ts';
import type { Journal } from '../../src/journal/journal.ts';
import { verifyJournal } from '../../src/journal/verify.ts';
import { answer, decision, entry, openFor, openIncident, temporaryFolder } from './fixtures.ts';

const works: EntryPayloads['phone-tested'] = { phone: 'primary', result: 'works', note: '', exercise: false };
const phoneTest = () => entry(deskStream, 'phone-tested', works);
const close = (incident: string) => entry(incident, 'incident-closed', { open: [], reason: '' });

describe('the incidents that are not closed', () => {
  it('are those undecided, decided and opened again, newest first, as their entries tell', () => {
    const journal = openFor(temporaryFolder());
    const [decided, closed, reopened, undecided] = [1, 2, 3, 4].map((hour) =>
      openIncident(journal, ['Brand'], { receivedAt: `2026-11-21T0${hour}:00:00Z` }),
    ) as [string, string, string, string];
    journal.append([decision(decided), close(closed), close(reopened)]);
    journal.append([entry(reopened, 'incident-reopened', { reason: 'Det brinner igen' })]);
    const open = journal.openIncidents();
    expect(open.map(({ id, status }) => [id, status])).toEqual([
      [undecided, 'draft'],
      [reopened, 'draft'],
      [decided, 'open'],
    ]);
    expect(open[2]).toEqual(journal.findIncident(decided));
  });
});

describe('what has changed', () => {
  it('is every stream with an entry after the one last seen, once', () => {
    const journal = openFor(temporaryFolder());
    expect(journal.changedSince(0)).toEqual([]);
    const first = openIncident(journal, ['Brand']);
    const seen = journal.head()?.sequence ?? 0;
    expect(journal.changedSince(seen)).toEqual([]);
    journal.append([answer(first, 'Rök'), answer(first, 'Eld'), phoneTest()]);
    expect(journal.changedSince(seen).sort()).toEqual([first, deskStream].sort());
    expect(journal.changedSince(0).sort()).toEqual([first, deskStream].sort());
  });
});

describe("the desk's own stream", () => {
  it('gives its newest entries of the types asked for, newest first', () => {
    const journal = openFor(temporaryFolder());
    const signed = entry(deskStream, 'handover-signed', { page: ['Inget'], note: '', exercise: false });
    const acknowledged = entry(deskStream, 'handover-acknowledged', { handover: signed.id, note: '' });
    const tests = [phoneTest(), phoneTest(), phoneTest()];
    journal.append([signed, ...tests, acknowledged]);
    const last = (types: string[], limit: number) =>
      journal.lastOf(deskStream, types, limit).map(({ id }) => id);
    expect(last(['phone-tested'], 2)).toEqual([tests[2]?.id, tests[1]?.id]);
    expect(last(['handover-signed', 'handover-acknowledged'], 9)).toEqual([acknowledged.id, signed.id]);
    expect(last(['phone-tested', 'handover-acknowledged'], 2)).toEqual([acknowledged.id, tests[2]?.id]);
    expect(last([], 9)).toEqual([]);
    expect(journal.lastOf('somebody', ['phone-tested'], 9)).toEqual([]);
  });

  it('is no incident: not in the list, not open, not found, and the check is content', () => {
    const folder = temporaryFolder();
    const journal = openFor(folder);
    journal.append([phoneTest()]);
    const incident = openIncident(journal, ['Brand']);
    journal.append([phoneTest(), answer(incident, 'Rök')]);
    const see = () => [
      [...journal.list()].map(({ id }) => id),
      journal.openIncidents().map(({ id }) => id),
      journal.unfinished().map(({ id }) => id),
      journal.findIncident(deskStream),
      [...verifyJournal(folder)],
    ];
    const expected = [[incident], [incident], [incident], null, []];
    expect(see()).toEqual(expected);
    journal.rebuild();
    expect(see()).toEqual(expected);
  });
});

describe('a claim', () => {
  it('gets what was not there, and writes nothing else', () => {
    const folder = temporaryFolder();
    const [one, other] = [openFor(folder), openFor(folder)];
    const [first, second] = ['först', 'sedan'].map((name) => ({ ...phoneTest(), id: idFor(name) })) as [
      NewEntry,
      NewEntry,
    ];
    const told: string[][] = [];
    const tell = (claimed: readonly Entry[]) => void told.push(claimed.map(({ id }) => id));
    expect(one.claim([first], tell)).toMatchObject([{ id: first.id, sequence: 1 }]);
    expect(other.claim([{ ...first, operator: 'xx' }, second], tell)).toMatchObject([
      { id: second.id, sequence: 2 },
    ]);
    expect(one.claim([first, second], tell)).toEqual([]);
    expect(told).toEqual([[first.id], [second.id]]);
    expect(one.entriesOf(deskStream).map(({ operator }) => operator)).toEqual(['jl', 'jl']);
  });

  it('that fails in the midst of it is left to the next', () => {
    const folder = temporaryFolder();
    const [one, other] = [openFor(folder), openFor(folder)];
    const claim = { ...phoneTest(), id: idFor('först') };
    const fail = () => {
      expect(() => other.claim([claim])).toThrow(expect.objectContaining({ kind: 'locked' }));
      throw new Error('ringer inte');
    };
    expect(() => one.claim([claim], fail)).toThrow(expect.objectContaining({ name: 'JournalError' }));
    expect(other.claim([claim])).toHaveLength(1);
  });

  it('has an id that follows from its name on every machine', () => {
    // By `printf påminnelse | sha256sum`, with the version and the variant set.
    expect(idFor('påminnelse')).toBe('36b821fb-3852-8cbf-9c80-bbe31aeaa009');
    expect(idFor('påminnelse 2')).not.toBe(idFor('påminnelse'));
  });
});

describe('what is asked every second', () => {
  /** How SQLite goes about every statement that the work prepares. */
  function plansOf(work: () => unknown): string[] {
    const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare');
    work();
    const statements = prepare.mock.calls.map(([sql], i) => [sql, prepare.mock.contexts[i]] as const);
    prepare.mockRestore();
    return statements.flatMap(([sql, db]) =>
      (db as DatabaseSync)
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => String(detail)),
    );
  }

  const wholeTable = /^SCAN (entry|incident)\b(?!.* INDEX incident_not_closed$)/;
  /** Every incident that is no exercise, say, or every entry of a type. */
  const manyRows = /ORDER BY|incident_by_(exercise|outcome)/;
  const wholeStream = /entry_of_incident/;
  const wholeOutbox = /^SCAN outbox\b(?!.* INDEX outbox_unsettled$)/;

  it.each<[string, (journal: Journal) => unknown, RegExp[]]>([
    ['what has changed', (journal) => journal.changedSince(1), [wholeTable, wholeStream]],
    ['what is open', (journal) => journal.openIncidents(), [wholeTable, manyRows]],
    [
      'what is open, filtered',
      (journal) => [...journal.list({ status: 'open', exercise: false, outcome: 'ordinary' })],
      [wholeTable, manyRows],
    ],
    [
      'the last of the desk',
      (journal) => journal.lastOf(deskStream, ['phone-tested', 'handover-signed'], 1),
      [wholeTable, manyRows, wholeStream],
    ],
    ['the mails that somebody must see to', ({ outbox }) => outbox.unsettled(), [wholeOutbox]],
    ['the mails that have not gone', ({ outbox }) => outbox.items(unsent), [wholeOutbox]],
    [
      'a new entry of the desk',
      (journal) => journal.append([phoneTest()]),
      [wholeTable, manyRows, wholeStream],
    ],
  ])('reads no more than it must: %s', (_name, work, forbidden) => {
    const folder = temporaryFolder();
    openIncident(openFor(folder), ['Brand']);
    const journal = openFor(folder);
    const plans = plansOf(() => work(journal));
    expect(plans).not.toEqual([]);
    expect(plans.filter((plan) => forbidden.some((each) => each.test(plan)))).toEqual([]);
  });
});
