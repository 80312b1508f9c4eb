import { describe, expect, test } from 'vitest';
import { opened } from '../../domain/story.ts';
import { checklist, incidentDecided, incidentToConsult, night, TypedIncident } from './typedIncident.ts';

const crisis = 'decide-crisis-leadership';

describe('the director is reached', () => {
  const reached = () => incidentDecided('now', { select: 'call-director' }).press('n').at('02:58');

  test('the decision is asked for and recorded at once, then the reason as a note about it', () => {
    const incident = reached().press('n');
    expect(incident.types).toEqual(['contact-attempted', 'crisis-leadership-decided']);
    expect(incident.recorded('crisis-leadership-decided')).toEqual([
      { answer: 'no', by: 'Anna Ek', askAgainAt: null },
    ]);
    incident.press('Vi klarar det⏎');
    const decided = incident.written.at(-2);
    expect(incident.recorded('note-added')).toEqual([{ text: 'Vi klarar det', about: decided?.id }]);
    expect(incident.panel).toBe('list');
    expect(incident.action(crisis).status).toBe('done');
  });

  test('the key that said "nådd", pressed twice, is no "nej"', () => {
    const incident = incidentDecided('now', { select: 'call-director' }).press('nn');
    expect(incident.types).toEqual(['contact-attempted']);
    expect(incident.notice).toBe('same-answer-again');
    expect(incident.at('02:52:01').press('n').types).toHaveLength(1);
    expect(incident.at('02:52:02').press('n').recorded('crisis-leadership-decided')).toHaveLength(1);
  });

  test('yes: in the same append the crisis group is called together and the checklists open', () => {
    const incident = reached().press('j');
    const append = incident.effects.at(-1);
    expect(append?.kind === 'append' && append.entries.map(({ type }) => type)).toEqual([
      'crisis-leadership-decided',
      'actions-added',
    ]);
    const { title } = checklist;
    const point = { kind: 'checklist-point', checklist: title, due: null };
    expect(incident.recorded('actions-added')[0]?.actions).toEqual([
      { kind: 'call-together', contact: expect.objectContaining({ name: 'Anna Ek' }), due: night('02:58') },
      { kind: 'call-together', contact: expect.objectContaining({ name: 'Siv Falk' }), due: night('02:58') },
      { ...point, section: 'Grannar', text: 'Vårdcentralen', isQuestion: false },
      { ...point, section: 'Frågor', text: 'Vad betyder det för andra?', isQuestion: true },
    ]);
    // Empty and Enter: no reason was given. Another yes calls nobody together twice.
    incident.press('⏎').select('mail-director').press('kj⏎');
    expect(incident.types).toEqual([
      'contact-attempted',
      'crisis-leadership-decided',
      'actions-added',
      'crisis-leadership-decided',
    ]);
  });

  test('another workplace has just recorded a yes: it is shown, and a no takes another key', () => {
    const incident = reached();
    const yes = { answer: 'yes', by: 'Anna Ek', askAgainAt: null };
    const theirs = { type: 'crisis-leadership-decided', id: 'theirs', sequence: 99, payload: yes };
    const [attempt] = incident.written;
    if (!attempt) throw new Error('nothing written');
    incident.saved([{ ...attempt, ...theirs }]);
    expect(incident.press('n').recorded('crisis-leadership-decided')).toEqual([]);
    expect([incident.notice, incident.panel]).toEqual(['decided-meanwhile', 'crisis-leadership']);
    expect(incident.press('n').recorded('crisis-leadership-decided')).toMatchObject([{ answer: 'no' }]);
  });

  test('after a yes the first call to the crisis group is open in the list', () => {
    const incident = reached().press('j');
    const call = incident.action(incident.state.selected ?? '').action;
    expect(call).toMatchObject({ kind: 'call-together', contact: { name: 'Anna Ek' } });
  });

  test('a no takes back what a yes had added, and a later yes adds it again', () => {
    const incident = reached().press('j⏎').select('mail-director').press('kn⏎').at('03:20').press('kj⏎');
    const [first, again] = incident.recorded('actions-added').map(({ actions }) => actions.length);
    expect([first, again]).toEqual([4, 4]);
  });

  test('yes, and a register without a crisis group: somebody must find out whom to call', () => {
    const incident = incidentDecided('now', { select: 'call-director', context: { contacts: [] } });
    incident.press('nAnna⏎j');
    expect(incident.recorded('actions-added')[0]?.actions[0]).toEqual({
      kind: 'call-together',
      contact: null,
      due: night('02:52'),
    });
  });

  test('later: in an hour, or at the time that is given; then the reason', () => {
    const incident = reached().press('s');
    expect(incident.action(crisis)).toMatchObject({ status: 'open', due: night('03:58') });
    incident.press('⏎');
    expect(incident.panel).toBe('director-reason');
    expect(incident.types).toHaveLength(2);
    incident.press('{Esc}ks20 min⏎Avvaktar läget⏎');
    expect(incident.action(crisis).due).toBe(night('03:18'));
    expect(incident.recorded('note-added').map(({ text }) => text)).toEqual(['Avvaktar läget']);
  });

  test('not now: it stays to be asked, by k anywhere or on the action, also phoned for', () => {
    const incident = reached().press('{Esc}');
    expect(incident.action(crisis).status).toBe('open');
    expect(incident.press('k').panel).toBe('crisis-leadership');
    incident.press('{Esc}').select(crisis).press('e');
    expect(incident.action(crisis).status).toBe('open');
    incident.at('03:05').press('n');
    expect(incident.panel).toBe('crisis-leadership');
    // Reached and not yet answered is not done.
    expect(incident.press('{Esc}').action(crisis).status).toBe('open');
    expect(incident.press('⏎j').recorded('crisis-leadership-decided')[0]?.by).toBe('Bo Dahl');
    expect(incident.action(crisis).attempts).toHaveLength(2);
  });

  test('a director who phones in by himself is not given a name', () => {
    const incident = incidentDecided('ordinary', { select: 'mail-director' }).press('kj');
    expect(incident.recorded('crisis-leadership-decided')[0]?.by).toBe('förvaltningsdirektören');
  });
});

describe('consulting first', () => {
  const advised = () => incidentToConsult().select('consult').press('nRing inte, klara det själva⏎');

  test('reached, advised, decided: three entries, and on to the report', () => {
    const incident = advised();
    expect(incident.types).toEqual(['contact-attempted', 'consulted']);
    expect(incident.recorded('consulted')).toMatchObject([
      { action: 'consult', whom: { name: 'Disa Lund' }, advice: 'Ring inte, klara det själva' },
    ]);
    incident.at('03:01').press('o⏎');
    expect([incident.panel, incident.notice]).toEqual(['decision-reason', 'needs-text']);
    incident.press('Vi har folk på plats⏎');
    expect(incident.recorded('decision-made')).toMatchObject([
      {
        outcome: 'ordinary',
        overridden: true,
        motivation: 'Rådgjort med Disa Lund: Ring inte, klara det själva. Skäl: Vi har folk på plats',
      },
    ]);
    expect(incident.asked).toEqual(['finish-call']);
    expect(incident.state.incident.awaits).toBe('draft');
    expect(incident.action('consult').status).toBe('done');
  });

  test.each([
    ['d', 'now', night('03:01')],
    ['mDet räcker⏎', 'morning', night('07:00')],
  ] as const)('%s: the director, %s', (key, timing, directorDueAt) => {
    const incident = advised().at('03:01').press(key);
    const [decision] = incident.recorded('decision-made');
    expect(decision).toMatchObject({ outcome: 'contact-director', timing, directorDueAt });
    // What is to be told was to be told since the call.
    expect(decision?.actions.find(({ kind }) => kind === 'inform-duty-officer')?.due).toBe(night('02:41'));
  });

  test('ordinary is forbidden where staff are directly hit', () => {
    const incident = incidentToConsult('R1').select('consult').press('nVänta⏎o');
    expect(incident.state.notice).toEqual({ kind: 'choice-forbidden', by: 'R1' });
    expect(incident.press('d').types).toEqual(['contact-attempted', 'consulted', 'decision-made']);
  });

  test('left in the middle, Enter goes on where it was', () => {
    const incident = incidentToConsult().select('consult').press('nHalva rå{Esc}');
    expect(incident.action('consult').status).toBe('open');
    expect(incident.press('⏎det⏎{Esc}').recorded('consulted')[0]?.advice).toBe('Halva rådet');
    expect(incident.press('⏎').panel).toBe('decide');
    // So does g, and Enter on what has nothing of its own.
    expect(incident.press('{Esc}').select('mail-director').press('g').panel).toBe('decide');
    expect(incident.state.selected).toBe('consult');
    expect(incident.press('{Esc}').select('mail-director').press('⏎').panel).toBe('decide');
    expect(incident.press('{Esc}x').notice).toBe('not-done-by-a-tick');
  });

  test('neither answers: both are tried, and the director is due', () => {
    const incident = incidentToConsult()
      .select('consult')
      .press('e')
      .at('02:53')
      .press('e')
      .at('02:58')
      .press('e');
    expect(incident.recorded('contact-attempted').map(({ whom }) => whom.name)).toEqual([
      'Disa Lund',
      'Kim Berg',
      'Disa Lund',
    ]);
    expect(incident.action('call-director')).toMatchObject({ status: 'open', due: night('02:56') });
  });

  test('a reason that is left, or that the facts overtake, is kept', () => {
    const incident = advised().press('oVi har folk{Esc}');
    expect(incident.types).toEqual(['contact-attempted', 'consulted']);
    expect(incident.press('⏎o på plats⏎').recorded('decision-made')[0]?.motivation).toMatch(/folk på plats$/);
  });

  test('new facts since: the call must be finished first', () => {
    const incident = advised();
    const others = opened().entries.slice(1);
    incident.saved(others.map((entry) => ({ ...entry, id: 'other', sequence: 90 })));
    expect(incident.press('o').notice).toBe('new-facts-wait');
    expect(incident.recorded('decision-made')).toEqual([]);
  });
});

test('what the incident waits for is one key away', () => {
  const incident = new TypedIncident(opened().entries).press('g');
  expect(incident.asked).toEqual(['finish-call']);
  const decided = incidentDecided('now').press('g');
  expect(decided.asked).toEqual([]);
  expect(decided.notice).toBe('nothing-awaited');
});
