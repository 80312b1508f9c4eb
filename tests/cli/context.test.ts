/** What is printed on a terminal, and what is told to be typed there. */
import { expect, test } from 'vitest';
import { type Context, print, processContext, programName } from '../../src/cli/context.ts';

function terminal(columns: number) {
  const written: string[] = [];
  const stdout = { isTTY: true, columns, write: (text: string) => written.push(text) };
  const context = { ...processContext(), env: {}, stdout: stdout as unknown as NodeJS.WriteStream };
  return { context: context satisfies Context, written };
}

test('a line too long breaks between words, as far in as it began and what is asked for more', () => {
  const { context, written } = terminal(20);
  print(context, '  Informera enhetschef Bo Ek', 4);
  print(context, 'ring Bo Ek på kontoret nu');
  expect(written).toEqual(['  Informera\n      enhetschef Bo\n      Ek\n', 'ring Bo Ek på\nkontoret nu\n']);
});

test('a line that fills the terminal has no empty one after it', () => {
  const { context, written } = terminal(10);
  print(context, 'tio tecken');
  expect(written).toEqual(['tio tecken\n']);
});

test('the program is called as it was started', () => {
  expect(programName({ env: {} })).toBe('tjour');
  expect(programName({ env: { npm_command: 'exec' } })).toBe('npx tjour');
  expect(programName({ env: { npm_command: 'run-script' } })).toBe('tjour');
});
