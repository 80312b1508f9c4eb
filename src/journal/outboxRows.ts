/** The rows of the outbox as mails. */
import type { Delivery, OutboxItem } from '../domain/delivery.ts';
import type { RefusedRecipient } from '../domain/deliveryOutcome.ts';
import type { Connection } from './connection.ts';

const mailColumns = `id, incident, action, created_at AS createdAt, sender, recipients, subject,
  message_id AS messageId`;
const deliveryColumns = `state, phase, ending_at AS endingAt, attempts, next_try_at AS nextTryAt, answer, fault,
  held_by AS heldBy, refused, changed_at AS changedAt, handled_at AS handledAt`;

/** The mail, if it is there and in one of these states. */
export function itemIn(
  connection: Connection,
  id: string,
  states: readonly Delivery['state'][],
): OutboxItem | null {
  const item = readItems(connection, 'id = ?', id)[0];
  return item && states.includes(item.delivery.state) ? item : null;
}

/**
 * The mails that the condition is true of, in the order they were queued. The sign keeps SQLite from going through all
 * mails with their texts for the sake of that order, where an index has the few that are asked for.
 */
export function readItems(
  { prepare }: Connection,
  where: string,
  ...parameters: readonly string[]
): OutboxItem[] {
  return prepare(`SELECT ${mailColumns}, ${deliveryColumns} FROM outbox WHERE ${where} ORDER BY +rowid`)
    .all(...parameters)
    .map(toItem);
}

type Row = Readonly<Record<string, unknown>>;

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
