/** Starts Ink for the call, and stops it. */
import { render } from 'ink';
import type { CallStore } from '../../flow/call/store.ts';
import { makeRoomForInk } from '../firstFrame.ts';
import { CallScreen } from './CallScreen.tsx';

export interface Screen {
  /** Leaves the alternate screen and gives the terminal back; resolves when it is done. */
  close(): Promise<void>;
  /** Rejects when the screen itself failed. */
  readonly closed: Promise<unknown>;
}

/** Shows the call on the terminal and passes its keys on to the store. The terminal is in raw mode (`takeKeys`). */
export function startCallScreen(
  store: CallStore,
  streams: { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream },
): Screen {
  const ink = makeRoomForInk(streams.stdout, () =>
    render(<CallScreen store={store} />, {
      ...streams,
      // Ink would draw nothing where CI is set in the environment, even empty.
      interactive: true,
      alternateScreen: true,
      incrementalRendering: true,
      // A key must be on screen within a frame; Ink's own default waits up to 33 ms.
      maxFps: 250,
      exitOnCtrlC: false,
      patchConsole: false,
    }),
  );
  const closed = ink.waitUntilExit();
  return {
    closed,
    async close() {
      ink.unmount();
      await closed;
    },
  };
}
