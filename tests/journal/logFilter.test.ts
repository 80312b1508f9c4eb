/** What the search index lets through is what somebody finds who reads every incident. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoEntries } from '../../src/domain/demo/entries.ts';
import { type Entry, isKnown } from '../../src/domain/entry.ts';
import { foldIncident, type Incident } from '../../src/domain/incident.ts';
import { factsOfIncident } from '../../src/domain/incidentFacts.ts';
import { type LogFilter, type LogOrder, logOrders } from '../../src/domain/logFilter.ts';
import { fillJournal } from '../../src/journal/fill.ts';
import { type Journal, openJournal } from '../../src/journal/journal.ts';
import { entry, openFor, openIncident, temporaryFolder } from './fixtures.ts';

const until = '2026-11-21T03:10:00+01:00';

interface Read {
  readonly incident: Incident;
  readonly entries: readonly Entry[];
}

let journal: Journal;
let all: Read[];

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'tjour-journal-'));
  for (const _ of fillJournal(folder, demoEntries({ count: 150, seed: 19, until })));
  journal = openJournal(folder, { now: () => until, readOnly: true });
  all = [...journal.list()].flatMap(({ id }) => {
    const entries = journal.entriesOf(id);
    const incident = foldIncident(entries);
    return incident ? [{ incident, entries }] : [];
  });
  return () => {
    journal.close();
    rmSync(folder, { recursive: true });
  };
});

function isLetThrough({ incident, entries }: Read, filter: LogFilter): boolean {
  const { decision, review, reviewActions } = incident;
  const date = incident.receivedAt.slice(0, 10);
  const late = entries.some(
    ({ recordedAt, receivedAt }) => Date.parse(recordedAt) - Date.parse(receivedAt) >= 15 * 60_000,
  );
  const holds: Readonly<Record<keyof LogFilter, boolean>> = {
    outcome: filter.outcome === (decision?.outcome ?? 'undecided'),
    timing: decision?.timing === filter.timing,
    status: incident.status === filter.status,
    unit: factsOfIncident(incident, entries).units.some(({ unit }) => unit === filter.unit),
    operator: incident.operator === filter.operator,
    exercise: incident.exercise === filter.exercise,
    overridden: factsOfIncident(incident, entries).overridden,
    late,
    reviewed: decision !== null && (review !== null) === filter.reviewed,
    reviewActionsOpen: reviewActions.some(({ done }) => done === null),
    fromDate: date >= (filter.fromDate ?? ''),
    toDate: date <= (filter.toDate ?? ''),
    text:
      filter.text === undefined ||
      wordsOf(incident, entries).some((word) => word.startsWith(filter.text ?? '')),
  };
  return Object.entries(filter).every(
    ([name, value]) => value === undefined || holds[name as keyof LogFilter],
  );
}

/** Every word of an answer that holds, and of what was said in notes and comments. */
function wordsOf(incident: Incident, entries: readonly Entry[]): string[] {
  const answers = Object.values(incident.answers).map(({ text }) => text);
  const notes = entries
    .filter(isKnown)
    .flatMap((each) => (each.type === 'note-added' ? [each.payload.text] : []));
  return (
    [...answers, ...notes]
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

const some = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });

const filters = () =>
  fc.record<LogFilter>(
    {
      outcome: some(['ordinary', 'consult-first', 'contact-director', 'undecided'] as const),
      timing: some(['now', 'morning'] as const),
      status: some(['draft', 'open', 'closed'] as const),
      unit: some(journal.names().units),
      operator: some(journal.names().operators),
      exercise: some([true, false]),
      overridden: some([true] as const),
      late: some([true] as const),
      reviewed: some([true, false]),
      reviewActionsOpen: some([true] as const),
      fromDate: some(['2025-06-01', '2026-01-01']),
      toDate: some(['2026-06-30', '2026-11-20']),
      text: some(['strömavbrott', 'br', 'h']),
    },
    { requiredKeys: [] },
  );

describe('the filters', () => {
  it('let through what reading every incident finds, in any combination', () => {
    let found = 0;
    fc.assert(
      fc.property(filters(), (filter) => {
        const expected = all.filter((read) => isLetThrough(read, filter)).map(({ incident }) => incident.id);
        const listed = [...journal.list(filter)].map(({ id }) => id);
        // The index has more texts than are looked at here: names, for one.
        if (filter.text === undefined) expect(listed).toEqual(expected);
        else expect(listed).toEqual(expect.arrayContaining(expected));
        expect(journal.count(filter)).toBe(listed.length);
        found += listed.length;
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(0);
  });

  it('each let something through, so that none is tried on nothing', () => {
    const each: LogFilter[] = [
      { outcome: 'undecided' },
      { timing: 'morning' },
      { status: 'closed' },
      { overridden: true },
      { reviewed: true },
      { reviewed: false },
      { exercise: true },
    ];
    expect(each.map((filter) => journal.count(filter)).filter((count) => count === 0)).toEqual([]);
  });

  it('follow what happens to an incident', () => {
    const other = openJournal(temporaryFolder(), { now: () => '2026-11-21T02:50:00.000+01:00' });
    const id = openIncident(other, ['Brand'], { receivedAt: '2026-11-21T02:41:00+01:00' });
    expect(other.count({ outcome: 'undecided', operator: 'jl', status: 'draft' })).toBe(1);
    expect(other.count({ operator: 'j' })).toBe(0);
    const note = (receivedAt: string) => entry(id, 'note-added', { text: 'x', about: null }, { receivedAt });
    other.append([note('2026-11-21T02:35:01+01:00')]);
    expect(other.count({ late: true })).toBe(0);
    other.append([note('2026-11-21T02:35:00+01:00')]);
    expect(other.count({ late: true, text: 'brand' })).toBe(1);
    other.close();
  });
});

describe('the orders', () => {
  const slowness: Readonly<Record<LogOrder, ((read: Read) => number) | null>> = {
    newest: null,
    oldest: null,
    'slowest-decision': (read) => factsOfIncident(read.incident, read.entries).decidedAfter ?? -1,
    'slowest-director': (read) => factsOfIncident(read.incident, read.entries).directorReachedAfter ?? -1,
  };

  it.each(logOrders)('%s: every page, from either end, is a part of the same list', (order) => {
    const whole = [...journal.list({ order })].map(({ id }) => id);
    expect(new Set(whole).size).toBe(150);
    const slow = slowness[order];
    const values = whole.map((id) => slow?.(all.find(({ incident }) => incident.id === id) as Read) ?? 0);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const reversed = [...journal.list({ order, reversed: true })].map(({ id }) => id);
    expect(reversed.toReversed()).toEqual(whole);
    const page = [...journal.list({ order, offset: 40, limit: 7 })].map(({ id }) => id);
    expect(page).toEqual(whole.slice(40, 47));
  });

  it('tell where an incident stands, with any filter', () => {
    const filter: LogFilter = { exercise: false, text: 'h' };
    for (const order of ['newest', 'oldest'] as const) {
      const whole = [...journal.list({ ...filter, order })].map(({ id }) => id);
      for (const index of [0, 3, whole.length - 1])
        expect(journal.positionOf(whole[index] ?? '', filter, order)).toBe(index);
    }
    const exercise = all.find(({ incident }) => incident.exercise)?.incident.id ?? '';
    expect(journal.positionOf(exercise, filter, 'newest')).toBe(null);
    expect(journal.positionOf('nobody', {}, 'newest')).toBe(null);
  });
});

describe('the words', () => {
  const texts = (text: string) => {
    const other = openFor(temporaryFolder());
    openIncident(other, ['Brand i kök, Åsgatan 3'], { receivedAt: '2026-11-21T02:41:00+01:00' });
    openIncident(other, ['Köket: brandlarm\uE000outcomeundecided'], {
      receivedAt: '2026-11-21T02:40:00+01:00',
    });
    openIncident(other, ['Asfaltsarbete, ”grova” kablar'], { receivedAt: '2026-11-21T02:39:00+01:00' });
    return [...other.list({ text })].map(({ number }) => Number(number.slice(-1)));
  };

  it.each([
    ['brand', [1, 2]],
    ['brand kö', [1, 2]],
    ['"brand i"', [1]],
    ['"brand kök"', []],
    ['"brand i k', [1]],
    ['”brand i k', [1]],
    ['"bran"', []],
    ['"bran', [1, 2]],
    ['ås', [1]],
    ['as', [3]],
    ['Å', [1]],
    ['a\u030Asgatan', [1]],
    ['3', [1]],
    ['köket:', [2]],
    ['"', [1, 2, 3]],
    ['! "" ”', [1, 2, 3]],
    ['brand" OR "asfalt', []],
    ['NOT brand', []],
    ['brand*', [1, 2]],
    ['grova', [3]],
    ['\uE000outcomeundecided', [2]],
    ['outcomeundecided', [2]],
    ['\0brand', [1, 2]],
  ])('%j finds %j', (text, found) => {
    expect(texts(text)).toEqual(found);
  });

  it('are never more than a question: any text at all is searched for without a fault', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('"', '”', '*', '(', ')', ':', '^', '-', '+', 'a', ' ', '\0', 'OR', 'NEAR'),
      }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(journal.count({ text })).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

it('names every unit and operator once', () => {
  const { units, operators } = journal.names();
  const affected = all.flatMap(({ incident, entries }) => factsOfIncident(incident, entries).units);
  expect(units).toEqual([...new Set(affected.map(({ unit }) => unit))].toSorted());
  expect(operators).toEqual([...new Set(all.map(({ incident }) => incident.operator))].toSorted());
  expect(openFor(temporaryFolder()).names()).toEqual({ units: [], operators: [] });
});
