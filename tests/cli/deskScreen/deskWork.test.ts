/** What the desk screen shows is read again when something has changed, or could not be read. */
import { describe, expect, test } from 'vitest';
import { liveWork } from '../../../src/cli/deskScreen/deskWork.ts';
import { deskStream } from '../../../src/domain/payloads.ts';
import { JournalError } from '../../../src/journal/errors.ts';
import type { Journal } from '../../../src/journal/journal.ts';
import { entry, openFor, openIncident, receivedAt, temporaryFolder } from '../../journal/fixtures.ts';

const about = { exercise: false, phoneTestDays: 7 };

test('nothing is read anew while nobody writes', () => {
  const folder = temporaryFolder();
  const work = liveWork(() => journal, about);
  const [journal, other] = [openFor(folder), openFor(folder)];
  expect(work.changed()).toMatchObject({ incidents: [], typings: [], handover: null });
  expect(work.changed()).toBeNull();
  const incident = openIncident(other);
  expect(work.changed()).toMatchObject({ incidents: [{ id: incident }] });
  expect(work.changed()).toBeNull();
});

test('what is being typed in a call elsewhere is a change', () => {
  const journal = openFor(temporaryFolder());
  const work = liveWork(() => journal, about);
  work.changed();
  journal.typing.save({ incident: 'call', savedAt: receivedAt, body: 'cannot be understood' });
  expect(work.changed()?.typings).toEqual([
    { number: null, id: 'call', receivedAt: null, summary: '', exercise: false },
  ]);
  expect(work.changed()).toBeNull();
  journal.typing.clear('call');
  expect(work.changed()?.typings).toEqual([]);
});

test('an exercise shows its own handover, and the telephones as they are', () => {
  const journal = openFor(temporaryFolder());
  const signed = (exercise: boolean) =>
    entry(deskStream, 'handover-signed', { page: [], note: '', exercise });
  const [real, exercise] = [signed(false), signed(true)];
  journal.append([real, exercise]);
  const shown = (exercise: boolean) => liveWork(() => journal, { ...about, exercise }).changed();
  expect([shown(false)?.handover?.entry, shown(true)?.handover?.entry]).toEqual([real.id, exercise.id]);
  expect(shown(true)?.phones.map(({ phone }) => phone)).toEqual(['primary', 'backup']);
});

describe('what could not be read', () => {
  test.each(['head', 'unfinished', 'lastOf', 'changedSince', 'findIncident'] as const)(
    'because of %s is there the next time, also when nothing more is written',
    (broken) => {
      const journal = openFor(temporaryFolder());
      let isBroken = false;
      const faulty: Journal = {
        ...journal,
        get [broken](): never {
          if (isBroken) throw new JournalError('locked');
          return journal[broken] as never;
        },
      };
      const work = liveWork(() => faulty, about);
      work.changed();
      const incident = openIncident(journal);
      isBroken = true;
      expect(() => work.changed()).toThrow(JournalError);
      isBroken = false;
      expect(work.changed()).toMatchObject({ incidents: [{ id: incident }] });
      expect(work.changed()).toBeNull();
    },
  );

  test('is read again when it turns out that nothing had changed, so that the screen can take its warning away', () => {
    const journal = openFor(temporaryFolder());
    let isBroken = false;
    const work = liveWork(() => {
      if (isBroken) throw new JournalError('locked');
      return journal;
    }, about);
    work.changed();
    isBroken = true;
    expect(() => work.changed()).toThrow(JournalError);
    isBroken = false;
    expect(work.changed()).not.toBeNull();
  });
});
