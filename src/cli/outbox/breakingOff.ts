/** Sending that somebody may break off with Ctrl+C, who then is told whether the mail may have gone. */
import type { OutboxItem } from '../../domain/delivery.ts';
import { outbox as words } from '../../texts/outbox.ts';
import { type Context, tell } from '../context.ts';
import { onStopSignal } from '../signals.ts';
import type { Posting } from './sender.ts';

/** For `sendOutbox`, while a command sends. */
export interface BreakingOff extends Required<Pick<Posting, 'stop' | 'giveUp' | 'changed'>> {
  /** Listens no more. */
  close(): void;
}

/**
 * The first Ctrl+C breaks off what has surely not gone, and says that the rest is waited for; the next one gives that up
 * too, and so does a window that is closed at once: nobody is there to wait.
 */
export function breakingOff(context: Context): BreakingOff {
  const [stopped, givenUp] = [new AbortController(), new AbortController()];
  let isEnding = false;
  const close = onStopSignal((signal) => {
    if (stopped.signal.aborted || signal !== 'SIGINT') givenUp.abort();
    else if (isEnding) tell(context, words.waitsForAnswer);
    stopped.abort();
  });
  return {
    stop: stopped.signal,
    giveUp: givenUp.signal,
    changed: (item) => {
      isEnding = awaitsAnswer(item);
    },
    close,
  };
}

/** Whether all of the mail has gone and its answer is waited for. */
export function awaitsAnswer({ delivery: { state, phase } }: OutboxItem): boolean {
  return state === 'sending' && phase === 'ending';
}
