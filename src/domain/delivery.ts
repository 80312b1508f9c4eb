/**
 * How far a mail has come on its way to the mail server, and what is to be done next. What the server has accepted it
 * answers for (RFC 5321, section 6.1); whether it was delivered nobody here can know.
 */
import type { Fault, Phase, RefusedRecipient } from './deliveryOutcome.ts';
import { compareInstants, inMinutes } from './time.ts';

/**
 * `waiting` is tried again; `stopped` was refused for good; `unknown` may have been accepted, and is never tried again
 * by itself; `withdrawn` was taken back before it had gone, and is never sent.
 */
export const deliveryStates = [
  'queued',
  'sending',
  'accepted',
  'waiting',
  'stopped',
  'unknown',
  'withdrawn',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** The states of a mail that has not gone yet, as far as anybody knows, and is to. */
export const unsent = ['queued', 'sending', 'waiting'] as const satisfies readonly DeliveryState[];

/** Times are RFC 3339. */
export interface Delivery {
  readonly state: DeliveryState;
  /** How far the latest attempt came; null before the first. */
  readonly phase: Phase | null;
  /** When the end of its text was about to be sent in the latest attempt; null when that did not come so far. */
  readonly endingAt: string | null;
  /** How many attempts have failed since somebody asked for it to be sent. */
  readonly attempts: number;
  /** Null when it is not tried again by itself at a certain time. */
  readonly nextTryAt: string | null;
  /** What the server said last in the latest attempt, cleaned; null when it said nothing. */
  readonly answer: string | null;
  /** What went wrong in the latest attempt; null while one goes on. */
  readonly fault: Fault | null;
  /** The settings that it failed with and waits for a change of; null when they are not to blame. */
  readonly heldBy: string | null;
  /** Who did not get it, though others did. */
  readonly refused: readonly RefusedRecipient[];
  readonly changedAt: string;
  /** When somebody said that it has been seen to in another way; null before that. */
  readonly handledAt: string | null;
}

/** A mail in the outbox, without its text. */
export interface OutboxItem {
  readonly id: string;
  /** The id of the incident that it is about, or null. */
  readonly incident: string | null;
  /** The key of the incident's action that it carries out, or null. */
  readonly action: string | null;
  /** RFC 3339. */
  readonly createdAt: string;
  /** Addresses. */
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  readonly delivery: Delivery;
}

/** A mail that has just been put in the outbox, or is to be sent once more by somebody's wish. */
export function queuedAt(now: string): Delivery {
  return {
    state: 'queued',
    phase: null,
    endingAt: null,
    attempts: 0,
    nextTryAt: null,
    answer: null,
    fault: null,
    heldBy: null,
    refused: [],
    changedAt: now,
    handledAt: null,
  };
}

/** Minutes from a failed attempt to the next, the last for all that follow. */
export const waits = [1, 2, 5, 10, 15] as const;
export const longestWait = 15;

/**
 * Minutes until what is held by the settings is tried once more all the same: a password may have been put right where
 * the settings only point to it. A login that is repeated more often may be locked.
 */
export const heldWait = 30;

/** Whether it is to be tried now, by itself. `settings` stands for the server settings that there are now. */
export function isDue({ state, heldBy, nextTryAt }: Delivery, now: string, settings: string): boolean {
  if (state === 'queued') return true;
  if (state !== 'waiting') return false;
  if (heldBy !== null && heldBy !== settings) return true;
  if (nextTryAt === null) return true;
  // A time further off than any wait was set by a clock that has been put back since.
  const longest = heldBy === null ? longestWait : heldWait;
  const isOff = compareInstants(nextTryAt, inMinutes(now, longest, 'millisecond')) > 0;
  return isOff || compareInstants(nextTryAt, now) <= 0;
}

/** In the order that mails are sent: those about an incident first, and the newest of them first. */
export function byUrgency(a: OutboxItem, b: OutboxItem): number {
  return (
    Number(a.incident === null) - Number(b.incident === null) || compareInstants(b.createdAt, a.createdAt)
  );
}

/** Whether it may have been accepted, or has been. */
export function isOut({ state }: Delivery): boolean {
  return state === 'accepted' || state === 'unknown';
}

/** The states that a mail can be withdrawn from: it has surely not gone, and nobody is sending it. */
const withdrawable: readonly DeliveryState[] = ['queued', 'waiting', 'stopped'];

export function isWithdrawable({ state }: Delivery): boolean {
  return withdrawable.includes(state);
}

/** The states that somebody may have a mail sent once more from; from `unknown` it may then arrive twice. */
export const resendable = ['stopped', 'unknown'] as const satisfies readonly DeliveryState[];

/** After so many minutes in the outbox, or so many attempts, somebody must be told. */
const patience = 15;
const patienceAttempts = waits.length + 1;

/**
 * Whether somebody must see to it, and ring instead: it has been refused, by the server or for some recipient; nobody
 * knows whether it was accepted; what is set up is wrong; or it has waited too long.
 */
export function isLoud(
  { createdAt, delivery }: Pick<OutboxItem, 'createdAt' | 'delivery'>,
  now: string,
): boolean {
  if (delivery.handledAt !== null) return false;
  switch (delivery.state) {
    case 'accepted':
      return delivery.refused.length > 0;
    case 'withdrawn':
      return false;
    case 'stopped':
    case 'unknown':
      return true;
    case 'queued':
    case 'sending':
    case 'waiting':
      return (
        delivery.heldBy !== null ||
        delivery.fault === 'secret' ||
        delivery.attempts >= patienceAttempts ||
        compareInstants(inMinutes(createdAt, patience, 'millisecond'), now) <= 0
      );
  }
}
