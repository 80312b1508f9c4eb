/** The incidents kept up with what anybody writes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { liveIncidents } from '../../../src/cli/deskScreen/liveIncidents.ts';
import { deskStream } from '../../../src/domain/payloads.ts';
import { JournalError } from '../../../src/journal/errors.ts';
import type { Journal } from '../../../src/journal/journal.ts';
import { answer, decision, entry, openFor, openIncident, temporaryFolder } from '../../journal/fixtures.ts';

/** Something that somebody at another workplace does with one of the incidents. */
const doings = {
  open: (journal: Journal) => void openIncident(journal, ['Brand']),
  answer: (journal: Journal, incident: string) => journal.append([answer(incident, 'Släckt')]),
  decide: (journal: Journal, incident: string) => journal.append([decision(incident)]),
  close: (journal: Journal, incident: string) =>
    journal.append([entry(incident, 'incident-closed', { open: [], reason: '' })]),
  reopen: (journal: Journal, incident: string) =>
    journal.append([entry(incident, 'incident-reopened', { reason: '' })]),
  /** So many at once that all are read anew. */
  import: (journal: Journal) => {
    for (let left = 51; left > 0; left -= 1) openIncident(journal);
  },
  hasFault: () => undefined,
};
type Doing = keyof typeof doings;
const usual = Object.keys(doings).filter((name) => name !== 'import') as Doing[];
const doing = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...usual) },
  { weight: 1, arbitrary: fc.constant<Doing>('import') },
);

test('are those that the journal has open, whatever is written and whenever it cannot be read', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(doing, fc.nat(), fc.boolean()), { maxLength: 25 }), (steps) => {
      const folder = temporaryFolder();
      const [other, mine] = [openFor(folder), openFor(folder)];
      let isFaulty = false;
      const faulty: Journal = {
        ...mine,
        findIncident(id) {
          if (isFaulty) throw new JournalError('locked');
          return mine.findIncident(id);
        },
      };
      const live = liveIncidents(() => faulty);
      const ids = () => [...other.list()].map(({ id }) => id);
      for (const [name, which, looks] of steps) {
        const all = ids();
        const incident = all[which % all.length];
        if (name === 'open' || name === 'import') doings[name](other);
        else if (incident !== undefined) doings[name](other, incident);
        isFaulty = name === 'hasFault';
        try {
          if (looks || isFaulty) live.refresh();
        } catch (error) {
          expect(error).toBeInstanceOf(JournalError);
        }
      }
      isFaulty = false;
      live.refresh();
      const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
      expect(live.all().toSorted(byId)).toEqual(other.openIncidents().toSorted(byId));
      expect(live.refresh()).toBe(false);
    }),
    { numRuns: 40 },
  );
});

test('are newest first, whatever their offsets', () => {
  const journal = openFor(temporaryFolder());
  const at = (receivedAt: string) => openIncident(journal, [], { receivedAt });
  const first = at('2026-10-25T02:50:00+02:00');
  const last = at('2026-10-25T02:10:00+01:00');
  const middle = at('2026-10-25T00:55:00Z');
  const live = liveIncidents(() => journal);
  live.refresh();
  expect(live.all().map(({ id }) => id)).toEqual([last, middle, first]);
});

test('keep those that nobody has touched as they are, so that their rows need not be made anew', () => {
  const journal = openFor(temporaryFolder());
  const [untouched, touched] = [openIncident(journal), openIncident(journal)];
  const live = liveIncidents(() => journal);
  const found = (id: string) => live.all().find((incident) => incident.id === id);
  live.refresh();
  const before = [found(untouched), found(touched)];
  journal.append([answer(touched, 'Brand')]);
  expect(live.refresh()).toBe(true);
  expect(found(untouched)).toBe(before[0]);
  expect(found(touched)).not.toBe(before[1]);
});

test('are read anew when the journal is another one, that has less in it', () => {
  const [longer, shorter] = [openFor(temporaryFolder()), openFor(temporaryFolder())];
  openIncident(longer, ['Brand', 'Här']);
  const left = openIncident(shorter);
  let journal = longer;
  const live = liveIncidents(() => journal);
  live.refresh();
  journal = shorter;
  expect(live.refresh()).toBe(true);
  expect(live.all().map(({ id }) => id)).toEqual([left]);
});

test('what is written about the desk itself is a change too', () => {
  const journal = openFor(temporaryFolder());
  const live = liveIncidents(() => journal);
  live.refresh();
  const test = { phone: 'primary', result: 'works', note: '', exercise: false } as const;
  journal.append([entry(deskStream, 'phone-tested', test)]);
  expect([live.refresh(), live.all()]).toEqual([true, []]);
});
