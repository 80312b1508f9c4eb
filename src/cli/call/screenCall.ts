/** The call on a terminal: the first frame at once, then everything it needs, then the keys. */
import { setTimeout as delay } from 'node:timers/promises';
import { defaultDeskHours } from '../../domain/deskHours.ts';
import type { CallContext } from '../../flow/call/state.ts';
import { update } from '../../flow/call/update.ts';
import { newId } from '../../journal/id.ts';
import { callScene } from '../../ui/call/callScene.ts';
import { callView } from '../../ui/call/callView.ts';
import {
  leaveFirstFrame,
  readFirstText,
  showFirstFrame,
  showNextFrame,
  takeKeys,
} from '../../ui/firstFrame.ts';
import { type Context, operatorName, programName } from '../context.ts';
import { onStopSignal } from '../signals.ts';
import { newCall } from './newCall.ts';

/** For the first frame, before the settings have been read. */
const unknownDesk: CallContext = {
  hours: defaultDeskHours,
  consultMinutes: 15,
  units: [],
  director: null,
  known: { phones: [], emails: [], names: [] },
  editing: null,
  sends: false,
  problems: [],
};

/** The first keys have the program to themselves for so long: loading the rest of it takes longer than a key may. */
const firstKeysMilliseconds = 15;

/** Takes a new call. Sets the exit code. */
export async function newScreenCall(
  context: Context,
  about: { readonly exercise: boolean; readonly operator: string | undefined },
): Promise<void> {
  const { stdin, stdout } = context;
  const { exercise } = about;
  let state = newCall({ station: 'A', operator: '', exercise, now: context.now(), id: '' }, unknownDesk);
  const frame = () => callView(state, { columns: stdout.columns, rows: stdout.rows - 1 }, 0);
  const restore = () => leaveFirstFrame(stdin, stdout);
  let interrupted = false;
  const stopListening = onStopSignal(() => {
    interrupted = true;
  });
  await showFirstFrame(stdin, stdout, frame());
  const stopReading = readFirstText(stdin, (text) => {
    state = update(state, { kind: 'key', key: { kind: 'text', text } }, { now: context.now(), newId }).state;
    showNextFrame(stdout, frame());
  });
  try {
    await delay(firstKeysMilliseconds);
    const { session, startScreen, callContext, openDeskForCall, onScreen } = await loadTheRest();
    const { desk, problems } = await openDeskForCall(context);
    const operator = operatorName(about.operator, desk.settings.operator);
    const opening = { ...state.opening, id: newId(), operator, station: desk.settings.station };
    stopReading();
    const begun = { ...state, opening, desk: callContext(desk, problems, onScreen(context)) };
    const call = session.runSession(context, begun, desk, (store) => {
      const screen = startScreen(callScene(store), { stdin, stdout });
      // It came before anything could be saved; now what was typed can be.
      if (interrupted) store.send({ kind: 'interrupted' });
      return screen;
    });
    // Not before the call listens itself: a signal between the two would be lost.
    stopListening();
    await call;
  } catch (error) {
    restore();
    throw error;
  }
}

/** Goes on with a call that was left. Sets the exit code. */
export async function resumeScreenCall(
  context: Context,
  about: { readonly number: string | undefined; readonly operator: string | undefined },
): Promise<void> {
  const { stdin, stdout } = context;
  const { session, startScreen, callContext, openDeskForCall, onScreen } = await loadTheRest();
  const { resumedCall } = await import('./resumedCall.ts');
  const { desk, problems } = await openDeskForCall(context);
  const operator = operatorName(about.operator, desk.settings.operator);
  const asked = { number: about.number, operator, program: programName(context) };
  const state = resumedCall(asked, desk.dataFolder, callContext(desk, problems, onScreen(context)));
  await takeKeys(stdin);
  await session.runSession(context, state, desk, (store) => startScreen(callScene(store), { stdin, stdout }));
}

async function loadTheRest() {
  const [session, { startScreen }, { callContext, openDeskForCall }, { editingOnScreen: onScreen }] =
    await Promise.all([
      import('./session.ts'),
      import('../../ui/startScreen.tsx'),
      import('../desk.ts'),
      import('../editor.ts'),
    ]);
  return { session, startScreen, callContext, openDeskForCall, onScreen };
}
