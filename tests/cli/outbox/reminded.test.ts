/** `påminn` tells first and sends after that, and leaves the rest to the next time when it has taken long enough. */
import { expect, test } from 'vitest';
import { remindOfMails } from '../../../src/cli/outbox/reminded.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';
import { scriptedServer } from '../../mail/scriptedServer.ts';
import { after, certificate, mail, outboxWith } from './outbox.ts';

function remindedOf(port: number, outbox: ReturnType<typeof outboxWith>, stop: AbortSignal) {
  const said: string[] = [];
  const stdout = { write: (text: string) => said.push(text) } as unknown as NodeJS.WriteStream;
  const context = { env: {}, stdin: process.stdin, stdout, stderr: stdout, now: () => after(20) };
  const settings = {
    ...defaultSettings,
    mailHost: '127.0.0.1',
    mailPort: port,
    mailCaFile: outbox.caFile,
  };
  const desk = { dataFolder: outbox.folder, settings, contacts: [] };
  const ended = remindOfMails(context, desk, { operator: 'timer', json: false, stop });
  return { said, ended };
}

test('the alarm does not wait for a server, and what has not gone is broken off in time', async () => {
  const before = process.exitCode;
  const server = await scriptedServer(certificate, { fault: { step: 'mail', failing: 'silent' } });
  const outbox = outboxWith(mail, { ...mail, id: 'mail-2', messageId: '<2@example.se>' });
  const stopped = new AbortController();
  const { promise: isThere, resolve: there } = Promise.withResolvers<void>();
  server.onStep = (step) => {
    if (step === 'mail') there();
  };
  const { said, ended } = remindedOf(server.port, outbox, stopped.signal);
  expect(said.join('').match(/mejlet är inte skickat ännu/g)).toHaveLength(2);
  await isThere;
  stopped.abort();
  await ended;
  expect(process.exitCode).toBe(3);
  process.exitCode = before;
  const states = outbox.journal.outbox.items().map(({ delivery }) => delivery.state);
  expect([states.toSorted(), server.accepted]).toEqual([['queued', 'waiting'], []]);
  // What has been told already is not told again.
  expect(said).toHaveLength(2);
});

test('what the alarm was about and has been accepted since is told too', async () => {
  const before = process.exitCode;
  const server = await scriptedServer(certificate);
  const outbox = outboxWith(mail);
  const { said, ended } = remindedOf(server.port, outbox, new AbortController().signal);
  await ended;
  expect(process.exitCode).toBe(before);
  expect(said.join('')).toMatch(/inte skickat ännu[\s\S]*direktoren@example\.se är mottaget/);
});

test('a mail that somebody has rung about instead is still sent', async () => {
  const server = await scriptedServer(certificate);
  const outbox = outboxWith(mail);
  outbox.journal.outbox.handle(mail.id, after(16));
  const { said, ended } = remindedOf(server.port, outbox, new AbortController().signal);
  await ended;
  expect([said, outbox.delivery().state]).toEqual([[], 'accepted']);
});
