/** What the operator sees, screen by screen. */
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/entry.ts';
import { incidentView } from '../../../src/ui/incident/incidentView.ts';
import { answerWhat, contact, decided, decision, opened } from '../../domain/story.ts';
import {
  checklist,
  incidentDecided,
  incidentToConsult,
  night,
  reported,
  TypedIncident,
  units,
} from '../../flow/incident/typedIncident.ts';
import { textsOf } from '../call/screens.ts';
import { screen } from './screens.ts';

const director = 'call-director';
/** Directors whose names take more than a line in a narrow window. */
const longNames = ['Anna', 'Bo'].map((name) =>
  contact('director', `${name} ${'Andersson-'.repeat(5)}Ek`, '031-390 06 01'),
);

test('whom to phone, in figures to dial from, and every key that works', () => {
  const incident = incidentDecided('now', { select: director })
    .press('e')
    .press('aTelefonsvarare⏎')
    .at('02:58');
  expect(screen(incident.press('u').saved(), '60×20')).toBe(`
 A-2026-0001 Brand     öppen · mottaget 02:41 · allt sparat
Beslut: RING DIREKTÖREN · jl 02:50 · z visar skälen
  nu        Informera enhetschef Hemtjänst Kortedala
  nu        Informera enhetschef Hemtjänst Bergsjön
  nu        Skicka rapporten till förvaltningsdirektören
  nu        Återkoppla till TIB
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

describe('the decision line tells what came of the decision', () => {
  const reached = () => incidentDecided('now', { select: director }).press('n').at('02:58');

  test('whom to phone, then that the director has been reached, then the decision on crisis leadership', () => {
    const incident = incidentDecided('now', { select: director });
    expect(screen(incident)).toContain('Beslut: RING FÖRVALTNINGSDIREKTÖREN NU · jl 02:50');
    expect(screen(incident.press('n{Esc}'))).toContain(
      'Beslut: kontakta direktör · nådd 02:52 (Anna Ek) · jl',
    );
    const lines =
      'Beslut: kontakta direktör · nådd 02:52 (Anna Ek)\nKRISLEDNING JA 02:58 · jl 02:50 · z visar skälen';
    expect(screen(reached().press('j⏎'))).toContain(`${lines.replace('\n', ' · ')}\n`);
    expect(screen(reached().press('j⏎'), '60×20')).toContain(`\n${lines}\n`);
    expect(screen(reached().press('s40 min⏎⏎'))).toContain('KRISLEDNING SENARE 03:38');
  });

  test('before it is decided anew it is said what holds', () => {
    const incident = reached().press('n⏎').select('mail-director').press('k');
    expect(screen(incident)).toContain('Nu gäller: krisledning nej, Anna Ek 02:58.');
  });

  test('in a narrow window the rules give way to z', () => {
    expect(screen(incidentToConsult(), '40×12')).toContain('Beslut: rådgör först · z visar skälen\n');
  });
});

describe('what is due', () => {
  test('is "nu" until the desk is reminded of it, and the day is told where it is far off', () => {
    const incident = incidentDecided('now', { select: director });
    expect(screen(incident)).toContain('\n  nu  Återkoppla till TIB');
    expect(screen(incident.at('03:00').send({ kind: 'tick' }))).toContain(
      '  försenad 19 min  Återkoppla till TIB',
    );
    incident.press('t24 h⏎');
    expect(screen(incident)).toContain('▶ sön 22 nov 03:00  RING');
  });

  test('and has been done before there was something new says so', () => {
    const story = reported(decided('now', units));
    const eva = 'inform-unit-manager:Hemtjänst Kortedala';
    story.attempt('02:52', eva, 'reached', contact('unitManager', 'Eva Holm', '031-390 06 05'));
    answerWhat(story, '02:54', 'Storbrand');
    story.tell('02:55', 'decision-made', decision('now', units, '02:54'));
    const incident = new TypedIncident(reported(story).entries, {}, '02:56');
    expect(screen(incident)).toMatch(/Hemtjänst Kortedala +nådd 02:52, ska få veta det nya\n/);
    expect(screen(incident, '60×20')).toMatch(/Hemtjänst Kortedala +nådd 02:52\n/);
    expect(screen(incident.select(eva).press('e'))).toContain('Nådd 02:52, ska få veta det nya.');
  });
});

test('a field that takes a time shows how it is understood while it is typed', () => {
  const incident = incidentDecided('now', { select: director }).press('t07:');
  expect(screen(incident)).toContain('\n│ 07:\nInte förstått som en tid.\nTill exempel 20 min');
  expect(screen(incident.press('00'))).toContain('\nFörstått som lör 21 nov 07:00 (om 4 h 08 min)\n');
  expect(screen(incident.press('{Ctrl+U}20/11 8:00'))).toContain('Den tiden har varit (fre 20 nov 08:00).');
});

test('what to decide after advice: the morning with its time, and one’s own reason beside the advice', () => {
  const incident = incidentToConsult().select('consult').press('nVänta in polisen⏎');
  expect(screen(incident)).toContain('d ring direktören nu · m på morgonen, lör 21 nov 07:00 · o ordinarie');
  const asked = screen(incident.press('m'));
  expect(asked).toContain('Ditt eget skäl\nRåd från Disa Lund: Vänta in polisen\n│');
  expect(screen(incident.press('{Esc}'))).toContain('! RÅDET är noterat, men inget beslutat. g beslutar.');
});

test('a number is drawn large only where all of it is seen', () => {
  const [long] = longNames;
  const alone = incidentDecided('now', { select: director, context: { contacts: long ? [long] : [] } });
  for (const incident of [alone, incidentToConsult().select('consult').press('b')]) {
    for (let rows = 10; rows < 30; rows++) {
      const texts = textsOf(incidentView(incident.state, { columns: 60, rows }, 0));
      expect(texts.filter((text) => /[█▀▄]/.test(text)).length % 3).toBe(0);
    }
  }
});

test('a word about the last key is never cut: a long one goes on on the next line', () => {
  const about = { select: director, context: { contacts: longNames } };
  const incident = incidentDecided('now', about).press('e');
  expect(screen(incident)).toMatch(/\nEj svar 02:52 sparas\. Nästa: Bo .*\n.*a anteckning, t annan tid\n/);
  const alone = incidentDecided('now', { select: 'inform-duty-officer' }).press('e');
  expect(screen(alone)).toContain('Nytt försök 02:57. Inget annat nummer i registret. a anteckning');
});

test('when all is done it says so, and which key closes', () => {
  const incident = incidentDecided('ordinary').press('xxxx');
  expect(screen(incident)).toContain('\nAllt är gjort. s avslutar händelsen.\n');
  expect(screen(incident)).toContain('\ns avsluta   ? alla tangenter');
});

test('each checklist’s points stand under its name', () => {
  const other = { ...checklist, title: 'Resurser' };
  const about = { select: 'mail-director', context: { checklists: [checklist, other] } };
  const shown = screen(incidentDecided('ordinary', about).press('kj⏎'));
  const points = ['Vårdcentralen', 'Vad betyder det för andra\\?'].map((text) => ` {2}– +${text}\n`).join('');
  expect(shown).toMatch(new RegExp(` {2}Vilka ska informeras\\?\n${points} {2}Resurser\n${points}`));
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
  const incident = incidentDecided('ordinary').select('mail-director').press('kj⏎');
  incident.select('inform-duty-officer').press('hFinns ej⏎').select('mail-director').press('x{Home}');
  expect(screen(incident)).toContain('klart 02:52');
  const small = screen(incident, '60×20');
  expect(small).toContain('2 klara · 1 ska inte göras');
  expect(small).toContain('↓');
  // Where there is room for some of it only the rest is folded, also under a question.
  const asked = textsOf(incidentView(incident.press('b').state, { columns: 100, rows: 20 }, 0));
  const folded = asked.findIndex((text) => text.startsWith('  … och '));
  expect(asked[folded - 1]).toMatch(/^ {2}klart 02:52 /);
  expect(asked[folded + 2]).toMatch(/^Vad ska bevakas/);
});

test('the list is windowed around the selected action', () => {
  const points = Array.from({ length: 40 }, (_, index) => ({
    text: `Punkt ${index + 1}`,
    isQuestion: false,
  }));
  const long = { title: 'Lång', explanation: '', sections: [{ title: null, points }] };
  const incident = incidentDecided('ordinary', {
    select: 'mail-director',
    context: { checklists: [long] },
  }).press('kj⏎{Home}');
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

test('the timeline calls what is new a change, and the director’s reason a reason', () => {
  const incident = incidentDecided('now', { select: director })
    .press('n')
    .at('02:58')
    .press('jRök⏎aMer rök⏎');
  const [first] = incident.state.entries;
  if (!first) throw new Error('no entries');
  const payload = { question: 'whatHappened', text: 'Storbrand', certainty: 'confirmed', units: [] };
  const changed = {
    ...first,
    type: 'caller-answered',
    id: 'later',
    sequence: 90,
    corrects: 'entry-2',
    payload,
  };
  const shown = screen(incident.saved([changed]).press('l'));
  expect(shown).toContain('Vad har hänt? Storbrand (ändrar nr 2)');
  expect(shown).toMatch(/Skäl till nr 6: Rök\n/);
});

test('? shows every key that does something', () => {
  const incident = incidentDecided('ordinary').press('?');
  const shown = [0, 99].map((scroll) => screen(incident, '100×30', scroll)).join('');
  for (const key of 'neumxhtdafgwbkzlrso') expect(shown).toMatch(new RegExp(`^  (?:. )*${key} `, 'm'));
  expect(shown).toContain('Esc q    tillbaka');
});

test('a tick within the same minute changes nothing that is seen', () => {
  const incident = new TypedIncident(reported(decided('morning', units)).entries);
  const before = screen(incident);
  expect(screen(incident.at('02:52:59').send({ kind: 'tick' }))).toBe(before);
  expect(screen(incident.at('02:53').send({ kind: 'tick' }))).not.toBe(before);
  expect(night('02:53')).toBe(incident.state.now);
});
