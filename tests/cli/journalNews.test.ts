/** Keeping up with a real journal that cannot always be read. */
import { expect, test } from 'vitest';
import { journalNews } from '../../src/cli/deskScreen/journalNews.ts';
import { JournalError } from '../../src/journal/errors.ts';
import { newId } from '../../src/journal/id.ts';
import { answer, entry, openFor, opening, temporaryFolder } from '../journal/fixtures.ts';

test('what is new is read once, and what could not be read at the next call', () => {
  const folder = temporaryFolder();
  const [journal, other] = [openFor(folder), openFor(folder)];
  const incident = newId();
  let isBroken = false;
  const news = journalNews(
    () => journal,
    (from) => {
      if (isBroken) throw new JournalError('damaged');
      return from.entriesOf(incident).length;
    },
  );
  expect([news(), news()]).toEqual([0, null]);
  other.append([entry(incident, 'incident-opened', opening), answer(incident, 'Brand')]);
  isBroken = true;
  expect(news()).toBeNull();
  isBroken = false;
  expect([news(), news()]).toEqual([2, null]);
});
