/** The director answers on neither number, and the deputy decides. */
import { expect, it } from 'vitest';
import { sinceDecision } from './inShort.ts';
import { callIsTaken, decidesAndSaves, deskAt, dials, keys } from './story.ts';

it('not reached director, then deputy', async () => {
  const desk = await deskAt('2026-11-22T22:40:00+01:00');
  const jl = desk.opens(['--operatör', 'jl']);
  await jl.sees('Inget väntar.');
  await jl.presses('n', 'Ny händelse');
  await callIsTaken(jl, {
    answers: {
      whatHappened: 'Hot mot personal',
      whenHappened: '22:30',
      whereHappened: 'Lundby',
      whoIsAffected: 'Två medarbetare',
      actorsInvolved: 'Polis',
      operationDirectlyAffected: 'Hemtjänst Lundby',
      operationsAtRisk: '',
    },
    own: 'j',
    ourselves: 'jjnjn',
  });
  await decidesAndSaves(jl, '[BESLUT]', /▶ nu +RING förvaltningsdirektören/);

  await jl.sees('Ring: Maria Lindqvist, förvaltningsdirektör (1 av 3)', dials('031-390 06 10'));
  await jl.presses('e', 'Ej svar 22:40 sparat. Nästa: Maria Lindqvist 070-174 06 10');
  await jl.sees('(2 av 3)', dials('070-174 06 10'));
  desk.clockIs('2026-11-22T22:41:00+01:00');
  await jl.presses('m', 'Meddelande lämnat 22:41 sparat', 'Nästa: Peter Holm 031-390 06 24');
  await jl.presses('a', 'Anteckning');
  await jl.writes('Bad henne ringa upp', 'Anteckning 22:41, sparat');
  desk.clockIs('2026-11-22T22:42:00+01:00');
  await jl.presses('n', 'Ska krisledning aktiveras? Vad säger Peter Holm?');
  // The same finger again is no "nej": nobody can have asked yet.
  await jl.presses('n', 'Samma tangent två gånger');
  desk.clockIs('2026-11-22T22:44:00+01:00');
  await jl.presses('n', 'Varför? Direktörens skäl');
  await jl.writes('Polisen har läget', 'nådd 22:42 (Peter Holm) · KRISLEDNING NEJ 22:44');
  await jl.presses(keys.escape, 'ÖPPNA HÄNDELSER 1');
  await jl.noLongerSees('RING förvaltningsdirektören');
  await jl.presses('q', () => jl.exit !== null);
  expect(sinceDecision(await desk.journal('A-2026-0001'))).toEqual([
    '22:40 jl decision-made: contact-director now',
    '22:40 jl draft-saved: A-2026-0001-1.eml',
    '22:40 jl contact-attempted: Maria Lindqvist 031-390 06 10 no-answer',
    '22:41 jl contact-attempted: Maria Lindqvist 070-174 06 10 message-left',
    '22:41 jl note-added: Bad henne ringa upp',
    '22:42 jl contact-attempted: Peter Holm 031-390 06 24 reached',
    '22:44 jl crisis-leadership-decided: no Peter Holm',
    '22:44 jl note-added: Polisen har läget',
  ]);
});
