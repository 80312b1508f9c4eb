/** Tells the desk what falls due: once for each time, whichever workplace comes first. */
import { type FollowUp, reminderName } from '../../domain/followUps.ts';
import type { Journal } from '../../journal/journal.ts';
import { reminderEntry } from '../reminderEntry.ts';

export interface WatchTools {
  readonly journal: () => Journal;
  /** Who works now: another after a handover. */
  readonly operator: () => string;
  readonly by: 'screen' | 'mail';
  /** Tells the desk. Whatever it throws leaves these to be told by another process. */
  readonly tell: (followUps: readonly FollowUp[]) => void;
}

export interface Watch {
  /**
   * Tells of what has fallen due, as far as nobody has told of it. `now` is RFC 3339. The desk is told while nobody
   * else can claim it: a process that dies in between leaves it to be told by the next, and never untold. Where
   * nothing can be written it is told all the same, once by each process.
   */
  tellOf(due: readonly FollowUp[], now: string): void;
}

export function createWatch({ journal, operator, by, tell }: WatchTools): Watch {
  /** By name: what has been told here, or by somebody else. */
  const settled = new Set<string>();
  /** Made once for each: every second it is asked of the same ones, until somebody has seen to them. */
  const names = new WeakMap<FollowUp, string>();
  const newName = (followUp: FollowUp) => reminderName(followUp, by);
  const nameOf = (followUp: FollowUp) => names.getOrInsertComputed(followUp, newName);

  function tellOnce(followUps: readonly FollowUp[]): void {
    const left = followUps.filter((followUp) => !settled.has(nameOf(followUp)));
    // Before it is written that it was told: a failure at the very end must not have it told twice.
    for (const followUp of left) settled.add(nameOf(followUp));
    if (left.length > 0) tell(left);
  }

  return {
    tellOf(due, now) {
      const left = due.filter((followUp) => !settled.has(nameOf(followUp)));
      if (left.length === 0) return;
      const reminders = left.map((followUp) => reminderEntry(followUp, by, operator(), now));
      const byId = new Map(reminders.map(({ id }, index) => [id, left[index]]));
      try {
        journal().claim(reminders, (claimed) => tellOnce(claimed.flatMap(({ id }) => byId.get(id) ?? [])));
      } catch {
        tellOnce(left);
      }
      for (const followUp of left) settled.add(nameOf(followUp));
    },
  };
}
