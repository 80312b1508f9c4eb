/** What statistics count of one incident. */
import { expect, it } from 'vitest';
import { noFacts } from '../../src/domain/assess.ts';
import { factsOfIncident } from '../../src/domain/incidentFacts.ts';
import { decided, decision, opened, person, type Story } from './story.ts';

const factsOf = (story: Story) => factsOfIncident(story.incident, story.entries);
const recommended = {
  outcome: 'consult-first',
  timing: null,
  directorDueAt: null,
  motivationRequired: false,
  rules: [],
  reasons: [],
  ruleSetVersion: '1',
  facts: noFacts,
} as const;

it('counts an incident that is not decided by when it was received and what was not answered', () => {
  expect(factsOf(opened({ exercise: true }))).toEqual({
    month: '2026-11',
    weekday: 6,
    hour: 2,
    exercise: true,
    outcome: null,
    overridden: false,
    decidedAfter: null,
    directorReachedAfter: null,
    unanswered: [
      ...['whenHappened', 'whereHappened', 'whoIsAffected', 'actorsInvolved'],
      ...['operationDirectlyAffected', 'operationsAtRisk'],
    ],
    units: [],
  });
});

it('counts from the call to the first decision, whatever is decided later', () => {
  const story = decided('ordinary');
  story.tell('04:10', 'decision-made', decision('now'));
  expect(factsOf(story)).toMatchObject({ outcome: 'contact-director', decidedAfter: 9 * 60 });
});

it('counts from the decision until the director was reached, not from what was tried before', () => {
  const story = decided('now');
  story.attempt('02:52', 'call-director', 'no-answer');
  expect(factsOf(story).directorReachedAfter).toBe(null);
  story.attempt('02:58:30', 'call-director', 'reached');
  story.attempt('03:40', 'call-director', 'reached');
  expect(factsOf(story).directorReachedAfter).toBe(8 * 60 + 30);
});

it('counts from the morning where the director was to be phoned then', () => {
  const story = decided('morning');
  story.attempt('07:04', 'call-director', 'reached');
  expect(factsOf(story).directorReachedAfter).toBe(4 * 60);
  const early = decided('morning');
  early.attempt('05:00', 'call-director', 'reached');
  expect(factsOf(early).directorReachedAfter).toBe(0);
});

it('counts each unit until its manager was reached or acknowledged, and not what was struck', () => {
  const story = opened();
  const units = { question: 'operationsAtRisk', text: 'Båda', certainty: 'confirmed' } as const;
  story.tell('02:43', 'caller-answered', { ...units, units: ['Hemtjänst A', 'Hemtjänst B'] });
  story.tell('02:44', 'caller-answered', {
    ...units,
    question: 'operationDirectlyAffected',
    units: ['Boende C'],
  });
  story.tell('02:50', 'decision-made', decision('ordinary', ['Boende C', 'Hemtjänst A', 'Hemtjänst B']));
  const manager = person('Bo Alm', '031-390 06 01', 'unitManager');
  const wrong = story.attempt('02:51', 'inform-unit-manager:Hemtjänst A', 'reached', manager);
  story.tell('02:52', 'entry-struck', { reason: '' }, wrong);
  story.tell('02:56', 'acknowledged', { action: 'inform-unit-manager:Hemtjänst B', by: 'Bo Alm' });
  expect(factsOf(story).units).toEqual([
    { unit: 'Boende C', directly: true, reachedAfter: null },
    { unit: 'Hemtjänst A', directly: false, reachedAfter: null },
    { unit: 'Hemtjänst B', directly: false, reachedAfter: 6 * 60 },
  ]);
});

it('counts a decision otherwise than recommended, but not the one that a consultation led to', () => {
  const after = opened();
  after.tell('02:49', 'recommendation-made', recommended);
  after.tell('02:50', 'decision-made', decision('consult-first'));
  after.tell('03:00', 'decision-made', { ...decision('ordinary'), overridden: true });
  expect(factsOf(after).overridden).toBe(false);
  const otherwise = opened();
  otherwise.tell('02:49', 'recommendation-made', recommended);
  otherwise.tell('02:50', 'decision-made', { ...decision('ordinary'), overridden: true });
  expect(factsOf(otherwise).overridden).toBe(true);
});

it('is on the clock of the desk, and never below zero when a clock went back', () => {
  const story = opened();
  const [first] = story.entries;
  if (!first) throw new Error('no entry');
  story.entries[0] = { ...first, receivedAt: '2026-11-30T23:30:00Z' };
  story.tell('02:50', 'decision-made', decision('ordinary'));
  expect(factsOf(story)).toMatchObject({ month: '2026-12', weekday: 2, hour: 0, decidedAfter: 0 });
});
