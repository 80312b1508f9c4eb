/** Sending what is in the outbox: one mail at a time and one sender at a time, so that each reaches the server once. */
import {
  afterAttempt,
  afterInterruption,
  type Delivery,
  isDue,
  type OutboxItem,
  type Outcome,
  type Phase,
} from '../../domain/delivery.ts';
import { newEntry } from '../../flow/newEntry.ts';
import { newId } from '../../journal/id.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Attempt } from '../../journal/outbox.ts';
import { takeSendingLock } from '../../journal/sendingLock.ts';
import type { OutgoingMail } from '../../mail/smtp.ts';

export interface Sender {
  readonly journal: Journal;
  /** The data folder. */
  readonly folder: string;
  /** Makes one attempt, and tells each phase before it begins. */
  readonly send: (mail: OutgoingMail, phase: (phase: Phase) => void) => Promise<Outcome>;
  /** Stands for the server settings that `send` uses: another text, other settings. */
  readonly settings: string;
  /** Who works. */
  readonly operator: string;
  /** RFC 3339. */
  readonly now: () => string;
  /** Gets each mail whose state has changed. */
  readonly changed?: (item: OutboxItem) => void;
}

/**
 * Sends what is due, until nothing is; 'busy' when another sender is at it. `asked`: somebody wishes it, so that what
 * waits, for its time or for other settings, is tried now. Throws JournalError: what was being sent is then seen to by
 * the next sender, like what one left behind that was killed.
 */
export async function deliverDue(sender: Sender, asked = false): Promise<'done' | 'busy'> {
  const { journal, folder, now, settings } = sender;
  const letGo = takeSendingLock(folder);
  if (letGo === null) return 'busy';
  try {
    for (const item of journal.outbox.items(['sending'])) {
      finish(sender, item, 'interrupted', afterInterruption(item.delivery, now()));
    }
    if (asked) for (const { id } of journal.outbox.items(['waiting'])) journal.outbox.hurry(id, now());
    for (;;) {
      const next = nextDue(journal.outbox.items(['queued', 'waiting']), now(), settings);
      if (!next) return 'done';
      await attempt(sender, next);
    }
  } finally {
    letGo();
  }
}

/** Once one mail has shown that what is set up is wrong, no other is tried: a login that is repeated may be locked. */
function nextDue(items: readonly OutboxItem[], now: string, settings: string): OutboxItem | undefined {
  if (items.some(({ delivery }) => delivery.heldBy === settings)) return undefined;
  return items.find(({ delivery }) => isDue(delivery, now, settings));
}

async function attempt(sender: Sender, item: OutboxItem): Promise<void> {
  const { journal, send, now, settings } = sender;
  const { id, delivery } = item;
  journal.outbox.begin(id, now());
  tell(sender, id);
  const bytes = journal.outbox.bytesOf(id) ?? new Uint8Array();
  // The attempt begins by connecting, and that is written already.
  const outcome = await send({ ...item, bytes }, (phase) => {
    if (phase !== 'connecting') journal.outbox.reach(id, phase);
  });
  finish(sender, item, outcome.kind, afterAttempt(delivery, outcome, now(), settings));
}

/** Writes what the mail has become, with the entry that says so in the incident's record, both or neither. */
function finish(sender: Sender, item: OutboxItem, outcome: Attempt['outcome'], delivery: Delivery): void {
  const { journal } = sender;
  const entry = sentEntry(sender, item, delivery);
  if (entry) journal.claim([entry], (_, outbox) => outbox.finish(item.id, outcome, delivery));
  else journal.outbox.finish(item.id, outcome, delivery);
  tell(sender, item.id);
}

function sentEntry({ operator, now }: Sender, item: OutboxItem, delivery: Delivery) {
  const { id: mail, incident, action, messageId, recipients, createdAt: queuedAt } = item;
  const { state, refused, answer } = delivery;
  if (incident === null || (state !== 'accepted' && state !== 'stopped' && state !== 'unknown')) return null;
  return newEntry(
    'mail-sent',
    { mail, action, messageId, recipients, state, queuedAt, refused, answer },
    { incident, operator },
    { now: now(), newId },
  );
}

function tell({ journal, changed }: Sender, id: string): void {
  const item = changed && journal.outbox.find(id);
  if (item) changed(item);
}
