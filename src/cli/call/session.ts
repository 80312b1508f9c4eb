/**
 * One call from beginning to end, whatever draws it: store, effects, clock, signals, and what is said afterwards.
 */
import { homedir, tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Message } from '../../flow/call/message.ts';
import { typingOf } from '../../flow/call/resume.ts';
import type { CallState } from '../../flow/call/state.ts';
import { isCallerQuestion } from '../../flow/call/steps.ts';
import { type CallStore, createCallStore } from '../../flow/call/store.ts';
import { newId } from '../../journal/id.ts';
import * as words from '../../texts/cli.ts';
import { verdict } from '../../ui/call/verdictView.ts';
import { type Context, print, programName, tell } from '../context.ts';
import { type Desk, missingContacts } from '../desk.ts';
import { exitCode } from '../failure.ts';
import type { CallEffects, Ending } from './effects.ts';
import { incidentFileOf, saveRescueFile } from './rescue.ts';
import { onStopSignal } from './signals.ts';
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

/**
 * Runs the call until it is finished or interrupted, and sets the process's exit code. The front starts before anything
 * can be saved; `untilOpen` resolves when it can, for a front that must see what each line leads to.
 */
export async function runSession(
  context: Context,
  initial: CallState,
  desk: Desk,
  startFront: (store: CallStore, untilOpen: () => Promise<void>) => Front,
): Promise<void> {
  let effects: CallEffects | null = null;
  const perform: CallEffects['perform'] = (...args) => effects?.perform(...args);
  const store = createCallStore(initial, () => ({ now: context.now(), newId }), perform);
  const gate = holdUntilOpen(store);
  const front = startFront(gate.store, gate.untilOpen);
  // From the first moment: a signal that nobody listens for ends the program, or is lost.
  const stop = keepGoing(gate.store, () => effects?.keep(store));
  // The journal and the mail are loaded when the first keys have been shown, or when something is to be saved.
  await Promise.race([gate.asked, delay(loadMilliseconds, undefined, { ref: false })]);
  const { createCallEffects } = await import('./effects.ts');
  const resumed = initial.incident !== null || typingOf(initial) !== null;
  const loaded = createCallEffects({
    desk,
    resumed,
    now: context.now,
    rescueFolders,
  });
  effects = loaded;
  if (resumed) store.send({ kind: 'resumed' });
  gate.open();
  loaded.keep(store);
  const ending = await Promise.race([
    loaded.ended,
    front.closed.then(() => interrupt(store, loaded.ended)),
  ]).finally(async () => {
    stop();
    await front.close().catch(() => undefined);
  });
  loaded.close();
  sayGoodbye(context, store.state(), ending, desk);
}

/**
 * The store while nothing can be saved yet: typing is taken at once, but from the first key that may have something
 * saved everything waits until `open`. So the screen never shows a question whose answer is not in the journal.
 */
function holdUntilOpen(store: CallStore) {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const held: Message[] = [];
  let isOpen = false;
  const takesText = isCallerQuestion(store.state().step);
  const savesNothing = (message: Message) =>
    message.kind === 'tick' || (takesText && message.kind === 'key' && message.key.kind === 'text');
  const send: CallStore['send'] = (...messages) => {
    if (isOpen || (held.length === 0 && messages.every(savesNothing))) return store.send(...messages);
    held.push(...messages);
    ask();
  };
  return {
    store: { ...store, send },
    /** Resolves when something waits. */
    asked,
    untilOpen() {
      ask();
      return opened;
    },
    open() {
      isOpen = true;
      store.send(...held);
      open();
    },
  };
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
  const stopListening = onStopSignal(() => store.send({ kind: 'interrupted' }));
  return () => {
    unsubscribe();
    if (keeping) clearTimeout(keeping);
    clearInterval(ticking);
    stopListening();
  };
}

/** What stands on the ordinary screen afterwards. */
function sayGoodbye(context: Context, state: CallState, ending: Ending, desk: Desk): void {
  if (ending.unsaved > 0 || ending.typingUnsaved) {
    tell(context, words.afterCall.unsaved);
    const path = saveRescueFile(state, rescueFolders);
    if (path !== null) tell(context, words.afterCall.rescued(path, programName(context)));
    else tell(context, `${words.afterCall.onScreen}\n${JSON.stringify(incidentFileOf(state), null, 2)}`);
    const decision = state.incident?.decision;
    if (decision?.overridden)
      tell(context, words.afterCall.decideAgain(verdict(decision), decision.motivation));
    process.exitCode = exitCode.fault;
    return;
  }
  if (ending.why === 'finished' && state.incident) {
    for (const line of summaryLines(state.incident, state.draft.path, desk.contacts)) print(context, line);
    for (const problem of missingContacts(desk.contacts, programName(context))) tell(context, problem);
    return;
  }
  const something = state.incident !== null || ending.kept;
  tell(
    context,
    something
      ? words.afterCall.interrupted(state.incident?.number ?? '', programName(context))
      : words.afterCall.nothingEntered,
  );
  process.exitCode = exitCode.interrupted;
}
