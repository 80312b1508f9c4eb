/** The entry that says that the desk was told of a follow-up: the same id in every process that would tell of it. */
import type { NewEntry } from '../domain/entry.ts';
import { type FollowUp, reminderName } from '../domain/followUps.ts';
import { idFor } from '../journal/id.ts';

/** `now` is RFC 3339: when the desk is told. */
export function reminderEntry(
  followUp: FollowUp,
  by: 'screen' | 'mail',
  operator: string,
  now: string,
): NewEntry<'reminder-given'> {
  const { incident, key, at } = followUp;
  return {
    id: idFor(reminderName(followUp, by)),
    incident,
    operator,
    receivedAt: now,
    occurredAt: null,
    type: 'reminder-given',
    corrects: null,
    payload: { followUp: key, due: at, by },
  };
}
