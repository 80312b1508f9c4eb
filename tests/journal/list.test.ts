import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../src/journal/journal.ts';
import type { ListFilter } from '../../src/journal/list.ts';
import { verifyJournal } from '../../src/journal/verify.ts';
import { answer, decision, entry, openFor, openIncident, temporaryFolder } from './fixtures.ts';

function numbers(journal: Journal, filter: ListFilter): string[] {
  return [...journal.list(filter)].map(({ number }) => number);
}

/** Three incidents, opened in another order than they were received. */
function threeIncidents(): { journal: Journal; folder: string; ids: string[] } {
  const folder = temporaryFolder();
  const journal = openFor(folder);
  const ids = [
    openIncident(journal, ['Strömavbrott i Östra Göteborg'], { receivedAt: '2026-11-21T02:41:00+01:00' }),
    openIncident(journal, ['Brand på äldreboende'], {
      receivedAt: '2026-11-20T23:30:00+01:00',
      exercise: true,
    }),
    openIncident(journal, ['Snöoväder'], { receivedAt: '2026-11-21T23:59:59+01:00' }),
  ];
  const [first = '', second = '', third = ''] = ids;
  journal.append([
    decision(first, { motivation: 'Hemtjänstpersonalen räcker' }),
    decision(second, { outcome: 'contact-director', timing: 'now', directorDueAt: null }),
    entry(third, 'caller-answered', {
      question: 'operationsAtRisk',
      text: 'hemtjänst',
      certainty: 'confirmed',
      units: ['Hemtjänst Kortedala'],
    }),
  ]);
  return { journal, folder, ids };
}

describe('the list', () => {
  it('shows what the contract says, newest first by when it was received', () => {
    const { journal, ids } = threeIncidents();
    const list = [...journal.list()];
    expect(list.map(({ number }) => number)).toEqual(['A-2026-0003', 'A-2026-0001', 'A-2026-0002']);
    expect(Object.entries(list[2] ?? {})).toEqual([
      ['number', 'A-2026-0002'],
      ['id', ids[1]],
      ['receivedAt', '2026-11-20T23:30:00+01:00'],
      ['summary', 'Brand på äldreboende'],
      ['outcome', 'contact-director'],
      ['timing', 'now'],
      ['status', 'open'],
      ['exercise', true],
      ['operator', 'jl'],
      ['actionsOpen', 2],
    ]);
    expect(list[0]).toMatchObject({ outcome: null, status: 'draft', actionsOpen: 0 });
    expect(numbers(journal, { limit: 1 })).toEqual(['A-2026-0003']);
  });

  it.each<[ListFilter, string[]]>([
    [{ text: 'ström' }, ['A-2026-0001']],
    [{ text: 'STRÖM öst' }, ['A-2026-0001']],
    [{ text: 'strom' }, []],
    [{ text: 'brand'.normalize('NFD') }, ['A-2026-0002']],
    [{ text: 'äldre'.normalize('NFD') }, ['A-2026-0002']],
    [{ text: 'hemtj' }, ['A-2026-0003', 'A-2026-0001']],
    [{ text: 'kortedala' }, ['A-2026-0003']],
    [{ text: 'A-2026-0002' }, ['A-2026-0002']],
    [{ text: 'brand "" * ( ) - OR AND' }, []],
    [{ text: 'brand "" * ( ) - ^' }, ['A-2026-0002']],
    [{ text: ' " ' }, ['A-2026-0003', 'A-2026-0001', 'A-2026-0002']],
    [{ fromDate: '2026-11-21' }, ['A-2026-0003', 'A-2026-0001']],
    [{ toDate: '2026-11-20' }, ['A-2026-0002']],
    [{ fromDate: '2026-11-21', toDate: '2026-11-21', text: 'snö' }, ['A-2026-0003']],
    [{ outcome: 'contact-director' }, ['A-2026-0002']],
    [{ outcome: 'consult-first' }, []],
    [{ status: 'draft' }, ['A-2026-0003']],
    [{ status: 'open' }, ['A-2026-0001', 'A-2026-0002']],
    [{ status: 'open', exercise: false, outcome: 'ordinary', text: 'ström' }, ['A-2026-0001']],
    [{ status: 'closed' }, []],
    [{ exercise: true }, ['A-2026-0002']],
    [{ exercise: false, text: 'hemtjänst', outcome: 'ordinary' }, ['A-2026-0001']],
  ])('filters by %j', (filter, expected) => {
    expect(numbers(threeIncidents().journal, filter)).toEqual(expected);
  });

  it('keeps a call on both sides of midnight on its own day when the clocks change', () => {
    const journal = openFor(temporaryFolder());
    for (const at of [
      '2026-10-24T23:59:59+02:00',
      '2026-10-25T00:00:00+02:00',
      '2026-10-25T23:59:59+01:00',
    ]) {
      openIncident(journal, [], { receivedAt: at });
    }
    openIncident(journal, [], { receivedAt: '2026-10-26T00:00:00+01:00' });
    expect(numbers(journal, { fromDate: '2026-10-25', toDate: '2026-10-25' })).toEqual([
      'A-2026-0003',
      'A-2026-0002',
    ]);
  });

  it('takes any text as words to look for', () => {
    const { journal } = threeIncidents();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'"*^:(){}+-\0 NEAROT') }),
        ),
        (text) => {
          numbers(journal, { text });
        },
      ),
    );
  });

  it('can be broken off, and written to while it is being read', () => {
    const { journal, ids } = threeIncidents();
    for (const { id } of journal.list()) {
      journal.append([answer(id, 'Ny uppgift')]);
      if (id === ids[0]) break;
    }
    expect(numbers(journal, { text: 'ny uppgift' })).toEqual(['A-2026-0003', 'A-2026-0001']);
  });

  it('finds words of the answers that hold now, and of those that were changed', () => {
    const { journal, ids } = threeIncidents();
    journal.append([answer(ids[2] ?? '', 'Halka')]);
    expect(numbers(journal, { text: 'snöoväder' })).toEqual(['A-2026-0003']);
    expect(numbers(journal, { text: 'halka' })).toEqual(['A-2026-0003']);
    const caller = { name: 'Kerstin Åberg', callback: '031-390 06 44' };
    openIncident(journal, ['Hiss'], { caller });
    expect(numbers(journal, { text: 'kerstin 06 44' })).toHaveLength(1);
  });

  it('finds what was written and who was reached after the call, also what was struck, but no words of the program', () => {
    const { journal, folder, ids } = threeIncidents();
    const [first = ''] = ids;
    const note = entry(first, 'note-added', { text: 'Reservkraften startade', about: null });
    const whom = { name: 'Kim Ek', role: null, unit: '', phone: '070-174 06 05', email: '' };
    journal.append([
      note,
      entry(first, 'entry-struck', { reason: 'Fel adress' }, { corrects: note.id }),
      entry(first, 'contact-attempted', {
        action: 'call-director',
        whom,
        result: 'reached',
        nextTryAt: null,
      }),
      entry(first, 'consulted', { action: 'consult', whom, advice: 'Avvakta prognosen' }),
      entry(first, 'reminder-given', { followUp: 'call-director', due: '', by: 'screen' }),
    ]);
    for (const text of ['reservkraft', 'fel adress', 'kim ek', '174 06', 'prognos']) {
      expect([text, numbers(journal, { text })]).toEqual([text, ['A-2026-0001']]);
    }
    for (const text of ['reached', 'screen', 'director']) expect(numbers(journal, { text })).toEqual([]);
    journal.rebuild();
    expect(numbers(journal, { text: 'prognos' })).toEqual(['A-2026-0001']);
    expect([...verifyJournal(folder)]).toEqual([]);
  });

  it('shows how many things remain to do, and what is closed', () => {
    const { journal, ids } = threeIncidents();
    const [first = ''] = ids;
    const seen = () => [...journal.list({ text: 'ström' })].map((item) => [item.status, item.actionsOpen]);
    expect(seen()).toEqual([['open', 2]]);
    journal.append([entry(first, 'action-done', { action: 'inform-duty-officer', note: '' })]);
    expect(seen()).toEqual([['open', 1]]);
    journal.append([entry(first, 'incident-closed', { open: ['mail-director'], reason: '' })]);
    expect(seen()).toEqual([['closed', 1]]);
    expect(numbers(journal, { status: 'closed' })).toEqual(['A-2026-0001']);
    expect(numbers(journal, { status: 'open' })).toEqual(['A-2026-0002']);
  });

  it('keeps incidents received in the same millisecond, in the order they were opened, and absurd dates', () => {
    const folder = temporaryFolder();
    const journal = openFor(folder);
    for (const at of ['0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z', '9999-12-31T00:00:00Z']) {
      openIncident(journal, [], { receivedAt: at });
    }
    for (const _ of [1, 2, 3]) openIncident(journal);
    expect(numbers(journal, {})).toEqual([
      'A-9999-0002',
      'A-9999-0001',
      'A-2026-0003',
      'A-2026-0002',
      'A-2026-0001',
      'A-0001-0001',
    ]);
    expect([...verifyJournal(folder)]).toEqual([]);
  });

  it('is the same when made again from the entries', () => {
    const { journal, folder } = threeIncidents();
    const before = [...journal.list()];
    journal.rebuild();
    expect([...journal.list()]).toEqual(before);
    expect(numbers(journal, { text: 'hemtj' })).toEqual(['A-2026-0003', 'A-2026-0001']);
    expect([...verifyJournal(folder)]).toEqual([]);
  });
});
