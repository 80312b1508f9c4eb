/** Sending from the desk screen, beside everything else that goes on there, and until the last mail has its answer. */
import { type OutboxItem, unsent } from '../../domain/delivery.ts';
import { JournalError } from '../../journal/errors.ts';
import type { Journal } from '../../journal/journal.ts';
import { settingsFolder } from '../../settings/folders.ts';
import { readSettings } from '../../settings/settings.ts';
import { outbox as words } from '../../texts/outbox.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import type { Desk } from '../desk.ts';
import { onStopSignal } from '../signals.ts';
import { awaitsAnswer } from './breakingOff.ts';
import { sendOutbox } from './sender.ts';
import { UnrecordedError } from './unrecorded.ts';

/** How long after one round has begun the next may, in milliseconds. */
const betweenRounds = 10_000;
/** The same after one that could not read the secret: a command that gives it may ask somebody, or count its failures. */
const betweenSecrets = 30_000;

export interface BackgroundSender {
  /**
   * Begins a round when there is anything to send, unless one goes on or has begun lately; `at` is in milliseconds, from
   * any start.
   */
  tick(at: number): void;
  /** Somebody wishes this mail, by its id, to be sent now: the next tick begins a round with it, if none goes on. */
  ask(mail: string): void;
  /** How many mails have not gone yet. Throws JournalError. */
  left(): number;
  /** What kept the latest round from sending; null when nothing did. */
  trouble(): JournalError | null;
  /**
   * Begins nothing more, and breaks off what has surely not gone. Settles when no round goes on. Rejects with a fault of
   * the program's own that has shown itself since: there is no screen left to tell it on.
   */
  stop(): Promise<void>;
  /** After `stop`: the answer to the mail that has gone is not waited for, and it is written down as unknown. */
  giveUp(): void;
  /** Whether all of a mail has gone and its answer is waited for. */
  awaitsAnswer(): boolean;
  /** The mail that was sent last, as far as it has come; null when none has been. */
  latest(): OutboxItem | null;
}

/** What a sender is given by the screen that it works beside. */
export interface Surroundings {
  /** May throw JournalError. */
  readonly journal: () => Journal;
  readonly operator: () => string;
  /** Gets what keeps mails from being sent, such as a full disk, once; and null when it no longer does. */
  readonly troubled: (trouble: JournalError | null) => void;
  /** Gets what became of a mail and could not be written down. */
  readonly unrecorded: (error: UnrecordedError) => void;
  /** Gets any other error. */
  readonly fail: (error: unknown) => void;
}

/** Sends what is due, round by round. What goes wrong with a mail stands in the outbox. */
export function backgroundSender(
  context: Pick<Context, 'env'>,
  { settings, dataFolder }: Pick<Desk, 'settings' | 'dataFolder'>,
  { journal, operator, troubled, unrecorded, fail }: Surroundings,
): BackgroundSender {
  const [stopped, givenUp] = [new AbortController(), new AbortController()];
  const asked = new Set<string>();
  let going: Promise<void> | null = null;
  let sent: OutboxItem | null = null;
  let last = Number.NEGATIVE_INFINITY;
  let rest = betweenRounds;
  let trouble: JournalError | null = null;

  const left = () => journal().outbox.items(unsent).length;
  function setTrouble(now: JournalError | null): void {
    const isNews = now?.kind !== trouble?.kind;
    trouble = now;
    if (isNews) troubled(trouble);
  }
  async function round(mail: string | null): Promise<void> {
    let isTried = false;
    try {
      // As they are now: they may have been put right since the desk was opened.
      const now = await readSettings(settingsFolder(context.env)).catch(() => settings);
      const end = await sendOutbox(context, { settings: now, dataFolder }, journal(), {
        operator: operator(),
        asked: mail === null ? null : { mail },
        stop: stopped.signal,
        giveUp: givenUp.signal,
        changed: (item) => {
          sent = item;
        },
      });
      isTried = end !== 'busy';
      rest = end === 'no-secret' ? betweenSecrets : betweenRounds;
      setTrouble(null);
    } catch (error) {
      if (error instanceof UnrecordedError) unrecorded(error);
      else if (error instanceof JournalError) setTrouble(error);
      else if (stopped.signal.aborted) throw error;
      else fail(error);
    } finally {
      going = null;
      if (!isTried && mail !== null) asked.add(mail);
    }
  }
  return {
    tick(at) {
      if (going !== null || at - last < rest || stopped.signal.aborted) return;
      try {
        if (left() === 0) return setTrouble(null);
      } catch (error) {
        // The screen reads it too, and tells of that.
        if (error instanceof JournalError) return;
        throw error;
      }
      last = at;
      const [first = null] = asked;
      if (first !== null) asked.delete(first);
      going = round(first);
    },
    ask(mail) {
      asked.add(mail);
      last = Number.NEGATIVE_INFINITY;
    },
    left,
    trouble: () => trouble,
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
 * it is answered, or until somebody gives it up with Ctrl+C; `say` gets that, what became of the mail, and what keeps
 * mails from being sent.
 */
export async function endSending(
  context: Pick<Context, 'env'>,
  post: BackgroundSender,
  say: (text: string) => void,
): Promise<void> {
  const stopListening = onStopSignal(() => post.giveUp());
  try {
    const ended = post.stop();
    const isWaiting = post.awaitsAnswer();
    if (isWaiting) say(words.waitsForAnswer);
    await ended;
    const sent = post.latest();
    if (isWaiting && sent) say(words.answered(sent.delivery.state, sent.recipients.join(', ')));
    const trouble = describe(post.trouble(), context);
    if (trouble) say(words.cannotSend(trouble.message));
  } finally {
    stopListening();
  }
}
