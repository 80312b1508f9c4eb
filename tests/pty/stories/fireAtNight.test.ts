/** Fire at night: from the call until the crisis group has been called together. */
import { expect, it } from 'vitest';
import { sinceDecision } from './inShort.ts';
import { callIsTaken, decidesAndSaves, deskAt, dials, keys } from './story.ts';

it('fire at night', async () => {
  const desk = await deskAt('2026-11-21T03:10:00+01:00');
  const jl = desk.opens(['--operatör', 'jl']);
  await jl.sees('Inget väntar.');

  await jl.presses('n', 'Ny händelse');
  await callIsTaken(jl, {
    answers: {
      whatHappened: 'Brand i tvättstuga',
      whenHappened: '02:55',
      whereHappened: 'Äldreboendet Höstlyckan, Lundby',
      whoIsAffected: '14 omsorgstagare och 3 medarbetare',
      actorsInvolved: 'Räddningstjänsten, ambulans',
      operationDirectlyAffected: 'Äldreboende Höstlyckan',
      operationsAtRisk: 'Hemtjänst Lundby',
    },
    own: 'j',
    ourselves: 'njnjj',
  });
  await jl.sees('RING FÖRVALTNINGSDIREKTÖREN NU', 'Maria Lindqvist');
  desk.clockIs('2026-11-21T03:14:00+01:00');
  // When the call is finished the incident is there, with what to do first; behind it is the desk.
  await decidesAndSaves(jl, '[BESLUT]', /▶ nu +RING förvaltningsdirektören/);
  await jl.presses(keys.escape, 'ATT GÖRA 6', 'UTKAST EJ SKICKADE 1', 'ÖPPNA HÄNDELSER 1');

  // The row on top is the call to make; Enter opens the incident there.
  await jl.sees(/▶ nu +A-2026-0001 {2}RING förvaltningsdirektören: Maria Lindqvist 031-390 06 10/);
  await jl.presses(
    '\r',
    'A-2026-0001 Brand i tvättstuga',
    dials('031-390 06 10'),
    'Beslut: RING FÖRVALTNINGSDIREKTÖREN NU',
  );
  await jl.presses('n', 'Ska krisledning aktiveras? Vad säger Maria Lindqvist?');
  desk.clockIs('2026-11-21T03:16:00+01:00');
  await jl.presses('j', 'Varför? Direktörens skäl');
  await jl.writes(
    'Utrymning pågår',
    'KRISLEDNING JA 03:16',
    /▶ nu +Kalla samman krisledningsgruppen: Eva Öberg/,
  );

  await jl.presses(keys.home, /▶ .*Informera enhetschef Äldreboende Höstlyckan/, 'Ida Lund');
  await jl.presses('n', 'Har Ida Lund kvitterat?');
  await jl.presses('j', 'Kvitterat av Ida Lund 03:16');
  await jl.presses('\r', /▶ .*Informera enhetschef Hemtjänst Lundby/, 'Per Roos');
  await jl.presses('m', 'Meddelande lämnat 03:16 sparat', 'Nytt försök 03:21');
  await jl.presses(keys.home, /▶ .*Skicka rapporten/);
  await jl.presses('x', 'Klart 03:16, sparat', /▶ .*Återkoppla till TIB/);
  await jl.presses('n', 'kvitterat?');
  await jl.presses('j', 'Kvitterat 03:16, sparat');

  // The crisis group, member by member.
  await jl.presses('\r', /▶ nu +Kalla samman krisledningsgruppen: Eva Öberg/, 'Ring');
  await jl.presses('w', '[KALLELSE]', 'Till: Eva Öberg <eva.oberg@example.se>');
  await jl.presses('a', '4 Kallelse till krisledningsgruppen: 2 mottagare');
  await jl.presses('4', 'Till: Eva Öberg <eva.oberg@example.se>, Omar Nilsson <omar.nilsson@example.se>');
  await jl.presses('k', 'Texten kopierad. ');
  await jl.presses('s', 'Sparat: ');
  await jl.presses(keys.escape, 'Vilket meddelande?');
  await jl.presses(keys.escape, /▶ nu +Kalla samman krisledningsgruppen: Eva Öberg/);
  await jl.presses('n', 'Har Eva Öberg kvitterat?');
  await jl.presses('j', 'Kvitterat av Eva Öberg');
  await jl.presses('\r', /▶ nu +Kalla samman krisledningsgruppen: Omar Nilsson/);
  await jl.presses('u', 'Upptaget 03:16 sparat. Nytt försök 03:21');
  desk.clockIs('2026-11-21T03:20:00+01:00');
  await jl.presses('n', 'Har Omar Nilsson kvitterat?');
  await jl.presses('j', 'Kvitterat av Omar Nilsson 03:20');
  await jl.presses('\r', /▶ om 1 min +Informera enhetschef Hemtjänst Lundby/);
  await jl.presses('n', 'Har Per Roos kvitterat?');
  await jl.presses('j', 'Kvitterat 03:20, sparat');

  // The checklists: ticked, skipped, assigned, and the source's own question answered.
  await jl.presses('\r', /▶ .*Nästa rapport till direktören/);
  await jl.presses(keys.down, /▶ –.*Bred information/);
  await jl.presses('x', 'Klart 03:20, sparat', /▶ –.*Övriga förvaltningar/);
  await jl.presses('h', 'Varför ska det inte göras?');
  await jl.writes(
    'IT är inte berört',
    'Hoppas över 03:20, sparat',
    /▶ –.*Specifik information till patienter/,
  );
  await jl.presses('d', 'Vem tar det?');
  await jl.writes('Ida Lund', 'Tilldelat 03:20, sparat', 'Tilldelat: Ida Lund');
  await jl.presses(keys.down + keys.down + keys.down, /▶ –.*Vad får våra problem för konsekvenser/);
  await jl.presses('\r', 'Svar');
  await jl.writes('Inga hemgångar till Höstlyckan i dag', 'Svar 03:20, sparat');

  await jl.presses(keys.escape, 'ÖPPNA HÄNDELSER 1', 'inget förfallet');
  await jl.noLongerSees('UTKAST EJ SKICKADE');
  await jl.presses('q', () => jl.exit !== null);

  expect(jl.bells).toBe(0);
  expect(desk.mailFiles()).toEqual(['A-2026-0001-1.eml', 'A-2026-0001-krisledningsgrupp-1.eml']);
  const summons = await desk.mail('A-2026-0001-krisledningsgrupp-1.eml');
  expect(summons.subject).toBe(
    '[KALLELSE] Brand i tvättstuga, Äldreboendet Höstlyckan, Lundby – A-2026-0001',
  );
  const group = ['eva.oberg@example.se', 'omar.nilsson@example.se'];
  expect(summons.to?.map(({ address }) => address)).toEqual(group);
  expect(jl.copied).toEqual([
    expect.stringMatching(/^Krisledningsgruppen kallas samman\.\nBrand i tvättstuga/),
  ]);
  expect(sinceDecision(await desk.journal('A-2026-0001'))).toEqual([
    '03:14 jl decision-made: contact-director now',
    '03:14 jl draft-saved: A-2026-0001-1.eml',
    '03:14 jl contact-attempted: Maria Lindqvist 031-390 06 10 reached',
    '03:16 jl crisis-leadership-decided: yes Maria Lindqvist',
    '03:16 jl actions-added: 18',
    '03:16 jl note-added: Utrymning pågår',
    '03:16 jl contact-attempted: Ida Lund 031-390 06 25 reached',
    '03:16 jl acknowledged: Ida Lund',
    '03:16 jl contact-attempted: Per Roos 031-390 06 26 message-left',
    '03:16 jl action-done: Skicka rapporten till förvaltningsdirektören',
    '03:16 jl contact-attempted: TIB 031-390 06 30 reached',
    '03:16 jl acknowledged: TIB',
    '03:16 jl message-made: crisis-group copied eva.oberg@example.se, omar.nilsson@example.se',
    '03:16 jl message-made: crisis-group saved A-2026-0001-krisledningsgrupp-1.eml eva.oberg@example.se, omar.nilsson@example.se',
    '03:16 jl contact-attempted: Eva Öberg 031-390 06 31 reached',
    '03:16 jl acknowledged: Eva Öberg',
    '03:16 jl contact-attempted: Omar Nilsson 031-390 06 32 busy',
    '03:20 jl contact-attempted: Omar Nilsson 031-390 06 32 reached',
    '03:20 jl acknowledged: Omar Nilsson',
    '03:20 jl contact-attempted: Per Roos 031-390 06 26 reached',
    '03:20 jl acknowledged: Per Roos',
    '03:20 jl action-done: Bred information genom kommunens kommunikationsenhet ex genom Facebook, lokala tidningar, radio, intranät och mail',
    '03:20 jl action-skipped: Övriga förvaltningar i kommunen samt stödfunktioner som IT-kontoret – IT är inte berört',
    '03:20 jl action-assigned: Specifik information till patienter ex extra sköra – Ida Lund',
    '03:20 jl consequences-described: Inga hemgångar till Höstlyckan i dag',
    '03:20 jl action-done: Vad får våra problem för konsekvenser för andra, till exempel hemgångar?',
  ]);
});
