/** The call on a terminal: the first frame at once, then everything it needs, then the keys. */
import { defaultDeskHours } from '../../domain/deskHours.ts';
import type { DeskContext } from '../../flow/call/state.ts';
import { newId } from '../../journal/id.ts';
import { callView } from '../../ui/call/callView.ts';
import { leaveFirstFrame, showFirstFrame, takeKeys } from '../../ui/firstFrame.ts';
import { type Context, operatorName, programName } from '../context.ts';
import { exitCode } from '../failure.ts';
import { newCall } from './newCall.ts';

/** For the first frame, before the settings have been read. */
const unknownDesk: DeskContext = {
  hours: defaultDeskHours,
  consultMinutes: 15,
  units: [],
  director: null,
  problems: [],
};

/** Takes a new call. Sets the exit code. */
export async function newScreenCall(
  context: Context,
  about: { readonly exercise: boolean; readonly operator: string | undefined },
): Promise<void> {
  const { stdin, stdout } = context;
  const { exercise } = about;
  const first = newCall({ station: 'A', operator: '', exercise, now: context.now(), id: '' }, unknownDesk);
  const restore = () => leaveFirstFrame(stdin, stdout);
  const stopEarly = () => {
    restore();
    process.exit(exitCode.interrupted);
  };
  process.once('SIGTERM', stopEarly).once('SIGHUP', stopEarly);
  await showFirstFrame(stdin, stdout, callView(first, { columns: stdout.columns, rows: stdout.rows - 1 }, 0));
  try {
    const { session, startCallScreen, deskContext, openDeskForCall } = await loadTheRest();
    const { desk, problems } = await openDeskForCall(context);
    const operator = operatorName(about.operator, desk.settings.operator);
    const opening = { ...first.opening, id: newId(), operator, station: desk.settings.station };
    const state = { ...first, opening, desk: deskContext(desk, problems) };
    const call = session.runSession(context, state, desk, (store) =>
      startCallScreen(store, { stdin, stdout }),
    );
    // Not before the call listens itself: a signal between the two would be lost.
    process.off('SIGTERM', stopEarly).off('SIGHUP', stopEarly);
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
  const { session, startCallScreen, deskContext, openDeskForCall } = await loadTheRest();
  const { resumedCall } = await import('./resumedCall.ts');
  const { desk, problems } = await openDeskForCall(context);
  const operator = operatorName(about.operator, desk.settings.operator);
  const asked = { number: about.number, operator, program: programName(context) };
  const state = resumedCall(asked, desk.dataFolder, deskContext(desk, problems));
  await takeKeys(stdin);
  await session.runSession(context, state, desk, (store) => startCallScreen(store, { stdin, stdout }));
}

async function loadTheRest() {
  const [session, { startCallScreen }, { deskContext, openDeskForCall }] = await Promise.all([
    import('./session.ts'),
    import('../../ui/call/startCallScreen.tsx'),
    import('../desk.ts'),
  ]);
  return { session, startCallScreen, deskContext, openDeskForCall };
}
