import { expect, onTestFinished, test } from 'vitest';
import { followUpsOf, hasFallenDue } from '../../src/domain/followUps.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { actionsEach, incidentCount, newBusyDesk } from './busyDesk.ts';

test('the busy desk is as busy as it says: that many open incidents and actions, some overdue, most to come', async () => {
  const place = await newBusyDesk();
  onTestFinished(place.remove);
  const now = new Date().toISOString();
  const journal = openJournal(place.environment.TJOUR_DATA ?? '', { now: () => now, readOnly: true });
  onTestFinished(journal.close);
  const incidents = journal.openIncidents();
  expect(incidents).toHaveLength(incidentCount);
  expect(journal.head()?.sequence).toBe(incidentCount * 30);
  const followUps = incidents.flatMap((incident) => followUpsOf(incident, 10));
  expect(followUps).toHaveLength(incidentCount * actionsEach);
  const overdue = followUps.filter((followUp) => hasFallenDue(followUp, now)).length;
  expect(overdue / followUps.length).toBeGreaterThan(0.25);
  expect(overdue / followUps.length).toBeLessThan(0.35);
});
