/** The call line by line: `--enkel`, a screen reader, or a terminal that cannot be drawn on. */
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { readLine } from '../../flow/call/lines.ts';
import type { CallState } from '../../flow/call/state.ts';
import type { CallStore } from '../../flow/call/store.ts';
import { newId } from '../../journal/id.ts';
import * as words from '../../texts/call.ts';
import { exercise as exerciseWord } from '../../texts/labels.ts';
import { draftAsked, remarks, stepText, welcomeText } from '../../ui/call/plainText.ts';
import { type Context, operatorName, print, programName } from '../context.ts';
import { callContext, type Desk, openDeskForCall } from '../desk.ts';
import type { Front } from '../stageSession.ts';
import { newCall } from './newCall.ts';
import { resumedCall } from './resumedCall.ts';
import { runSession } from './session.ts';

/** Takes a new call. Sets the exit code. */
export async function newPlainCall(
  context: Context,
  about: { readonly exercise: boolean; readonly operator: string | undefined },
): Promise<void> {
  const { desk, problems } = await openDeskForCall(context);
  const { station, operator } = desk.settings;
  const { exercise } = about;
  const opening = {
    station,
    operator: operatorName(about.operator, operator),
    exercise,
    now: context.now(),
    id: newId(),
  };
  return plainSession(context, newCall(opening, callContext(desk, problems)), desk);
}

/** Goes on with a call that was left. Sets the exit code. */
export async function resumePlainCall(
  context: Context,
  about: { readonly number: string | undefined; readonly operator: string | undefined },
): Promise<void> {
  const { desk, problems } = await openDeskForCall(context);
  const operator = operatorName(about.operator, desk.settings.operator);
  const asked = { number: about.number, operator, program: programName(context) };
  const state = resumedCall(asked, desk.dataFolder, callContext(desk, problems));
  return plainSession(context, state, desk);
}

function plainSession(context: Context, state: CallState, desk: Desk): Promise<void> {
  const mark = state.opening.exercise ? `${exerciseWord} – ` : '';
  print(context, welcomeText(state, mark));
  for (const problem of state.desk.problems) print(context, problem);
  return runSession(context, state, desk, (store, untilOpen) => plainFront(context, store, untilOpen, mark));
}

/** Prints each step as it opens, and takes one line for it. */
function plainFront(context: Context, store: CallStore, untilOpen: () => Promise<void>, mark: string): Front {
  let shown: CallState | null = null;
  let lines: Interface | null = null;

  const ask = (state: CallState) => {
    print(context, '');
    for (const text of stepText(state)) print(context, text);
  };

  const show = () => {
    const state = store.state();
    const before = shown;
    shown = state;
    if (before) for (const text of remarks(before, state)) print(context, mark + text);
    const isSame = before !== null && state.step === before.step && sameQuestion(before, state);
    if (isSame && state.notice === null) return;
    // A key that was not understood, or a mark that was set, asks the same question again; the report is long.
    if (isSame && state.step === 'draft') print(context, draftAsked(state));
    else ask(state);
  };
  const unsubscribe = store.subscribe(show);

  const readLines = async () => {
    // What a line means depends on what the line before it led to.
    await untilOpen();
    lines = createInterface({ input: context.stdin, terminal: false });
    lines.on('line', (line) => {
      const command = readLine(store.state(), line);
      if (command.kind === 'help') {
        for (const text of words.plain.help) print(context, text);
        ask(store.state());
      } else store.send(...command.keys.map((key) => ({ kind: 'key', key }) as const));
    });
    await once(lines, 'close');
    await draftSettled(store);
  };

  show();
  return {
    closed: readLines(),
    async close() {
      unsubscribe();
      lines?.close();
    },
  };
}

/** When the lines end right after the one that saves the draft, it is still to be saved. */
function draftSettled(store: CallStore): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { draft, fault } = store.state();
      // What cannot be saved is not waited for: a copy of it is made when the call ends.
      if (!draft.saving && (!draft.wanted || fault)) resolve();
    };
    store.subscribe(look);
    look();
  });
}

/** The clock and the saving change the state too; only what is asked matters here. */
function sameQuestion(a: CallState, b: CallState): boolean {
  return (
    a.fields === b.fields &&
    a.otherwise?.choice === b.otherwise?.choice &&
    a.draft.composed === b.draft.composed &&
    a.draft.masked === b.draft.masked
  );
}
