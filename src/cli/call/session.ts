/**
 * One call from beginning to end, whatever draws it: store, effects, clock, signals, and what is said afterwards.
 */
import { homedir, tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { CallState } from '../../flow/call/state.ts';
import { type CallStore, createCallStore } from '../../flow/call/store.ts';
import type { Effect } from '../../flow/call/turn.ts';
import { newId } from '../../journal/id.ts';
import * as words from '../../texts/cli.ts';
import { type Context, print, tell } from '../context.ts';
import { type Desk, missingContacts } from '../desk.ts';
import { exitCode } from '../failure.ts';
import type { CallEffects, Ending } from './effects.ts';
import { incidentFileOf, saveRescueFile } from './rescue.ts';
import { summaryLines } from './summary.ts';

/** Where a copy is put when the journal cannot be written, best first. */
const rescueFolders = [homedir(), tmpdir(), process.cwd()];
/** How long the screen has to itself before the rest of the program is loaded, unless it is needed earlier. */
const loadMilliseconds = 150;
/** How often the clock on the screen moves. */
const tickMilliseconds = 1000;
/** What is being typed is saved within half a second. */
const keepMilliseconds = 300;

/** Draws the store somewhere and feeds it keys; `close` gives the terminal back. */
export interface Front {
  /** Settles when the front ends by itself: rejects when it failed. */
  readonly closed: Promise<unknown>;
  close(): Promise<void>;
}

/** Runs the call until it is finished or interrupted, and sets the process's exit code. */
export async function runSession(
  context: Context,
  initial: CallState,
  desk: Desk,
  startFront: (store: CallStore) => Front,
): Promise<void> {
  const waiting: Effect[] = [];
  const asked = Promise.withResolvers<void>();
  let perform: CallEffects['perform'] = (effect) => {
    waiting.push(effect);
    asked.resolve();
  };
  const store = createCallStore(
    initial,
    () => ({ now: context.now(), newId }),
    (...args) => perform(...args),
  );
  const front = startFront(store);
  // The journal and the mail are loaded when the first keys have been shown; what was asked for meanwhile waits.
  await Promise.race([asked.promise, delay(loadMilliseconds, undefined, { ref: false })]);
  const { createCallEffects, usableTemplate } = await import('./effects.ts');
  const effects = createCallEffects({
    desk,
    resumed: initial.incident !== null,
    template: usableTemplate(),
    now: context.now,
    rescueFolders,
  });
  perform = effects.perform;
  for (const effect of waiting) perform(effect, store);
  const stop = keepGoing(store, () => effects.keep(store));
  const ending = await Promise.race([
    effects.ended,
    front.closed.then(() => interrupt(store, effects.ended)),
  ]).finally(async () => {
    stop();
    await front.close().catch(() => undefined);
  });
  effects.close();
  sayGoodbye(context, store.state(), ending, desk);
}

/** The front ended without a word: keep everything, as when somebody interrupts. */
function interrupt(store: CallStore, ended: Promise<Ending>): Promise<Ending> {
  store.send({ kind: 'interrupted' });
  return ended;
}

/** The clock, the keeping of what is typed, and the signals; gives the function that stops them. */
function keepGoing(store: CallStore, keep: () => void): () => void {
  let keeping: NodeJS.Timeout | null = null;
  const unsubscribe = store.subscribe(() => {
    keeping ??= setTimeout(() => {
      keeping = null;
      keep();
    }, keepMilliseconds);
  });
  const ticking = setInterval(() => store.send({ kind: 'tick' }), tickMilliseconds);
  const onSignal = () => store.send({ kind: 'interrupted' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    unsubscribe();
    if (keeping) clearTimeout(keeping);
    clearInterval(ticking);
    for (const signal of signals) process.off(signal, onSignal);
  };
}

/** What stands on the ordinary screen afterwards. */
function sayGoodbye(context: Context, state: CallState, ending: Ending, desk: Desk): void {
  if (ending.unsaved > 0 || ending.typingUnsaved) {
    tell(context, words.afterCall.unsaved);
    const path = saveRescueFile(state, rescueFolders);
    if (path !== null) tell(context, words.afterCall.rescued(path));
    else tell(context, `${words.afterCall.onScreen}\n${JSON.stringify(incidentFileOf(state), null, 2)}`);
    process.exitCode = exitCode.fault;
    return;
  }
  if (ending.why === 'finished' && state.incident) {
    for (const line of summaryLines(state.incident, state.draft.path, desk.contacts)) print(context, line);
    for (const problem of missingContacts(desk.contacts)) tell(context, problem);
    return;
  }
  const something = state.incident !== null || ending.kept;
  tell(
    context,
    something ? words.afterCall.interrupted(state.incident?.number ?? '') : words.afterCall.nothingEntered,
  );
  process.exitCode = exitCode.interrupted;
}
