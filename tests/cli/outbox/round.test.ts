/** One round of sending: which mails, in which order, when it ends, and what is written down when that goes wrong. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, vi } from 'vitest';
import { describe } from '../../../src/cli/describe.ts';
import { settleInterrupted } from '../../../src/cli/outbox/deliver.ts';
import { UnrecordedError } from '../../../src/cli/outbox/unrecorded.ts';
import { isLoud, type OutboxItem } from '../../../src/domain/delivery.ts';
import { takeSendingLock } from '../../../src/journal/sendingLock.ts';
import { verifyJournal } from '../../../src/journal/verify.ts';
import { scriptedServer } from '../../mail/scriptedServer.ts';
import { after, certificate, mail, outboxWith, type TestOutbox } from './outbox.ts';

/** Another mail, about the incident unless it is a reminder, queued so long after the start. */
function another(id: string, minutes: number, incident: string | null = 'incident-1') {
  return { ...mail, id, incident, createdAt: after(minutes), messageId: `<${id}@example.se>` };
}

const states = ({ journal }: TestOutbox) =>
  Object.fromEntries(journal.outbox.items().map(({ id, delivery }) => [id, delivery.state]));
const attempts = ({ journal }: TestOutbox) =>
  Object.fromEntries(journal.outbox.items().map(({ id }) => [id, journal.outbox.attemptsOf(id).length]));
/** The ids in the order that they were begun. */
function inOrder() {
  const begun: string[] = [];
  const changed = ({ id, delivery }: OutboxItem) => {
    if (delivery.state === 'sending' && delivery.phase === 'connecting') begun.push(id);
  };
  return { begun, changed };
}

it('sends what is asked for first, then the newest report, and reminders last', async () => {
  const server = await scriptedServer(certificate);
  const outbox = outboxWith(another('reminder', 9, null), mail, another('newer', 1), another('newest', 2));
  const { begun, changed } = inOrder();
  await outbox.deliver(server, 10, { asked: { mail: mail.id }, changed });
  expect(begun).toEqual([mail.id, 'newest', 'newer', 'reminder']);
});

it('hurries what is asked for and nothing else', async () => {
  const server = await scriptedServer(certificate, {
    fault: { step: 'rcpt', failing: { answer: '451 Sedan' } },
  });
  const outbox = outboxWith(mail, another('other', 1));
  await outbox.deliver(server, 1);
  expect(attempts(outbox)).toEqual({ [mail.id]: 1, other: 1 });
  server.script.fault = null;
  await outbox.deliver(server, 1, { asked: { mail: mail.id } });
  expect(states(outbox)).toEqual({ [mail.id]: 'accepted', other: 'waiting' });
});

it('tries no other mail when the server does not answer', async () => {
  const server = await scriptedServer(certificate, { fault: { step: 'greeting', failing: 'cut' } });
  const outbox = outboxWith(mail, another('other', 1));
  expect(await outbox.deliver(server, 1)).toBe('done');
  expect(attempts(outbox)).toEqual({ [mail.id]: 0, other: 1 });
});

it('begins no more than it may', async () => {
  const server = await scriptedServer(certificate);
  const outbox = outboxWith(mail, another('other', 1));
  const takesMore = vi.fn().mockReturnValueOnce(true).mockReturnValue(false);
  expect(await outbox.deliver(server, 1, { takesMore })).toBe('stopped');
  expect(states(outbox)).toEqual({ [mail.id]: 'queued', other: 'accepted' });
  expect(await outbox.deliver(server, 1)).toBe('done');
});

it('is stopped at once while the mail has surely not gone, and begins no other', async () => {
  const server = await scriptedServer(certificate, { fault: { step: 'data', failing: 'silent' } });
  const outbox = outboxWith(mail, another('other', 1));
  const stop = new AbortController();
  server.onStep = (step) => {
    if (step === 'data') stop.abort();
  };
  expect(await outbox.deliver(server, 1, { stop: stop.signal })).toBe('stopped');
  expect(outbox.journal.outbox.find('other')?.delivery).toMatchObject({
    state: 'waiting',
    fault: 'interrupted',
    attempts: 0,
  });
  expect([attempts(outbox)[mail.id], outbox.recorded()]).toEqual([0, []]);
});

it('is stopped when the answer has come, while that is waited for, and tells so', async () => {
  const server = await scriptedServer(certificate);
  const outbox = outboxWith(mail, another('other', 1));
  const stop = new AbortController();
  const seen: unknown[] = [];
  server.onStep = (step) => {
    if (step === 'dot') stop.abort();
  };
  const changed = ({ delivery: { state, phase, endingAt } }: OutboxItem) => {
    seen.push([state, phase, endingAt]);
  };
  expect(await outbox.deliver(server, 1, { stop: stop.signal, changed })).toBe('stopped');
  expect(seen.slice(-2)).toEqual([
    ['sending', 'ending', after(1)],
    ['accepted', 'ending', after(1)],
  ]);
  expect(states(outbox)).toEqual({ [mail.id]: 'queued', other: 'accepted' });
});

it('writes down that a mail may have gone when its answer is given up', async () => {
  const server = await scriptedServer(certificate, { fault: { step: 'dot', failing: 'silent' } });
  const outbox = outboxWith(mail);
  const giveUp = new AbortController();
  server.onStep = (step) => {
    if (step === 'dot') giveUp.abort();
  };
  await outbox.deliver(server, 1, { giveUp: giveUp.signal });
  expect(outbox.delivery()).toMatchObject({ state: 'unknown', fault: 'unrecorded', endingAt: after(1) });
  expect(outbox.recorded()).toEqual(['unknown']);
});

it('leaves mails to whoever can read the secret, and is loud about them meanwhile', async () => {
  const server = await scriptedServer(certificate);
  const outbox = outboxWith(mail, another('other', 0));
  const ready = vi.fn(async () => false);
  const changed = vi.fn();
  for (const minutes of [0, 0, 1])
    expect(await outbox.deliver(server, minutes, { ready, changed })).toBe('no-secret');
  const { delivery, createdAt } = outbox.item();
  expect(isLoud({ delivery, createdAt }, after(0))).toBe(true);
  // Told once, however often it is asked for.
  expect([delivery.fault, delivery.changedAt, attempts(outbox), changed.mock.calls.length]).toEqual([
    'secret',
    after(0),
    { [mail.id]: 0, other: 0 },
    2,
  ]);
  expect([...verifyJournal(outbox.folder)]).toEqual([]);
  // At once, and with the same settings.
  await outbox.deliver(server, 1);
  expect(states(outbox)).toEqual({ [mail.id]: 'accepted', other: 'accepted' });
});

it('says nothing of the secret about a mail that waits for something else', async () => {
  const server = await scriptedServer(certificate, {
    fault: { step: 'rcpt', failing: { answer: '451 Sedan' } },
  });
  const outbox = outboxWith(mail);
  await outbox.deliver(server, 0);
  outbox.journal.outbox.queue(another('other', 0));
  await outbox.deliver(server, 0, { ready: async () => false });
  const faults = outbox.journal.outbox.items().map(({ delivery }) => delivery.fault);
  expect(faults).toEqual(['temporary', 'secret']);
});

it('says nothing of the secret when it was stopped while that was asked for', async () => {
  const server = await scriptedServer(certificate);
  const outbox = outboxWith(mail);
  const stop = new AbortController();
  const ready = async () => {
    stop.abort();
    return false;
  };
  expect(await outbox.deliver(server, 0, { ready, stop: stop.signal })).toBe('stopped');
  expect(outbox.delivery()).toMatchObject({ state: 'queued', fault: null });
});

/** Keeps what became of a mail from being written, until it is called. */
function keepFromWriting({ folder }: TestOutbox): () => void {
  const db = new DatabaseSync(join(folder, 'journal.db'));
  db.exec(`CREATE TRIGGER nothing_ends BEFORE UPDATE OF outcome ON outbox_attempt WHEN NEW.outcome IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'nothing ends'); END`);
  return () => {
    if (!db.isOpen) return;
    db.exec('DROP TRIGGER nothing_ends');
    db.close();
  };
}

it('does not lose an answer because it cannot be written down at once', async () => {
  const server = await scriptedServer(certificate);
  const outbox = outboxWith(mail);
  const mayWrite = keepFromWriting(outbox);
  const pause = vi.fn(async () => {
    if (pause.mock.calls.length === 3) mayWrite();
  });
  expect(await outbox.deliver(server, 0, { pause })).toBe('done');
  expect([outbox.delivery().state, outbox.recorded(), pause.mock.calls.length]).toEqual([
    'accepted',
    ['accepted'],
    3,
  ]);
});

it('says what became of a mail that cannot be written down, which the next sender does not know', async () => {
  const server = await scriptedServer(certificate, {
    fault: { step: 'rcpt', failing: { answer: '451 Sedan' } },
  });
  const outbox = outboxWith(mail);
  await outbox.deliver(server, 0);
  server.script.fault = null;
  const mayWrite = keepFromWriting(outbox);
  const error = await outbox
    .deliver(server, 1, { pause: async () => undefined })
    .catch((each: unknown) => each);
  expect(error).toBeInstanceOf(UnrecordedError);
  expect(error).toMatchObject({ kind: 'damaged', outcome: 'accepted', item: { id: mail.id } });
  const said = describe(error, { env: { TJOUR_DATA: outbox.folder } })?.message;
  expect(said).toMatch(/^Mejlet till direktoren@example.se är mottaget av e-postservern, men/);
  mayWrite();
  await outbox.deliver(server, 9);
  // When it went, and nothing that was said to an attempt before.
  expect(outbox.delivery()).toMatchObject({
    state: 'unknown',
    fault: 'unrecorded',
    answer: null,
    endingAt: after(1),
    changedAt: after(9),
  });
  const [told] = outbox.journal.entriesOf('incident-1').filter(({ type }) => type === 'mail-sent');
  expect(told).toMatchObject({ occurredAt: after(1), payload: { state: 'unknown', answer: null } });
  expect(server.accepted).toHaveLength(1);
});

it('does not send what was withdrawn just before its turn', async () => {
  const server = await scriptedServer(certificate);
  const outbox = outboxWith(mail);
  const ready = async () => outbox.journal.outbox.withdraw(mail.id, after(1));
  expect(await outbox.deliver(server, 1, { ready })).toBe('done');
  expect([outbox.delivery().state, attempts(outbox), server.accepted]).toEqual([
    'withdrawn',
    { [mail.id]: 0 },
    [],
  ]);
});

it('sees to what was broken off without sending anything, unless somebody is sending', () => {
  const outbox = outboxWith(mail);
  const { journal, folder } = outbox;
  journal.outbox.begin(mail.id, after(0));
  const sender = { journal, folder, operator: 'jl', now: () => after(1) };
  const letGo = takeSendingLock(folder);
  expect([settleInterrupted(sender), outbox.delivery().state]).toEqual([false, 'sending']);
  letGo?.();
  expect([settleInterrupted(sender), outbox.delivery().state]).toEqual([true, 'waiting']);
});
