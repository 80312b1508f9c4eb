/** Hard to judge, and nobody to ask answers: then the director is phoned. */
import { expect, it } from 'vitest';
import { sinceDecision } from './inShort.ts';
import { callIsTaken, decidesAndSaves, deskAt, dials, keys } from './story.ts';

it('consult-first where nobody answers', async () => {
  const desk = await deskAt('2026-11-21T02:41:00+01:00');
  const jl = desk.opens(['--operatör', 'jl']);
  await jl.sees('Inget väntar.');
  await jl.presses('n', 'Ny händelse');
  await callIsTaken(jl, {
    answers: {
      whatHappened: 'Rök i källare',
      whenHappened: '02:20',
      whereHappened: 'Lundby',
      whoIsAffected: 'Ett trapphus',
      actorsInvolved: 'Räddningstjänsten',
      operationDirectlyAffected: 'Ingen av våra ännu',
      operationsAtRisk: '',
    },
    own: 'n',
    ourselves: 'vnnnn',
  });
  await decidesAndSaves(jl, '[BEDÖMNING]', /▶ nu +Rådgör/);
  await jl.sees('Ring: Johan Ek', '(1 av 2)', dials('031-390 06 11'));
  await jl.presses('e', 'Ej svar 02:41 sparat', 'Nästa: Karin Öst 031-390 06 12');
  await jl.presses('u', 'Upptaget 02:41 sparat', 'Nästa: Johan Ek 031-390 06 11');
  await jl.presses('t', 'När ska det göras?');
  await jl.writes('30 min', 'Ny tid: ');

  // What is to be done besides is done meanwhile.
  await jl.presses(keys.home, /▶ .*Ta reda på vilken enhetschef/);
  await jl.presses('h', 'Varför ska det inte göras?');
  await jl.writes('Ingen enhet i huset', 'Hoppas över 02:41, sparat', /▶ .*Skicka rapporten/);
  await jl.presses('x', 'Klart 02:41, sparat', /▶ .*Återkoppla till TIB/);
  await jl.presses('n', 'kvitterat?');
  await jl.presses('j', 'Kvitterat 02:41, sparat');
  await jl.presses(keys.escape, 'ATT GÖRA 3', /om 15 min +A-2026-0001 {2}RING förvaltningsdirektören/);

  desk.clockIs('2026-11-21T02:55:59+01:00');
  await jl.sees('02:55', 'inget förfallet');
  expect(jl.bells).toBe(0);
  desk.clockIs('2026-11-21T02:56:00+01:00');
  await jl.sees('FÖRFALLET 1', /nu +A-2026-0001 {2}RING förvaltningsdirektören: Maria Lindqvist/);
  await jl.sees('Påminnelse 02:56: ', () => jl.bells === 1);

  await jl.presses(keys.home, /▶.nu +A-2026-0001 {2}RING/);
  await jl.presses('\r', 'Ring: Maria Lindqvist', dials('031-390 06 10'));
  await jl.presses('n', 'Ska krisledning aktiveras? Vad säger Maria Lindqvist?');
  desk.clockIs('2026-11-21T02:58:00+01:00');
  await jl.presses('s', 'När ska direktören frågas igen?');
  await jl.writes('', 'Varför? Direktörens skäl');
  await jl.writes('Avvaktar räddningstjänsten', 'nådd 02:56 (Maria Lindqvist)', 'KRISLEDNING SENARE 03:58');
  await jl.sees(/ersatt +Rådgör/);
  await jl.presses(
    keys.escape,
    'ÖPPNA HÄNDELSER 1',
    'inget förfallet',
    /om 1 h 00 min +A-2026-0001 {2}Fråga direktören/,
  );
  expect(jl.bells).toBe(1);
  await jl.presses('q', () => jl.exit !== null);

  expect(sinceDecision(await desk.journal('A-2026-0001'))).toEqual([
    '02:41 jl decision-made: consult-first',
    '02:41 jl draft-saved: A-2026-0001-1.eml',
    '02:41 jl contact-attempted: Johan Ek 031-390 06 11 no-answer',
    '02:41 jl contact-attempted: Karin Öst 031-390 06 12 busy',
    '02:41 jl next-try-set: Rådgör med enhetschef Trygghetsjouren eller avdelningschef Kvalitet och utveckling 03:11',
    '02:41 jl action-skipped: Ta reda på vilken enhetschef som berörs och informera – Ingen enhet i huset',
    '02:41 jl action-done: Skicka rapporten till förvaltningsdirektören',
    '02:41 jl contact-attempted: TIB 031-390 06 30 reached',
    '02:41 jl acknowledged: TIB',
    '02:56 jl reminder-given: RING förvaltningsdirektören 02:56',
    '02:56 jl contact-attempted: Maria Lindqvist 031-390 06 10 reached',
    '02:58 jl crisis-leadership-decided: later Maria Lindqvist',
    '02:58 jl note-added: Avvaktar räddningstjänsten',
  ]);
});
