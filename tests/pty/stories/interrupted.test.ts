/** The work is interrupted at the worst moment, and nothing that was said is gone. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isTypingKept, numbers, run } from '../desk.ts';
import { deskAt, keys, type Screen, type StoryDesk } from './story.ts';

const fire = fileURLToPath(new URL('../../scenarios/02-brand-aldreboende.json', import.meta.url));

/** A desk where the fire has been reported, and its incident on the screen. */
async function fireOnScreen(): Promise<{ readonly desk: StoryDesk; readonly jl: Screen }> {
  const desk = await deskAt('2026-11-21T03:12:00+01:00');
  await run(desk, ['ny-händelse', '--från', fire]);
  const jl = desk.opens(['--operatör', 'jl']);
  await jl.sees('RING förvaltningsdirektören');
  await jl.presses('\r', 'Beslut: RING FÖRVALTNINGSDIREKTÖREN NU');
  return { desk, jl };
}

it('killed in the middle of a note: the text is there again', async () => {
  const { desk, jl } = await fireOnScreen();
  await jl.presses('e', 'Ej svar 03:12 sparat');
  await jl.presses('a', 'Anteckning');
  await jl.presses('Växeln kopplar inte fram', 'kopplar inte fram');
  await expect.poll(() => isTypingKept(desk, 'Växeln kopplar inte fram', 'incident')).toBe(true);
  jl.kill('SIGKILL');
  await jl.ended;

  const again = desk.opens(['--operatör', 'jl']);
  await again.sees('RING förvaltningsdirektören');
  await again.presses('\r', 'Anteckning', 'Växeln kopplar inte fram');
  await again.writes(', ring mobilen', 'Anteckning 03:12, sparat');
  await again.presses('\x03', () => again.exit !== null);
  const { incident } = await desk.journal('A-2026-0001');
  expect(incident.notes.map(({ text }) => text)).toEqual(['Växeln kopplar inte fram, ring mobilen']);
});

it('Ctrl+C in a call from the desk: back at the desk, and the call goes on where it was left', async () => {
  const { desk, jl } = await fireOnScreen();
  await jl.presses(keys.escape, 'ÖPPNA HÄNDELSER 1');
  await jl.presses('n', '▶ 1 Vad har hänt?');
  await jl.writes('Översvämning', '▶ 2');
  await jl.presses('nyss, ungef', 'nyss, ungef');
  await jl.presses('\x03', 'ÖPPNA HÄNDELSER 2', 'PÅBÖRJAT SAMTAL: Översvämning');
  expect(jl.exit).toBeNull();
  // The last section is that of the open incidents, and its first row is the call.
  await jl.presses(keys.sectionBefore, /▶ .*PÅBÖRJAT SAMTAL/);
  await jl.presses('\r', '▶ 2', 'nyss, ungef');
  await jl.presses('\x03', 'PÅBÖRJAT SAMTAL: Översvämning');
  await jl.presses('\x03', () => jl.exit !== null);
  expect(await numbers(desk)).toEqual(['A-2026-0002', 'A-2026-0001']);
});

it('typed faster than the screens change: what is saved is called saved', async () => {
  const { jl } = await fireOnScreen();
  await jl.presses(keys.escape, 'ÖPPNA HÄNDELSER 1');
  await jl.presses('\re', 'Ej svar 03:12 sparat', 'allt sparat');
});
