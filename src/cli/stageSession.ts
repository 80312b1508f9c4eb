/** The terminal while something runs on it: the stage, the clock, the signals, and giving it back. */
import { createStage, type Scene, type Stage } from '../ui/scene.ts';
import type { Context } from './context.ts';
import { onStopSignal } from './signals.ts';

/** How often the clock on a screen moves. */
const tickMilliseconds = 1000;

/** Where something is drawn, and its keys come from; `close` gives that back. */
export interface Front {
  /** Settles when the front ends by itself: rejects when it failed. */
  readonly closed: Promise<unknown>;
  close(): Promise<void>;
  /** Gives the terminal to another program while `work` runs. Missing where there is no screen to come back to. */
  lend?(work: () => Promise<void>): Promise<void>;
}

/** The terminal with a stage on it. */
export interface OpenStage extends Front {
  readonly stage: Stage;
}

/** Puts the terminal in raw mode and shows the scene on a stage of its own. */
export async function openStage(
  { stdin, stdout }: Pick<Context, 'stdin' | 'stdout'>,
  first: Scene,
): Promise<OpenStage> {
  const [{ startScreen }, { takeKeys }] = await Promise.all([
    import('../ui/startScreen.tsx'),
    import('../ui/firstFrame.ts'),
  ]);
  await takeKeys(stdin);
  const stage = createStage(first);
  return { stage, ...startScreen(stage, { stdin, stdout }) };
}

/**
 * The stage as the front of one scene, for as long as that runs: shows it, and when it closes the scene that was there
 * before. It ends when the stage does.
 */
export function frontOnStage({ stage, closed, lend }: OpenStage, scene: Scene): Front {
  const before = stage.scene();
  stage.show(scene);
  return {
    closed,
    ...(lend ? { lend } : {}),
    async close() {
      stage.show(before);
    },
  };
}

/**
 * Runs what the front shows until it has `ended`, and closes the front. `tick` is called every second, and `stop` at
 * every signal to stop and when the front ends by itself: what runs must then keep what it has, and end. Rejects when
 * the front failed.
 */
export async function runFront<Result>(
  front: Front,
  runs: { readonly tick: () => void; readonly stop: () => void; readonly ended: Promise<Result> },
): Promise<Result> {
  const ticking = setInterval(runs.tick, tickMilliseconds);
  const stopListening = onStopSignal(runs.stop);
  let isRunning = true;
  const stopped = front.closed.then(() => {
    if (isRunning) runs.stop();
    return runs.ended;
  });
  try {
    return await Promise.race([runs.ended, stopped]);
  } finally {
    isRunning = false;
    clearInterval(ticking);
    stopListening();
    await front.close().catch(() => undefined);
  }
}
