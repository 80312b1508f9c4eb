/** Every screen in a window that is made small and large again: at each size as in a window that always had it. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { run } from '../desk.ts';
import { deskAt, keys, type Screen } from './story.ts';

const fire = fileURLToPath(new URL('../../scenarios/02-brand-aldreboende.json', import.meta.url));

const sizes = [
  [60, 20],
  [40, 12],
  [100, 30],
] as const;

/** The keys that lead to each screen from the one before, and what shows in every window that it has come. */
const screens = [
  ['', /n ny händelse/],
  ['?', /Alla tangenter/],
  [keys.escape, /n ny händelse/],
  ['t', /Vilken telefon/],
  ['tn', /Anteckning|inte fungerar\?/],
  [keys.escape, /n fungerar inte/],
  [keys.escape, /b backuptelefonen/],
  [keys.escape, /n ny händelse/],
  ['l', /Logg {2}1 händelse/],
  ['\r', /1 {2}BESLUT/],
  ['r', /Kommentar/],
  [keys.escape, /1 {2}BESLUT/],
  [keys.escape, /f filter/],
  ['f', /▶ Datum/],
  ['\r', /Skriv\s+2026/],
  [keys.escape, /x ta bort/],
  [keys.escape, /f filter/],
  ['?', /bokstäver/],
  ['q', /f filter/],
  [keys.escape, /n ny händelse/],
  ['ö', /s signera/],
  ['s', /Enter signera/],
  [keys.escape, /s signera/],
  [keys.escape, /n ny händelse/],
  ['\r', /n nådd/],
  ['z', /Skälen, och/],
  [keys.escape, /n nådd/],
  ['l', /Tidslinje/],
  [keys.escape, /n nådd/],
  ['k', /Esc inte nu/],
  [keys.escape, /n nådd/],
  ['a', /Enter klar/],
  ['Växeln kopplar inte fram till någon', /till någon/],
  [keys.escape, /n nådd/],
  ['w', /Vilket meddelande/],
  ['1', /Ämne/],
  ['r', /Tab ämne/],
  [keys.escape, /k kopiera/],
  [keys.escape, /Vilket meddelande/],
  [keys.escape, /n nådd/],
  ['f', /Enter tar emot/],
  ['\r', /▶ 1/],
  ['\x03', /n nådd/],
] as const;

it('every screen, made small and large again', async () => {
  const desk = await deskAt('2026-11-21T03:12:00+01:00');
  await run(desk, ['ny-händelse', '--från', fire]);
  const opens = ([columns, rows]: readonly [number, number]) =>
    desk.opens(['--operatör', 'jl'], { columns, rows });
  const touched = opens([100, 30]);
  const untouched = sizes.map(opens);
  for (const [stroke, shows] of screens) {
    const come = (each: Screen) =>
      each.presses(stroke, (screen) => shows.test(screen.text()) || /för\s+litet/.test(screen.text()));
    await Promise.all([touched, ...untouched].map(come));
    for (const [index, [columns, rows]] of sizes.entries()) {
      const never = untouched[index];
      touched.resize(columns, rows);
      await touched.sees((screen) => screen.text() === never?.text());
      expect(touched.cursor()).toEqual(never?.cursor());
    }
  }
}, 60_000);
