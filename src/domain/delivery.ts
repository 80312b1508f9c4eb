/**
 * How far a mail has come on its way to the mail server, and what is to be done next. What the server has accepted it
 * answers for (RFC 5321, section 6.1); whether it was delivered nobody here can know.
 */
import { compareInstants, formatInstant, parseInstant } from './time.ts';

/**
 * `waiting` is tried again; `stopped` was refused for good; `unknown` may have been accepted, and is never tried again
 * by itself.
 */
export const deliveryStates = ['queued', 'sending', 'accepted', 'waiting', 'stopped', 'unknown'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * How far into the dialogue with the server an attempt has come. Before `ending` the mail cannot have been accepted:
 * only then is the dot sent that ends its text. `greeting` lasts until the connection is encrypted.
 */
export const phases = ['connecting', 'greeting', 'login', 'envelope', 'body', 'ending'] as const;
export type Phase = (typeof phases)[number];

/** It may go better another time. `interrupted`: the program was ended in the midst of it. */
export type TransientFault =
  | 'name-not-found'
  | 'connection-refused'
  | 'unreachable'
  | 'timeout'
  | 'cut'
  | 'temporary'
  | 'protocol'
  | 'interrupted';

/** The server will not have this mail, or the mail has no address that a server can take. */
export type PermanentFault = 'refused' | 'too-large' | 'address';

/** What is set up is wrong, so every mail would fail in the same way. */
export type ConfigurationFault =
  | 'secret'
  | 'ca-file'
  | 'certificate-expired'
  | 'certificate-name'
  | 'certificate-unknown'
  | 'certificate'
  | 'tls'
  | 'starttls'
  | 'unencrypted'
  | 'login'
  | 'login-method';

export type Fault = TransientFault | PermanentFault | ConfigurationFault;

export interface RefusedRecipient {
  readonly address: string;
  /** The server's words, cleaned. */
  readonly answer: string;
}

/** What became of one attempt. `answer` is the server's last words, cleaned; null when it said nothing. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly answer: string; readonly refused: readonly RefusedRecipient[] }
  | Failed<'transient', TransientFault>
  | Failed<'permanent', PermanentFault>
  | Failed<'configuration', ConfigurationFault>
  /** All of it went out, and no answer came. */
  | { readonly kind: 'unknown'; readonly answer: string | null };

interface Failed<Kind, Fault> {
  readonly kind: Kind;
  readonly phase: Phase;
  readonly fault: Fault;
  readonly answer: string | null;
}

/** Times are RFC 3339. */
export interface Delivery {
  readonly state: DeliveryState;
  /** How far the latest attempt came; null before the first. */
  readonly phase: Phase | null;
  /** How many attempts have failed since somebody asked for it to be sent. */
  readonly attempts: number;
  /** Null when it is not tried again by itself at a certain time. */
  readonly nextTryAt: string | null;
  /** What the server said last, cleaned; null when it has said nothing. */
  readonly answer: string | null;
  /** What went wrong in the latest attempt. */
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

/** Minutes from a failed attempt to the next, the last for all that follow. */
const waits = [1, 2, 5, 10, 15] as const;
const longestWait = 15;

/** A mail that has just been put in the outbox, or is to be sent once more by somebody's wish. */
export function queuedAt(now: string): Delivery {
  return {
    state: 'queued',
    phase: null,
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

/** What an attempt leads to. `settings` stands for the server settings that it was made with. */
export function afterAttempt(before: Delivery, outcome: Outcome, now: string, settings: string): Delivery {
  const after: Delivery = {
    ...before,
    attempts: before.attempts + 1,
    answer: outcome.answer,
    nextTryAt: null,
    heldBy: null,
    fault: null,
    changedAt: now,
  };
  switch (outcome.kind) {
    case 'accepted':
      return { ...after, state: 'accepted', phase: 'ending', attempts: 0, refused: outcome.refused };
    case 'unknown':
      return { ...after, state: 'unknown', phase: 'ending' };
    case 'transient': {
      const { phase, fault } = outcome;
      const wait = waits[before.attempts] ?? longestWait;
      return { ...after, state: 'waiting', phase, fault, nextTryAt: inMinutes(now, wait) };
    }
    case 'permanent':
      return { ...after, state: 'stopped', phase: outcome.phase, fault: outcome.fault };
    case 'configuration':
      return { ...after, state: 'waiting', phase: outcome.phase, fault: outcome.fault, heldBy: settings };
  }
}

/** What a mail has become whose sender ended in the midst of it. */
export function afterInterruption(before: Delivery, now: string): Delivery {
  const after = { ...before, attempts: before.attempts + 1, changedAt: now };
  return before.phase === 'ending'
    ? { ...after, state: 'unknown', fault: 'interrupted' }
    : { ...after, state: 'waiting', fault: 'interrupted', nextTryAt: now };
}

/** Whether it is to be tried now, by itself. `settings` stands for the server settings that there are now. */
export function isDue({ state, heldBy, nextTryAt }: Delivery, now: string, settings: string): boolean {
  if (state === 'queued') return true;
  if (state !== 'waiting') return false;
  if (heldBy !== null) return heldBy !== settings;
  if (nextTryAt === null) return true;
  // A time further off than any wait was set by a clock that has been put back since.
  const isOff = compareInstants(nextTryAt, inMinutes(now, longestWait)) > 0;
  return isOff || compareInstants(nextTryAt, now) <= 0;
}

/** Whether it may have been accepted, or has been. */
export function isOut({ state }: Delivery): boolean {
  return state === 'accepted' || state === 'unknown';
}

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
    case 'stopped':
    case 'unknown':
      return true;
    case 'queued':
    case 'sending':
    case 'waiting':
      return (
        delivery.heldBy !== null ||
        delivery.attempts >= patienceAttempts ||
        compareInstants(inMinutes(createdAt, patience), now) <= 0
      );
  }
}

function inMinutes(now: string, minutes: number): string {
  return formatInstant(parseInstant(now).add({ minutes }), 'millisecond');
}
