/** Starts Ink for a scene, and stops it. */
import { render } from 'ink';
import { FrameScreen, type Suspend } from './FrameScreen.tsx';
import { clearScreen, draw, enterAlternateScreen, holdDrawing, makeRoomForInk } from './firstFrame.ts';
import type { Scene } from './scene.ts';

export interface Screen {
  /** Leaves the alternate screen and gives the terminal back; resolves when it is done. */
  close(): Promise<void>;
  /** Rejects when the screen itself failed. */
  readonly closed: Promise<unknown>;
  /** Gives the terminal to another program while `work` runs, and draws anew afterwards. */
  lend(work: () => Promise<void>): Promise<void>;
}

/**
 * Shows the scene, or one after another on a stage, on the terminal and passes its keys on. The terminal is in raw mode
 * (`takeKeys`).
 */
export function startScreen(
  scene: Scene,
  streams: { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream },
): Screen {
  let suspend: Suspend | null = null;
  const onSuspendable = (given: Suspend) => {
    suspend = given;
  };
  const ink = makeRoomForInk(streams.stdout, () =>
    render(<FrameScreen scene={scene} onSuspendable={onSuspendable} />, {
      ...streams,
      // Ink would draw nothing where CI is set in the environment, even empty.
      interactive: true,
      alternateScreen: true,
      incrementalRendering: true,
      // A key must be on screen at once; Ink holds every frame back by this much, twice, and by default 33 ms.
      maxFps: 1000,
      exitOnCtrlC: false,
      patchConsole: false,
    }),
  );
  const closed = ink.waitUntilExit();
  let isLent = false;
  const stopDrawingAnew = drawAnewWhenResized(
    streams.stdout,
    () => ink.clear(),
    () => isLent,
  );
  // Before anybody says what went wrong: what is said on the alternate screen goes with it.
  const giveBack = () => ink.unmount();
  process.prependListener('uncaughtException', giveBack);
  return {
    closed,
    async lend(work) {
      isLent = true;
      try {
        await suspend?.(async () => {
          // Ink listens no more, but the stream would go on taking keys from the other program.
          streams.stdin.pause();
          await work();
          // Ink draws from where the cursor stands, and the other program may have left it anywhere.
          streams.stdout.write(`${enterAlternateScreen}${clearScreen}`);
        });
      } finally {
        isLent = false;
      }
    },
    async close() {
      process.off('uncaughtException', giveBack);
      stopDrawingAnew();
      ink.unmount();
      await closed;
    },
  };
}

/**
 * Ink erases where it thinks its last frame is, but one that was on its way when the window changed lies elsewhere. So
 * all is erased before Ink draws for the new size; gives the function that stops it.
 */
function drawAnewWhenResized(
  stdout: NodeJS.WriteStream,
  forgetFrame: () => void,
  isLent: () => boolean,
): () => void {
  const before = () => {
    if (isLent()) return;
    stdout.write(`${holdDrawing}${clearScreen}`);
    forgetFrame();
  };
  const after = () => {
    if (!isLent()) stdout.write(draw);
  };
  stdout.prependListener('resize', before).on('resize', after);
  return () => {
    stdout.off('resize', before).off('resize', after);
  };
}
