/** What has fallen due, each together with its incident. */
import { type FollowUp, followUpsOf, hasFallenDue, inOrder } from '../domain/followUps.ts';
import type { Incident } from '../domain/incident.ts';

export interface Due {
  readonly followUp: FollowUp;
  readonly incident: Incident;
}

/** By when it fell due. `now` is RFC 3339. */
export function dueIn(incidents: readonly Incident[], reminderMinutes: number, now: string): Due[] {
  const all = incidents.flatMap((incident) =>
    followUpsOf(incident, reminderMinutes).map((followUp) => ({ ...followUp, followUp, incident })),
  );
  return inOrder(all.filter((each) => hasFallenDue(each, now))).map(({ followUp, incident }) => ({
    followUp,
    incident,
  }));
}
