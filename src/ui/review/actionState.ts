/** What has become of something that is to be done after a review, in words. */
import { momentText } from '../../domain/momentText.ts';
import { isLate, type ReviewAction } from '../../domain/review.ts';
import { actionState } from '../../texts/review.ts';

/** `kvar`, `FÖRSENAD`, or who said that it is done and when. `now` is RFC 3339. */
export function actionStateText(action: ReviewAction, now: string): string {
  if (action.done) return actionState.done(action.done, momentText(action.done.at));
  return isLate(action, now) ? actionState.late : actionState.left;
}
