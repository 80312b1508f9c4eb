/** Sending what is in the outbox: one mail at a time and one sender at a time, so that each reaches the server once. */
import { byUrgency, isDue, type OutboxItem } from '../../domain/delivery.ts';
import { concernsAll, type Outcome, type Phase } from '../../domain/deliveryOutcome.ts';
import { afterAttempt, afterInterruption } from '../../domain/deliverySteps.ts';
import { takeSendingLock } from '../../journal/sendingLock.ts';
import type { OutgoingMail } from '../../mail/smtp.ts';
import { finishing, type Recording, untilWritten } from './writtenDown.ts';

/** How a sender is made to end before all is sent. */
export interface Ending {
  /** Asked before each mail: false when no more are to be begun. */
  readonly takesMore?: () => boolean;
  /**
   * No more are begun, and the one under way is broken off at once unless the end of its text has been sent: then its
   * answer is waited for.
   */
  readonly stop?: AbortSignal;
  /** After `stop`: the answer is not waited for any longer either, and the mail is unknown. */
  readonly giveUp?: AbortSignal;
}

export interface Sender extends Ending, Recording {
  /** The data folder. */
  readonly folder: string;
  /** Whether the secret can be read, asked before each attempt. Without it, no attempt is made. */
  readonly ready?: () => Promise<boolean>;
  /** Makes one attempt, and tells each phase before it begins. Must heed `stop` and `giveUp`. */
  readonly send: (mail: OutgoingMail, phase: (phase: Phase) => void) => Promise<Outcome>;
  /** Stands for the server settings that `send` uses: another text, other settings. */
  readonly settings: string;
  /**
   * Gets each mail whose state or phase has changed, as it is then: with state `sending` and phase `ending`, its answer
   * is waited for. Must not throw.
   */
  readonly changed?: (item: OutboxItem) => void;
}

/**
 * What somebody wishes to be tried now, whatever it waits for: everything that waits; or one mail, by its id, before all
 * others, of which only those are sent that are due.
 */
export type Asked = 'all' | { readonly mail: string };

/**
 * `done`: nothing is left that is due, or the server cannot be used just now; `stopped` by `takesMore` or `stop`;
 * `no-secret`: it cannot be read, so what is due is left to whoever can; `busy`: another sender is at it.
 */
export type RoundEnd = 'done' | 'stopped' | 'no-secret' | 'busy';

/**
 * Sends what is due, in the order of `byUrgency`, until nothing is or the server cannot be used. Throws JournalError:
 * what was being sent is then seen to by the next sender, like what one left behind that was killed. It is an
 * UnrecordedError where that cannot tell what became of the mail.
 */
export async function deliverDue(sender: Sender, asked: Asked | null = null): Promise<RoundEnd> {
  const { journal, folder, now } = sender;
  const letGo = takeSendingLock(folder);
  if (letGo === null) return 'busy';
  try {
    settleLeft(sender);
    if (asked === 'all')
      for (const { id } of journal.outbox.items(['waiting'])) journal.outbox.hurry(id, now());
    else if (asked) journal.outbox.hurry(asked.mail, now());
    return await sendRound(sender, asked === 'all' ? null : (asked?.mail ?? null));
  } finally {
    letGo();
  }
}

/**
 * Sees to what a sender left behind that was killed; false when one is at work, and then nothing is done. Throws
 * JournalError.
 */
export function settleInterrupted(sender: Recording & Pick<Sender, 'folder' | 'changed'>): boolean {
  const letGo = takeSendingLock(sender.folder);
  if (letGo === null) return false;
  try {
    settleLeft(sender);
    return true;
  } finally {
    letGo();
  }
}

function settleLeft(sender: Recording & Pick<Sender, 'changed'>): void {
  const { journal, now } = sender;
  for (const item of journal.outbox.items(['sending'])) {
    const left = { ...item, delivery: afterInterruption(item.delivery, now()) };
    finishing(sender, left, 'interrupted')();
    sender.changed?.(left);
  }
}

async function sendRound(sender: Sender, first: string | null): Promise<Exclude<RoundEnd, 'busy'>> {
  const { journal, now, settings, stop, takesMore = () => true, ready = async () => true } = sender;
  for (;;) {
    const waiting = journal.outbox.items(['queued', 'waiting']);
    const next = nextDue(waiting, { now: now(), settings, first });
    if (!next) return 'done';
    if (stop?.aborted || !takesMore()) return 'stopped';
    const isReady = await ready();
    if (stop?.aborted) return 'stopped';
    if (!isReady) {
      tellWithoutSecret(sender);
      return 'no-secret';
    }
    const outcome = await attempt(sender, next);
    if (outcome?.kind === 'accepted') release(sender);
    if (outcome && concernsAll(outcome)) return stop?.aborted ? 'stopped' : 'done';
  }
}

/**
 * Once one mail has shown that what is set up is wrong, it is the one that is tried again, and no other: a login that is
 * repeated may be locked. What somebody asks for comes first all the same.
 */
function nextDue(
  items: readonly OutboxItem[],
  {
    now,
    settings,
    first,
  }: { readonly now: string; readonly settings: string; readonly first: string | null },
): OutboxItem | undefined {
  const due = items.filter(({ delivery }) => isDue(delivery, now, settings)).toSorted(byUrgency);
  const isHeld = ({ delivery }: OutboxItem) => delivery.heldBy === settings;
  return due.find(({ id }) => id === first) ?? (items.some(isHeld) ? due.find(isHeld) : due[0]);
}

/** What was held by the settings is due: they have just been shown to be right. */
function release({ journal, now, settings }: Sender): void {
  for (const { id, delivery } of journal.outbox.items(['waiting'])) {
    if (delivery.heldBy === settings) journal.outbox.hurry(id, now());
  }
}

/** As they are when the secret has been asked for, which may take its time. */
function tellWithoutSecret({ journal, now, settings, changed }: Sender): void {
  for (const { id, delivery } of journal.outbox.items(['queued', 'waiting'])) {
    const item = isDue(delivery, now(), settings) ? journal.outbox.lackSecret(id, now()) : null;
    if (item) changed?.(item);
  }
}

/** Null when it was withdrawn just before. */
async function attempt(sender: Sender, { id }: OutboxItem): Promise<Outcome | null> {
  const { journal, send, now, settings, changed } = sender;
  const begun = journal.outbox.begin(id, now());
  if (!begun) return null;
  let item = begun;
  changed?.(item);
  const bytes = journal.outbox.bytesOf(id) ?? new Uint8Array();
  const outcome = await send({ ...begun, bytes }, (phase) => {
    // The attempt begins by connecting, and that is written already.
    if (phase === 'connecting') return;
    const at = now();
    journal.outbox.reach(id, phase, at);
    item = { ...item, delivery: { ...item.delivery, phase, endingAt: phase === 'ending' ? at : null } };
    changed?.(item);
  });
  const finished = { ...item, delivery: afterAttempt(item.delivery, outcome, now(), settings) };
  await untilWritten(sender, finished, outcome.kind);
  changed?.(finished);
  return outcome;
}
