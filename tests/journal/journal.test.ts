import { describe, expect, it } from 'vitest';
import { newId } from '../../src/journal/id.ts';
import { verifyJournal } from '../../src/journal/verify.ts';
import {
  answer,
  appendFromTheFuture,
  decision,
  draft,
  entry,
  openFor,
  openIncident,
  opening,
  receivedAt,
  temporaryFolder,
} from './fixtures.ts';

describe('writing and reading', () => {
  it('gives back what was written, in order, also after closing', () => {
    const folder = temporaryFolder();
    const journal = openFor(folder, () => '2026-11-21T01:42:03.120Z');
    const incident = newId();
    const text = 'Strömavbrott\n"å" \0 \u{1F525} \ud800';
    const first = entry(incident, 'incident-opened', opening);
    const second = { ...answer(incident, text), occurredAt: receivedAt, corrects: first.id };
    const written = journal.append([first, second]);
    journal.close();

    const entries = openFor(folder).entriesOf(incident);
    expect(entries).toEqual(written);
    expect(entries).toMatchObject([
      {
        ...first,
        sequence: 1,
        version: 1,
        recordedAt: '2026-11-21T01:42:03.120Z',
        payload: expect.anything(),
      },
      { ...second, sequence: 2 },
    ]);
    expect([...verifyJournal(folder)]).toEqual([]);
  });

  it('numbers the entries over all incidents without gaps, and says where the chain ends', () => {
    const journal = openFor(temporaryFolder());
    expect(journal.head()).toBeNull();
    const a = openIncident(journal, ['Brand']);
    const b = openIncident(journal, ['Vattenläcka']);
    journal.append([answer(a, 'Brand i kök')]);
    expect(journal.entriesOf(a).map(({ sequence }) => sequence)).toEqual([1, 2, 5]);
    expect(journal.entriesOf(b).map(({ sequence }) => sequence)).toEqual([3, 4]);
    expect(journal.head()).toEqual({ sequence: 5, hash: journal.entriesOf(a).at(-1)?.hash });
    expect(journal.entriesOf('nobody')).toEqual([]);
  });

  it('writes an entry once, however often it is tried', () => {
    const journal = openFor(temporaryFolder());
    const incident = newId();
    const first = entry(incident, 'incident-opened', opening);
    const written = journal.append([first]);
    expect(journal.append([first, answer(incident, 'Brand')])[0]).toEqual(written[0]);
    const last = answer(incident, 'Brand i kök');
    expect(journal.append([last, last]).map(({ sequence }) => sequence)).toEqual([3, 3]);
    expect(journal.head()?.sequence).toBe(3);
    expect(journal.append([])).toEqual([]);
  });

  it('does not take another entry for one that is there: what it says would be lost', () => {
    const journal = openFor(temporaryFolder());
    const opened = entry(newId(), 'incident-opened', opening);
    const said = answer(opened.incident, 'Brand');
    const written = journal.append([opened, said]);
    const others = [
      { ...said, payload: answer(opened.incident, 'Rök').payload },
      { ...decision(opened.incident), id: said.id },
      { ...said, incident: newId() },
      { ...opened, payload: { ...opening, exercise: true } },
    ];
    for (const other of others)
      expect(() => journal.append([answer(opened.incident, 'Mer'), other])).toThrow(
        expect.objectContaining({ name: 'JournalError', kind: 'other' }),
      );
    expect(journal.append([opened, said])).toEqual(written);
    expect(journal.entriesOf(opened.incident)).toEqual(written);
  });

  it('writes all of the entries or none', () => {
    const journal = openFor(temporaryFolder());
    const incident = openIncident(journal);
    const impossible = { ...answer(incident, 'Brand'), operator: null as unknown as string };
    expect(() => journal.append([answer(incident, 'Rök'), impossible])).toThrow(
      expect.objectContaining({ name: 'JournalError' }),
    );
    expect(journal.entriesOf(incident)).toHaveLength(1);
    expect(journal.append([answer(incident, 'Rök')])[0]?.sequence).toBe(2);
  });

  it("keeps the machine's time when its clock is set back", () => {
    const times = ['2026-10-25T00:59:00.000Z', '2026-10-25T00:01:00.000Z'];
    const journal = openFor(temporaryFolder(), () => times.shift() ?? '');
    const incident = openIncident(journal);
    journal.append([answer(incident, 'Brand')]);
    expect(journal.entriesOf(incident).map(({ recordedAt }) => recordedAt)).toEqual([
      '2026-10-25T00:59:00.000Z',
      '2026-10-25T00:01:00.000Z',
    ]);
  });

  it('keeps entries of a later version and folds around them', () => {
    const folder = temporaryFolder();
    const journal = openFor(folder);
    const incident = openIncident(journal, ['Brand']);
    appendFromTheFuture(folder, incident, 'drone-sent', { height: 40 });
    appendFromTheFuture(folder, incident, 'caller-answered', { words: 'Rök' });
    journal.append([decision(incident)]);
    expect(journal.entriesOf(incident)[2]).toMatchObject({
      type: 'drone-sent',
      version: 2,
      payload: { height: 40 },
    });
    expect(journal.findIncident(incident)).toMatchObject({
      status: 'open',
      answers: { whatHappened: { text: 'Brand' } },
      unknownEntries: 2,
    });
    expect([...verifyJournal(folder)]).toEqual([]);
  });
});

describe('the number', () => {
  const numbersOf = (folder: string) => [...openFor(folder).list()].map(({ number }) => number).reverse();

  it("counts each station's year by the desk's calendar", () => {
    const folder = temporaryFolder();
    const journal = openFor(folder);
    for (const at of ['2026-12-31T22:59:59Z', '2026-12-31T23:00:00Z', '2026-12-31T23:30:00Z']) {
      openIncident(journal, [], { receivedAt: at });
    }
    openIncident(journal, [], { station: 'B', receivedAt: '2027-01-02T00:00:00Z' });
    expect(numbersOf(folder)).toEqual(['A-2026-0001', 'A-2027-0001', 'A-2027-0002', 'B-2027-0001']);
  });

  it('grows past 9999, and keeps a number that is given if nobody has it', () => {
    const folder = temporaryFolder();
    const journal = openFor(folder);
    for (const number of ['A-2026-9999', '', 'a-2026-9999', 'Gammal 7']) {
      openIncident(journal, [], { number });
    }
    expect(numbersOf(folder)).toEqual(['A-2026-9999', 'A-2026-10000', 'A-2026-10001', 'Gammal 7']);
  });

  it('is different for each incident opened in one write', () => {
    const folder = temporaryFolder();
    openFor(folder).append([
      entry(newId(), 'incident-opened', opening),
      entry(newId(), 'incident-opened', opening),
    ]);
    expect(numbersOf(folder)).toEqual(['A-2026-0001', 'A-2026-0002']);
  });

  it('finds the incident in any case and composition', () => {
    const journal = openFor(temporaryFolder());
    const id = openIncident(journal, ['Brand'], { station: 'Å' });
    for (const name of ['Å-2026-0001', 'å-2026-0001', 'Å-2026-0001'.normalize('NFD'), ' å-2026-0001\n', id]) {
      expect(journal.findIncident(name)?.id).toBe(id);
    }
    expect(journal.findIncident('A-2026-0001')).toBeNull();
  });
});

describe('unfinished', () => {
  it('is what is undecided, without a draft, or typed but not entered; newest first', () => {
    const journal = openFor(temporaryFolder());
    const at = (hour: number) => ({ receivedAt: `2026-11-21T0${hour}:00:00Z` });
    const [undecided, decided, done, doneButTyped] = [1, 2, 3, 4].map((hour) =>
      openIncident(journal, ['Brand'], at(hour)),
    ) as [string, string, string, string];
    journal.append([decided, done, doneButTyped].map((id) => decision(id)));
    journal.append([done, doneButTyped].map(draft));
    const typing = (incident: string, savedAt: string) => ({ incident, savedAt, body: '{"text":"Rö"}' });
    journal.typing.save(typing(undecided, '2026-11-21T09:00:00.000Z'));
    journal.typing.save(typing(doneButTyped, '2026-11-21T09:00:01.000Z'));
    journal.typing.save(typing('only-typed', '2026-11-21T02:30:00.000+01:00'));
    journal.typing.save(typing(done, '2026-11-21T09:00:02.000Z'), 'incident');
    const closed = openIncident(journal, ['Falskt larm'], at(5));
    journal.append([entry(closed, 'incident-closed', { open: [], reason: '' })]);
    expect(journal.unfinished().map(({ id, incident, typing }) => [id, incident?.status, !!typing])).toEqual([
      [doneButTyped, 'open', true],
      [undecided, 'draft', true],
      [decided, 'open', false],
      ['only-typed', undefined, true],
    ]);
  });
});

describe('typing', () => {
  it('is replaced, read and cleared, and is no entry', () => {
    const folder = temporaryFolder();
    const { typing, head, close } = openFor(folder);
    const first = { incident: 'i', savedAt: '2026-11-21T01:00:00.000Z', body: '{"a":1}' };
    typing.save(first);
    typing.save({ ...first, body: '{"a":2}' });
    typing.save({ ...first, incident: 'j', savedAt: '2026-11-21T02:00:00.000Z' });
    expect(typing.of('i')).toEqual({ ...first, body: '{"a":2}' });
    expect(typing.all().map(({ incident }) => incident)).toEqual(['j', 'i']);
    typing.save({ ...first, body: '{"note":1}' }, 'incident');
    expect(typing.of('i', 'incident')?.body).toBe('{"note":1}');
    expect(typing.all('incident').map(({ incident }) => incident)).toEqual(['i']);
    expect(typing.of('j', 'incident')).toBeNull();
    typing.clear('j');
    typing.clear('i', 'incident');
    close();
    expect(openFor(folder).typing.all()).toEqual([{ ...first, body: '{"a":2}' }]);
    expect(typing.of('j')).toBeNull();
    expect(head()).toBeNull();
  });
});
