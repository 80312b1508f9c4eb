/** Tells the desk what falls due: once for each time, whichever workplace comes first. */
import type { NewEntry } from '../../domain/entry.ts';
import { type FollowUp, reminderName } from '../../domain/followUps.ts';
import { idFor } from '../../journal/id.ts';
import type { Journal } from '../../journal/journal.ts';

export interface WatchTools {
  readonly journal: () => Journal;
  readonly operator: string;
  readonly by: 'screen' | 'mail';
  /** Tells the desk; what it throws is taken as not told. */
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
  const nameOf = (followUp: FollowUp) => reminderName(followUp, by);

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
      const byId = new Map(left.map((followUp) => [idFor(nameOf(followUp)), followUp]));
      const reminders = [...byId].map(([id, followUp]) => reminder(id, followUp, now));
      try {
        journal().claim(reminders, (claimed) => tellOnce(claimed.flatMap(({ id }) => byId.get(id) ?? [])));
      } catch {
        tellOnce(left);
      }
      for (const followUp of left) settled.add(nameOf(followUp));
    },
  };

  function reminder(id: string, { incident, key, at }: FollowUp, now: string): NewEntry<'reminder-given'> {
    return {
      id,
      incident,
      operator,
      receivedAt: now,
      occurredAt: null,
      type: 'reminder-given',
      corrects: null,
      payload: { followUp: key, due: at, by },
    };
  }
}
