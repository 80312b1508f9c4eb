import { describe, expect, test } from 'vitest';
import { actionsInOrder } from '../../../src/flow/incident/order.ts';
import { incidentDecided, night } from './typedIncident.ts';

const eva = 'inform-unit-manager:Hemtjänst Kortedala';
const director = 'call-director';
const nobody = 'inform-unit-manager:Hemtjänst Bergsjön';

describe('one key logs an attempt at once', () => {
  test.each([
    ['n', 'reached'],
    ['e', 'no-answer'],
    ['u', 'busy'],
    ['m', 'message-left'],
  ] as const)('%s: %s, with whoever is shown', (key, result) => {
    const incident = incidentDecided('now', { select: 'call-director' }).press(key);
    expect(incident.types).toEqual(['contact-attempted']);
    expect(incident.recorded('contact-attempted')).toMatchObject([
      { action: 'call-director', whom: { name: 'Anna Ek', phone: '031-390 06 01' }, result },
    ]);
    expect(incident.written[0]).toMatchObject({ operator: 'kb', receivedAt: night('02:52') });
    expect(incident.state.unsaved).toEqual(['new-1']);
  });

  test('after a failure the next number is shown, then the next person, then the first again', () => {
    const incident = incidentDecided('now', { select: eva });
    // As long as somebody is left to try it is to be done at once; only then it waits for the next try.
    const shown = ['e', 'u', 'm', ''].map((key) => {
      const before = incident.shown;
      incident.press(key);
      return `${before} ${incident.action(eva).due}`;
    });
    expect(shown).toEqual([
      `Eva Holm 031-390 06 05 ${night('02:41')}`,
      `Eva Holm 070-174 06 06 ${night('02:41')}`,
      `Per Ask 031-390 06 07 ${night('02:57')}`,
      `Eva Holm 031-390 06 05 ${night('02:57')}`,
    ]);
    expect(incident.state.selected).toBe(eva);
    expect(incident.action(eva).status).toBe('open');
  });

  test('what the desk has been reminded of gets a new time in any case, so that it rings again', () => {
    const incident = incidentDecided('now', { select: eva }).at('03:00').press('e');
    expect(incident.action(eva).due).toBe(night('03:05'));
    expect(incident.shown).toBe('Eva Holm 070-174 06 06');
    // It stays where it is all the same until all have been tried, unless somebody puts it off.
    const first = () => actionsInOrder(incident.state).findIndex(({ key }) => key === director);
    incident.select(director).press('e');
    expect([incident.action(director).due, first()]).toEqual([night('03:05'), 0]);
    incident.at('03:01').press('e');
    expect(first()).toBe(4);
    incident.at('03:07').press('e');
    expect(first()).toBe(0);
    expect(incident.press('t03:30⏎').action(director).status).toBe('open');
    expect(first()).toBe(4);
  });

  test.each(['e', 'u', 'm'])('%s pressed twice is one attempt; one of another kind is another', (key) => {
    const incident = incidentDecided('now', { select: eva }).press(`${key}${key}`);
    expect(incident.types).toEqual(['contact-attempted']);
    expect(incident.notice).toBe('same-attempt-again');
    incident.at('02:52:01').press(key === 'e' ? 'u' : 'e');
    expect(incident.types).toHaveLength(2);
    expect(incident.at('02:52:03').press(key).types).toHaveLength(3);
  });

  test('the hint tells what was saved, the next try and who is next', () => {
    const incident = incidentDecided('now', { select: 'call-director' }).press('e');
    expect(incident.state.notice).toMatchObject({
      kind: 'attempted',
      result: 'no-answer',
      at: night('02:52'),
      nextTryAt: null,
      next: { name: 'Bo Dahl' },
    });
    incident.at('02:53').press('e');
    expect(incident.state.notice).toMatchObject({ nextTryAt: night('02:58'), next: { name: 'Anna Ek' } });
    const alone = incidentDecided('now', { select: 'inform-duty-officer' }).press('e');
    expect(alone.state.notice).toMatchObject({ nextTryAt: night('02:57'), next: null });
  });

  test('somebody else or another number is chosen by hand, round and round', () => {
    const incident = incidentDecided('now', { select: 'call-director' });
    expect(incident.press('→').shown).toBe('Bo Dahl 070-174 06 05');
    incident.press('e');
    expect(incident.recorded('contact-attempted')[0]?.whom.name).toBe('Bo Dahl');
    expect(incident.shown).toBe('Anna Ek 031-390 06 01');
    expect(incident.press('←').shown).toBe('–');
    expect(incident.press('⇥').shown).toBe('Anna Ek 031-390 06 01');
  });

  test('an action that has ended takes no attempt: two presses are not two attempts', () => {
    const incident = incidentDecided('now', { select: eva }).press('nn{Esc}n');
    expect(incident.types).toEqual(['contact-attempted']);
    expect(incident.notice).toBe('has-ended');
  });

  test('where nobody is phoned it is told', () => {
    const incident = incidentDecided('ordinary', { select: 'mail-director' }).press('n');
    expect(incident.types).toEqual([]);
    expect(incident.notice).toBe('nobody-to-phone');
  });
});

describe('where the register knows nobody', () => {
  test('the name or number is asked for, then the attempt is logged', () => {
    const incident = incidentDecided('now', { select: nobody }).press('e');
    expect(incident.types).toEqual([]);
    incident.press('⏎');
    expect(incident.notice).toBe('needs-whom');
    incident.press('Lo Vik, 070-174 06 09⏎');
    expect(incident.recorded('contact-attempted')).toMatchObject([
      { whom: { name: 'Lo Vik', phone: '070-174 06 09', role: null }, result: 'no-answer' },
    ]);
    // Who has been tried is known from then on.
    expect(incident.shown).toBe('Lo Vik 070-174 06 09');
    incident.press('n');
    expect(incident.types).toEqual(['contact-attempted', 'contact-attempted']);
  });

  test.each([
    ['070-174 06 09', '', '070-174 06 09'],
    ['Vakthavande 12', 'Vakthavande 12', ''],
    ['växeln', 'växeln', ''],
  ])('%s', (typed, name, phone) => {
    const incident = incidentDecided('now', { select: nobody }).press(`u${typed}⏎`);
    expect(incident.recorded('contact-attempted')[0]?.whom).toMatchObject({ name, phone });
  });
});

describe('the acknowledgement is an entry of its own', () => {
  test('asked for once somebody is reached', () => {
    const incident = incidentDecided('now', { select: eva }).press('n');
    expect(incident.panel).toBe('acknowledged');
    incident.at('02:55').press('j');
    expect(incident.types).toEqual(['contact-attempted', 'acknowledged']);
    expect(incident.action(eva).acknowledgement).toMatchObject({ by: 'Eva Holm', at: night('02:55') });
  });

  test('a note about the attempt meanwhile, and the question comes again', () => {
    const incident = incidentDecided('now', { select: eva }).press('n').press('aRinger sina chefer');
    expect(incident.panel).toBe('note');
    incident.press('⏎');
    expect(incident.panel).toBe('acknowledged');
    expect(incident.recorded('note-added')).toEqual([
      { text: 'Ringer sina chefer', about: incident.written[0]?.id },
    ]);
    expect(incident.press('a{Esc}').panel).toBe('acknowledged');
    expect(incident.press('j').types).toEqual(['contact-attempted', 'note-added', 'acknowledged']);
  });

  test('not now, and later by k: also after a message that was left', () => {
    const incident = incidentDecided('now', { select: eva }).press('m').at('03:10').press('k');
    expect(incident.panel).toBe('acknowledged');
    incident.press('n');
    expect(incident.panel).toBe('list');
    expect(incident.action(eva).status).toBe('open');
    incident.press('kj');
    expect(incident.recorded('acknowledged')).toEqual([{ action: eva, by: 'Eva Holm' }]);
    expect(incident.action(eva).status).toBe('done');
  });

  test('nobody has been told yet: there is nothing to acknowledge', () => {
    const incident = incidentDecided('now', { select: eva }).press('k');
    expect(incident.notice).toBe('nothing-to-acknowledge');
    expect(incident.panel).toBe('list');
    // On any other action the same key asks for the director's decision.
    expect(incident.select('call-director').press('k').panel).toBe('crisis-leadership');
    expect(incident.types).toEqual([]);
  });
});

test('while a question is open only its keys work', () => {
  const incident = incidentDecided('now', { select: eva }).press('n').press('xheumdqbls');
  expect(incident.types).toEqual(['contact-attempted']);
  expect(incident.panel).toBe('acknowledged');
  expect(incident.state.notice).toEqual({ kind: 'press-one-of', keys: ['j', 'n'] });
});
