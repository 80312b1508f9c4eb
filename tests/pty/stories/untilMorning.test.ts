/** It can wait until the morning, and then the next shift does it. */
import { expect, it } from 'vitest';
import { inShort, sinceDecision } from './inShort.ts';
import { callIsTaken, decidesAndSaves, deskAt, dials, keys } from './story.ts';

it('wait until morning, and the next shift takes it', async () => {
  const desk = await deskAt('2026-11-21T02:41:00+01:00');
  const jl = desk.opens(['--operatör', 'jl']);
  await jl.sees('Inget väntar.');
  await jl.presses('n', 'Ny händelse');
  await callIsTaken(jl, {
    answers: {
      whatHappened: 'Vattenläcka',
      whenHappened: '02:20',
      whereHappened: 'Lundby',
      whoIsAffected: 'En medarbetare blev blöt',
      actorsInvolved: 'Kretslopp och vatten',
      operationDirectlyAffected: 'Ingen av våra ännu',
      operationsAtRisk: 'Hemtjänst Lundby',
    },
    own: 'n',
    ourselves: 'jnajn',
    leadsTo: 'Varför kan det avvakta till morgonen?',
  });
  await jl.writes(
    'Läckan är avstängd, ingen fara för någon',
    '1–4 besluta annat',
    'Ring förvaltningsdirektören',
  );
  await decidesAndSaves(jl, '[BESLUT]', 'Ring: Per Roos');

  await jl.presses('n', 'Har Per Roos kvitterat?');
  await jl.presses('j', 'Kvitterat av Per Roos');
  await jl.presses('\r', /▶ .*Skicka rapporten/);
  await jl.presses('x', 'Klart 02:41, sparat', /▶ .*Återkoppla till TIB/);
  await jl.presses('n', 'kvitterat?');
  await jl.presses('j', 'Kvitterat 02:41, sparat');
  await jl.presses('\r', /▶ .*Nästa rapport till direktören/);
  await jl.presses('x', 'Klart 02:41, sparat');
  await jl.presses(keys.escape, 'ATT GÖRA 1', /om 4 h 19 min +A-2026-0001 {2}RING förvaltningsdirektören/);

  // jl signs, and leaves the desk screen up.
  desk.clockIs('2026-11-21T06:40:00+01:00');
  await jl.presses('ö', 'ÖVERLÄMNING', 'RING');
  await jl.presses('s', 'jl signerar');
  await jl.writes('Direktören vet inget än', 'Signerat. Den som går på kvitterar med k.');
  await jl.presses(keys.escape, 'Överlämningen från jl 06:40 är inte kvitterad');

  // ka arrives at another desk.
  const ka = desk.opens(['--operatör', 'ka']);
  await ka.sees('Överlämningen från jl 06:40 är inte kvitterad. ö läser och kvitterar');
  await ka.presses('ö', 'Direktören vet inget än');
  await ka.presses('k', 'Vem tar över? Skriv din signatur.', 'ka');
  await ka.writes('', 'Kvitterat. Nu arbetar ka.');
  await ka.presses(keys.escape, 'om 20 min');
  await ka.noLongerSees('är inte kvitterad');
  await jl.noLongerSees('är inte kvitterad');

  const bells = () => jl.bells + ka.bells;
  expect(bells()).toBe(0);
  desk.clockIs('2026-11-21T07:00:00+01:00');
  await Promise.all([jl, ka].map((each) => each.sees('FÖRFALLET 1', /nu +A-2026-0001 {2}RING/)));
  // Each has looked once more, and nobody has rung again.
  desk.clockIs('2026-11-21T07:01:00+01:00');
  await Promise.all([jl, ka].map((each) => each.sees('07:01')));
  desk.clockIs('2026-11-21T07:02:00+01:00');
  await Promise.all([jl, ka].map((each) => each.sees('07:02')));
  expect(bells()).toBe(1);

  await ka.presses('\r', 'Ring: Maria Lindqvist', dials('031-390 06 10'));
  await ka.presses('n', 'Ska krisledning aktiveras? Vad säger Maria Lindqvist?');
  desk.clockIs('2026-11-21T07:05:00+01:00');
  await ka.presses('n', 'Varför? Direktörens skäl');
  await ka.writes('', 'nådd 07:02 (Maria Lindqvist) · KRISLEDNING NEJ 07:05');
  await ka.presses(keys.escape, 'ÖPPNA HÄNDELSER 1', 'inget förfallet');
  await jl.sees('inget förfallet');
  for (const each of [jl, ka]) await each.presses('q', () => each.exit !== null);
  expect(bells()).toBe(1);

  expect(
    desk
      .aboutDesk()
      .slice(-2)
      .map((entry) => inShort(entry, null)),
  ).toEqual(['06:40 jl handover-signed: Direktören vet inget än', '06:40 ka handover-acknowledged']);
  expect(sinceDecision(await desk.journal('A-2026-0001'))).toEqual([
    '02:41 jl decision-made: contact-director morning Läckan är avstängd, ingen fara för någon',
    '02:41 jl draft-saved: A-2026-0001-1.eml',
    '02:41 jl contact-attempted: Per Roos 031-390 06 26 reached',
    '02:41 jl acknowledged: Per Roos',
    '02:41 jl action-done: Skicka rapporten till förvaltningsdirektören',
    '02:41 jl contact-attempted: TIB 031-390 06 30 reached',
    '02:41 jl acknowledged: TIB',
    '02:41 jl action-done: Nästa rapport till direktören',
    expect.stringMatching(/^07:00 (jl|ka) reminder-given: RING förvaltningsdirektören 07:00$/),
    '07:02 ka contact-attempted: Maria Lindqvist 031-390 06 10 reached',
    '07:05 ka crisis-leadership-decided: no Maria Lindqvist',
  ]);
});
