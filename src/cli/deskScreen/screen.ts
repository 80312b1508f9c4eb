/** A screen of the desk while it is on the stage: its store, the clock, what becomes of its entries, and leaving it. */
import type { FaultKind } from '../../flow/fault.ts';
import { createStore, type Store } from '../../flow/store.ts';
import type { Moment, Turn } from '../../flow/turn.ts';
import type { Scene } from '../../ui/scene.ts';
import { type Front, runFront } from '../stageSession.ts';
import type { Workplace } from './workplace.ts';

/** What every screen is told of. */
export type Told =
  | { readonly kind: 'tick' }
  /** A signal, or the terminal went away: keep everything and leave. */
  | { readonly kind: 'interrupted' }
  /** Entries are in the journal; also those of other screens. */
  | { readonly kind: 'saved'; readonly ids: readonly string[] }
  | { readonly kind: 'save-failed'; readonly fault: FaultKind };

export interface Screen<State, Message, Result> extends Store<State, Message> {
  /** Ends the screen; what comes first counts. */
  leave(result: Result): void;
  /** Ends it with an error. */
  fail(error: unknown): void;
}

export interface ScreenParts<State, Message, Effect, Result> {
  readonly initial: State;
  readonly update: (state: State, message: Message, at: Moment) => Turn<State, Effect>;
  readonly scene: (store: Store<State, Message>) => Scene;
  readonly perform: (effect: Effect, screen: Screen<State, Message, Result>) => void;
  /** When it is first shown, and every second after the screen has been told the time. */
  readonly tick: (screen: Screen<State, Message, Result>) => void;
}

/** Shows the screen and runs it until it is left. */
export async function runScreen<State, Message, Effect, Result>(
  workplace: Workplace,
  startFront: (scene: Scene) => Front | Promise<Front>,
  parts: ScreenParts<State, Message | Told, Effect, Result>,
): Promise<Result> {
  const { promise: ended, resolve: leave, reject: fail } = Promise.withResolvers<Result>();
  const { initial, update } = parts;
  const store = createStore<State, Message | Told, Effect>({
    initial,
    update,
    moment: workplace.moment,
    perform: (effect) => parts.perform(effect, screen),
  });
  const screen = { ...store, leave, fail };
  const front = await startFront(parts.scene(store));
  const stopListening = workplace.onWritten({
    saved: (entries) => store.send({ kind: 'saved', ids: entries.map(({ id }) => id) }),
    failed: (fault) => store.send({ kind: 'save-failed', fault }),
  });
  const tick = () => {
    workplace.writer.retry();
    store.send({ kind: 'tick' });
    parts.tick(screen);
  };
  tick();
  return runFront(front, { tick, stop: () => store.send({ kind: 'interrupted' }), ended }).finally(
    stopListening,
  );
}
