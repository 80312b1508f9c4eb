import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { type OutboxItem, queuedAt } from '../../src/domain/delivery.ts';
import type { Outcome } from '../../src/domain/deliveryOutcome.ts';
import { afterAttempt, attempting } from '../../src/domain/deliverySteps.ts';
import type { Journal } from '../../src/journal/journal.ts';
import type { Mail, Outbox } from '../../src/journal/outbox.ts';
import { isSending, takeSendingLock } from '../../src/journal/sendingLock.ts';
import { verifyJournal } from '../../src/journal/verify.ts';
import { answer, openFor, openIncident, receivedAt, temporaryFolder } from './fixtures.ts';

const later = '2026-11-21T02:42:00+01:00';

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

/** The mails as they were put there. */
function inOutbox({ outbox }: Journal) {
  return outbox.items().map(({ delivery: _, ...each }) => ({ ...each, bytes: outbox.bytesOf(each.id) }));
}

it('keeps a mail to the byte, in the order they were queued, and is no part of the chain', () => {
  const folder = temporaryFolder();
  const journal = openFor(folder);
  const second = { ...mail, id: 'a', incident: openIncident(journal) };
  const head = journal.head();
  expect([mail, second].map((each) => journal.outbox.queue(each))).toEqual([true, true]);
  journal.close();
  const again = openFor(folder);
  expect(inOutbox(again)).toEqual([mail, second]);
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
  expect(other.items()).toMatchObject([{ subject: mail.subject }]);
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
  expect([inOutbox(journal), journal.entriesOf(claimed.incident)]).toEqual([[], [expect.anything()]]);
  expect(journal.claim([claimed], (_, outbox) => void outbox.queue(mail))).toHaveLength(1);
  expect(inOutbox(journal)).toEqual([mail]);
});

it('keeps how far a mail has come, with the course of every attempt', () => {
  const folder = temporaryFolder();
  const { outbox } = openFor(folder);
  outbox.queue(mail);
  expect(outbox.find(mail.id)?.delivery).toEqual(queuedAt(receivedAt));
  outbox.begin(mail.id, receivedAt);
  outbox.reach(mail.id, 'ending', receivedAt);
  const refused = { kind: 'transient', phase: 'ending', fault: 'temporary', answer: '451 Sedan' } as const;
  const waiting = afterAttempt(queuedAt(receivedAt), refused, receivedAt, 'settings');
  outbox.finish(mail.id, 'transient', waiting);
  const begun = outbox.begin(mail.id, later);
  const { bytes, ...frozen } = mail;
  const delivery = attempting(waiting, later);
  // Nothing of the attempt before.
  expect([begun, ...openFor(folder).outbox.items(['sending'])]).toEqual(
    [1, 2].map(() => ({ ...frozen, delivery })),
  );
  outbox.reach(mail.id, 'ending', later);
  expect(outbox.find(mail.id)?.delivery).toEqual({ ...delivery, phase: 'ending', endingAt: later });
  expect(outbox.bytesOf(mail.id)).toEqual(bytes);
  expect(outbox.attemptsOf(mail.id)).toMatchObject([
    { nth: 1, endedAt: receivedAt, phase: 'ending', outcome: 'transient', answer: '451 Sedan' },
    { nth: 2, endedAt: null, phase: 'ending', endingAt: later, outcome: null, answer: null },
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
  expect(isSending(folder)).toBe(false);
  const letGo = takeSendingLock(folder);
  expect([letGo === null, takeSendingLock(folder)]).toEqual([false, null]);
  expect(isSending(folder)).toBe(true);
  expect(statSync(join(folder, 'sandning.lock')).mode & 0o777).toBe(0o600);
  letGo?.();
  expect(isSending(folder)).toBe(false);
  const again = takeSendingLock(folder);
  expect(again).not.toBeNull();
  again?.();
});

/** The mail as it is after an attempt with this outcome. */
function tried(outbox: Outbox, outcome: Outcome, now: string): OutboxItem {
  const begun = outbox.begin(mail.id, now);
  if (!begun) throw new Error('it no longer waits');
  outbox.finish(mail.id, outcome.kind, afterAttempt(begun.delivery, outcome, now, 'settings'));
  return found(outbox);
}

function found(outbox: Outbox): OutboxItem {
  const item = outbox.find(mail.id);
  if (!item) throw new Error('the mail is gone');
  return item;
}

const unknown: Outcome = { kind: 'unknown', fault: null, answer: null };
const transient: Outcome = { kind: 'transient', phase: 'envelope', fault: 'temporary', answer: '451 Sedan' };

it('sends once more only what is as it was seen, also when it has come to the same state again', () => {
  const { outbox } = openFor(temporaryFolder());
  outbox.queue(mail);
  const seen = tried(outbox, unknown, receivedAt);
  expect([outbox.requeue(seen, later), outbox.requeue(seen, later)]).toEqual([true, false]);
  const again = tried(outbox, unknown, later);
  expect(again.delivery.state).toBe(seen.delivery.state);
  expect([outbox.requeue(seen, later), found(outbox)]).toEqual([false, again]);
  expect(outbox.requeue(again, later)).toBe(true);
  const waiting = tried(outbox, transient, later);
  expect(outbox.requeue(waiting, later)).toBe(false);
});

it('takes back what waits, and what has been taken back is not begun by who saw it waiting', () => {
  const { outbox } = openFor(temporaryFolder());
  outbox.queue(mail);
  outbox.begin(mail.id, receivedAt);
  expect(outbox.withdraw(mail.id, later)).toBe(false);
  const begun = found(outbox);
  outbox.finish(mail.id, 'transient', afterAttempt(begun.delivery, transient, receivedAt, 'settings'));
  expect([outbox.withdraw(mail.id, later), outbox.withdraw(mail.id, later)]).toEqual([true, false]);
  expect(outbox.begin(mail.id, later)).toBeNull();
  outbox.hurry(mail.id, later);
  expect(outbox.lackSecret(mail.id, later)).toBeNull();
  expect(found(outbox).delivery).toMatchObject({ state: 'withdrawn', fault: null, changedAt: later });
  expect([outbox.attemptsOf(mail.id).length, outbox.unsettled()]).toEqual([1, []]);
});

it('keeps that somebody has seen to a mail when the attempt that went on ends, until it is sent once more', () => {
  const { outbox } = openFor(temporaryFolder());
  outbox.queue(mail);
  const begun = outbox.begin(mail.id, receivedAt);
  outbox.reach(mail.id, 'ending', receivedAt);
  expect([outbox.handle(mail.id, later), outbox.handle(mail.id, later)]).toEqual([true, false]);
  if (begun) outbox.finish(mail.id, 'unknown', afterAttempt(begun.delivery, unknown, later, 'settings'));
  expect(found(outbox).delivery).toMatchObject({ state: 'unknown', handledAt: later, endingAt: receivedAt });
  outbox.requeue(found(outbox), later);
  expect(found(outbox).delivery).toEqual(queuedAt(later));
});
