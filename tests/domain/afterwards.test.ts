/** What comes after an incident: the review, the register number, and what is taken out. */
import { expect, test } from 'vitest';
import { decided } from './story.ts';

test('the latest review and register number hold, and one that was struck gives way to the one before', () => {
  const story = decided('ordinary');
  story.tell('08:00', 'registered', { number: 'N-1' });
  const wrong = story.tell('08:01', 'registered', { number: 'N-2' });
  story.tell('08:02', 'reviewed', { comment: 'Bra.', learnt: '' });
  story.tell('08:03', 'reviewed', { comment: 'Mycket bra.', learnt: 'Ring tidigare.' });
  expect(story.incident.registryNumber).toMatchObject({ number: 'N-2', by: 'jl' });
  expect(story.incident.review).toMatchObject({ comment: 'Mycket bra.', learnt: 'Ring tidigare.' });
  story.tell('08:04', 'entry-struck', { reason: 'Fel händelse' }, wrong);
  expect(story.incident.registryNumber?.number).toBe('N-1');
});

test('taking a copy is no news, and nothing afterwards opens a closed incident', () => {
  const story = decided('ordinary');
  story.tell('04:00', 'incident-closed', { open: [], reason: 'Klart' });
  const { changedAt } = story.incident;
  story.tell('08:00', 'exported', { format: 'pdf', entries: 4, selection: '' });
  expect(story.incident).toMatchObject({ changedAt, exports: [{ format: 'pdf', by: 'jl' }] });
  story.tell('08:01', 'reviewed', { comment: 'Bra.', learnt: '' });
  story.tell('08:02', 'registered', { number: 'N-1' });
  expect(story.incident.status).toBe('closed');
});
