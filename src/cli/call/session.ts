/**
 * One call from beginning to end, whatever draws it: store, effects, what is typed kept, and what is said afterwards.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Message } from '../../flow/call/message.ts';
import { typingOf } from '../../flow/call/resume.ts';
import type { CallState } from '../../flow/call/state.ts';
import { isCallerQuestion } from '../../flow/call/steps.ts';
import { type CallStore, createCallStore } from '../../flow/call/store.ts';
import { foundIn } from '../../flow/guard.ts';
import { newId } from '../../journal/id.ts';
import * as words from '../../texts/cli.ts';
import { callScene } from '../../ui/call/callScene.ts';
import { verdict } from '../../ui/call/verdictView.ts';
import { type Context, print, programName, tell } from '../context.ts';
import { type Desk, missingContacts } from '../desk.ts';
import { exitCode } from '../failure.ts';
import { keepSoon } from '../keepSoon.ts';
import { rescueFolders } from '../saveSomewhere.ts';
import { type Front, frontOnStage, type OpenStage, runFront } from '../stageSession.ts';
import type { CallEffects, Ending } from './effects.ts';
import { incidentFileOf, saveRescueFile } from './rescue.ts';
import { summaryLines } from './summary.ts';

/** How long the screen has to itself before the rest of the program is loaded, unless it is needed earlier. */
const loadMilliseconds = 150;

/** A call that is over. */
export interface EndedCall {
  readonly ending: Ending;
  readonly state: CallState;
  /** Null when the journal holds everything; otherwise where a copy lies, or null when none could be made either. */
  readonly unsaved: { readonly copy: string | null } | null;
}

/**
 * Starts drawing the store, before anything can be saved; `untilOpen` resolves when it can, for a front that must see
 * what each line leads to.
 */
type StartFront = (store: CallStore, untilOpen: () => Promise<void>) => Front;

/** Runs the call on a front of its own, says what came of it when that is closed, and sets the process's exit code. */
export async function runSession(
  context: Context,
  initial: CallState,
  desk: Desk,
  startFront: StartFront,
): Promise<void> {
  const ended = await runCall(context, initial, desk, startFront);
  sayGoodbye(context, ended, desk);
  const mail = ended.unsaved ? null : ended.ending.sending?.mail;
  if (!mail) return;
  const { sendQueued } = await import('../outbox/sendReport.ts');
  await sendQueued(context, desk, mail, ended.state.opening.operator);
}

/**
 * Runs the call on a stage that is already on the terminal, and then shows the scene that was there before. Says
 * nothing, so what is `unsaved` is for whoever goes on to show, and to tell with `tellUnsaved` when the stage is closed.
 */
export function runCallOnStage(
  context: Context,
  initial: CallState,
  desk: Desk,
  open: OpenStage,
): Promise<EndedCall> {
  return runCall(context, initial, desk, (store) => frontOnStage(open, callScene(store)));
}

/** Runs the call until it is finished or interrupted. */
async function runCall(
  context: Context,
  initial: CallState,
  desk: Desk,
  startFront: StartFront,
): Promise<EndedCall> {
  let effects: CallEffects | null = null;
  const moment = () => ({ now: context.now(), newId });
  const store = createCallStore(initial, moment, (effect) => effects?.perform(effect));
  const gate = holdUntilOpen(store);
  const front = startFront(gate.store, gate.untilOpen);
  const stopKeeping = keepSoon(gate.store, () => effects?.keep());

  const untilEnded = async () => {
    // The journal and the mail are loaded when the first keys have been shown, or when something is to be saved.
    await Promise.race([gate.asked, delay(loadMilliseconds, undefined, { ref: false })]);
    const { createCallEffects } = await import('./effects.ts');
    const resumed = initial.incident !== null || typingOf(initial) !== null;
    const { env, now } = context;
    const { lend = null } = front;
    const loaded = createCallEffects({ store, desk, resumed, env, now, lend, rescueFolders });
    effects = loaded;
    if (resumed) store.send({ kind: 'resumed' });
    gate.open();
    loaded.keep();
    // The first time takes ten milliseconds, which no key shall wait for: something for each of the guard's parts.
    foundIn(['Portkod 1234 till Anna, 031-390 06 12'], { known: initial.desk.known, now: now() });
    return { ending: await loaded.ended, close: loaded.close };
  };

  const { ending, close } = await runFront(front, {
    tick: () => gate.store.send({ kind: 'tick' }),
    // The front ended without a word, or a signal came: keep everything, as when somebody interrupts.
    stop: () => gate.store.send({ kind: 'interrupted' }),
    ended: untilEnded(),
  }).finally(stopKeeping);
  close();
  const state = store.state();
  const isSaved = ending.unsaved === 0 && !ending.typingUnsaved;
  return { ending, state, unsaved: isSaved ? null : { copy: saveRescueFile(state, rescueFolders) } };
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

/** What stands on the ordinary screen afterwards. */
function sayGoodbye(context: Context, ended: EndedCall, desk: Desk): void {
  const { ending, state, unsaved } = ended;
  const { sending } = ending;
  if (sending?.mail === null) tellNotQueued(context, state);
  if (unsaved) {
    tellUnsaved(context, state, unsaved.copy);
    return;
  }
  if (ending.why === 'finished' && state.incident) {
    const { path } = state.draft;
    const report = path === null ? null : { path, isQueued: sending?.mail != null };
    for (const line of summaryLines(state.incident, report, desk.contacts)) print(context, line);
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

/** Says on the ordinary screen that the report that was to be sent is not on its way, and sets the exit code. */
function tellNotQueued(context: Context, { incident }: CallState): void {
  tell(context, words.afterCall.notQueued(incident?.number ?? '', programName(context)));
  process.exitCode = exitCode.fault;
}

/**
 * Says on the ordinary screen that not all of the call is in the journal, and where else it is, and sets the process's
 * exit code. `copy` is the path of the copy; null when none could be made, and then all of it is printed.
 */
export function tellUnsaved(context: Context, state: CallState, copy: string | null): void {
  tell(context, words.afterCall.unsaved);
  if (copy !== null) tell(context, words.afterCall.rescued(copy, programName(context)));
  else tell(context, `${words.afterCall.onScreen}\n${JSON.stringify(incidentFileOf(state), null, 2)}`);
  const decision = state.incident?.decision;
  if (decision?.overridden)
    tell(context, words.afterCall.decideAgain(verdict(decision), decision.motivation));
  process.exitCode = exitCode.fault;
}
