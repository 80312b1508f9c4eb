/** The entry that says that the desk was told of a follow-up: the same id in every process that would tell of it. */
import type { NewEntry } from '../domain/entry.ts';
import { type FollowUp, reminderName } from '../domain/followUps.ts';
import { newEntry } from '../flow/newEntry.ts';
import { idFor } from '../journal/id.ts';

/** `now` is RFC 3339: when the desk is told. */
export function reminderEntry(
  followUp: FollowUp,
  by: 'screen' | 'mail',
  operator: string,
  now: string,
): NewEntry<'reminder-given'> {
  const { incident, key, at } = followUp;
  const moment = { now, newId: () => idFor(reminderName(followUp, by)) };
  return newEntry('reminder-given', { followUp: key, due: at, by }, { incident, operator }, moment);
}
