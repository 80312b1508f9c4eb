/** The desk sends beside what it does, tells of what somebody must see to, and ends its sending when it is left. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { liveWork } from '../../../src/cli/deskScreen/deskWork.ts';
import { backgroundSender, endSending } from '../../../src/cli/outbox/background.ts';
import { queuedAt } from '../../../src/domain/delivery.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';
import { type Script, type Step, scriptedServer } from '../../mail/scriptedServer.ts';
import { certificate, mail, outboxWith, secret, type TestOutbox } from './outbox.ts';

const another = { ...mail, id: 'mail-2', messageId: '<2@example.se>' };

function senderTo(port: number, outbox: TestOutbox) {
  const settings = {
    'e-postserver-värd': '127.0.0.1',
    'e-postserver-port': port,
    'e-postserver-ca-fil': outbox.caFile,
    'e-postserver-användare': 'jouren',
    'e-postserver-hemlighet': 'miljö:HEMLIGHET',
  };
  const fail = vi.fn();
  const env = { HEMLIGHET: secret.reveal(), TJOUR_CONFIG: outbox.folder };
  const desk = { settings: defaultSettings, dataFolder: outbox.folder };
  const sender = backgroundSender({ env }, desk, {
    journal: () => outbox.journal,
    operator: () => 'jl',
    unrecorded: fail,
    fail,
  });
  // What the settings say when it is to be sent.
  const setUp = () => writeFileSync(join(outbox.folder, 'installningar.json'), JSON.stringify(settings));
  return { sender, fail, setUp };
}

test('a round at a time, and no more often than every ten seconds', async () => {
  const server = await scriptedServer(certificate, { fault: { step: 'greeting', failing: 'silent' } });
  const outbox = outboxWith(mail);
  const { sender, fail, setUp } = senderTo(server.port, outbox);
  const live = liveWork(() => outbox.journal, { exercise: false, phoneTestDays: 7 });
  expect(live.changed()?.mails).toMatchObject([
    { item: { delivery: { state: 'queued' } }, about: { id: mail.incident, exercise: false } },
  ]);
  let greeted = 0;
  server.onStep = (step) => {
    if (step === 'connect') greeted += 1;
  };
  setUp();
  const mails = outbox.journal.outbox.items();
  for (const at of [0, 1000, 20_000, 40_000]) sender.tick(mails, at);
  await vi.waitUntil(() => outbox.delivery().phase === 'greeting');
  expect(live.changed()?.mails).toMatchObject([{ item: { delivery: { state: 'sending' } } }]);
  // It hangs up, and is well again.
  server.script.fault = null;
  for (const socket of server.sockets) socket.destroy();
  await vi.waitUntil(() => outbox.delivery().state === 'waiting');
  expect([greeted, live.changed()?.mails.length]).toEqual([1, 1]);
  outbox.journal.outbox.hurry(mail.id, new Date().toISOString());
  // A round may be about to end.
  await vi.waitUntil(() => {
    sender.tick(mails, 100_000);
    return outbox.delivery().state === 'accepted';
  });
  expect([live.changed()?.mails, fail.mock.calls]).toEqual([[], []]);
});

test('nothing is opened where there is nothing to send', () => {
  const fail = vi.fn();
  const desk = { settings: defaultSettings, dataFolder: '' };
  const journal = vi.fn();
  const accepted = { ...mail, delivery: { ...queuedAt(mail.createdAt), state: 'accepted' as const } };
  const tools = { journal, operator: () => 'jl', unrecorded: fail, fail };
  backgroundSender({ env: {} }, desk, tools).tick([accepted], 0);
  expect(journal).not.toHaveBeenCalled();
});

/** The desk is left when the server has come to this step and says nothing. */
async function leftAt(step: Step) {
  const fault: Script['fault'] = { step, failing: 'silent' };
  const server = await scriptedServer(certificate, { fault });
  const outbox = outboxWith(mail, another);
  const { sender, fail, setUp } = senderTo(server.port, outbox);
  setUp();
  const { promise: isThere, resolve: there } = Promise.withResolvers<void>();
  server.onStep = (reached) => {
    if (reached === step) there();
  };
  const mails = outbox.journal.outbox.items();
  sender.tick(mails, 0);
  await isThere;
  const said: string[] = [];
  const ended = endSending(sender, (text) => said.push(text));
  return { server, outbox, sender, fail, said, ended, mails };
}

const states = ({ journal }: TestOutbox) => journal.outbox.items().map(({ delivery }) => delivery.state);

test('the desk is left at once when the mail has surely not gone, and no other is begun', async () => {
  const { server, outbox, sender, fail, said, ended, mails } = await leftAt('rcpt');
  await ended;
  expect(said).toEqual([]);
  expect(states(outbox).toSorted()).toEqual(['queued', 'waiting']);
  sender.tick(mails, 100_000);
  await sender.stop();
  expect([server.accepted, fail.mock.calls]).toEqual([[], []]);
});

test('a mail that has gone is waited for, which is said, and so is what became of it', async () => {
  const { server, outbox, said, ended } = await leftAt('dot');
  expect(said).toEqual(['Ett mejl skickas. Vänta, eller Ctrl+C: då är det osäkert om det kom fram.']);
  for (const socket of server.sockets) socket.destroy();
  await ended;
  expect(said[1]).toMatch(/kan ha gått iväg/);
  expect(states(outbox).toSorted()).toEqual(['queued', 'unknown']);
});

test('Ctrl+C gives it up, and it is written down that it may have gone', async () => {
  const { outbox, sender, said, ended } = await leftAt('dot');
  process.emit('SIGINT');
  await ended;
  expect(said[1]).toMatch(/kan ha gått iväg/);
  expect(states(outbox).toSorted()).toEqual(['queued', 'unknown']);
  expect(sender.awaitsAnswer()).toBe(false);
});
