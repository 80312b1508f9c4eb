/** Writing down what has become of a mail, in the outbox and in the record of the incident. */
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { OutboxItem } from '../../domain/delivery.ts';
import type { Outcome } from '../../domain/deliveryOutcome.ts';
import { newEntry } from '../../flow/newEntry.ts';
import { JournalError } from '../../journal/errors.ts';
import { newId } from '../../journal/id.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Attempt } from '../../journal/outbox.ts';
import { aboutMail } from './byHand.ts';
import { UnrecordedError } from './unrecorded.ts';

/** What it is written down with. */
export interface Recording {
  readonly journal: Journal;
  /** Who works. */
  readonly operator: string;
  /** RFC 3339. */
  readonly now: () => string;
  /** Waits between two tries. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** How often it is tried to write down what became of a mail, and how long after one another, in milliseconds. */
const tries = 20;
const betweenTries = 3000;

/**
 * Writes down what an attempt has made of the mail. What only this process knows is not lost because another has the
 * journal for a while, or the disk is full: it is tried for about a minute. Throws UnrecordedError after that.
 */
export async function untilWritten(
  recording: Recording & { readonly giveUp?: AbortSignal },
  item: OutboxItem,
  outcome: Outcome['kind'],
): Promise<void> {
  const { giveUp, pause = (milliseconds) => pauseFor(milliseconds, null, { signal: giveUp }) } = recording;
  const write = finishing(recording, item, outcome);
  for (let nth = 1; ; nth += 1) {
    try {
      write();
      return;
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      if (nth >= tries || giveUp?.aborted) throw new UnrecordedError(item, outcome, error);
    }
    // Given up: a last try, and no more.
    await pause(betweenTries).catch(() => undefined);
  }
}

/**
 * What writes what the mail has become, with the entry that says so in the incident's record, both or neither. May be
 * done again when it throws JournalError: it is then the same entry.
 */
export function finishing(recording: Recording, item: OutboxItem, outcome: Attempt['outcome']): () => void {
  const { journal } = recording;
  const { id, delivery } = item;
  const entry = sentEntry(recording, item);
  return entry
    ? () => void journal.claim([entry], (_, outbox) => outbox.finish(id, outcome, delivery))
    : () => journal.outbox.finish(id, outcome, delivery);
}

function sentEntry({ operator, now }: Recording, item: OutboxItem) {
  const { incident, createdAt: queuedAt } = item;
  const { state, refused, answer, endingAt } = item.delivery;
  if (incident === null || (state !== 'accepted' && state !== 'stopped' && state !== 'unknown')) return null;
  return newEntry(
    'mail-sent',
    { ...aboutMail(item), state, queuedAt, refused, answer },
    // When it may have gone is what matters, and not when that was noticed.
    { incident, operator, occurredAt: state === 'unknown' ? endingAt : null },
    { now: now(), newId },
  );
}
