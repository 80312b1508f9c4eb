/** Mails on their way to the server: what is sent, how far it has come, and every attempt. */
import { type Delivery, isWithdrawable, type OutboxItem, queuedAt, resendable } from '../domain/delivery.ts';
import type { Outcome, Phase } from '../domain/deliveryOutcome.ts';
import { attempting, withdrawnAt, withoutSecret } from '../domain/deliverySteps.ts';
import type { Connection } from './connection.ts';
import { itemIn, readItems } from './outboxRows.ts';
import { isUnsettled } from './schema.ts';
import type { Store } from './store.ts';

/** A mail as it was frozen: the same id is queued once. */
export interface Mail extends Omit<OutboxItem, 'delivery'> {
  /** The whole message as it is sent, to the last byte: a second try must be the same mail. */
  readonly bytes: Uint8Array;
}

/** One attempt to send a mail. */
export interface Attempt {
  /** From 1. */
  readonly nth: number;
  readonly startedAt: string;
  /** Null while it goes on. */
  readonly endedAt: string | null;
  /** How far it came. */
  readonly phase: Phase;
  /** When the end of the text was about to be sent; null when it did not come so far. */
  readonly endingAt: string | null;
  readonly outcome: Outcome['kind'] | null;
  readonly fault: Delivery['fault'];
  readonly answer: string | null;
}

/**
 * What changes the outbox, and what must be known for that: on the disk when it returns, or within the transaction that
 * it is given in.
 */
export interface OutboxWrites {
  /** Every mail with this Message-ID, in the order they were queued. */
  withMessageId(messageId: string): OutboxItem[];
  /** Puts the mail in the outbox, unless one with its id is or was there. True when it was put there now. */
  queue(mail: Mail): boolean;
  /** An attempt begins. Gives the mail as it is then; null when it no longer waits for one: it has been withdrawn. */
  begin(id: string, now: string): OutboxItem | null;
  /** The attempt goes on to this phase, and has not done anything in it yet. */
  reach(id: string, phase: Phase, now: string): void;
  /**
   * The attempt has ended, and this is what the mail has become. That somebody has seen to it meanwhile stays, and so
   * does when its end was about to be sent.
   */
  finish(id: string, outcome: Attempt['outcome'], delivery: Delivery): void;
  /**
   * It cannot be tried, since the secret cannot be read. Gives the mail as it is then; null, and nothing is done, when
   * that is known already or it no longer waits for a try.
   */
  lackSecret(id: string, now: string): OutboxItem | null;
  /**
   * Somebody wishes it to be sent once more, as it was `seen`: stopped, or perhaps accepted before. Its bytes are the
   * same. False, and nothing is done, when it is no longer as it was seen: another has had it sent meanwhile.
   */
  requeue(seen: OutboxItem, now: string): boolean;
  /** Somebody takes it back. False, and nothing is done, unless it has surely not gone and nobody is sending it. */
  withdraw(id: string, now: string): boolean;
  /** One that waits is due now, whatever it waits for. */
  hurry(id: string, now: string): void;
  /** Somebody has seen to it in another way. False when that has been said already. */
  handle(id: string, now: string): boolean;
}

/** Every function throws JournalError. */
export interface Outbox extends OutboxWrites {
  /** Everything, or what is in these states, in the order it was queued. */
  items(states?: readonly Delivery['state'][]): OutboxItem[];
  /** What may need somebody to see to it: all but what was accepted for everybody, withdrawn or seen to. */
  unsettled(): OutboxItem[];
  find(id: string): OutboxItem | null;
  /** The frozen message; null when there is no such mail. */
  bytesOf(id: string): Uint8Array | null;
  /** In order. */
  attemptsOf(id: string): Attempt[];
}

const sameMessage = 'message_id = ?';

export function outboxOf(store: Store): Outbox {
  const write = <Args extends readonly unknown[], T>(work: (connection: Connection, ...args: Args) => T) => {
    return (...args: Args) => store.write((connection) => work(connection, ...args));
  };
  const items = (where: string, ...parameters: readonly string[]) =>
    store.read((connection) => readItems(connection, where, ...parameters));
  return {
    queue: write(queueMail),
    begin: write(beginAttempt),
    reach: write(reachPhase),
    finish: write(finishAttempt),
    lackSecret: write(markWithoutSecret),
    requeue: write(requeueMail),
    withdraw: write(withdrawMail),
    hurry: write(hurryMail),
    handle: write(handleMail),
    items: (states) =>
      states ? items(`state IN (SELECT value FROM json_each(?))`, JSON.stringify(states)) : items('TRUE'),
    unsettled: () => items(isUnsettled),
    withMessageId: (messageId) => items(sameMessage, messageId),
    find: (id) => items('id = ?', id)[0] ?? null,
    bytesOf: (id) =>
      store.read(({ prepare }) => {
        const bytes = prepare('SELECT bytes FROM outbox WHERE id = ?').get(id)?.bytes;
        return bytes instanceof Uint8Array ? bytes : null;
      }),
    attemptsOf: (id) =>
      store.read(({ prepare }) =>
        prepare(
          `SELECT nth, started_at AS startedAt, ended_at AS endedAt, phase, ending_at AS endingAt, outcome, fault, answer
          FROM outbox_attempt WHERE mail = ? ORDER BY nth`,
        )
          .all(id)
          // Each with an ordinary prototype, as whoever compares them expects.
          .map((row) => ({ ...(row as unknown as Attempt) })),
      ),
  };
}

/** The same within the caller's transaction. */
export function outboxWrites(connection: Connection): OutboxWrites {
  return {
    withMessageId: (messageId) => readItems(connection, sameMessage, messageId),
    queue: (mail) => queueMail(connection, mail),
    begin: (id, now) => beginAttempt(connection, id, now),
    reach: (id, phase, now) => reachPhase(connection, id, phase, now),
    finish: (id, outcome, delivery) => finishAttempt(connection, id, outcome, delivery),
    lackSecret: (id, now) => markWithoutSecret(connection, id, now),
    requeue: (seen, now) => requeueMail(connection, seen, now),
    withdraw: (id, now) => withdrawMail(connection, id, now),
    hurry: (id, now) => hurryMail(connection, id, now),
    handle: (id, now) => handleMail(connection, id, now),
  };
}

function queueMail({ prepare }: Connection, { recipients, ...mail }: Mail): boolean {
  const { changes } = prepare(
    `INSERT INTO outbox (id, incident, action, created_at, sender, recipients, subject, message_id, bytes, state,
      attempts, refused, changed_at)
    VALUES (:id, :incident, :action, :createdAt, :sender, :recipients, :subject, :messageId, :bytes, 'queued', 0,
      '[]', :createdAt)
    ON CONFLICT (id) DO NOTHING`,
  ).run({ ...mail, recipients: JSON.stringify(recipients) });
  return Number(changes) === 1;
}

function beginAttempt(connection: Connection, id: string, now: string): OutboxItem | null {
  const before = itemIn(connection, id, ['queued', 'waiting']);
  if (!before) return null;
  const delivery = attempting(before.delivery, now);
  writeDelivery(connection, id, delivery);
  connection.prepare('UPDATE outbox SET ending_at = NULL WHERE id = ?').run(id);
  connection
    .prepare(
      `INSERT INTO outbox_attempt (mail, nth, started_at, phase)
      SELECT :id, coalesce(max(nth), 0) + 1, :now, :phase FROM outbox_attempt WHERE mail = :id`,
    )
    .run({ id, now, phase: delivery.phase });
  return { ...before, delivery };
}

/** The latest attempt of the mail, as a condition. */
const latest = 'mail = :id AND nth = (SELECT max(nth) FROM outbox_attempt WHERE mail = :id)';

function reachPhase({ prepare }: Connection, id: string, phase: Phase, now: string): void {
  const endingAt = phase === 'ending' ? now : null;
  prepare('UPDATE outbox SET phase = :phase, ending_at = :endingAt WHERE id = :id').run({
    id,
    phase,
    endingAt,
  });
  prepare(`UPDATE outbox_attempt SET phase = :phase, ending_at = :endingAt WHERE ${latest}`).run({
    id,
    phase,
    endingAt,
  });
}

function finishAttempt(
  connection: Connection,
  id: string,
  outcome: Attempt['outcome'],
  delivery: Delivery,
): void {
  const { phase, answer, fault, changedAt } = delivery;
  writeDelivery(connection, id, delivery);
  connection
    .prepare(
      `UPDATE outbox_attempt SET ended_at = :changedAt, phase = coalesce(:phase, phase), outcome = :outcome,
        fault = :fault, answer = :answer WHERE ${latest}`,
    )
    .run({ id, changedAt, phase, outcome, fault, answer });
}

/** All but `ending_at`, which only the attempt itself says, and `handled_at`, which only a person does. */
function writeDelivery({ prepare }: Connection, id: string, delivery: Delivery): void {
  const { endingAt: _, handledAt: __, refused, ...written } = delivery;
  prepare(
    `UPDATE outbox SET state = :state, phase = :phase, attempts = :attempts, next_try_at = :nextTryAt,
      answer = :answer, fault = :fault, held_by = :heldBy, refused = :refused, changed_at = :changedAt
    WHERE id = :id`,
  ).run({ id, ...written, refused: JSON.stringify(refused) });
}

function markWithoutSecret(connection: Connection, id: string, now: string): OutboxItem | null {
  const before = itemIn(connection, id, ['queued', 'waiting']);
  if (!before || before.delivery.fault === 'secret') return null;
  const delivery = withoutSecret(before.delivery, now);
  writeDelivery(connection, id, delivery);
  return { ...before, delivery };
}

function requeueMail(connection: Connection, { id, delivery }: OutboxItem, now: string): boolean {
  const before = itemIn(connection, id, resendable);
  const isAsSeen =
    before?.delivery.state === delivery.state && before.delivery.changedAt === delivery.changedAt;
  if (!isAsSeen) return false;
  writeDelivery(connection, id, queuedAt(now));
  connection.prepare('UPDATE outbox SET ending_at = NULL, handled_at = NULL WHERE id = ?').run(id);
  return true;
}

function withdrawMail(connection: Connection, id: string, now: string): boolean {
  const before = readItems(connection, 'id = ?', id)[0];
  if (!before || !isWithdrawable(before.delivery)) return false;
  writeDelivery(connection, id, withdrawnAt(before.delivery, now));
  return true;
}

function hurryMail({ prepare }: Connection, id: string, now: string): void {
  prepare(`UPDATE outbox SET held_by = NULL, next_try_at = ? WHERE id = ? AND state = 'waiting'`).run(
    now,
    id,
  );
}

function handleMail({ prepare }: Connection, id: string, now: string): boolean {
  const { changes } = prepare('UPDATE outbox SET handled_at = ? WHERE id = ? AND handled_at IS NULL').run(
    now,
    id,
  );
  return Number(changes) === 1;
}
