/** A follow-up in words: what is to be done, and whom to reach. */
import { candidatesFor, nextCandidate } from '../domain/candidates.ts';
import type { FollowUp } from '../domain/followUps.ts';
import type { Incident } from '../domain/incident.ts';
import type { Contact } from '../domain/register.ts';
import { actionName } from '../ui/entryText.ts';
import { withReach } from '../ui/reachText.ts';

/**
 * On one line. Without the incident nobody who called is known, and the register alone says whom to reach.
 */
export function followUpText(
  { key, action, exercise }: FollowUp,
  incident: Incident | null,
  contacts: readonly Contact[],
): string {
  const what = actionName(key, action ? [action] : []);
  if (!action) return what;
  const about = incident ?? { source: 'other' as const, caller: {}, calls: [], exercise };
  const whom = nextCandidate(candidatesFor(action.action, about, contacts), action);
  return whom ? withReach(what, action.action, whom) : what;
}

/** The same for other programs. */
export function followUpJson(followUp: FollowUp, incident: Incident, contacts: readonly Contact[]) {
  const { number, key, due, exercise } = followUp;
  const text = followUpText(followUp, incident, contacts);
  return { number, id: incident.id, action: key, due, exercise, text };
}
