/** The call's most important screens, as they look without colours. */
import { describe, expect, test } from 'vitest';
import { composed, newCall, sevenAnswers, toDecision } from '../../flow/call/typedCall.ts';
import { screen } from './screens.ts';

const large = { columns: 100, rows: 22 };
const medium = { columns: 60, rows: 19 };
const narrow = { columns: 40, rows: 19 };
const smallest = { columns: 34, rows: 12 };

const exercise = { opening: { exercise: true } };
const typed = (keys: string) => newCall().press(keys).saved().state;

describe('the questions to the caller', () => {
  test('all seven at once, the current one open, with what was understood', () => {
    const call = newCall(exercise).press('Strömavbrott{Ctrl+O}⏎02:15').saved();
    expect(screen(call.state, large)).toBe(`
 ÖVNING  A-2026-0001                                             Samtal 00:00 · allt sparat  ÖVNING
✓ 1 Vad har hänt?                          Strömavbrott (ej bekräftat)
▶ 2 När har det hänt?
    │ 02:15
    Förstått som lör 21 nov 02:15 (26 min sedan)
  3 Var har det hänt?
  4 Vilka är påverkade?
  5 Vilka aktörer är redan involverade?
  6 Vilken verksamhet är direkt påverkad?
  7 Vilka verksamheter kan påverkas?










Enter nästa   ↑↓ eller Alt+1–7 annan fråga   Ctrl+O ej bekräftat   Ctrl+C avbryt, allt sparas
Ctrl+J ny rad
`);
  });

  test('at 60×20, with units to take', () => {
    const state = typed('Strömavbrott i hela Östra Göteborg{Ctrl+O}⏎02:15⏎Kortedala⏎⏎⏎Hemtj');
    expect(screen(state, medium)).toBe(`
 A-2026-0001                     Samtal 00:00 · allt sparat
✓ 1 Vad              Strömavbrott i hela Öst… (ej bekräftat)
✓ 2 När              02:15
✓ 3 Var              Kortedala
– 4 Vilka            vet ej
– 5 Aktörer          vet ej
▶ 6 Vilken verksamhet är direkt påverkad?
    │ Hemtj
    Tab: Hemtjänst Kortedala · Hemtjänst Bergsjön
  7 Kan påverkas







Enter nästa   ↑↓ eller Alt+1–7 annan fråga
Ctrl+O ej bekräftat   Ctrl+C avbryt, allt sparas
`);
  });

  test('is it ours, asked under its question', () => {
    expect(screen(typed('a⏎b⏎c⏎d⏎e⏎f⏎'), medium)).toContain(`
✓ 6 Direkt påverkad  f
▶   Är den direkt påverkade verksamheten en av våra egna?
    j ja   n nej   v vet ej
  7 Kan påverkas
`);
  });

  test('the recommendation begins when that has been answered', () => {
    const state = typed('a⏎b⏎c⏎d⏎e⏎f⏎j');
    expect(screen(state, medium)).toContain(`
✓   Vår egen         ja
▶ 7 Vilka verksamheter kan påverkas?
    │


Bedömning hittills: RING FÖRVALTNINGSDIREKTÖREN NU
R2  En av våra egna verksamheter är direkt påverkad.
Det som inte är besvarat räknas som vet ej.
`);
  });

  test('in the smallest window the open one is seen, and what stands before it', () => {
    const call = newCall(exercise).press('a⏎b⏎c⏎d⏎e⏎f⏎jHem').saved();
    expect(screen(call.state, smallest)).toBe(`
 ÖVNING  A-2026-0001 00:00 sparat
✓ 5 Aktörer          e
✓ 6 Direkt påverkad  f
✓   Vår egen         ja
▶ 7 Vilka verksamheter kan
    påverkas?
    │ Hem
    Tab: Hemtjänst Kortedala · He…

Enter nästa
↑↓ eller Alt+1–7 annan fråga
Ctrl+O ej bekräftat
`);
  });

  test('without a register it says so', () => {
    const { state } = newCall({ desk: { units: [] } }).press('{Alt+7}');
    expect(screen(state, medium)).toContain('    Inget kontaktregister: skriv enhetens namn fritt.\n');
  });

  test('a linked unit is told', () => {
    expect(screen(typed('{Alt+7}hemtjanst bergsjon, Annat'), medium)).toContain(
      '    I registret: Hemtjänst Bergsjön\n',
    );
  });
});

test('the read-back: what to read aloud, and what to ask for', () => {
  const state = typed('Brand{Ctrl+O}⏎⏎Torget{Alt+6}Hemtjänst{Alt+7}⏎');
  expect(screen(state, medium)).toBe(`
 A-2026-0001                     Samtal 00:00 · allt sparat
Läs upp för uppringaren
  Vad: Brand (ej bekräftat)
  Var: Torget
  Direkt påverkad: Hemtjänst

Fråga nu, det här är obesvarat
  2 När har det hänt?
  4 Vilka är påverkade?
  5 Vilka aktörer är redan involverade?
  6 Är den direkt påverkade verksamheten en av våra egna?
  7 Vilka verksamheter kan påverkas?





Enter gå vidare med 5 obesvarade   1–7 rätta en fråga
Ctrl+C avbryt, allt sparas
`);
});

test('a time that was not understood as one is told, in its question and at the read-back', () => {
  const call = newCall().press('{Alt+2}01:5001:50l');
  expect(screen(call.state, medium)).toContain('    Inte förstådd som tid\n');
  const whole = call.press('{Alt+7}⏎').saved();
  expect(screen(whole.state, medium)).toContain('  När: 01:5001:50l (inte förstådd som tid)\n');
  for (const text of ['', 'vet ej']) {
    const unknown = newCall().press(`{Alt+2}${text}`);
    expect(screen(unknown.state, medium)).not.toContain('förstådd');
    expect(screen(unknown.press('⏎{Alt+7}⏎').saved().state, medium)).not.toContain('förstådd');
  }
});

test('the read-back with nothing left to ask', () => {
  expect(screen(typed(sevenAnswers), medium)).toContain(`
  Direkt påverkad: Ingen ännu – inte en av våra egna
  Kan påverkas: Hemtjänst

Alla sju frågor har svar.
`);
});

test('the questions to ourselves, with the recommendation beside them', () => {
  expect(screen(typed(`${sevenAnswers}⏎jn`), large)).toBe(`
 A-2026-0001                                                             Samtal 00:00 · allt sparat
✓ 1 Vad har hänt?                          Strömavbrott
✓ 2 När har det hänt?                      02:15
✓ 3 Var har det hänt?                      Kortedala
✓ 4 Vilka är påverkade?                    4000 hushåll
✓ 5 Vilka aktörer är redan involverade?    Göteborg Energi
✓ 6 Vilken verksamhet är direkt påverkad?  Ingen ännu
✓ 7 Vilka verksamheter kan påverkas?       Hemtjänst

Frågor till oss själva                           │ Bedömning hittills
✓ Klarar vi det själva   ja                      │ Rådgör först med enhetschef Trygghetsjouren
✓ Informera direktör     nej                     │ eller avdelningschef Kvalitet och utveckling
▶ Behöver vi informera förvaltningsdirektör nu   │ Det som inte är besvarat räknas som vet ej.
  eller kan det avvakta till morgonen?           │
  Medarbetare berörda                            │
  Omsorgstagare berörda                          │





n nu   a avvakta till morgonen   v vet ej   ↑ tillbaka
`);
});

test('a rule that rests on an answer is told with its source', () => {
  const text = screen(typed(`${sevenAnswers}⏎v`), large);
  expect(text).toContain('│ R7  Vi vet inte om våra resurser räcker.');
  expect(text).toContain('│     ”Här ska den vägledande bedömningen vara om');
  expect(text).not.toContain('R8');
});

test('the same in a low wide window: the answers of the caller give way', () => {
  const text = screen(typed(`${sevenAnswers}⏎jnnn`), { columns: 100, rows: 12 });
  expect(text).toContain('▶ Finns det omsorgstagare som är direkt ');
  expect(text).not.toContain('7 Vilka verksamheter');
});

test('the same at 40 columns, under them', () => {
  expect(screen(typed(`${sevenAnswers}⏎jn`), narrow)).toContain(`
▶ Behöver vi informera
  förvaltningsdirektör nu eller kan det
  avvakta till morgonen?
  Medarbetare berörda
  Omsorgstagare berörda
Bedömning hittills
Rådgör först med enhetschef
Trygghetsjouren eller avdelningschef
Kvalitet och utveckling
Det som inte är besvarat räknas som vet
ej.
`);
});

test('the motivation, with the safe way in words', () => {
  const text = screen(typed(toDecision('nnann')), medium);
  expect(text).toContain(`
Varför kan det avvakta till morgonen?
Tomt svar och Enter: då ska förvaltningsdirektören ringas
nu.
│

Rekommendation: RING FÖRVALTNINGSDIREKTÖREN NU
`);
});

test('the decision with its rules and their source, and the others with what they take', () => {
  expect(screen(typed(toDecision('jnnjn')), large)).toContain(`
Rekommendation: RING FÖRVALTNINGSDIREKTÖREN NU
Förvaltningsdirektör: Anna Ek 031-390 06 01
R1  Medarbetare är direkt berörda.
    ”När förvaltningens medarbetare eller verksamhet blir direkt drabbad av en händelse som`);
  expect(screen(typed(toDecision('jnnjn')), large)).toContain(`
Våra svar: Vår egen: nej · Klarar vi det själva: ja · Informera direktör: nej · Nu eller i morgon:
  nu · Medarbetare berörda: ja · Omsorgstagare berörda: nej

Beslut att välja på
  1 Ring förvaltningsdirektören nu – som rekommenderat
  2 Avvakta till morgonen med att ringa förvaltningsdirektören – kräver motivering
  3 Rådgör först med enhetschef eller avdelningschef (svårbedömd) – kräver motivering
  4 Ordinarie, ring inte direktören – går inte (R1: direktören ska alltid kontaktas)
`);
});

test('another decision asks for its reason, and says whether one is needed', () => {
  expect(screen(typed(`${toDecision('jnnnv')}4`), medium)).toContain('kräver ett skäl');
  expect(screen(typed(`${toDecision('jnnnv')}1`), medium)).toContain('Skäl behövs inte');
});

describe('the draft', () => {
  const decided = () =>
    newCall()
      .press(`${toDecision('jnnnn')}⏎`)
      .saved();

  test('to read through before it is saved', () => {
    const { state } = decided().send({ kind: 'draft-composed', draft: composed });
    expect(screen(state, medium)).toContain(`
Utkast till förvaltningsdirektören (skickas inte härifrån)
Programmet kan inte se namn. Läs igenom texten själv.
Till: direktor@example.org
Ämne: [INFO] Brand, A-2026-0001
Det brinner.

Ingen är skadad.
`);
  });

  test('says what is missing or could not be used', () => {
    expect(screen(decided().state, medium)).toContain('Sätter ihop utkastet …');
    const draft = { ...composed, to: null, templateProblem: 'rad 3: okänt fält.' };
    const text = screen(decided().send({ kind: 'draft-composed', draft }).state, large);
    expect(text).toContain('Till: mottagare saknas i kontaktregistret');
    expect(text).toContain('Programmets egen mall används. rad 3: okänt fält.');
  });

  test('the keys tell of more only where there is more', () => {
    const long = { ...composed, text: 'En rad.\n'.repeat(60) };
    expect(screen(decided().send({ kind: 'draft-composed', draft: composed }).state, medium)).not.toContain(
      'PgDn',
    );
    expect(screen(decided().send({ kind: 'draft-composed', draft: long }).state, medium)).toContain(
      'PgDn mer',
    );
  });
});

describe('what is said meanwhile', () => {
  test('what is not saved, why, and what can be done', () => {
    const call = newCall().press('Brand⏎').send({ kind: 'save-failed', fault: 'full' });
    expect(screen(call.state, medium)).toContain(`
 Ny händelse                       Samtal 00:00 · EJ SPARAT
! EJ SPARAT: disken är full.
  Allt står kvar på skärmen. Programmet försöker igen av sig
  självt. Ctrl+S sparar en kopia på en annan plats.
… 1 Vad              Brand
▶ 2 När har det hänt?
`);
    call.send({ kind: 'rescued', path: '/tmp/kopia.json' });
    expect(screen(call.state, large)).toContain('Kopia sparad: /tmp/kopia.json');
    call.send({ kind: 'rescue-failed' });
    expect(screen(call.state, large)).toContain('på papper');
  });

  test('a failed draft never says that the answers are saved when they are not', () => {
    const call = newCall()
      .press(`${toDecision('jnnnn')}⏎`)
      .send({ kind: 'save-failed', fault: 'full' });
    call
      .send({ kind: 'draft-composed', draft: composed })
      .press('⏎')
      .send({ kind: 'draft-failed', fault: 'full' });
    expect(screen(call.state, large)).not.toContain('är sparade');
    expect(screen(call.saved().send({ kind: 'draft-failed', fault: 'full' }).state, large)).toContain(
      'Svaren och beslutet är sparade.',
    );
  });

  test.each([
    ['Enter at a step of one key', toDecision('⏎'), 'Tryck j, n eller v.'],
    ['a wrong key at the read-back', `${sevenAnswers}x`, 'Tryck Enter eller 1–7.'],
    ['a decision that cannot be chosen', `${toDecision('jnnjn')}4`, 'Det går inte: enligt R1 ska'],
    ['a reason that was not given', `${toDecision('jnnnv')}4⏎`, 'Inget skäl skrevs.'],
  ])('a hint: %s', (_, keys, hint) => {
    expect(screen(newCall().press(keys).state, medium)).toContain(hint);
  });

  test('the clock, with hours from the first hour on, and never below zero', () => {
    const call = newCall();
    for (const [now, clock] of [
      ['2026-11-21T02:43:13+01:00', ' 02:13 '],
      ['2026-11-21T05:41:09+01:00', ' 03:00:09 '],
      ['2026-11-21T02:40:00+01:00', ' 00:00 '],
    ]) {
      call.now = now ?? '';
      expect(screen(call.send({ kind: 'tick' }).state, medium)).toContain(`Samtal${clock}`);
    }
  });
});
