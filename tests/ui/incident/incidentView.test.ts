/** What the operator sees, screen by screen. */
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/entry.ts';
import { decided, opened } from '../../domain/story.ts';
import {
  incidentDecided,
  incidentToConsult,
  night,
  reported,
  TypedIncident,
  units,
} from '../../flow/incident/typedIncident.ts';
import { screen } from './screens.ts';

const director = 'call-director';

test('whom to phone, in figures to dial from, and every key that works', () => {
  const incident = incidentDecided('now', { select: director })
    .press('e')
    .press('aTelefonsvarare⏎')
    .at('02:58');
  expect(screen(incident.press('u').saved(), '60×20')).toBe(`
 A-2026-0001 Brand     öppen · mottaget 02:41 · allt sparat
Beslut: RING DIREKTÖREN · jl 02:50 · z visar skälen
  försenad 17 min  Informera enhetschef Hemtjänst Kortedala
  försenad 17 min  Informera enhetschef Hemtjänst Bergsjön
  försenad 17 min  Skicka rapporten till förvaltningsdirekt…
  försenad 17 min  Återkoppla till TIB
▶ om 5 min  RING förvaltningsdirektören
    Ring: Anna Ek, förvaltningsdirektör (1 av 2)
    █▀▀█ ▀▀▀█ ▄█     ▀▀▀█ █▀▀█ █▀▀█   █▀▀█ █▀▀    █▀▀█ ▄█
    █  █  ▀▀█  █  ▀▀  ▀▀█ ▀▀▀█ █  █   █  █ █▀▀█   █  █  █
    █▄▄█ ▄▄▄█ ▄█▄    ▄▄▄█  ▄▄█ █▄▄█   █▄▄█ █▄▄█   █▄▄█ ▄█▄
    02:52 Anna Ek 031-390 06 01: ej svar – Telefonsvarare
    02:58 Bo Dahl 070-174 06 05: upptaget
Upptaget 02:58 sparat. Nytt försök 03:03. Nästa: Anna Ek
031-390 06 01. a anteckning, t annan tid
n nådd   e ej svar   u upptaget   m meddelande lämnat
←→ annan   t tid   h hoppa över   d tilldela
? alla tangenter   Esc tillbaka   a anteckning
w meddelande   f nya uppgifter   b bevakning   k krisledning
`);
});

test('in the smallest window the number and its keys are there', () => {
  expect(screen(incidentDecided('now', { select: director }), '40×12')).toContain('031-390 06 01');
  const tried = screen(incidentDecided('now', { select: director }).press('e'), '40×12');
  expect(tried).toContain('\n    070-174 06 05 Bo Dahl (2 av 2)\n');
  expect(tried).toContain('n nådd');
});

test('nothing is called saved before it is', () => {
  const incident = incidentDecided('now', { select: director }).press('e');
  expect(screen(incident)).toContain('Ej svar 02:52 sparas.');
  expect(screen(incident)).toContain('SPARAR …');
  incident.send({ kind: 'save-failed', fault: 'full' });
  expect(screen(incident)).toContain('Ej svar 02:52 EJ SPARAT.');
  expect(screen(incident)).toContain('! EJ SPARAT: disken är full.');
  expect(screen(incident.saved())).toContain('Ej svar 02:52 sparat.');
});

test('a question stands with its keys on one line', () => {
  const incident = incidentDecided('now', { select: 'inform-unit-manager:Hemtjänst Kortedala' }).press('n');
  expect(screen(incident, '60×20')).toContain('\nHar Eva Holm kvitterat?  j ja · n nej\n');
  incident.press('{Esc}').select(director).press('n');
  expect(screen(incident)).toContain(
    'Ska krisledning aktiveras? Vad säger Anna Ek?  j ja · n nej · s senare',
  );
});

test('the decision shows its rules, and z the reasons with their source and all that is known', () => {
  const incident = incidentToConsult();
  expect(screen(incident)).toContain('Beslut: rådgör först · jl 02:50 · R6 · z visar skälen');
  const details = screen(incident.press('z'));
  expect(details).toContain('R6  Vi vet inte om medarbetare');
  expect(details).toContain('”Till stöd för en händelse');
  expect(details).toContain('Vad har hänt? Brand');
  expect(screen(incident, '60×20')).toContain('PgDn mer');
  expect(screen(incident, '60×20', 99)).toContain('Finns det omsorgstagare som är direkt berörda?');
});

describe('what cannot wait is said above the actions', () => {
  const staffHit: Partial<Entry> = {
    type: 'desk-answered',
    payload: { question: 'staffDirectlyAffected', answer: 'yes' },
  };

  test('a recommendation that new facts made stronger', () => {
    const incident = incidentToConsult();
    const [opening] = incident.state.entries;
    if (!opening) throw new Error('no entries');
    expect(screen(incident)).not.toContain('NYA UPPGIFTER');
    incident.saved([{ ...opening, ...staffHit, id: 'later', sequence: 90 }]);
    expect(screen(incident)).toContain(
      '! NYA UPPGIFTER: rekommendationen är nu RING DIREKTÖREN (beslutet var rådgör först). g går vidare.',
    );
  });

  test('but no decision that was weaker all along, until something new is known', () => {
    const incident = incidentToConsult('R1');
    expect(screen(incident)).not.toContain('NYA UPPGIFTER');
    const [opening] = incident.state.entries;
    if (!opening) throw new Error('no entries');
    incident.saved([{ ...opening, ...staffHit, id: 'later', sequence: 90 }]);
    expect(screen(incident)).toContain('NYA UPPGIFTER');
  });

  test('a decision, or the report on it, that is still to be made', () => {
    expect(screen(new TypedIncident(opened().entries))).toContain('! VÄNTAR PÅ BESLUT. g går vidare.');
    const incident = new TypedIncident(decided('now', units).entries);
    expect(screen(incident)).toContain('! RAPPORTEN om beslutet är inte sparad. g går vidare.');
    expect(screen(incident)).toContain('g gå vidare');
  });

  test('an exercise, at both ends of the top line', () => {
    const incident = new TypedIncident(opened({ exercise: true }).entries);
    expect(screen(incident)).toMatch(/^\n ÖVNING {2}A-2026-0001 .* ÖVNING\n/);
    expect(screen(incident)).toContain('ÖVNING: kontakta ingen på riktigt.');
  });
});

test('what has come to an end is folded to a count where there is no room', () => {
  const incident = incidentDecided('ordinary')
    .select('mail-director')
    .press('x')
    .select('inform-duty-officer');
  incident.press('hFinns ej⏎kj⏎{Home}');
  expect(screen(incident)).toContain('klart 02:52');
  const small = screen(incident, '60×20');
  expect(small).toContain('2 klara · 1 ska inte göras');
  expect(small).toContain('↓');
});

test('the list is windowed around the selected action', () => {
  const points = Array.from({ length: 40 }, (_, index) => ({
    text: `Punkt ${index + 1}`,
    isQuestion: false,
  }));
  const long = { title: 'Lång', explanation: '', sections: [{ title: null, points }] };
  const incident = incidentDecided('ordinary', { context: { checklists: [long] } }).press('kj⏎{Home}');
  for (let presses = 0; presses < 24; presses++) incident.press('↓');
  const shown = screen(incident, '60×20');
  expect(shown).toMatch(/▶ – {2}Punkt 19/);
  expect(shown).toMatch(/↑ \d+ till/);
  expect(shown).toMatch(/↓ \d+ till/);
});

test('what is open is named before the incident is closed; closed, nothing is late or phoned', () => {
  const incident = incidentDecided('now').press('s');
  const asked = screen(incident, '60×20');
  expect(asked).toContain('5 åtgärder är öppna:\n  RING förvaltningsdirektören');
  expect(asked).toContain('Skriv varför händelsen avslutas ändå.');
  const closed = screen(incident.press('Dagen tar det⏎').at('03:40'));
  expect(closed).toContain('AVSLUTAD av kb 02:52: Dagen tar det. o öppnar igen.');
  expect(closed).not.toMatch(/försenad|nådd|█/);
});

test('the timeline shows every entry; what is struck is read behind its mark', () => {
  const incident = incidentDecided('now', { select: director }).press('e').press('r⏎Fel knapp⏎').saved();
  const shown = screen(incident.press('l'));
  expect(shown).toContain(
    '     5  02:52  kb  STRUKEN (nr 6: Fel knapp) RING förvaltningsdirektören. Anna Ek',
  );
  expect(shown).toContain('▶    6  02:52  kb  Struken: Fel knapp (rättelse av nr 5)');
  expect(screen(incident.press('{Home}'), '60×20')).toContain('▶    1  02:41  jl  Händelsen öppnad');
});

test('? shows every key that does something', () => {
  const incident = incidentDecided('ordinary').press('?');
  const shown = [0, 99].map((scroll) => screen(incident, '100×30', scroll)).join('');
  for (const key of 'neumqxhtdafgwbkzlrso') expect(shown).toMatch(new RegExp(`^  (?:. )*${key} `, 'm'));
});

test('a tick within the same minute changes nothing that is seen', () => {
  const incident = new TypedIncident(reported(decided('morning', units)).entries);
  const before = screen(incident);
  expect(screen(incident.at('02:52:59').send({ kind: 'tick' }))).toBe(before);
  expect(screen(incident.at('02:53').send({ kind: 'tick' }))).not.toBe(before);
  expect(night('02:53')).toBe(incident.state.now);
});
