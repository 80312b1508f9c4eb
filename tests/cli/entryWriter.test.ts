/** Entries on their way to a real journal that cannot always be written. */
import { expect, test } from 'vitest';
import { createEntryWriter } from '../../src/cli/entryWriter.ts';
import type { NewEntry } from '../../src/domain/entry.ts';
import { JournalError, type JournalErrorKind } from '../../src/journal/errors.ts';
import { newId } from '../../src/journal/id.ts';
import { answer, entry, openFor, opening, temporaryFolder } from '../journal/fixtures.ts';

function writerOn(folder: string) {
  const journal = openFor(folder);
  const incident = newId();
  const told: string[] = [];
  const desk = { fault: null as JournalErrorKind | null, clock: 0, tries: 0 };
  const writer = createEntryWriter({
    openedJournal() {
      desk.tries += 1;
      if (desk.fault) throw new JournalError(desk.fault);
      return journal;
    },
    onSaved: (entries) => told.push(...entries.map(({ type, sequence }) => `${sequence} ${type}`)),
    onFailed: (fault) => told.push(fault),
    now: () => desk.clock,
  });
  const opened = entry(incident, 'incident-opened', opening);
  const said = (text: string): NewEntry => answer(incident, text);
  const texts = () => journal.entriesOf(incident).map(({ payload }) => (payload as { text?: string }).text);
  return { writer, desk, told, opened, said, texts };
}

test('what is written is told as written, in order', () => {
  const { writer, told, opened, said, texts } = writerOn(temporaryFolder());
  writer.write([opened, said('ett')]);
  writer.write([said('två')]);
  expect(told).toEqual(['1 incident-opened', '2 caller-answered', '3 caller-answered']);
  expect(texts()).toEqual([undefined, 'ett', 'två']);
  expect(writer.waiting().length).toBe(0);
});

test('what failed waits, and is written once and in order with what came after it', () => {
  const { writer, desk, told, opened, said, texts } = writerOn(temporaryFolder());
  desk.fault = 'full';
  writer.write([opened]);
  writer.write([said('ett')]);
  expect([told, writer.waiting().length]).toEqual([['full', 'full'], 2]);
  desk.fault = null;
  writer.write([said('två')]);
  expect(told.slice(2)).toEqual(['1 incident-opened', '2 caller-answered', '3 caller-answered']);
  expect(texts()).toEqual([undefined, 'ett', 'två']);
  desk.clock = 10_000;
  writer.retry();
  writer.write([]);
  expect([desk.tries, writer.waiting().length]).toEqual([3, 0]);
});

test('the journal rests three seconds after a failure; then it is tried again, and before that only when asked', () => {
  const { writer, desk, told, opened } = writerOn(temporaryFolder());
  desk.fault = 'locked';
  writer.write([opened]);
  desk.clock = 2999;
  writer.retry();
  expect([desk.tries, writer.isResting()]).toEqual([1, true]);
  writer.write([]);
  desk.clock = 5998;
  writer.retry();
  expect(desk.tries).toBe(2);
  desk.clock = 5999;
  desk.fault = null;
  writer.retry();
  expect(told).toEqual(['locked', 'locked', '1 incident-opened']);
});

test('rests for what else failed too, and a second writer of the same entries writes nothing twice', () => {
  const folder = temporaryFolder();
  const [one, other] = [writerOn(folder), writerOn(folder)];
  one.writer.write([one.opened]);
  one.writer.rest();
  expect(one.writer.isResting()).toBe(true);
  other.writer.write([one.opened]);
  expect(other.told).toEqual(['1 incident-opened']);
});

test('an answer that throws is no failure of the journal', () => {
  const { opened } = writerOn(temporaryFolder());
  const failed: string[] = [];
  const journal = openFor(temporaryFolder());
  const writer = createEntryWriter({
    openedJournal: () => journal,
    onSaved: () => {
      throw new Error('the screen');
    },
    onFailed: (fault) => failed.push(fault),
  });
  expect(() => writer.write([opened])).toThrow('the screen');
  expect([failed, writer.waiting().length]).toEqual([[], 0]);
});
