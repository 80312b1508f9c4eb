/** `tjour mejl skicka` and `prova` at a terminal: what is said while they work, and by Ctrl+C. */
import { expect, test } from 'vitest';
import { deskWith, director, start } from '../cli/outbox/sendingDesk.ts';
import type { Step } from '../mail/scriptedServer.ts';
import { Terminal } from './terminal.ts';

/** Ctrl+C when the server has come to this step and says nothing. */
async function brokenOffAt(step: Step, command: readonly string[], presses = 1) {
  const server = await start({ fault: { step, failing: 'silent' } });
  const { desk, number } = await deskWith(server);
  const { promise: isThere, resolve: there } = Promise.withResolvers<void>();
  server.onStep = (reached) => {
    if (reached === step) there();
  };
  const terminal = new Terminal(desk, [...command, ...(command.includes('skicka') ? [number] : [])]);
  await isThere;
  terminal.write('\x03');
  if (presses > 1) {
    await terminal.waitFor('då är det osäkert om det kom fram');
    terminal.write('\x03');
  }
  const { code } = await terminal.end();
  return { code, text: terminal.scrollback().join(' '), accepted: server.accepted.length };
}

test('a mail that has not gone is broken off at once, and that is said', async () => {
  const { code, text, accepted } = await brokenOffAt('rcpt', ['mejl', 'skicka']);
  expect(text).toContain(`Skickar till ${director} …`);
  expect(text).toContain('Avbrutet. Mejlet har inte gått iväg.');
  expect([code, accepted]).toEqual([130, 0]);
});

test('a mail that has gone is waited for, until Ctrl+C once more', async () => {
  const { code, text } = await brokenOffAt('dot', ['mejl', 'skicka'], 2);
  expect(text).toContain('Avbrutet. Mejlet kan ha gått iväg');
  expect(text).toContain('RING direktören Eva Ståhl');
  expect(code).toBe(130);
});

test('prova says that it tries, and that nothing has been sent', async () => {
  const { code, text } = await brokenOffAt('greeting', ['mejl', 'prova']);
  expect(text).toMatch(/Provar 127\.0\.0\.1 på port \d+ ….*Avbrutet\. Inget har skickats\./);
  expect(code).toBe(130);
});
