/** What several workplaces write about one incident in the same moment, and what a clock that is set back does to it. */
import { expect, it } from 'vitest';
import { assess, noFacts } from '../../src/domain/assess.ts';
import { candidatesFor, nextCandidate } from '../../src/domain/candidates.ts';
import { defaultDeskHours } from '../../src/domain/deskHours.ts';
import { followUpsOf } from '../../src/domain/followUps.ts';
import { contact, decided, decision, night, opened, person, type Story } from './story.ts';

/** Closed at 03:00 by one workplace, while another is at work on it. */
function closed(): Story {
  const story = decided('now');
  story.tell('03:00', 'incident-closed', { open: [], reason: 'Släckt' });
  return story;
}

const dueAt = (story: Story) =>
  followUpsOf(story.incident, 10).map(({ key, at }) => `${key} ${at.slice(11, 16)}`);

it('is open again when another workplace promises something in the moment when it is closed', () => {
  const story = closed();
  const action = { kind: 'follow-up', what: 'other', text: 'Ring Eva', due: night('04:00') } as const;
  const id = story.tell('03:00', 'actions-added', { actions: [action] });
  expect(story.incident).toMatchObject({ status: 'open', closed: null });
  expect(dueAt(story)).toContain(`${id}:0 04:00`);
});

it.each([
  [
    'an attempt to make again',
    (story: Story) => story.attempt('03:00', 'call-director', 'busy', undefined, '03:05'),
  ],
  ['a director who was reached', (story: Story) => story.attempt('03:00', 'call-director', 'reached')],
  [
    'another answer',
    (story: Story) =>
      story.tell('03:00', 'desk-answered', { question: 'staffDirectlyAffected', answer: 'yes' }),
  ],
  ['a decision', (story: Story) => story.tell('03:00', 'decision-made', decision('now'))],
])('is open again after %s', (_, happens) => {
  const story = closed();
  happens(story);
  expect(story.incident).toMatchObject({ status: 'open', closed: null });
});

it('stays closed when what comes afterwards leaves nothing to do', () => {
  const story = closed();
  story.tell('03:00', 'note-added', { text: 'Släckt 02:58', about: null });
  story.attempt('03:00', 'inform-duty-officer', 'reached');
  story.tell('03:01', 'acknowledged', { action: 'inform-duty-officer', by: 'TIB' });
  expect(story.incident).toMatchObject({ status: 'closed', closed: { reason: 'Släckt' } });
});

it('still waits for a decision when an answer came that whoever decided had not seen', () => {
  const story = opened();
  const facts = { ...noFacts, staffDirectlyAffected: 'no' as const };
  story.tell('02:45', 'desk-answered', { question: 'staffDirectlyAffected', answer: 'no' });
  // Another workplace, in a call of its own.
  story.tell('02:46', 'desk-answered', { question: 'staffDirectlyAffected', answer: 'yes' });
  story.tell('02:46', 'recommendation-made', { ...assess(facts, night('02:41'), defaultDeskHours), facts });
  story.tell('02:46', 'decision-made', decision('ordinary'));
  expect(story.incident).toMatchObject({ status: 'open', awaits: 'decision' });
});

it('still waits for a decision when a unit was named that whoever decided had not seen', () => {
  const story = opened();
  const answer = { question: 'operationsAtRisk', text: 'Hemtjänst', certainty: 'confirmed' } as const;
  story.tell('02:45', 'caller-answered', { ...answer, units: ['Hemtjänst Kortedala', 'Hemtjänst Bergsjön'] });
  story.tell('02:46', 'decision-made', decision('ordinary', ['Hemtjänst Kortedala']));
  expect(story.incident.awaits).toBe('decision');
  story.tell('02:47', 'decision-made', decision('ordinary', ['Hemtjänst Kortedala', 'Hemtjänst Bergsjön']));
  expect(story.incident.awaits).toBe('draft');
});

it('tells of the next try at its time, and goes on to the next person, after the clock was set back an hour', () => {
  const [anna, bo] = ['Anna Ek', 'Bo Dahl'].map((name, at) => contact('director', name, `031-390 06 0${at}`));
  const story = decided('now');
  story.attempt('01:52', 'call-director', 'no-answer', person('Anna Ek', '031-390 06 00'), '01:57');
  expect(dueAt(story)).toContain('call-director 01:57');
  const { action, ...state } = story.action('call-director');
  const register = [anna, bo].filter((each) => each !== undefined);
  expect(nextCandidate(candidatesFor(action, story.incident, register), state)?.name).toBe('Bo Dahl');
  story.tell('01:53', 'next-try-set', { action: 'mail-director', at: night('02:00') });
  expect(dueAt(story)).toContain('mail-director 02:00');
});
