import { describe, expect, test } from 'vitest';
import { affectedUnits, factsOf, summaryOf, unansweredQuestions } from '../../src/domain/answers.ts';
import { assess, noFacts } from '../../src/domain/assess.ts';
import { defaultDeskHours } from '../../src/domain/deskHours.ts';
import type { Entry, EntryPayloads, EntryType } from '../../src/domain/entry.ts';
import { foldIncident } from '../../src/domain/incident.ts';
import type { Answer } from '../../src/domain/payloads.ts';
import { toldSoFar } from '../../src/domain/told.ts';
import { decided, night, opened, person } from './story.ts';

const receivedAt = '2026-11-21T02:41:00+01:00';
const recordedAt = '2026-11-21T02:44:10+01:00';

/** Entries in the order given, numbered from 1. */
function entries(...written: readonly { type: string; payload: unknown; version?: number }[]): Entry[] {
  return written.map(({ type, payload, version = 1 }, index) => ({
    sequence: index + 1,
    id: `entry-${index + 1}`,
    incident: 'incident-1',
    operator: 'jl',
    receivedAt,
    occurredAt: null,
    recordedAt,
    type,
    version,
    corrects: null,
    payload,
    hash: '',
  }));
}

function entry<T extends EntryType>(type: T, payload: EntryPayloads[T]) {
  return { type, payload };
}

const answer = (text: string, units: readonly string[] = []): Answer => ({
  text,
  certainty: 'confirmed',
  units,
});
const opening = entry('incident-opened', {
  station: 'A',
  number: 'A-2026-0001',
  source: 'tib',
  channel: 'phone',
  exercise: true,
  caller: { name: 'TIB' },
});
const fire = entry('caller-answered', { question: 'whatHappened', ...answer('Brand') });

describe('an incident is folded from its entries', () => {
  test('opened, it is a draft with nothing answered', () => {
    expect(foldIncident(entries(opening))).toMatchObject({
      id: 'incident-1',
      number: 'A-2026-0001',
      source: 'tib',
      channel: 'phone',
      exercise: true,
      caller: { name: 'TIB' },
      operator: 'jl',
      receivedAt,
      status: 'draft',
      answers: {},
      own: null,
      decision: null,
      drafts: [],
      unknownEntries: 0,
    });
  });

  test('the latest answer counts, and names the entry that says it', () => {
    const changed = entry('caller-answered', { question: 'whatHappened', ...answer('Brand i kök') });
    const incident = foldIncident(entries(opening, fire, changed));
    expect(incident?.answers.whatHappened).toEqual({ ...answer('Brand i kök'), entry: 'entry-3' });
    expect(incident?.answers.whereHappened).toBeUndefined();
  });

  test('a whole call ends as open, with its decision, by whom and when', () => {
    const facts = { ...noFacts, own: 'yes' as const };
    const { outcome, timing, directorDueAt, ...rest } = assess(facts, receivedAt, defaultDeskHours);
    const recommendation = { outcome, timing, directorDueAt, ...rest };
    const incident = foldIncident(
      entries(
        opening,
        fire,
        entry('own-operation-answered', { answer: 'yes' }),
        entry('read-back-agreed', { unanswered: ['whereHappened'] }),
        entry('desk-answered', { question: 'directorTiming', answer: 'morning' }),
        entry('motivation-given', { text: 'Lindrigt.' }),
        entry('recommendation-made', { ...recommendation, facts }),
        entry('decision-made', {
          ...{ outcome, timing, directorDueAt },
          overridden: false,
          motivation: 'Lindrigt.',
          actions: [],
        }),
        entry('draft-saved', { file: 'A-2026-0001-1.eml', subject: '', messageId: '', to: null, body: '' }),
      ),
    );
    expect(incident).toMatchObject({
      status: 'open',
      own: { answer: 'yes', entry: 'entry-3' },
      readBack: { at: receivedAt, unanswered: ['whereHappened'], entry: 'entry-4' },
      deskAnswers: { directorTiming: { answer: 'morning', entry: 'entry-5' } },
      motivation: { text: 'Lindrigt.', entry: 'entry-6' },
      recommendation: { outcome: 'contact-director', facts, entry: 'entry-7' },
      decision: { outcome: 'contact-director', by: 'jl', at: recordedAt, entry: 'entry-8' },
      drafts: [{ file: 'A-2026-0001-1.eml', entry: 'entry-9' }],
    });
  });

  test('entries of a later kind or version, or without payload, are counted and change nothing', () => {
    const incident = foldIncident(
      entries(
        opening,
        fire,
        { type: 'incident-merged', payload: {} },
        { type: 'toString', payload: {} },
        { ...entry('caller-answered', { question: 'whatHappened', ...answer('Annat') }), version: 2 },
        { type: 'caller-answered', payload: undefined },
      ),
    );
    expect(incident?.answers.whatHappened?.text).toBe('Brand');
    expect(incident?.unknownEntries).toBe(4);
  });

  test('without an opening that is understood there is no incident', () => {
    expect(foldIncident([])).toBeNull();
    expect(foldIncident(entries(fire))).toBeNull();
    expect(foldIncident(entries({ ...opening, version: 2 }, fire))).toBeNull();
  });

  test('a second opening changes nothing', () => {
    const again = entry('incident-opened', { ...opening.payload, number: 'A-2026-0002' });
    expect(foldIncident(entries(opening, again))?.number).toBe('A-2026-0001');
  });
});

describe('what the rules look at', () => {
  test('what is not answered is unknown', () => {
    expect(factsOf(foldIncident(entries(opening)))).toEqual(noFacts);
  });

  test('every answer has its place', () => {
    const incident = foldIncident(
      entries(
        opening,
        entry('own-operation-answered', { answer: 'no' }),
        entry('desk-answered', { question: 'manageableWithExistingResources', answer: 'no' }),
        entry('desk-answered', { question: 'informDirector', answer: 'yes' }),
        entry('desk-answered', { question: 'directorTiming', answer: 'now' }),
        entry('desk-answered', { question: 'staffDirectlyAffected', answer: 'yes' }),
        entry('desk-answered', { question: 'careRecipientsDirectlyAffected', answer: 'no' }),
        entry('motivation-given', { text: 'Därför.' }),
      ),
    );
    expect(factsOf(incident)).toEqual({
      manageableWithExistingResources: 'no',
      informDirector: 'yes',
      directorTiming: 'now',
      staffDirectlyAffected: 'yes',
      careRecipientsDirectlyAffected: 'no',
      own: 'no',
      motivation: 'Därför.',
    });
  });
});

test('the affected units: directly affected first, then at risk, each once', () => {
  expect(
    affectedUnits({
      operationsAtRisk: answer('', ['Boende B', 'Boende A'.normalize('NFD')]),
      operationDirectlyAffected: answer('', ['Boende A']),
      whereHappened: answer('', ['Boende C']),
    }),
  ).toEqual(['Boende A', 'Boende B']);
});

test('a question left blank is still unanswered', () => {
  expect(unansweredQuestions({ whatHappened: answer('Brand'), whenHappened: answer(' \n') })).toEqual([
    'whenHappened',
    'whereHappened',
    'whoIsAffected',
    'actorsInvolved',
    'operationDirectlyAffected',
    'operationsAtRisk',
  ]);
});

describe('what happened in one short line', () => {
  const summary = (text: string) => summaryOf({ whatHappened: answer(text) });

  test('is the first line that says something', () => {
    expect(summary('\n Brand i kök \n\n Utrymning')).toBe('Brand i kök');
    expect(summaryOf({})).toBe('');
  });

  test('is cut at 80 characters, and never within one', () => {
    expect(summary('å'.repeat(80))).toBe('å'.repeat(80));
    expect(summary('å'.repeat(81))).toBe(`${'å'.repeat(79)}…`);
    expect(summary('🔥'.repeat(80))).toBe('🔥'.repeat(80));
    expect(summary('🔥'.repeat(81))).toBe(`${'🔥'.repeat(79)}…`);
  });
});

describe('what is recorded after the decision', () => {
  test('a note that was struck does not count, and what cannot be struck stays', () => {
    const story = decided('now');
    const note = story.tell('03:00', 'note-added', { text: 'fel händelse', about: null });
    story.tell('03:01', 'note-added', { text: 'rätt', about: null }, note);
    expect(story.incident.notes.map(({ text }) => text)).toEqual(['rätt']);
    story.tell('03:02', 'entry-struck', { reason: '' }, 'entry-3');
    expect(story.entries[2]?.type).toBe('decision-made');
    expect(story.incident.decision).not.toBeNull();
  });

  test('nothing is struck by what came before it', () => {
    const story = decided('now');
    story.tell('03:00', 'entry-struck', { reason: '' }, 'entry-5');
    story.tell('03:01', 'note-added', { text: 'kvar', about: null });
    expect(story.incident.notes).toHaveLength(1);
  });

  test('a later call is what "now" is counted from, and opens a closed incident', () => {
    const story = decided('ordinary');
    story.tell('03:30', 'incident-closed', { open: ['mail-director'], reason: 'klart' });
    expect(story.incident).toMatchObject({ status: 'closed', closed: { reason: 'klart' } });
    story.tell('04:09', 'call-received', { source: 'tib', channel: 'phone', caller: {} });
    expect(story.incident).toMatchObject({ status: 'open', closed: null, latestCallAt: night('04:09') });
  });

  test('closing and opening an incident without a decision leaves it a draft', () => {
    const story = opened();
    story.tell('03:30', 'incident-closed', { open: [], reason: 'felringning' });
    story.tell('03:31', 'incident-reopened', { reason: '' });
    expect(story.incident.status).toBe('draft');
  });

  test('who has been told is told in order, with who has acknowledged', () => {
    const story = decided('ordinary', ['Hemtjänst Kortedala']);
    const key = 'inform-unit-manager:Hemtjänst Kortedala';
    story.attempt('03:05', 'inform-duty-officer', 'reached', person('TIB', '031-390 06 12'));
    story.attempt('02:59', key, 'no-answer', undefined, '03:04');
    story.tell('03:01', 'acknowledged', { action: key, by: 'Eva Fors' });
    expect(toldSoFar(story.incident.actions)).toMatchObject([
      { name: 'Eva Fors', at: night('03:01'), acknowledged: true },
      { name: 'TIB', at: night('03:05'), acknowledged: false },
    ]);
  });
});
