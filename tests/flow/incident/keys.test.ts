import { describe, expect, test } from 'vitest';
import { contact, decided, opened } from '../../domain/story.ts';
import { checklist, incidentDecided, night, reported, TypedIncident } from './typedIncident.ts';

const eva = 'inform-unit-manager:Hemtjänst Kortedala';
const director = 'call-director';

describe('keys on an action', () => {
  test('x: done at once, and a note hangs on it', () => {
    const incident = incidentDecided('ordinary', { select: 'mail-director' }).press('x');
    expect(incident.recorded('action-done')).toEqual([{ action: 'mail-director', note: '' }]);
    incident.press('aSkickat från jouren⏎');
    const done = incident.written[0]?.id;
    expect(incident.recorded('note-added')).toEqual([{ text: 'Skickat från jouren', about: done }]);
    expect(incident.select('mail-director').press('x').notice).toBe('has-ended');
  });

  test('x and h: on to the next that is open, in a checklist to the next of the same list', () => {
    const ticked = incidentDecided('ordinary', { select: eva }).press('x');
    expect(ticked.state.selected).toBe('inform-unit-manager:Hemtjänst Bergsjön');
    expect(ticked.press('hHar stängt⏎').state.selected).toBe('mail-director');
    const other = { ...checklist, title: 'Resurser' };
    const incident = incidentDecided('ordinary', {
      select: 'mail-director',
      context: { checklists: [checklist, other] },
    }).press('kj⏎');
    const points = incident.state.incident.actions.filter(({ action }) => action.kind === 'checklist-point');
    const [first, second, third, last] = points.map(({ key }) => key);
    incident.select(last ?? '').press('xKlart⏎');
    expect(incident.state.selected).toBe(third);
    expect(incident.select(first ?? '').press('x').state.selected).toBe(second);
    // Nothing is left in the list: the next open action of all.
    expect(incident.press('xKlart⏎').state.selected).toBe(third);
  });

  test('the director is not done by a tick', () => {
    const incident = incidentDecided('now', { select: director }).press('x');
    expect(incident.types).toEqual([]);
    expect(incident.notice).toBe('not-done-by-a-tick');
  });

  test('h: skipped only with a reason', () => {
    const incident = incidentDecided('ordinary', { select: eva }).press('h⏎');
    expect(incident.notice).toBe('needs-text');
    incident.press('  Enheten är stängd ⏎');
    expect(incident.recorded('action-skipped')).toEqual([{ action: eva, reason: 'Enheten är stängd' }]);
    expect(incident.action(eva).status).toBe('skipped');
  });

  test('t: another time, as people say it; what is not one says so and stays', () => {
    const incident = incidentDecided('now', { select: director }).press('e').press('tsnart⏎');
    expect(incident.notice).toBe('time-not-understood');
    expect(incident.panel).toBe('next-try');
    expect(incident.press('{Ctrl+U}20/11 8:00⏎').notice).toBe('time-past');
    incident.press('{Ctrl+U}03:30⏎');
    expect(incident.recorded('next-try-set')).toEqual([{ action: director, at: night('03:30') }]);
    expect(incident.action(director).due).toBe(night('03:30'));
  });

  test('d: assigned, and still open', () => {
    const incident = incidentDecided('ordinary', { select: eva }).press('dBo⏎');
    expect(incident.recorded('action-assigned')).toEqual([{ action: eva, to: 'Bo' }]);
    expect(incident.action(eva)).toMatchObject({ status: 'open', assignedTo: 'Bo' });
  });

  test('a: about the latest on the action, else about the incident; blank is none', () => {
    const incident = incidentDecided('now', { select: director }).press('aFörst⏎ee');
    incident.press('aTelefonsvarare{Ctrl+J}hela natten⏎').press('a ⏎');
    const latest = incident.written.findLast(({ type }) => type === 'contact-attempted')?.id;
    expect(incident.recorded('note-added')).toEqual([
      { text: 'Först', about: null },
      { text: 'Telefonsvarare\nhela natten', about: latest },
    ]);
  });

  test('a checklist: a point is ticked, a question is answered in writing', () => {
    const incident = incidentDecided('ordinary', { select: 'mail-director' }).press('kj⏎');
    const [point, question] = incident.state.incident.actions.filter(
      ({ action }) => action.kind === 'checklist-point',
    );
    incident.select(point?.key ?? '').press('x');
    expect(incident.action(point?.key ?? '').status).toBe('done');
    incident.select(question?.key ?? '').press('x⏎');
    expect(incident.notice).toBe('needs-text');
    incident.press('{Esc}⏎Hemgångar skjuts upp⏎');
    expect(incident.recorded('consequences-described')).toEqual([{ text: 'Hemgångar skjuts upp' }]);
    expect(incident.action(question?.key ?? '').end?.text).toBe('Hemgångar skjuts upp');
    const append = incident.effects.at(-1);
    expect(append?.kind === 'append' && append.entries).toHaveLength(2);
  });

  test('Enter on what is done goes to the first that is open', () => {
    const incident = incidentDecided('ordinary', { select: 'mail-director' }).press('x');
    incident.select('mail-director').press('⏎');
    expect(incident.state.selected).toBe(eva);
  });
});

describe('keys on the incident', () => {
  test('the actions stand by time, those that ended last, and the arrows go through them', () => {
    const incident = incidentDecided('morning').select('mail-director').press('x{Home}');
    const seen = [incident.state.selected];
    for (let more = 0; more < 4; more++) seen.push(incident.press('↓').state.selected);
    expect(seen).toEqual([
      eva,
      'inform-unit-manager:Hemtjänst Bergsjön',
      'inform-duty-officer',
      director,
      'mail-director',
    ]);
    expect(incident.press('↓{PgUp}').state.selected).toBe(eva);
  });

  test('b: what, and when', () => {
    const incident = incidentDecided('ordinary').press('bs').press('TIB om vattnet⏎').press('20⏎');
    expect(incident.recorded('actions-added')).toEqual([
      {
        actions: [{ kind: 'follow-up', what: 'answer', text: 'TIB om vattnet', due: night('03:12') }],
      },
    ]);
    expect(incident.press('ba⏎').notice).toBe('needs-text');
    // Esc in the time keeps the text.
    incident.press('Batterier⏎{Esc}ba⏎1 h⏎br⏎04:00⏎');
    const added = incident.recorded('actions-added').flatMap(({ actions }) => actions);
    expect(added.slice(1)).toEqual([
      { kind: 'follow-up', what: 'other', text: 'Batterier', due: night('03:52') },
      { kind: 'follow-up', what: 'next-report', text: '', due: night('04:00') },
    ]);
    expect(incident.state.texts).toEqual({});
  });

  test('f asks before it takes a new call', () => {
    const incident = incidentDecided('ordinary').press('fj');
    expect([incident.panel, incident.notice]).toEqual(['new-call', 'press-enter']);
    expect(incident.press('{Esc}').panel).toBe('list');
    expect(incident.asked).toEqual([]);
    expect(incident.press('f⏎').asked).toEqual(['new-facts']);
  });

  test('f, w, Esc, q and Ctrl+C ask for what is outside', () => {
    const incident = incidentDecided('ordinary', { select: eva }).press('f⏎w{Esc}zqq{Ctrl+C}');
    expect(incident.effects).toEqual([
      { kind: 'new-facts' },
      { kind: 'messages', action: eva },
      { kind: 'back' },
      { kind: 'back' },
      { kind: 'exit' },
    ]);
  });

  test('r: an entry is struck with a reason, and what it did is undone', () => {
    const incident = incidentDecided('now', { select: director }).press('e').at('02:53').press('er↑⏎⏎');
    expect(incident.notice).toBe('needs-text');
    incident.press('Fel knapp⏎');
    const [first] = incident.written;
    expect(incident.written.at(-1)).toMatchObject({
      type: 'entry-struck',
      corrects: first?.id,
      payload: { reason: 'Fel knapp' },
    });
    expect(incident.action(director).attempts).toHaveLength(1);
    // What is struck cannot be chosen again, and an answer never can.
    incident.press('r{Home}⏎Fel igen⏎r');
    expect(incident.action(director).attempts).toEqual([]);
    expect(incident.notice).toBe('nothing-to-strike');
    expect(incident.shown).toBe('Anna Ek 031-390 06 01');
    expect(incident.press('l{Home}r').notice).toBe('cannot-be-struck');
  });

  test('r after a slip of the finger shows again whom one was to try', () => {
    const incident = incidentDecided('now', { select: director }).press('e');
    expect(incident.shown).toBe('Bo Dahl 070-174 06 05');
    expect(incident.press('r⏎Fel knapp⏎').shown).toBe('Anna Ek 031-390 06 01');
  });

  test('r takes away what a yes had added, and the selection finds another', () => {
    const incident = incidentDecided('ordinary', { select: 'mail-director' }).press('kj⏎');
    const added = incident.written.find(({ type }) => type === 'actions-added')?.id;
    incident.select(`${added}:0`).press('r⏎Nej, inte än⏎');
    expect(incident.state.incident.actions.some(({ key }) => key.startsWith(`${added}`))).toBe(false);
    expect(incident.state.selected).toBe(eva);
  });

  test('s: with something required open only with a reason; what is open is named in the entry', () => {
    const incident = incidentDecided('ordinary').press('s⏎');
    expect(incident.notice).toBe('needs-text');
    expect(new TypedIncident(opened().entries).press('s⏎').notice).toBe('needs-text');
    incident.press('Dagjouren tar det⏎');
    const open = [eva, 'inform-unit-manager:Hemtjänst Bergsjön', 'mail-director', 'inform-duty-officer'];
    expect(incident.recorded('incident-closed')).toEqual([{ open, reason: 'Dagjouren tar det' }]);
    expect(incident.state.incident.status).toBe('closed');
  });

  test('s: with nothing required open no reason is asked for', () => {
    const story = reported(decided('now'));
    for (const action of ['call-director', 'inform-duty-officer', 'decide-crisis-leadership'])
      story.attempt('02:51', action, 'reached', contact('director', 'Anna Ek', '1'));
    story.tell('02:51', 'crisis-leadership-decided', { answer: 'no', by: 'Anna Ek', askAgainAt: null });
    const incident = new TypedIncident(story.entries).press('s⏎');
    expect(incident.recorded('incident-closed')).toMatchObject([{ reason: '' }]);
  });

  test('closed: reading, notes and opening again, nothing else', () => {
    const incident = incidentDecided('now', { select: director }).press('sKlart⏎');
    const before = incident.types.length;
    incident.press('neumxhtdbgfwksr');
    expect(incident.notice).toBe('is-closed');
    expect(incident.types).toHaveLength(before);
    expect(incident.asked).toEqual([]);
    incident.press('aEfteråt⏎').press('z{Esc}l{Esc}').press('oFör tidigt⏎');
    expect(incident.types.slice(before)).toEqual(['note-added', 'incident-reopened']);
    expect(incident.state.incident.status).toBe('open');
    expect(incident.press('o').notice).toBe('is-open');
  });

  test('Esc leaves a field with its text; it is there again', () => {
    const incident = incidentDecided('ordinary').press('aHalvt{Esc}').press('a sagt⏎');
    expect(incident.recorded('note-added').map(({ text }) => text)).toEqual(['Halvt sagt']);
    expect(incident.asked).toEqual([]);
  });

  test('what is pasted where letters are keys does nothing', () => {
    const incident = incidentDecided('now', { select: director });
    incident.send({ kind: 'key', key: { kind: 'paste', text: 'nej' } });
    expect(incident.types).toEqual([]);
    expect(incident.notice).toBe('letters-are-keys');
  });
});
