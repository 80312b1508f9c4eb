/** Mails that wait to be sent. */
import type { Connection } from './connection.ts';
import type { Store } from './store.ts';

export interface Mail {
  /** Chosen by whoever queues it: the same id is queued once. */
  readonly id: string;
  /** The id of the incident that it is about, or null. */
  readonly incident: string | null;
  /** RFC 3339. */
  readonly createdAt: string;
  /** An address. */
  readonly sender: string;
  /** Addresses. */
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  /** The whole message as it is sent, to the last byte: a second try must be the same mail. */
  readonly bytes: Uint8Array;
}

/** Every function throws JournalError. */
export interface Outbox {
  /** Puts the mail in the outbox, unless one with its id is or was there. True when it was put there now. */
  queue(mail: Mail): boolean;
  /** The mails that have not been sent, in the order they were queued. */
  queued(): Mail[];
}

export function outboxOf(store: Store): Outbox {
  return {
    queue: (mail) => store.write((connection) => queueMail(connection, mail)),
    queued: () =>
      store.read(({ prepare }) =>
        prepare(
          `SELECT id, incident, created_at AS createdAt, sender, recipients, subject, message_id AS messageId, bytes
          FROM outbox WHERE state = 'queued' ORDER BY rowid`,
        )
          .all()
          .map(toMail),
      ),
  };
}

/** Within the caller's transaction. True when it was put there now. */
export function queueMail({ prepare }: Connection, { recipients, ...mail }: Mail): boolean {
  const { changes } = prepare(
    `INSERT INTO outbox (id, incident, created_at, state, sender, recipients, subject, message_id, bytes)
    VALUES (:id, :incident, :createdAt, 'queued', :sender, :recipients, :subject, :messageId, :bytes)
    ON CONFLICT (id) DO NOTHING`,
  ).run({ ...mail, recipients: JSON.stringify(recipients) });
  return Number(changes) === 1;
}

function toMail(row: Readonly<Record<string, unknown>>): Mail {
  return { ...(row as unknown as Mail), recipients: JSON.parse(String(row.recipients)) as string[] };
}
