/** Mails on their way to the server: what is sent, how far it has come, and every attempt. */
import {
  type Delivery,
  type OutboxItem,
  type Outcome,
  type Phase,
  queuedAt,
  type RefusedRecipient,
} from '../domain/delivery.ts';
import type { Connection } from './connection.ts';
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
  readonly outcome: Outcome['kind'] | 'interrupted' | null;
  readonly fault: Delivery['fault'];
  readonly answer: string | null;
}

/** What changes the outbox: on the disk when it returns, or within the transaction that it is given in. */
export interface OutboxWrites {
  /** Puts the mail in the outbox, unless one with its id is or was there. True when it was put there now. */
  queue(mail: Mail): boolean;
  /** An attempt begins. */
  begin(id: string, now: string): void;
  /** The attempt goes on to this phase, and has not done anything in it yet. */
  reach(id: string, phase: Phase): void;
  /** The attempt has ended, and this is what the mail has become. */
  finish(id: string, outcome: Attempt['outcome'], delivery: Delivery): void;
  /** Somebody wishes it to be sent, also if it may have been accepted before. Its bytes are the same. */
  requeue(id: string, now: string): void;
  /** One that waits is due now, whatever it waits for. */
  hurry(id: string, now: string): void;
  /** Somebody has seen to it in another way. */
  handle(id: string, now: string): void;
}

/** Every function throws JournalError. */
export interface Outbox extends OutboxWrites {
  /** The mails that wait for their first attempt, in the order they were queued. */
  queued(): Mail[];
  /** Everything, or what is in these states, in the order it was queued. */
  items(states?: readonly Delivery['state'][]): OutboxItem[];
  /** What may need somebody to see to it: all but what was accepted for everybody or has been seen to. */
  unsettled(): OutboxItem[];
  /** Every mail with this Message-ID, in the order they were queued. */
  withMessageId(messageId: string): OutboxItem[];
  find(id: string): OutboxItem | null;
  /** The frozen message; null when there is no such mail. */
  bytesOf(id: string): Uint8Array | null;
  /** In order. */
  attemptsOf(id: string): Attempt[];
}

const mailColumns = `id, incident, action, created_at AS createdAt, sender, recipients, subject,
  message_id AS messageId`;
const deliveryColumns = `state, phase, attempts, next_try_at AS nextTryAt, answer, fault, held_by AS heldBy, refused,
  changed_at AS changedAt, handled_at AS handledAt`;

export function outboxOf(store: Store): Outbox {
  const write = <Args extends readonly unknown[], T>(work: (connection: Connection, ...args: Args) => T) => {
    return (...args: Args) => store.write((connection) => work(connection, ...args));
  };
  const items = (where: string, ...parameters: readonly string[]) =>
    store.read(({ prepare }) =>
      prepare(`SELECT ${mailColumns}, ${deliveryColumns} FROM outbox WHERE ${where} ORDER BY rowid`)
        .all(...parameters)
        .map(toItem),
    );
  return {
    queue: write(queueMail),
    begin: write(beginAttempt),
    reach: write(reachPhase),
    finish: write(finishAttempt),
    requeue: write((connection, id: string, now: string) => writeDelivery(connection, id, queuedAt(now))),
    hurry: write(hurryMail),
    handle: write(handleMail),
    queued: () =>
      store.read(({ prepare }) =>
        prepare(`SELECT ${mailColumns}, bytes FROM outbox WHERE state = 'queued' ORDER BY rowid`)
          .all()
          .map(toMail),
      ),
    items: (states) =>
      states ? items(`state IN (SELECT value FROM json_each(?))`, JSON.stringify(states)) : items('TRUE'),
    unsettled: () => items(`handled_at IS NULL AND (state <> 'accepted' OR refused <> '[]')`),
    withMessageId: (messageId) => items('message_id = ?', messageId),
    find: (id) => items('id = ?', id)[0] ?? null,
    bytesOf: (id) =>
      store.read(({ prepare }) => {
        const bytes = prepare('SELECT bytes FROM outbox WHERE id = ?').get(id)?.bytes;
        return bytes instanceof Uint8Array ? bytes : null;
      }),
    attemptsOf: (id) =>
      store.read(({ prepare }) =>
        prepare(
          `SELECT nth, started_at AS startedAt, ended_at AS endedAt, phase, outcome, fault, answer
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
    queue: (mail) => queueMail(connection, mail),
    begin: (id, now) => beginAttempt(connection, id, now),
    reach: (id, phase) => reachPhase(connection, id, phase),
    finish: (id, outcome, delivery) => finishAttempt(connection, id, outcome, delivery),
    requeue: (id, now) => writeDelivery(connection, id, queuedAt(now)),
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

function beginAttempt({ prepare }: Connection, id: string, now: string): void {
  prepare(`UPDATE outbox SET state = 'sending', phase = 'connecting', changed_at = ? WHERE id = ?`).run(
    now,
    id,
  );
  prepare(
    `INSERT INTO outbox_attempt (mail, nth, started_at, phase)
    SELECT :id, coalesce(max(nth), 0) + 1, :now, 'connecting' FROM outbox_attempt WHERE mail = :id`,
  ).run({ id, now });
}

/** The latest attempt of the mail, as a condition. */
const latest = 'mail = :id AND nth = (SELECT max(nth) FROM outbox_attempt WHERE mail = :id)';

function reachPhase({ prepare }: Connection, id: string, phase: Phase): void {
  prepare('UPDATE outbox SET phase = :phase WHERE id = :id').run({ id, phase });
  prepare(`UPDATE outbox_attempt SET phase = :phase WHERE ${latest}`).run({ id, phase });
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

function writeDelivery({ prepare }: Connection, id: string, { refused, ...delivery }: Delivery): void {
  prepare(
    `UPDATE outbox SET state = :state, phase = :phase, attempts = :attempts, next_try_at = :nextTryAt,
      answer = :answer, fault = :fault, held_by = :heldBy, refused = :refused, changed_at = :changedAt,
      handled_at = :handledAt WHERE id = :id`,
  ).run({ id, ...delivery, refused: JSON.stringify(refused) });
}

function hurryMail({ prepare }: Connection, id: string, now: string): void {
  prepare(`UPDATE outbox SET held_by = NULL, next_try_at = ? WHERE id = ? AND state = 'waiting'`).run(
    now,
    id,
  );
}

function handleMail({ prepare }: Connection, id: string, now: string): void {
  prepare('UPDATE outbox SET handled_at = ? WHERE id = ?').run(now, id);
}

type Row = Readonly<Record<string, unknown>>;

function toMail(row: Row): Mail {
  return { ...(row as unknown as Mail), recipients: list(row.recipients) };
}

function toItem(row: Row): OutboxItem {
  const { id, incident, action, createdAt, sender, recipients, subject, messageId, refused, ...delivery } =
    row;
  const mail = { id, incident, action, createdAt, sender, recipients: list(recipients), subject, messageId };
  return {
    ...(mail as unknown as Omit<OutboxItem, 'delivery'>),
    delivery: { ...(delivery as unknown as Delivery), refused: list<RefusedRecipient>(refused) },
  };
}

function list<T = string>(json: unknown): readonly T[] {
  return JSON.parse(String(json)) as readonly T[];
}
