/** A follow-up in words: what is to be done, and whom to reach. */
import { candidatesFor, nextCandidate } from '../domain/candidates.ts';
import type { FollowUp } from '../domain/followUps.ts';
import type { Incident } from '../domain/incident.ts';
import { personText } from '../domain/person.ts';
import type { Contact } from '../domain/register.ts';
import { reminders as words } from '../texts/reminders.ts';
import { actionName } from '../ui/entryText.ts';

/** On one line. Without the incident nobody who called is known, and the register alone says whom to reach. */
export function followUpText(
  { key, action }: FollowUp,
  incident: Incident | null,
  contacts: readonly Contact[],
): string {
  const what = actionName(key, action ? [action] : []);
  if (!action) return what;
  const about = incident ?? { source: 'other' as const, caller: {}, calls: [] };
  const whom = nextCandidate(candidatesFor(action.action, about, contacts), action);
  if (!whom) return what;
  const reach = action.action.kind === 'mail-director' ? whom.email : whom.phone;
  return words.what(what, personText({ name: whom.name, phone: reach }));
}
