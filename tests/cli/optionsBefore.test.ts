/** What is written before the command is heeded as if it were written after it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { newDesk, run } from '../pty/desk.ts';
import { contents } from './support.ts';

const fire = fileURLToPath(new URL('../scenarios/02-brand-aldreboende.json', import.meta.url));

test('an exercise that is said to be one before the command is one', async () => {
  const desk = newDesk();
  const { code, stdout } = await run(desk, ['--övning', '--json', 'ny-händelse', '--från', fire]);
  expect(code).toBe(0);
  const { incident } = JSON.parse(stdout) as { readonly incident: { readonly number: string } };
  const logged = await run(desk, ['--json', 'logg', incident.number]);
  expect(JSON.parse(logged.stdout)).toMatchObject({ exercise: true });
});

test('who works, said before the command, is who is written down', async () => {
  const desk = newDesk();
  await run(desk, ['--operatör', 'mk', 'ny-händelse', '--från', fire]);
  const { stdout } = await run(desk, ['logg', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ operator: 'mk' });
});

test('an option before a command that does not have it stops it', async () => {
  const desk = newDesk();
  const { code, stderr } = await run(desk, ['--övning', 'bedöm', '--från', fire]);
  expect([code, stderr]).toEqual([2, expect.stringContaining('Valet --övning finns inte.')]);
  expect(contents(desk.data)).toBeNull();
});

test('one between two commands counts too', async () => {
  const desk = newDesk();
  const file = join(desk.folder, 'kontakter.csv');
  writeFileSync(file, 'roll;namn;enhet;telefon;e-post\nTIB;;;031-390 06 30;tib@example.se\n');
  const { stdout } = await run(desk, ['kontakter', '--json', 'importera', file]);
  expect(JSON.parse(stdout)).toBeTypeOf('object');
});
