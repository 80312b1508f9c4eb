import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { afterAttempt, queuedAt } from '../../src/domain/delivery.ts';
import type { Mail } from '../../src/journal/outbox.ts';
import { takeSendingLock } from '../../src/journal/sendingLock.ts';
import { verifyJournal } from '../../src/journal/verify.ts';
import { answer, openFor, openIncident, receivedAt, temporaryFolder } from './fixtures.ts';

const mail: Mail = {
  id: 'first',
  incident: null,
  action: null,
  createdAt: receivedAt,
  sender: 'jouren@example.se',
  recipients: ['direktoren@example.se', 'tib@example.se'],
  subject: 'ÖVNING – [INFO] Strömavbrott',
  messageId: '<1@example.se>',
  bytes: Uint8Array.from([0, 13, 10, 255]),
};

it('keeps a mail to the byte, in the order they were queued, and is no part of the chain', () => {
  const folder = temporaryFolder();
  const journal = openFor(folder);
  const second = { ...mail, id: 'a', incident: openIncident(journal) };
  const head = journal.head();
  expect([mail, second].map((each) => journal.outbox.queue(each))).toEqual([true, true]);
  journal.close();
  const again = openFor(folder);
  expect(again.outbox.queued()).toEqual([mail, second]);
  expect(again.head()).toEqual(head);
  expect([...verifyJournal(folder)]).toEqual([]);
});

it('takes a mail once, whoever queues it, and keeps the first', () => {
  const folder = temporaryFolder();
  const [one, other] = [openFor(folder).outbox, openFor(folder).outbox];
  expect([one.queue(mail), other.queue({ ...mail, subject: 'En annan' }), one.queue(mail)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(other.queued()).toEqual([mail]);
});

it('keeps a mail from being changed, but for how far it has come', () => {
  const folder = temporaryFolder();
  const { outbox } = openFor(folder);
  outbox.queue(mail);
  const db = new DatabaseSync(join(folder, 'journal.db'));
  for (const column of [
    'id',
    'incident',
    'action',
    'created_at',
    'sender',
    'recipients',
    'subject',
    'message_id',
    'bytes',
  ]) {
    expect(() => db.exec(`UPDATE outbox SET ${column} = ${column === 'bytes' ? `x''` : `''`}`)).toThrow(
      'a mail is never changed',
    );
  }
  expect(() => db.exec(`UPDATE outbox SET state = 'sent'`)).toThrow('CHECK');
  expect(() => db.exec('DELETE FROM outbox')).toThrow('a mail is never deleted');
  db.exec(`UPDATE outbox SET state = 'accepted'`);
  db.close();
  expect(outbox.queued()).toEqual([]);
  expect(outbox.queue(mail)).toBe(false);
});

it('takes a mail together with what was claimed for it, or neither', () => {
  const journal = openFor(temporaryFolder());
  const claimed = answer(openIncident(journal), 'Brand');
  const fails = () =>
    journal.claim([claimed], (_, outbox) => {
      outbox.queue(mail);
      throw new Error('another was first with some of it');
    });
  expect(fails).toThrow();
  expect([journal.outbox.queued(), journal.entriesOf(claimed.incident)]).toEqual([[], [expect.anything()]]);
  expect(journal.claim([claimed], (_, outbox) => void outbox.queue(mail))).toHaveLength(1);
  expect(journal.outbox.queued()).toEqual([mail]);
});

it('keeps how far a mail has come, with the course of every attempt', () => {
  const folder = temporaryFolder();
  const { outbox } = openFor(folder);
  outbox.queue(mail);
  expect(outbox.find(mail.id)?.delivery).toEqual(queuedAt(receivedAt));
  outbox.begin(mail.id, receivedAt);
  outbox.reach(mail.id, 'envelope');
  const refused = { kind: 'transient', phase: 'envelope', fault: 'temporary', answer: '451 Sedan' } as const;
  const waiting = afterAttempt(queuedAt(receivedAt), refused, receivedAt, 'settings');
  outbox.finish(mail.id, 'transient', waiting);
  outbox.begin(mail.id, receivedAt);
  outbox.reach(mail.id, 'ending');
  const { bytes, ...frozen } = mail;
  expect(openFor(folder).outbox.items(['sending'])).toEqual([
    { ...frozen, delivery: { ...waiting, state: 'sending', phase: 'ending' } },
  ]);
  expect(outbox.bytesOf(mail.id)).toEqual(bytes);
  expect(outbox.attemptsOf(mail.id)).toMatchObject([
    { nth: 1, endedAt: receivedAt, phase: 'envelope', outcome: 'transient', answer: '451 Sedan' },
    { nth: 2, endedAt: null, phase: 'ending', outcome: null, answer: null },
  ]);
  expect([...verifyJournal(folder)]).toEqual([]);
});

it('is told of by the check when a mail has been sent without an attempt', () => {
  const folder = temporaryFolder();
  const { outbox } = openFor(folder);
  outbox.queue(mail);
  const db = new DatabaseSync(join(folder, 'journal.db'));
  db.exec(`UPDATE outbox SET state = 'accepted'`);
  db.close();
  expect([...verifyJournal(folder)].map(({ kind }) => kind)).toEqual(['outbox']);
});

it('tells what nobody has seen to, and no longer when somebody has', () => {
  const { outbox } = openFor(temporaryFolder());
  outbox.queue(mail);
  outbox.queue({ ...mail, id: 'second' });
  outbox.begin('second', receivedAt);
  const accepted = { kind: 'accepted', answer: '250 Ok', refused: [] } as const;
  outbox.finish('second', 'accepted', afterAttempt(queuedAt(receivedAt), accepted, receivedAt, ''));
  expect(outbox.unsettled().map(({ id }) => id)).toEqual(['first']);
  outbox.handle('first', receivedAt);
  expect(outbox.unsettled()).toEqual([]);
});

it('has one lock, which whoever has it can let go', () => {
  const folder = temporaryFolder();
  openFor(folder);
  const letGo = takeSendingLock(folder);
  expect([letGo === null, takeSendingLock(folder)]).toEqual([false, null]);
  expect(statSync(join(folder, 'sandning.lock')).mode & 0o777).toBe(0o600);
  letGo?.();
  const again = takeSendingLock(folder);
  expect(again).not.toBeNull();
  again?.();
});
