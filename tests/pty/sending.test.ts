/** The desk screen sends what waits while it is up, and says loudly what the server will not have. */
import { expect, it, onTestFinished, vi } from 'vitest';
import { openJournal } from '../../src/journal/journal.ts';
import { deskThatSends, start } from '../cli/outbox/sendingDesk.ts';
import type { ScriptedServer } from '../mail/scriptedServer.ts';
import { Terminal } from './terminal.ts';

/** A desk that sends to a server, with a mail to each address in its outbox. */
function deskWith(server: ScriptedServer, addresses: Readonly<Record<string, string>>) {
  const desk = deskThatSends(server);
  const journal = openJournal(desk.data, { now: () => new Date().toISOString() });
  onTestFinished(() => journal.close());
  for (const [id, to] of Object.entries(addresses)) {
    journal.outbox.queue({
      id,
      incident: 'en händelse',
      action: null,
      createdAt: new Date().toISOString(),
      sender: 'jouren@example.se',
      recipients: [to],
      subject: id,
      messageId: `<${to}>`,
      bytes: Buffer.from(`Subject: ${id}\r\n\r\nText\r\n`),
    });
  }
  return { desk, deliveryOf: (id: string) => journal.outbox.find(id)?.delivery };
}

it('hands over what waits, and rings for what is refused', async () => {
  const server = await start();
  server.script.refuses.set('fel@example.se', '550 5.1.1 Okänd');
  const { desk, deliveryOf } = deskWith(server, { Rätt: 'ratt@example.se', Fel: 'fel@example.se' });
  const terminal = new Terminal(desk, []);
  await terminal.waitFor('mejlet gick inte iväg, till fel@example.se');
  expect(terminal.text()).not.toContain('ratt@example.se');
  terminal.write('kk');
  await terminal.waitFor('Antecknat. Det larmar inte längre.');
  expect(terminal.text()).not.toContain('fel@example.se');
  expect(deliveryOf('Fel')?.handledAt).not.toBeNull();
  await vi.waitUntil(() => deliveryOf('Rätt')?.state === 'accepted');
  expect(server.accepted.map(({ to }) => to)).toEqual([['ratt@example.se']]);
  terminal.write('q');
  expect(await terminal.end()).toMatchObject({ code: 0 });
});

it('is left with a word while a server has yet to answer, and Ctrl+C then says what that means', async () => {
  const server = await start({ fault: { step: 'dot', failing: 'silent' } });
  const { desk, deliveryOf } = deskWith(server, { Sen: 'sen@example.se' });
  const terminal = new Terminal(desk, []);
  await vi.waitUntil(() => deliveryOf('Sen')?.phase === 'ending', { timeout: 10_000 });
  terminal.write('q');
  await terminal.waitFor('Ett mejl skickas. Vänta, eller Ctrl+C: då är det osäkert om det kom fram.');
  terminal.write('\x03');
  expect(await terminal.end()).toMatchObject({ code: 0 });
  expect(terminal.scrollback().join(' ')).toContain('kan ha gått iväg');
  expect(deliveryOf('Sen')?.state).toBe('unknown');
});
