/** What a mail on its way to the mail server becomes, with each thing that happens to it. */
import { type Delivery, heldWait, longestWait, waits } from './delivery.ts';
import type { Outcome } from './deliveryOutcome.ts';
import { inMinutes } from './time.ts';

/** A mail that was taken back. Its course says what went wrong before that. */
export function withdrawnAt(before: Delivery, now: string): Delivery {
  return {
    ...before,
    state: 'withdrawn',
    nextTryAt: null,
    answer: null,
    fault: null,
    heldBy: null,
    changedAt: now,
  };
}

/** One whose attempt begins: nothing of an earlier attempt is told as if it were of this one. */
export function attempting(before: Delivery, now: string): Delivery {
  return {
    ...before,
    state: 'sending',
    phase: 'connecting',
    endingAt: null,
    nextTryAt: null,
    answer: null,
    fault: null,
    heldBy: null,
    changedAt: now,
  };
}

/**
 * What an attempt leads to; `before` is the mail with its attempt going on. `settings` stands for the server settings
 * that it was made with.
 */
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
      return { ...after, state: 'unknown', phase: 'ending', fault: outcome.fault };
    case 'interrupted': {
      const { phase } = outcome;
      // No failure: whoever broke it off was not waiting for anything to go better.
      return {
        ...after,
        state: 'waiting',
        phase,
        attempts: before.attempts,
        fault: 'interrupted',
        nextTryAt: now,
      };
    }
    case 'transient': {
      const { phase, fault } = outcome;
      const wait = waits[before.attempts] ?? longestWait;
      return { ...after, state: 'waiting', phase, fault, nextTryAt: inMinutes(now, wait, 'millisecond') };
    }
    case 'permanent':
      return { ...after, state: 'stopped', phase: outcome.phase, fault: outcome.fault };
    case 'configuration': {
      const { phase, fault } = outcome;
      const nextTryAt = inMinutes(now, heldWait, 'millisecond');
      return { ...after, state: 'waiting', phase, fault, heldBy: settings, nextTryAt };
    }
  }
}

/** What a mail has become whose sender ended in the midst of it. */
export function afterInterruption(before: Delivery, now: string): Delivery {
  const after = { ...before, attempts: before.attempts + 1, changedAt: now };
  return before.phase === 'ending'
    ? { ...after, state: 'unknown', fault: 'unrecorded' }
    : { ...after, state: 'waiting', fault: 'interrupted', nextTryAt: now };
}

/**
 * One that could not even be tried, since the secret cannot be read in this process. No attempt has been made; and it is
 * due as it was, since another process may be able to.
 */
export function withoutSecret(before: Delivery, now: string): Delivery {
  return { ...before, state: 'waiting', fault: 'secret', answer: null, changedAt: now };
}
