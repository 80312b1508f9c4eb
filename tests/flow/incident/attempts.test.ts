import { describe, expect, test } from 'vitest';
import { incidentDecided, night } from './typedIncident.ts';

const eva = 'inform-unit-manager:Hemtjänst Kortedala';
const nobody = 'inform-unit-manager:Hemtjänst Bergsjön';

describe('one key logs an attempt at once', () => {
  test.each([
    ['n', 'reached', null],
    ['e', 'no-answer', night('02:57')],
    ['u', 'busy', night('02:57')],
    ['m', 'message-left', night('02:57')],
  ] as const)('%s: %s, with whoever is shown', (key, result, nextTryAt) => {
    const incident = incidentDecided('now', { select: 'call-director' }).press(key);
    expect(incident.types).toEqual(['contact-attempted']);
    expect(incident.recorded('contact-attempted')).toMatchObject([
      { action: 'call-director', whom: { name: 'Anna Ek', phone: '031-390 06 01' }, result, nextTryAt },
    ]);
    expect(incident.written[0]).toMatchObject({ operator: 'kb', receivedAt: night('02:52') });
    expect(incident.state.unsaved).toEqual(['new-1']);
  });

  test('after a failure the next number is shown, then the next person, then the first again', () => {
    const incident = incidentDecided('now', { select: eva });
    const shown = ['e', 'u', 'm', ''].map((key) => {
      const before = incident.shown;
      incident.press(key);
      return before;
    });
    expect(shown).toEqual([
      'Eva Holm 031-390 06 05',
      'Eva Holm 070-174 06 06',
      'Per Ask 031-390 06 07',
      'Eva Holm 031-390 06 05',
    ]);
    expect(incident.state.selected).toBe(eva);
    expect(incident.action(eva)).toMatchObject({ status: 'open', due: night('02:57') });
  });

  test('the hint tells what was saved, the next try and who is next', () => {
    const incident = incidentDecided('now', { select: 'call-director' }).press('e');
    expect(incident.state.notice).toMatchObject({
      kind: 'attempted',
      result: 'no-answer',
      at: night('02:52'),
      nextTryAt: night('02:57'),
      next: { name: 'Bo Dahl' },
    });
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

  test('not now, and later by q: also after a message that was left', () => {
    const incident = incidentDecided('now', { select: eva }).press('m').at('03:10').press('q');
    expect(incident.panel).toBe('acknowledged');
    incident.press('n');
    expect(incident.panel).toBe('list');
    expect(incident.action(eva).status).toBe('open');
    incident.press('qj');
    expect(incident.recorded('acknowledged')).toEqual([{ action: eva, by: 'Eva Holm' }]);
    expect(incident.action(eva).status).toBe('done');
  });

  test('nobody has been told yet, or the director: there is nothing to acknowledge', () => {
    const incident = incidentDecided('now', { select: eva }).press('q');
    expect(incident.notice).toBe('nothing-to-acknowledge');
    incident.select('call-director').press('eq');
    expect(incident.notice).toBe('nothing-to-acknowledge');
    expect(incident.types).toEqual(['contact-attempted']);
  });
});

test('while a question is open only its keys work', () => {
  const incident = incidentDecided('now', { select: eva }).press('n').press('xheumdabls');
  expect(incident.types).toEqual(['contact-attempted']);
  expect(incident.panel).toBe('acknowledged');
  expect(incident.state.notice).toEqual({ kind: 'press-one-of', keys: ['j', 'n'] });
});
