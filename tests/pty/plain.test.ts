/** The call line by line, for screen readers and poor lines. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { expectWholeCall, strokes } from './call.ts';
import { importContacts, logged, newDesk, run } from './desk.ts';
import { Terminal } from './terminal.ts';

/** One line for each answer: what takes one key on the screen takes one letter and Enter here. */
const lines = strokes.map(({ keys }) => `${keys.replace('\r', '')}\n`);

it('takes a whole call through pipes', async () => {
  const desk = newDesk();
  const { code, stdout, stderr } = await run(desk, ['ny-händelse', '--enkel', '--övning'], {
    input: lines.join(''),
  });
  expect(code, stderr).toBe(0);
  expect(stdout).toMatch(/^ÖVNING/);
  expect(stdout).not.toContain('\x1b');
  expect(stdout).toContain('Fråga 7 av 7: Vilka verksamheter kan påverkas?');
  expectWholeCall(await logged(desk));
});

it('ends with a copy of everything when the journal cannot be written', async () => {
  const desk = newDesk();
  mkdirSync(desk.data, { recursive: true });
  writeFileSync(join(desk.data, 'journal.db'), 'no journal');
  const { code, stdout, stderr } = await run(desk, ['ny-händelse', '--enkel'], {
    input: lines.join(''),
  });
  expect(code).toBe(1);
  expect(stdout + stderr).toContain('EJ SPARAT');
  expect(stderr).toMatch(/En kopia finns i .*tjour-kopia-/);
});

it('keeps what was entered when the line is cut off, and goes on', async () => {
  const desk = newDesk();
  const first = await run(desk, ['ny-händelse', '--enkel'], { input: lines.slice(0, 3).join('') });
  expect(first.code).toBe(130);
  expect(first.stderr).toContain('Allt du skrev är sparat');
  const second = await run(desk, ['fortsätt', '--enkel'], { input: lines.slice(3).join('') });
  expect(second.code, second.stderr).toBe(0);
  expectWholeCall(await logged(desk));
});

it.each([
  ['--enkel', {}, ['--enkel']],
  ['TERM=dumb', { TERM: 'dumb' }, []],
  ['INK_SCREEN_READER', { INK_SCREEN_READER: 'true' }, []],
])('is what a terminal gets by %s, one question at a time and nothing drawn', async (_why, env, options) => {
  const desk = newDesk();
  const terminal = new Terminal(desk, ['ny-händelse', ...options], { env, rows: 60 });
  await terminal.waitFor('Fråga 1 av 7: Vad har hänt?');
  for (const [index, line] of lines.entries()) {
    const before = terminal.output.length;
    terminal.write(line.replace('\n', '\r'));
    const last = index === lines.length - 1;
    await terminal.waitFor(({ output, exit }) =>
      last ? exit !== null : /(\?|\.)\s+$/.test(output.slice(before + line.length)),
    );
  }
  expect(terminal.exit).toEqual({ code: 0, signal: 0 });
  expect(terminal.output).not.toContain('\x1b');
  expectWholeCall(await logged(desk));
});

it('is left by Ctrl+C on a terminal, with everything kept', async () => {
  const desk = newDesk();
  const terminal = new Terminal(desk, ['ny-händelse', '--enkel']);
  await terminal.waitFor('Fråga 1 av 7');
  terminal.write('Strömavbrott\r');
  await terminal.waitFor('Fråga 2 av 7');
  terminal.write('\x03');
  expect(await terminal.end()).toEqual({ code: 130, signal: 0 });
  expect((await logged(desk)).incident.answers.whatHappened?.text).toBe('Strömavbrott');
});

it('corrects the question before, and says why a line was not taken', async () => {
  const desk = newDesk();
  const input = ['Brand', '/b', 'Rök', '/6', 'Hemtjänst', 'kanske', 'j', '', '/?'];
  const { stdout } = await run(desk, ['ny-händelse', '--enkel'], { input: `${input.join('\n')}\n` });
  expect(stdout).toContain('Tryck j, n eller v.');
  expect(stdout).toContain('/1 till /7');
  const { incident } = await logged(desk);
  expect(incident.answers.whatHappened?.text).toBe('Rök');
  expect(incident.own?.answer).toBe('yes');
});

it('asks again after the help, and tells what units there are when the answer is none of them', async () => {
  const desk = newDesk();
  await importContacts(
    desk,
    'roll;namn;enhet;telefon\nenhetschef;Bo Ek;Hemtjänst Lundby;031-111 22 33\nenhetschef;Eva Alm;Hemtjänst Örgryte;031-111 22 34\n',
  );
  const input = ['/?', '/6', 'hemtjänst', 'n', 'Hemtjänst Lundby', '/1'];
  const { stdout } = await run(desk, ['ny-händelse', '--enkel'], { input: `${input.join('\n')}\n` });
  expect(stdout.split('Fråga 1 av 7: Vad har hänt?')).toHaveLength(4);
  expect(stdout.match(/I registret finns: .*/g)).toEqual([
    'I registret finns: Hemtjänst Lundby, Hemtjänst Örgryte. /6 ändrar svaret.',
  ]);
});

it('asks for a reason in words alone, last of all', async () => {
  const desk = newDesk();
  const caller = ['Brand', '', '', '', '', 'Ingen', 'n', '', ''];
  const ourselves = ['j', 'j', 'n', 'n', 'n'];
  const input = [...caller, ...ourselves, '4'];
  const { stdout } = await run(desk, ['ny-händelse', '--enkel'], { input: `${input.join('\n')}\n` });
  expect(stdout).not.toContain('│');
  expect(stdout.trimEnd().split('\n').slice(-2)).toEqual([
    'Varför behöver förvaltningsdirektören inte ringas?',
    'Beslutet är svagare än rekommendationen och kräver ett skäl. Tomt och Enter: rekommendationen gäller.',
  ]);
});
