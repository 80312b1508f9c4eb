/** The way in to the review of one incident for a command. */
import type { Scene } from '../../ui/scene.ts';
import type { Context } from '../context.ts';
import { openStage } from '../stageSession.ts';
import { atWorkplace } from './atWorkplace.ts';
import { runReview } from './reviewScreen.ts';

/** What the review is shown over: nothing, and nothing is typed there. */
const nothing: Scene = {
  place: () => '',
  frame: () => ({ lines: [], cursor: null, scrollMax: 0 }),
  keys: () => undefined,
  subscribe: () => () => undefined,
};

/**
 * Shows the operator's review of the incident with this id until it is left, and sets the process's exit code. Returns
 * whether something begun is kept.
 */
export async function openReviewScreen(
  context: Context,
  options: { readonly operatör?: string | undefined },
  id: string,
): Promise<boolean> {
  let isKept = false;
  await atWorkplace(context, { operatör: options.operatör, existing: true }, async (workplace) => {
    const open = await openStage(context, nothing);
    try {
      const { way, isBegun } = await runReview(workplace, open, id);
      isKept = isBegun;
      return way === 'exit' ? 'interrupted' : 'left';
    } finally {
      await open.close();
    }
  });
  return isKept;
}
