/** TIB calls back: what was ordinary is so no longer. */
import { expect, it } from 'vitest';
import { enter } from '../call.ts';
import { sinceDecision } from './inShort.ts';
import { callIsTaken, decidesAndSaves, deskAt, keys } from './story.ts';

it('TIB calls back with worse news', async () => {
  const desk = await deskAt('2026-11-21T02:41:00+01:00');
  const jl = desk.opens(['--operatör', 'jl']);
  await jl.sees('Inget väntar.');
  await jl.presses('n', 'Ny händelse');
  await callIsTaken(jl, {
    answers: {
      whatHappened: 'Strömavbrott',
      whenHappened: '02:15',
      whereHappened: 'Lundby',
      whoIsAffected: '4 000 hushåll',
      actorsInvolved: 'Göteborg Energi',
      operationDirectlyAffected: 'Ingen av våra ännu',
      operationsAtRisk: 'Hemtjänst Lundby',
    },
    own: 'n',
    ourselves: 'jnvnn',
  });
  await decidesAndSaves(jl, '[INFO]', 'Ring: Per Roos');
  await jl.presses('n', 'Har Per Roos kvitterat?');
  await jl.presses('j', 'Kvitterat av Per Roos');
  await jl.presses('\r', /▶ .*Skicka rapporten/);
  await jl.presses('x', 'Klart 02:41, sparat', /▶ .*Återkoppla till TIB/);
  await jl.presses('n', 'kvitterat?');
  await jl.presses('j', 'Kvitterat 02:41, sparat');

  desk.clockIs('2026-11-21T02:55:00+01:00');
  await jl.presses('f', 'Nytt samtal om händelsen?');
  await jl.presses(
    '\r',
    'Nytt samtal om A-2026-0001',
    '▶ 1 Vad har hänt?',
    'Beslutet 02:41 (ordinarie) gäller.',
  );
  const worse = enter(' och ett larm i Äldreboende Höstlyckan');
  await jl.presses(worse, '▶ 2');
  await jl.presses('\r\r\r\r', '▶ 6');
  await jl.presses(`\x15${enter('Äldreboende Höstlyckan')}`, '▶   Är den direkt påverkade');
  await jl.presses('j', '▶ 7', 'SKARPARE ÄN BESLUTET 02:41 (ordinarie)');
  await jl.presses('\r', 'Läs upp för uppringaren');
  await jl.presses('\r', '▶ Kan vi hantera');
  await jl.presses('n', '▶ Bör vi informera');
  await jl.presses('j', '▶ Behöver vi informera');
  await jl.presses('n', '▶ Finns det medarbetare');
  await jl.presses('\r', '▶ Finns det omsorgstagare');
  await jl.presses('\r', '1–4 besluta annat', 'SKARPARE ÄN BESLUTET 02:41 (ordinarie)');

  // Interrupted before it is decided: nothing is lost, and the incident says loudly what waits.
  await jl.presses(
    '\x03',
    /NYA UPPGIFTER: rekommendationen är nu RING DIREKTÖREN \(beslutet var ordinarie\)/,
  );
  await jl.presses('g', '1–4 besluta annat');
  await decidesAndSaves(jl, '[BESLUT]', /nu +RING förvaltningsdirektören/);
  await jl.noLongerSees('NYA UPPGIFTER');
  // Whoever had been told is told anew, and so is the unit that is hit now.
  await jl.sees(
    /nu +Informera enhetschef Äldreboende Höstlyckan/,
    /nu +Informera enhetschef Hemtjänst Lundby/,
  );
  await jl.sees(/nu +Skicka rapporten/, /nu +Återkoppla till TIB/);
  // What is most urgent now is what is open in the list.
  await jl.sees(/▶ nu +RING förvaltningsdirektören/);
  await jl.presses('n', 'Ska krisledning aktiveras?');
  desk.clockIs('2026-11-21T02:58:00+01:00');
  await jl.presses('n', 'Varför? Direktörens skäl');
  await jl.writes('Räddningstjänsten har läget', 'nådd 02:55 (Maria Lindqvist) · KRISLEDNING NEJ 02:58');
  await jl.presses('\r', /▶ .*Informera enhetschef/);
  await jl.presses('n', 'kvitterat?');
  await jl.presses('j', 'Kvitterat 02:58, sparat');

  // Closing names what is open, and takes a reason for it.
  await jl.presses('s', 'Avsluta händelsen', '4 åtgärder är öppna:');
  await jl.presses('\r', 'Här behövs en text');
  await jl.writes('Resten tas i morgon', 'AVSLUTAD av jl 02:58: Resten tas i morgon');
  await jl.presses(keys.escape, 'Inget väntar.');
  await jl.presses('l', 'Logg  1 händelse', 'avslutad');
  await jl.presses('\r', '1  BESLUT');
  await jl.presses('o', 'AVSLUTAD av jl');
  await jl.presses('o', 'Varför öppnas händelsen igen?');
  await jl.writes('Elen är tillbaka, mer att göra', 'Öppnad igen 02:58, sparat');
  await jl.presses(keys.escape, '1  BESLUT', 'öppen');
  await jl.presses(keys.escape, 'Logg  1 händelse');
  await jl.presses(keys.escape, 'ÖPPNA HÄNDELSER 1');
  await jl.presses('q', () => jl.exit !== null);

  expect(sinceDecision(await desk.journal('A-2026-0001'))).toEqual([
    '02:41 jl decision-made: ordinary',
    '02:41 jl draft-saved: A-2026-0001-1.eml',
    '02:41 jl contact-attempted: Per Roos 031-390 06 26 reached',
    '02:41 jl acknowledged: Per Roos',
    '02:41 jl action-done: Skicka rapporten till förvaltningsdirektören',
    '02:41 jl contact-attempted: TIB 031-390 06 30 reached',
    '02:41 jl acknowledged: TIB',
    '02:55 jl call-received',
    '02:55 jl caller-answered: whatHappened Strömavbrott och ett larm i Äldreboende Höstlyckan',
    '02:55 jl caller-answered: operationDirectlyAffected Äldreboende Höstlyckan',
    '02:55 jl own-operation-answered',
    '02:55 jl read-back-agreed',
    '02:55 jl desk-answered: manageableWithExistingResources no',
    '02:55 jl desk-answered: informDirector yes',
    '02:55 jl desk-answered: directorTiming now',
    '02:55 jl recommendation-made',
    '02:55 jl decision-made: contact-director now',
    '02:55 jl draft-saved: A-2026-0001-2.eml',
    '02:55 jl contact-attempted: Maria Lindqvist 031-390 06 10 reached',
    '02:58 jl crisis-leadership-decided: no Maria Lindqvist',
    '02:58 jl note-added: Räddningstjänsten har läget',
    '02:58 jl contact-attempted: Ida Lund 031-390 06 25 reached',
    '02:58 jl acknowledged: Ida Lund',
    '02:58 jl incident-closed: Informera enhetschef Hemtjänst Lundby, Skicka rapporten till förvaltningsdirektören, Återkoppla till TIB, Nästa rapport till direktören – Resten tas i morgon',
    '02:58 jl incident-reopened: Elen är tillbaka, mer att göra',
  ]);
});
