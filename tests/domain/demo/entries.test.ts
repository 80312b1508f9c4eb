/** The demonstration's entries: what they fold to must hang together as if it had happened. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { affectedUnits } from '../../../src/domain/answers.ts';
import { type DemoOptions, demoEntries } from '../../../src/domain/demo/entries.ts';
import type { DemoEntry } from '../../../src/domain/demo/teller.ts';
import { demoContacts } from '../../../src/domain/demo/world.ts';
import { phonesToTest, phoneTests } from '../../../src/domain/deskLog.ts';
import { type Entry, type EntryPayloads, entryVersion } from '../../../src/domain/entry.ts';
import { foldIncident, type Incident } from '../../../src/domain/incident.ts';
import { minutesLate } from '../../../src/domain/late.ts';
import { deskStream } from '../../../src/domain/payloads.ts';
import { missingRoles } from '../../../src/domain/register.ts';
import { formatInstant, parseInstant } from '../../../src/domain/time.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';
import { scenarios } from '../../../src/texts/demoScenarios.ts';
import * as words from '../../../src/texts/demoWorld.ts';

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
/** To the second, within two years. */
const anyMoment = fc
  .integer({ min: 0, max: 2 * 365 * 24 * 3600 })
  .map((seconds) => formatInstant(parseInstant(night).add({ seconds })));
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

it('makes as many incidents as asked for, numbered without gaps, in the order in which they were opened', () => {
  fc.assert(
    fc.property(options, (given) => {
      const incidents = incidentsOf(entriesOf(given));
      expect(incidents).toHaveLength(given.count);
      const years = Map.groupBy(incidents, ({ number }) => number.slice(0, 7));
      for (const [year, numbered] of years)
        expect(numbered.map(({ number }) => number)).toEqual(
          numbered.map((_, index) => `${year}${String(index + 1).padStart(4, '0')}`),
        );
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
        const keys = [
          ...incident.actions.map(({ key }) => key),
          ...incident.reviewActions.map(({ id }) => id),
        ];
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

it('whenever it ends, the latest incidents show something of everything and only they are open', () => {
  fc.assert(
    fc.property(anyMoment, (until) => {
      const incidents = incidentsOf(entriesOf({ count: 60, seed: 19, until }));
      const open = incidents.filter(({ status }) => status !== 'closed');
      expect(open).toEqual(incidents.slice(-5));
      expect(open.map(({ status }) => status)).toEqual(['open', 'open', 'open', 'open', 'draft']);
      const outcomes = incidents.slice(-7).map(({ recommendation }) => recommendation?.outcome);
      for (const outcome of ['ordinary', 'consult-first', 'contact-director'])
        expect(outcomes).toContain(outcome);
      for (const { actions } of open.slice(0, -1)) expect(actions).not.toEqual([]);
    }),
    runs,
  );
});

it('whenever it ends, nothing of the desk itself is left to do', () => {
  fc.assert(
    fc.property(
      fc.record({ count: fc.constantFrom(1, 5, 30), seed: fc.nat(50), until: anyMoment }),
      (given) => {
        const desk = entriesOf(given).filter(({ incident }) => incident === deskStream);
        const { phoneTestDays } = defaultSettings;
        expect(phonesToTest(phoneTests(desk, phoneTestDays), given.until)).toEqual([]);
        const signed = desk.filter(({ type }) => type === 'handover-signed');
        // Two a day for three days, of which the last one may be of this very moment and not yet written.
        expect(signed.length).toBeGreaterThanOrEqual(5);
        const old = signed.filter(
          ({ receivedAt }) => Date.parse(given.until) - Date.parse(receivedAt) > 600_000,
        );
        expect(desk.filter(({ type }) => type === 'handover-acknowledged').length).toBeGreaterThanOrEqual(
          old.length,
        );
      },
    ),
    { numRuns: 50 },
  );
});

it('says the same in words as in the answers that the rules look at', () => {
  for (const { answers, own, recommendation } of incidentsOf(
    entriesOf({ count: 600, seed: 7, until: night }),
  )) {
    const { operationDirectlyAffected, whoIsAffected } = answers;
    if (!operationDirectlyAffected || !recommendation) continue;
    const { facts } = recommendation;
    const { text, units } = operationDirectlyAffected;
    expect(units.length > 0).toBe(own?.answer === 'yes');
    if (text !== '' && units.length === 0)
      expect(text).toBe(own?.answer === 'no' ? words.nobodyOfOurs : words.doubtful);
    const hit = [facts.staffDirectlyAffected, facts.careRecipientsDirectlyAffected].includes('yes');
    if (hit) expect(whoIsAffected?.text).not.toBe('');
    const harmless = scenarios.flatMap(({ who }) => who);
    if (hit) expect(harmless).not.toContain(whoIsAffected?.text);
  }
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
    ...['motivation-given', 'call-received', 'contact-attempted', 'next-try-set', 'acknowledged'],
    ...['action-done', 'action-skipped', 'action-assigned', 'actions-added', 'consulted', 'note-added'],
    ...['crisis-leadership-decided', 'consequences-described', 'entry-struck', 'message-made', 'draft-saved'],
    ...['reminder-given', 'incident-closed', 'incident-reopened', 'reviewed', 'review-action-added'],
    ...['review-action-done', 'registered', 'exported', 'phone-tested', 'handover-signed'],
  ])
    expect(types).toContain(type);
  const incidents = incidentsOf(entries);
  const isShown = (about: (incident: Incident) => unknown) => expect(incidents.some(about)).toBe(true);
  isShown(({ decision }) => decision?.overridden);
  isShown(({ decision, status }) => decision?.outcome === 'consult-first' && status === 'closed');
  isShown(({ closed }) => closed && closed.open.length > 0 && closed.reason !== '');
  isShown(({ crisisLeadership }) => crisisLeadership?.answer === 'yes');
  isShown(({ reviewActions }) => reviewActions.some(({ done }) => done === null));
  isShown(({ status, review }) => status === 'closed' && review === null);
  expect(new Set(incidents.flatMap(({ answers }) => affectedUnits(answers))).size).toBeGreaterThan(25);
  const versions = Map.groupBy(
    entries.filter(({ type }) => type === 'caller-answered'),
    ({ incident, payload }) => `${incident} ${(payload as EntryPayloads['caller-answered']).question}`,
  );
  expect(Math.max(...[...versions.values()].map((each) => each.length))).toBeGreaterThan(2);
  const late = entries.filter((entry) => minutesLate(entry) !== null);
  for (const type of ['incident-opened', 'caller-answered', 'note-added'])
    expect(late.map((entry) => entry.type)).toContain(type);
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
