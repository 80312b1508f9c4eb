/** The demonstration's entries: what they fold to must hang together as if it had happened. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DemoOptions, demoEntries } from '../../../src/domain/demo/entries.ts';
import type { DemoEntry } from '../../../src/domain/demo/teller.ts';
import { demoContacts } from '../../../src/domain/demo/world.ts';
import { type Entry, entryVersion } from '../../../src/domain/entry.ts';
import { foldIncident, type Incident } from '../../../src/domain/incident.ts';
import { deskStream } from '../../../src/domain/payloads.ts';
import { missingRoles } from '../../../src/domain/register.ts';

const options = fc.record({
  count: fc.integer({ min: 1, max: 60 }),
  seed: fc.nat({ max: 1000 }),
  until: fc.constantFrom(
    '2026-11-21T03:10:00+01:00',
    '2026-07-01T14:00:00+02:00',
    // The clock has changed within the last day.
    '2026-03-29T09:00:00+02:00',
    '2026-10-25T12:00:00+01:00',
  ),
});
const night = '2026-11-21T03:10:00+01:00';
const runs = { numRuns: 20 };

function entriesOf(given: DemoOptions): Entry[] {
  return [...demoEntries(given)].map(asRead);
}

function asRead({ entry, recordedAt }: DemoEntry, index: number): Entry {
  return { ...entry, recordedAt, sequence: index + 1, version: entryVersion, hash: '' };
}

function incidentsOf(entries: readonly Entry[]): Incident[] {
  const streams = Map.groupBy(entries, ({ incident }) => incident);
  streams.delete(deskStream);
  return [...streams.values()].map((each) => {
    const incident = foldIncident(each);
    if (!incident) throw new Error('a stream that opens no incident');
    return incident;
  });
}

const ascending = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

it('makes as many incidents as asked for, numbered without gaps, in the order in which they were received', () => {
  fc.assert(
    fc.property(options, (given) => {
      const incidents = incidentsOf(entriesOf(given));
      expect(incidents).toHaveLength(given.count);
      const years = Map.groupBy(incidents, ({ number }) => number.slice(0, 7));
      for (const [year, numbered] of years)
        expect(numbered.map(({ number }) => number)).toEqual(
          numbered.map((_, index) => `${year}${String(index + 1).padStart(4, '0')}`),
        );
      const received = incidents.map(({ receivedAt }) => Date.parse(receivedAt));
      expect(received).toEqual(ascending(received));
    }),
    runs,
  );
});

it('is written down in order, nothing of it later than the end, and ends each incident once', () => {
  fc.assert(
    fc.property(options, (given) => {
      const told = [...demoEntries(given)];
      const recorded = told.map(({ recordedAt }) => Date.parse(recordedAt));
      expect(recorded).toEqual(ascending(recorded));
      expect(recorded.at(-1)).toBeLessThanOrEqual(Date.parse(given.until));
      expect(new Set(told.map(({ entry }) => entry.id)).size).toBe(told.length);
      const streams = Map.groupBy(told, ({ entry }) => entry.incident);
      streams.delete(deskStream);
      for (const each of streams.values())
        expect(each.map(({ last }) => last)).toEqual(each.map((_, index) => index === each.length - 1));
    }),
    runs,
  );
});

it('carries out what was decided and nothing else, and closes with nothing forgotten', () => {
  fc.assert(
    fc.property(options, (given) => {
      const entries = entriesOf(given);
      for (const incident of incidentsOf(entries)) {
        const keys = incident.actions.map(({ key }) => key);
        for (const { payload } of entries.filter((entry) => entry.incident === incident.id)) {
          const { action } = payload as { readonly action?: string | null };
          if (typeof action === 'string') expect(keys).toContain(action);
        }
        expect(incident.unknownEntries).toBe(0);
        if (incident.status !== 'closed') continue;
        expect(incident.awaits).toBe(null);
        const open = incident.actions.filter(({ status }) => status === 'open');
        expect(open.map(({ key }) => key)).toEqual(incident.closed?.open);
      }
    }),
    runs,
  );
});

it('leaves only the latest incidents open, with something to do', () => {
  const incidents = incidentsOf(entriesOf({ count: 300, seed: 19, until: night }));
  const open = incidents.filter(({ status }) => status !== 'closed');
  expect(open.map(({ status }) => status)).toEqual(['open', 'open', 'open', 'open', 'draft']);
  expect(incidents.slice(-5)).toEqual(open);
  expect(open.flatMap(({ actions }) => actions.filter(({ status }) => status === 'open'))).not.toEqual([]);
});

it('is the same for the same seed and another for another', () => {
  const given = { count: 20, seed: 1, until: night };
  expect(entriesOf(given)).toEqual(entriesOf(given));
  expect(entriesOf({ ...given, seed: 2 })).not.toEqual(entriesOf(given));
});

it('shows every kind of thing that can happen, and addresses nothing in an exercise to anybody', () => {
  const entries = entriesOf({ count: 600, seed: 19, until: night });
  const types = new Set(entries.map(({ type }) => type));
  for (const type of [
    ...['motivation-given', 'call-received', 'acknowledged', 'action-skipped', 'action-assigned'],
    ...['actions-added', 'consulted', 'crisis-leadership-decided', 'consequences-described', 'entry-struck'],
    ...['message-made', 'phone-tested', 'note-added'],
  ])
    expect(types).toContain(type);
  const incidents = incidentsOf(entries);
  expect(incidents.some(({ decision }) => decision?.overridden)).toBe(true);
  const exercises = incidents.filter(({ exercise }) => exercise);
  expect(exercises.length).toBeGreaterThan(5);
  expect(exercises.length).toBeLessThan(60);
  const sent = exercises.flatMap(({ drafts, messages }) => [...drafts, ...messages]);
  expect(sent.filter(({ to }) => to !== null)).toEqual([]);
});

it('has nobody real in it', () => {
  const contacts = demoContacts();
  expect(missingRoles(contacts)).toEqual([]);
  expect(new Set(contacts.map(({ phone }) => phone)).size).toBe(contacts.length);
  const text = JSON.stringify([contacts, entriesOf({ count: 50, seed: 3, until: night })]);
  const numbers = text.match(/0\d{1,2}-\d{3} \d\d \d\d/g) ?? [];
  expect(numbers.length).toBeGreaterThan(50);
  for (const number of numbers) expect(number).toMatch(/^(?:031-390 06 \d\d|070-174 06 (?:0[5-9]|[1-9]\d))$/);
  for (const [, domain] of text.matchAll(/@([\w.-]+)/g)) expect(domain).toBe('example.se');
});
