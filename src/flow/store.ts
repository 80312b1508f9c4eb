/**
 * The one owner of a screen's state. Messages are taken one at a time, in order; effects are handed out exactly once,
 * and what they answer are messages like any other.
 */
import type { Moment, Turn } from './turn.ts';

export interface Store<State, Message> {
  state(): State;
  /** Takes the messages in order and tells the listeners once, when all have been taken. */
  send(...messages: readonly Message[]): void;
  /** Calls back after every change; gives the function that stops it. */
  subscribe(listener: () => void): () => void;
}

export interface StoreParts<State, Message, Effect> {
  readonly initial: State;
  /** What a message leads to; pure. */
  readonly update: (state: State, message: Message, at: Moment) => Turn<State, Effect>;
  /** The time and new ids, asked for at every message. */
  readonly moment: () => Moment;
  /** Carries out one effect, now or later, and reports back by the store's `send`. */
  readonly perform: (effect: Effect, store: Store<State, Message>) => void;
}

/** A store that starts in `initial`. */
export function createStore<State, Message, Effect>({
  initial,
  update,
  moment,
  perform,
}: StoreParts<State, Message, Effect>): Store<State, Message> {
  let state = initial;
  let taking = false;
  const waiting: Message[] = [];
  /** What effects answered at once: it comes before keys that were typed ahead. */
  const answers: Message[] = [];
  const listeners = new Set<() => void>();

  const send = (...messages: readonly Message[]) => {
    (taking ? answers : waiting).push(...messages);
    // A message sent by an effect waits its turn: the state is never changed in the middle of a change.
    if (taking) return;
    taking = true;
    try {
      for (let message = next(); message !== undefined; message = next()) take(message);
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

  const store: Store<State, Message> = {
    state: () => state,
    send,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}
