/** An exercise is one on every screen and in everything that is made, and reaches nobody. */
import { expect, it } from 'vitest';
import { sinceDecision } from './inShort.ts';
import { callIsTaken, deskAt, keys, type Screen } from './story.ts';

it('exercise', async () => {
  const desk = await deskAt('2026-11-21T13:00:00+01:00', { övningsadress: 'ovning@example.se' });
  const jl = desk.opens(['--övning', '--operatör', 'jl']);
  await jl.sees('Inget väntar.');
  expectExercise(jl);
  await jl.presses('n', 'Ny händelse');
  expectExercise(jl);
  await callIsTaken(jl, {
    answers: {
      whatHappened: 'Brand i tvättstuga',
      whenHappened: '12:55',
      whereHappened: 'Lundby',
      whoIsAffected: '14 omsorgstagare',
      actorsInvolved: 'Räddningstjänsten',
      operationDirectlyAffected: 'Äldreboende Höstlyckan',
      operationsAtRisk: 'Hemtjänst Lundby',
    },
    own: 'j',
    ourselves: 'njnjj',
  });
  expectExercise(jl);
  await jl.presses('\r', 'Ämne: ÖVNING – [BESLUT]', 'ovning@example.se');
  expectExercise(jl);
  await jl.presses('\r', 'Beslut: RING FÖRVALTNINGSDIREKTÖREN NU');
  expectExercise(jl);
  await jl.presses(keys.escape, 'UTKAST EJ SKICKADE 1');
  expectExercise(jl);
  await jl.presses('\r', 'Beslut: RING FÖRVALTNINGSDIREKTÖREN NU');
  expectExercise(jl);
  await jl.presses('w', 'Vilket meddelande?');
  expectExercise(jl);
  await jl.sees(/3 Återkoppling till TIB$/m);
  await jl.presses('1', 'Till: ovning@example.se (övningsadressen)', 'ÖVNING – [INFO]');
  expectExercise(jl);
  await jl.presses('k', 'Texten kopierad. ');
  await jl.presses('s', 'Sparat: ');
  expectExercise(jl);
  await jl.presses(keys.escape, 'Vilket meddelande?', 'gjort 13:00');
  await jl.presses(keys.escape, 'Beslut: RING FÖRVALTNINGSDIREKTÖREN NU');
  await jl.presses('z', 'Skälen, och allt som är känt');
  expectExercise(jl);
  await jl.presses(keys.escape, 'a anteckning');
  await jl.presses('l', 'Tidslinje');
  expectExercise(jl);
  await jl.presses(keys.escape, 'a anteckning');
  await jl.presses('f', 'Nytt samtal om händelsen?');
  await jl.presses('\r', '▶ 1');
  expectExercise(jl);
  await jl.presses('\x03', 'a anteckning');
  await jl.presses(keys.escape, 'ÖPPNA HÄNDELSER 1');
  await jl.presses('l', 'Logg  1 händelse');
  expectExercise(jl);
  await jl.presses(keys.escape, 'ÖPPNA HÄNDELSER 1');
  await jl.presses('ö', 'ÖVERLÄMNING');
  expectExercise(jl);
  await jl.presses(keys.escape, 'ÖPPNA HÄNDELSER 1');
  await jl.presses('t', 'Telefontest');
  expectExercise(jl);
  await jl.presses('\x03', () => jl.exit !== null);
  const files = desk.mailFiles();
  expect(files).toEqual(['OVNING-A-2026-0001-1.eml', 'OVNING-A-2026-0001-enhetschef-1.eml']);
  for (const file of files) {
    const { subject, to, cc, bcc } = await desk.mail(file);
    expect(subject).toMatch(/^ÖVNING – /);
    expect([to, cc, bcc].flatMap((each) => each ?? []).map(({ address }) => address)).toEqual([
      'ovning@example.se',
    ]);
  }
  expect(jl.copied).toEqual([expect.stringMatching(/^ÖVNING – det här är en övning/)]);
  expect(sinceDecision(await desk.journal('A-2026-0001'))).toEqual([
    '13:00 jl decision-made: contact-director now',
    '13:00 jl draft-saved: OVNING-A-2026-0001-1.eml',
    '13:00 jl message-made: unit-manager copied ovning@example.se',
    '13:00 jl message-made: unit-manager saved OVNING-A-2026-0001-enhetschef-1.eml ovning@example.se',
  ]);
});

function expectExercise(screen: Screen): void {
  expect(screen.screen()[0]).toContain('ÖVNING');
}
