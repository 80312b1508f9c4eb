/** The store of a call. */
import { createStore, type Store } from '../store.ts';
import type { Message } from './message.ts';
import type { CallState } from './state.ts';
import type { Effect, Moment } from './turn.ts';
import { update } from './update.ts';

export type CallStore = Store<CallState, Message>;

/** A call that starts in `initial`. `perform` carries out one effect and reports back by the store's `send`. */
export function createCallStore(
  initial: CallState,
  moment: () => Moment,
  perform: (effect: Effect, store: CallStore) => void,
): CallStore {
  return createStore({ initial, update, moment, perform });
}
