import { describe, expect, test } from 'vitest';
import {
  followUpsOf,
  hasFallenDue,
  inOrder,
  reminderName,
  undecidedKey,
} from '../../src/domain/followUps.ts';
import { decided, night, opened, type Story } from './story.ts';

const told = (story: Story) =>
  inOrder(followUpsOf(story.incident, 10)).map(({ key, at }) => `${at.slice(11, 16)} ${key}`);

describe('what must not be forgotten', () => {
  test('what falls due later is told then; what is due at once, when nobody has seen to it', () => {
    expect(told(decided('morning'))).toEqual([
      '03:00 inform-unit-manager:',
      '03:00 mail-director',
      '03:00 inform-duty-officer',
      '07:00 call-director',
    ]);
  });

  test('a next try is told at its time, and what is done not at all', () => {
    const story = decided('now');
    story.attempt('02:52', 'call-director', 'no-answer', undefined, '02:57');
    expect(told(story)).toContain('02:57 call-director');
    story.attempt('02:57', 'call-director', 'reached');
    expect(told(story).join()).not.toContain('call-director');
    expect(told(story)).toContain('03:07 decide-crisis-leadership');
  });

  test('whoever was asked for advice is not a follow-up in the middle of the call', () => {
    const story = decided('consult-first');
    expect(told(story)).toContain('02:56 call-director');
    story.attempt('02:53', 'consult', 'reached');
    expect(told(story)).toContain('03:03 consult');
  });

  test('an incident without a decision is told, at first and after changed facts', () => {
    expect(told(opened())).toEqual([`02:52 ${undecidedKey}`]);
    const story = decided('ordinary');
    expect(told(story).join()).not.toContain(undecidedKey);
    story.tell('03:20', 'desk-answered', { question: 'staffDirectlyAffected', answer: 'yes' });
    expect(told(story)).toContain(`03:30 ${undecidedKey}`);
  });

  test('a closed incident has none, and has them again when it is opened', () => {
    const story = decided('ordinary');
    const before = told(story);
    story.tell('03:20', 'incident-closed', { open: [], reason: '' });
    expect(told(story)).toEqual([]);
    story.tell('03:30', 'incident-reopened', { reason: '' });
    expect(told(story)).toEqual(before);
  });

  test('a reminder changes nothing about the incident', () => {
    const story = decided('ordinary');
    const before = story.incident;
    story.tell('03:20', 'reminder-given', { followUp: 'mail-director', due: night('03:00'), by: 'screen' });
    expect(story.incident).toEqual(before);
  });
});

describe('a moment', () => {
  test('has come when it is there', () => {
    expect(hasFallenDue({ at: night('03:00') }, night('02:59:59'))).toBe(false);
    expect(hasFallenDue({ at: night('03:00') }, night('03:00'))).toBe(true);
  });

  test('gives another reminder when it falls due anew, and one of its own for a mail', () => {
    const followUp = { incident: 'a', key: 'call-director', at: night('03:00') };
    expect(reminderName({ ...followUp, at: night('03:05') }, 'screen')).not.toBe(
      reminderName(followUp, 'screen'),
    );
    expect(reminderName(followUp, 'mail')).not.toBe(reminderName(followUp, 'screen'));
  });
});
