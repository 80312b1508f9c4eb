/** The desk screen sends what waits while it is up, and says loudly what the server will not have. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openJournal } from '../../src/journal/journal.ts';
import { authority, certified } from '../mail/certificates.ts';
import { scriptedServer } from '../mail/scriptedServer.ts';
import { newDesk } from './desk.ts';
import { Terminal } from './terminal.ts';

it('hands over what waits, and rings for what is refused', async () => {
  const ours = authority('Stadens CA');
  const server = await scriptedServer(certified(ours, ['127.0.0.1']));
  server.script.refuses.set('fel@example.se', '550 5.1.1 Okänd');
  const desk = newDesk();
  mkdirSync(desk.config, { mode: 0o700 });
  writeFileSync(join(desk.folder, 'ca.pem'), ours.cert);
  const settings = {
    'e-postserver-värd': '127.0.0.1',
    'e-postserver-port': server.port,
    'e-postserver-ca-fil': join(desk.folder, 'ca.pem'),
  };
  writeFileSync(join(desk.config, 'installningar.json'), JSON.stringify(settings));
  const journal = openJournal(desk.data, { now: () => new Date().toISOString() });
  for (const [id, to] of Object.entries({ Rätt: 'ratt@example.se', Fel: 'fel@example.se' })) {
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
  const terminal = new Terminal(desk, []);
  await terminal.waitFor('RING direktören: mejlet ”Fel”');
  expect(terminal.text()).not.toContain('”Rätt”');
  await vi.waitUntil(() => journal.outbox.find('Rätt')?.delivery.state === 'accepted');
  journal.close();
  expect(server.accepted.map(({ to }) => to)).toEqual([['ratt@example.se']]);
  terminal.write('q');
  expect(await terminal.end()).toMatchObject({ code: 0 });
});
