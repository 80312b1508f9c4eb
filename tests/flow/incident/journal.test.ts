/** The journal under the screen: what is saved, what is not, what others write, and what survives a kill. */
import { describe, expect, test } from 'vitest';
import { foldIncident } from '../../../src/domain/incident.ts';
import { typingOf } from '../../../src/flow/incident/resume.ts';
import { decided, decision } from '../../domain/story.ts';
import {
  bo,
  incidentDecided,
  incidentToConsult,
  night,
  reported,
  TypedIncident,
  units,
} from './typedIncident.ts';

const director = 'call-director';
const note = '{"kind":"note","about":null}';

test('an entry waits to be saved until the journal has confirmed it', () => {
  const incident = incidentDecided('now', { select: director }).press('e');
  incident.send({ kind: 'save-failed', fault: 'full' });
  expect(incident.state).toMatchObject({ unsaved: ['new-1'], fault: 'full' });
  // Leaving then takes a second Esc.
  expect(incident.press('{Esc}').asked).toEqual([]);
  expect(incident.notice).toBe('not-saved-yet');
  expect(incident.press('{Esc}').asked).toEqual(['back']);
  incident.saved();
  expect(incident.state).toMatchObject({ unsaved: [], fault: null });
  expect(incident.state.unshown).toEqual([]);
});

test('what could not be saved when the screen was left is there when it is opened again', () => {
  const { entries } = reported(decided('now', units));
  const left = new TypedIncident(entries, { select: director }).press('e');
  const waiting = left.effects.flatMap((effect) => (effect.kind === 'append' ? effect.entries : []));
  const again = new TypedIncident(entries, { select: director, waiting });
  expect(again.action(director).attempts).toHaveLength(1);
  expect(again.state).toMatchObject({ unsaved: ['new-1'], unshown: ['new-1'] });
  // The next one after it is the next person, and the journal has both in their order.
  expect(again.shown).toBe('Bo Dahl 070-174 06 05');
  again.send({ kind: 'journal-changed', entries: [...entries, ...left.written] });
  expect(again.state).toMatchObject({ unshown: [], incident: left.state.incident });
});

test('what the journal does not show yet stays, after what it shows', () => {
  const story = reported(decided('now', units));
  const incident = new TypedIncident(story.entries, { select: director }).press('e');
  story.tell('02:52', 'note-added', { text: 'Från den andra datorn', about: null });
  incident.send({ kind: 'journal-changed', entries: story.entries });
  expect(incident.state.entries.map(({ type }) => type).slice(-2)).toEqual([
    'note-added',
    'contact-attempted',
  ]);
  expect(incident.action(director).attempts).toHaveLength(1);
  expect(incident.state.incident).toEqual(foldIncident(incident.state.entries));
});

test('others’ entries move neither the selection nor whom one is dialling', () => {
  const story = reported(decided('now', units));
  const incident = new TypedIncident(story.entries, { select: director });
  story.attempt('02:52', director, 'no-answer', incident.state.person ?? bo, '02:57');
  incident.send({ kind: 'journal-changed', entries: story.entries });
  expect(incident.state.selected).toBe(director);
  expect(incident.shown).toBe('Anna Ek 031-390 06 01');
  expect(incident.press('e').shown).toBe('Bo Dahl 070-174 06 05');
});

test('a new decision is met with what is most urgent in it', () => {
  const story = reported(decided('ordinary', units));
  const incident = new TypedIncident(story.entries, { select: 'inform-duty-officer' });
  story.tell('02:55', 'decision-made', decision('now', units));
  incident.send({ kind: 'journal-changed', entries: story.entries });
  expect(incident.state.selected).toBe(director);
  expect(incident.shown).toBe('Anna Ek 031-390 06 01');
  // Once met it stays where one goes.
  incident.press('↓').send({ kind: 'journal-changed', entries: story.entries });
  expect(incident.state.selected).not.toBe(director);
});

test('there is no screen of an incident that no entry opens', () => {
  expect(() => new TypedIncident([])).toThrow(RangeError);
});

describe('what is typed survives a kill', () => {
  const again = (incident: TypedIncident, entries = incident.saved().state.entries, select?: string) =>
    new TypedIncident(entries, {
      typing: JSON.stringify(typingOf(incident.state)),
      ...(select ? { select } : {}),
    });

  test('the field is open again with its text, and those that were left have theirs', () => {
    const incident = incidentDecided('now', { select: director })
      .press('hDärför{Esc}e')
      .press('aUpptagen i ti');
    const resumed = again(incident, undefined, 'mail-director');
    expect(resumed.panel).toBe('note');
    expect(resumed.state.selected).toBe(director);
    resumed.press('mmar⏎h⏎');
    expect(resumed.recorded('note-added')).toMatchObject([{ text: 'Upptagen i timmar', about: 'new-1' }]);
    expect(resumed.recorded('action-skipped')).toMatchObject([{ reason: 'Därför' }]);
  });

  test('nothing is kept when nothing is typed', () => {
    expect(typingOf(incidentDecided('now').press('a {Esc}').state)).toBeNull();
    expect(typingOf(incidentDecided('now').press('aText⏎').state)).toBeNull();
  });

  test('what has become an entry since is not brought back', () => {
    const incident = incidentDecided('now').press('aRökgas');
    const kept = typingOf(incident.state);
    expect(kept?.texts[note]?.text).toBe('Rökgas');
    const { entries } = incident.press('⏎').saved().state;
    const resumed = new TypedIncident(entries, { typing: JSON.stringify(kept) });
    expect(resumed.state.texts).toEqual({});
    expect(resumed.panel).toBe('list');
  });

  test('nor a reason that has become part of a motivation', () => {
    const incident = incidentToConsult().select('consult').press('nVänta⏎mLugnt nu');
    const kept = JSON.stringify(typingOf(incident.state));
    const { entries } = incident.press('⏎').saved().state;
    expect(new TypedIncident(entries, { typing: kept }).panel).toBe('list');
  });

  test('what is not this screen’s is no text', () => {
    const story = reported(decided('now'));
    for (const typing of [
      '',
      'null',
      '{',
      '[]',
      '{"version":2,"screen":"incident"}',
      '{"version":1,"step":"own"}',
    ]) {
      expect(new TypedIncident(story.entries, { typing }).state.texts).toEqual({});
    }
  });
});

test('the screen starts at the action that was asked for, else at what is due first', () => {
  expect(incidentDecided('morning').state.selected).toBe('inform-unit-manager:Hemtjänst Kortedala');
  expect(incidentDecided('morning', { select: 'mail-director' }).state.selected).toBe('mail-director');
  expect(incidentDecided('morning', { select: 'gone' }).state.selected).not.toBeNull();
  expect(incidentDecided('now').at('04:00').send({ kind: 'tick' }).state.now).toBe(night('04:00'));
});
