/** The desk sends beside what it does, tells of what somebody must see to, and ends its sending when it is left. */
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { liveWork } from '../../../src/cli/deskScreen/deskWork.ts';
import { backgroundSender, endSending } from '../../../src/cli/outbox/background.ts';
import { JournalError } from '../../../src/journal/errors.ts';
import type { Outbox } from '../../../src/journal/outbox.ts';
import { takeSendingLock } from '../../../src/journal/sendingLock.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';
import { type Script, type Step, scriptedServer } from '../../mail/scriptedServer.ts';
import { certificate, mail, outboxWith, secret, type TestOutbox } from './outbox.ts';

const another = { ...mail, id: 'mail-2', messageId: '<2@example.se>' };

/** As long as the machine needs. */
const until = (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: 20_000 });

function senderTo(port: number, outbox: TestOutbox, given: Readonly<Record<string, unknown>> = {}) {
  const settings = {
    'e-postserver-värd': '127.0.0.1',
    'e-postserver-port': port,
    'e-postserver-ca-fil': outbox.caFile,
    'e-postserver-användare': 'jouren',
    'e-postserver-hemlighet': 'miljö:HEMLIGHET',
    ...given,
  };
  const [journal, operator] = [vi.fn(() => outbox.journal), vi.fn(() => 'jl')];
  const [troubled, fail] = [vi.fn(), vi.fn()];
  const env = { HEMLIGHET: secret.reveal(), TJOUR_CONFIG: outbox.folder };
  const desk = { settings: defaultSettings, dataFolder: outbox.folder };
  const sender = backgroundSender({ env }, desk, {
    journal,
    operator,
    troubled,
    unrecorded: fail,
    fail,
  });
  // What the settings say when it is to be sent.
  const setUp = () => writeFileSync(join(outbox.folder, 'installningar.json'), JSON.stringify(settings));
  const said: string[] = [];
  const end = () => endSending({ env: { TJOUR_DATA: outbox.folder } }, sender, (text) => said.push(text));
  /** Ticks until so many rounds have come to the sending: all but the last of them have then ended. */
  const rounds = (count: number, at: number) =>
    until(() => {
      sender.tick(at);
      return operator.mock.calls.length === count;
    });
  return { sender, journal, operator, troubled, fail, setUp, said, end, rounds };
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
  for (const at of [0, 1000, 20_000, 40_000]) sender.tick(at);
  await until(() => outbox.delivery().phase === 'greeting');
  expect(live.changed()?.mails).toMatchObject([{ item: { delivery: { state: 'sending' } } }]);
  // It hangs up, and is well again.
  server.script.fault = null;
  for (const socket of server.sockets) socket.destroy();
  await until(() => outbox.delivery().state === 'waiting');
  expect([greeted, live.changed()?.mails.length]).toEqual([1, 1]);
  outbox.journal.outbox.hurry(mail.id, new Date().toISOString());
  // A round may be about to end.
  await until(() => {
    sender.tick(100_000);
    return outbox.delivery().state === 'accepted';
  });
  expect([live.changed()?.mails, fail.mock.calls]).toEqual([[], []]);
});

test('no round begins where there is nothing to send, or where that cannot be read', async () => {
  const nothing = senderTo(0, outboxWith());
  const unreadable = senderTo(0, outboxWith(mail));
  unreadable.journal.mockImplementation(() => {
    throw new JournalError('locked');
  });
  for (const { sender, operator, troubled } of [nothing, unreadable]) {
    sender.tick(0);
    await sender.stop();
    expect([operator.mock.calls, troubled.mock.calls]).toEqual([[], []]);
  }
});

test('a mail that somebody has rung about is still sent', async () => {
  const server = await scriptedServer(certificate);
  const outbox = outboxWith(mail);
  const { sender, setUp } = senderTo(server.port, outbox);
  setUp();
  outbox.journal.outbox.handle(mail.id, mail.createdAt);
  sender.tick(0);
  await until(() => outbox.delivery().state === 'accepted');
  expect(sender.left()).toBe(0);
});

test('what somebody asks for is sent at once, also when another is held, or somebody else sends first', async () => {
  const server = await scriptedServer(certificate, {
    fault: { step: 'auth', failing: { answer: '535 5.7.8 Fel' } },
  });
  const outbox = outboxWith(mail);
  const { sender, setUp, rounds } = senderTo(server.port, outbox);
  setUp();
  await rounds(1, 0);
  await until(() => outbox.delivery().heldBy !== null);
  server.script.fault = null;
  outbox.journal.outbox.queue({ ...another, recipients: ['tib@example.se'] });
  const letGo = takeSendingLock(outbox.folder);
  sender.ask(another.id);
  await rounds(2, 1000);
  await rounds(3, 11_000);
  letGo?.();
  await until(() => {
    sender.tick(21_000);
    return server.accepted.length === 2;
  });
  // The other follows, since the login has been shown to be right.
  expect(server.accepted.map(({ to }) => to)).toEqual([['tib@example.se'], mail.recipients]);
});

test('a secret that cannot be read is asked for every half minute, or when somebody asks for a mail', async () => {
  const outbox = outboxWith(mail);
  const { sender, journal, setUp, rounds } = senderTo(1, outbox, {
    'e-postserver-hemlighet': 'miljö:SAKNAS',
  });
  setUp();
  await rounds(1, 0);
  await until(() => outbox.delivery().fault === 'secret');
  const before = journal.mock.calls.length;
  sender.tick(29_000);
  expect(journal.mock.calls.length).toBe(before);
  sender.ask(mail.id);
  await rounds(2, 29_000);
  await sender.stop();
});

test('what keeps mails from being sent is told once, while it lasts and when the desk is left', async () => {
  const server = await scriptedServer(certificate);
  const outbox = outboxWith(mail);
  const { sender, setUp, troubled, said, end, rounds } = senderTo(server.port, outbox);
  setUp();
  const lock = join(outbox.folder, 'sandning.lock');
  mkdirSync(lock);
  for (const nth of [1, 2, 3]) await rounds(nth, nth * 10_000);
  expect(troubled.mock.calls).toEqual([[expect.objectContaining({ kind: 'read-only' })]]);
  rmdirSync(lock);
  await until(() => {
    sender.tick(40_000);
    return troubled.mock.calls.length === 2;
  });
  expect([troubled.mock.calls[1], outbox.delivery().state]).toEqual([[null], 'accepted']);
  rmSync(lock);
  mkdirSync(lock);
  outbox.journal.outbox.queue(another);
  sender.tick(50_000);
  await end();
  expect(said).toEqual([expect.stringMatching(/^Mejl går inte att skicka nu\. Loggen får inte skrivas/)]);
});

/** The desk is left when the server has come to this step and says nothing. `broken` is what the outbox does instead. */
async function leftAt(step: Step, broken: Partial<Outbox> = {}) {
  const fault: Script['fault'] = { step, failing: 'silent' };
  const server = await scriptedServer(certificate, { fault });
  const outbox = outboxWith(mail, another);
  const { sender, journal, fail, setUp, said, end } = senderTo(server.port, outbox);
  journal.mockReturnValue({ ...outbox.journal, outbox: { ...outbox.journal.outbox, ...broken } });
  setUp();
  const { promise: isThere, resolve: there } = Promise.withResolvers<void>();
  server.onStep = (reached) => {
    if (reached === step) there();
  };
  sender.tick(0);
  await isThere;
  return { server, outbox, sender, fail, said, ended: end() };
}

const states = ({ journal }: TestOutbox) => journal.outbox.items().map(({ delivery }) => delivery.state);

test('the desk is left at once when the mail has surely not gone, and no other is begun', async () => {
  const { server, outbox, sender, fail, said, ended } = await leftAt('rcpt');
  await ended;
  expect(said).toEqual([]);
  expect(states(outbox).toSorted()).toEqual(['queued', 'waiting']);
  sender.tick(100_000);
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

test('a fault of the program that shows itself when the desk has been left is not kept quiet', async () => {
  const finish = () => {
    throw new TypeError('broken');
  };
  const { ended, fail } = await leftAt('rcpt', { finish });
  await expect(ended).rejects.toThrow('broken');
  expect(fail).not.toHaveBeenCalled();
});
