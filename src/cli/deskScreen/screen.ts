/** A screen of the desk while it is on the stage: its store, the clock, what becomes of its entries, and leaving it. */
import { createStore, type Store } from '../../flow/store.ts';
import type { Told } from '../../flow/told.ts';
import type { Moment, Turn } from '../../flow/turn.ts';
import type { Scene } from '../../ui/scene.ts';
import { type Front, runFront } from '../stageSession.ts';
import type { Workplace } from './workplace.ts';

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
  const starting = startFront(parts.scene(store));
  // On a stage that is up what was typed ahead comes at once: by then the screen must be told what becomes of it.
  const front = starting instanceof Promise ? await starting : starting;
  const stopListening = workplace.onWritten({
    saved: (entries) => store.send({ kind: 'saved', ids: entries.map(({ id }) => id) }),
    failed: (fault) => store.send({ kind: 'save-failed', fault }),
  });
  // What another screen recorded may be waiting: then nothing may say that all is saved.
  const fault = workplace.writer.fault();
  if (fault) store.send({ kind: 'save-failed', fault });
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
