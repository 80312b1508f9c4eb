/**
 * The one owner of a call's state. Messages are taken one at a time, in order; effects are handed out exactly once,
 * and what they answer are messages like any other.
 */
import type { Message } from './message.ts';
import type { CallState } from './state.ts';
import type { Effect, Moment } from './turn.ts';
import { update } from './update.ts';

export interface CallStore {
  state(): CallState;
  /** Takes the messages in order and tells the listeners once, when all have been taken. */
  send(...messages: readonly Message[]): void;
  /** Calls back after every change; gives the function that stops it. */
  subscribe(listener: () => void): () => void;
}

/**
 * A store that starts in `initial`. `perform` carries out one effect, now or later, and reports back by the store's
 * `send`; `moment` gives the time and new ids at every message.
 */
export function createCallStore(
  initial: CallState,
  moment: () => Moment,
  perform: (effect: Effect, store: CallStore) => void,
): CallStore {
  let state = initial;
  let taking = false;
  const waiting: Message[] = [];
  /** What effects answered at once: it comes before keys that were typed ahead. */
  const answers: Message[] = [];
  const listeners = new Set<() => void>();

  const send: CallStore['send'] = (...messages) => {
    (taking ? answers : waiting).push(...messages);
    // A message sent by an effect waits its turn: the state is never changed in the middle of a change.
    if (taking) return;
    taking = true;
    try {
      for (let message = next(); message; message = next()) take(message);
    } finally {
      taking = false;
    }
    for (const listener of listeners) listener();
  };

  const next = () => answers.shift() ?? waiting.shift();

  function take(message: Message): void {
    const { state: after, effects } = update(state, message, moment());
    state = after;
    for (const effect of effects) perform(effect, store);
  }

  const store: CallStore = {
    state: () => state,
    send,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}
