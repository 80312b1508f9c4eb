/** When something is to be done, as the desk and the incident say it. */
import { countdownText } from '../domain/countdown.ts';
import type { FollowUp } from '../domain/followUps.ts';
import { shortMomentText } from '../domain/momentText.ts';

/** Further ahead than this the moment says more than how long it is. */
const longestCountdown = { hours: 12 };

/**
 * `nu`, `om 12 min`, `försenad 5 min`, `mån 23 nov 07:00`. What is to be done at once is not late until the desk is
 * reminded of it: somebody is at work on it. Throws RangeError when one of them is not a time.
 */
export function dueText({ at, due }: Pick<FollowUp, 'at' | 'due'>, now: string): string {
  const moment = Date.parse(now);
  if (Date.parse(due) <= moment && moment < Date.parse(at)) return countdownText(now, now);
  const isFar = Date.parse(due) - moment > longestCountdown.hours * 3_600_000;
  return isFar ? shortMomentText(due) : countdownText(due, now);
}
