/** Two operators at once, on the same journal. */
import { expect, it } from 'vitest';
import { expectWholeCall, strokes } from './call.ts';
import { logged, newDesk, numbers, run } from './desk.ts';
import { Terminal } from './terminal.ts';

it('takes two calls at the same time, each whole, with a number of its own', async () => {
  const desk = newDesk();
  const terminals = ['aa', 'bb'].map((sign) => new Terminal(desk, ['ny-händelse', '--operatör', sign]));
  await Promise.all(terminals.map((terminal) => terminal.waitFor('▶ 1')));
  // Step by step together, so that both write to the journal in the same moment.
  for (const { keys, shows } of strokes) {
    for (const terminal of terminals) terminal.write(keys);
    await Promise.all(terminals.map((terminal) => terminal.waitFor(shows)));
  }
  for (const terminal of terminals) expect(await terminal.end()).toEqual({ code: 0, signal: 0 });
  const found = await Promise.all((await numbers(desk)).map((number) => logged(desk, number)));
  expect(found.map(({ incident }) => incident.number).sort()).toEqual([
    expect.stringMatching(/-0001$/),
    expect.stringMatching(/-0002$/),
  ]);
  expect(found.map(({ incident }) => incident.operator).sort()).toEqual(['aa', 'bb']);
  for (const each of found) expectWholeCall(each);
  expect((await run(desk, ['kontroll'])).stdout).toContain('36 poster');
});

it('goes on with the one of two that is asked for', async () => {
  const desk = newDesk();
  const terminals = ['Brand', 'Snö'].map((what) => ({ what, terminal: new Terminal(desk, ['ny-händelse']) }));
  for (const { what, terminal } of terminals) {
    await terminal.waitFor('▶ 1');
    terminal.write(`${what}\r`);
    await terminal.waitFor('▶ 2');
  }
  for (const { terminal } of terminals) {
    terminal.write('\x03');
    expect((await terminal.end()).code).toBe(130);
  }
  const [newest = '', oldest = ''] = await numbers(desk);
  for (const number of [oldest, newest]) {
    const terminal = new Terminal(desk, ['fortsätt', number]);
    await terminal.waitFor((now) => now.screen()[0]?.includes(number) === true);
    await terminal.waitFor('▶ 2');
    terminal.write('\x03');
    expect((await terminal.end()).code).toBe(130);
  }
});
