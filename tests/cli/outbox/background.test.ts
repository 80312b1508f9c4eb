/** The desk sends beside what it does, and tells of what somebody must see to. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { liveWork } from '../../../src/cli/deskScreen/deskWork.ts';
import { backgroundSender } from '../../../src/cli/outbox/background.ts';
import { queuedAt } from '../../../src/domain/delivery.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';
import { scriptedServer } from '../../mail/scriptedServer.ts';
import { certificate, mail, outboxWith, secret } from './outbox.ts';

test('a round at a time, and no more often than every ten seconds', async () => {
  const server = await scriptedServer(certificate, { fault: { step: 'greeting', failing: 'silent' } });
  const outbox = outboxWith(mail);
  const settings = {
    'e-postserver-värd': '127.0.0.1',
    'e-postserver-port': server.port,
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
    fail,
  });
  const live = liveWork(() => outbox.journal, { exercise: false, phoneTestDays: 7 });
  expect(live.changed()?.mails).toMatchObject([{ delivery: { state: 'queued' } }]);
  let greeted = 0;
  server.onStep = (step) => {
    if (step === 'connect') greeted += 1;
  };
  // What the settings say when it is to be sent.
  writeFileSync(join(outbox.folder, 'installningar.json'), JSON.stringify(settings));
  const mails = outbox.journal.outbox.items();
  for (const at of [0, 1000, 20_000, 40_000]) sender.tick(mails, at);
  await vi.waitUntil(() => outbox.delivery().phase === 'greeting');
  expect(live.changed()?.mails).toMatchObject([{ delivery: { state: 'sending' } }]);
  // It hangs up, and is well again.
  server.script.fault = null;
  for (const socket of server.sockets) socket.destroy();
  await vi.waitUntil(() => outbox.delivery().state === 'waiting');
  expect([greeted, live.changed()?.mails.length]).toEqual([1, 1]);
  outbox.journal.outbox.requeue(mail.id, new Date().toISOString());
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
  backgroundSender({ env: {} }, desk, { journal, operator: () => 'jl', fail }).tick([accepted], 0);
  expect(journal).not.toHaveBeenCalled();
});
