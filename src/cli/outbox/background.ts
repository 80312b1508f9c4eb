/** Sending from the desk screen, beside everything else that goes on there, and until the last mail has its answer. */
import type { OutboxItem } from '../../domain/delivery.ts';
import { JournalError } from '../../journal/errors.ts';
import type { Journal } from '../../journal/journal.ts';
import { settingsFolder } from '../../settings/folders.ts';
import { readSettings } from '../../settings/settings.ts';
import { outbox as words } from '../../texts/outbox.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../desk.ts';
import { onStopSignal } from '../signals.ts';
import { awaitsAnswer } from './breakingOff.ts';
import { sendOutbox } from './sender.ts';
import { UnrecordedError } from './unrecorded.ts';

const onTheirWay: readonly OutboxItem['delivery']['state'][] = ['queued', 'sending', 'waiting'];
const isOnItsWay = ({ delivery }: OutboxItem) => onTheirWay.includes(delivery.state);

/** How long after one round the next may begin, in milliseconds. */
const betweenRounds = 10_000;

export interface BackgroundSender {
  /**
   * Begins a round when any of these is to be sent, unless one goes on or has begun lately; `at` is in milliseconds,
   * from any start.
   */
  tick(mails: readonly OutboxItem[], at: number): void;
  /** Begins nothing more, and breaks off what has surely not gone. Settles when no round goes on. */
  stop(): Promise<void>;
  /** After `stop`: the answer to the mail that has gone is not waited for, and it is written down as unknown. */
  giveUp(): void;
  /** Whether all of a mail has gone and its answer is waited for. */
  awaitsAnswer(): boolean;
  /** The mail that was sent last, as far as it has come; null when none has been. */
  latest(): OutboxItem | null;
}

/**
 * Sends what is due, round by round. What goes wrong with a mail stands in the outbox, and a journal that cannot be
 * read or written the desk tells of itself; what that hides of a mail goes to `unrecorded`, and any other error to
 * `fail`.
 */
export function backgroundSender(
  context: Pick<Context, 'env'>,
  { settings, dataFolder }: Pick<Desk, 'settings' | 'dataFolder'>,
  tools: {
    readonly journal: () => Journal;
    readonly operator: () => string;
    readonly unrecorded: (error: UnrecordedError) => void;
    readonly fail: (error: unknown) => void;
  },
): BackgroundSender {
  const [stopped, givenUp] = [new AbortController(), new AbortController()];
  let going: Promise<void> | null = null;
  let sent: OutboxItem | null = null;
  let last = Number.NEGATIVE_INFINITY;
  const round = async () => {
    try {
      // As they are now: they may have been put right since the desk was opened.
      const now = await readSettings(settingsFolder(context.env)).catch(() => settings);
      await sendOutbox(context, { settings: now, dataFolder }, tools.journal(), {
        operator: tools.operator(),
        stop: stopped.signal,
        giveUp: givenUp.signal,
        changed: (item) => {
          sent = item;
        },
      });
    } catch (error) {
      if (error instanceof UnrecordedError) tools.unrecorded(error);
      else if (!(error instanceof JournalError)) tools.fail(error);
    } finally {
      going = null;
    }
  };
  return {
    tick(mails, at) {
      const isResting = going !== null || at - last < betweenRounds || stopped.signal.aborted;
      if (isResting || !mails.some(isOnItsWay)) return;
      last = at;
      going = round();
    },
    async stop() {
      stopped.abort();
      await going;
    },
    giveUp: () => givenUp.abort(),
    awaitsAnswer: () => going !== null && sent !== null && awaitsAnswer(sent),
    latest: () => sent,
  };
}

/**
 * Ends the sending when the desk has been left and the terminal is given back. A mail that has gone is waited for until
 * it is answered, or until somebody gives it up with Ctrl+C; `say` gets that, and what became of the mail.
 */
export async function endSending(post: BackgroundSender, say: (text: string) => void): Promise<void> {
  const stopListening = onStopSignal(() => post.giveUp());
  try {
    const ended = post.stop();
    const isWaiting = post.awaitsAnswer();
    if (isWaiting) say(words.waitsForAnswer);
    await ended;
    const sent = post.latest();
    if (isWaiting && sent) say(words.answered(sent.delivery.state, sent.recipients.join(', ')));
  } finally {
    stopListening();
  }
}
