import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { Mail } from '../../src/journal/outbox.ts';
import { verifyJournal } from '../../src/journal/verify.ts';
import { answer, openFor, openIncident, receivedAt, temporaryFolder } from './fixtures.ts';

const mail: Mail = {
  id: 'first',
  incident: null,
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
  db.exec(`UPDATE outbox SET state = 'sent'`);
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
