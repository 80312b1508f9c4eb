/** Two timers that mail about what has fallen due at the same moment. */
import { expect, test } from 'vitest';
import { processContext } from '../../src/cli/context.ts';
import { dueIn } from '../../src/cli/due.ts';
import { mailReminders } from '../../src/cli/reminderMail.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { reminders } from '../../src/texts/reminders.ts';
import { after, outboxWith } from './outbox/outbox.ts';

test('nothing is mailed about twice, when one of them knows of more than the other', async () => {
  const { folder, journal } = outboxWith();
  const due = dueIn(journal.openIncidents(), 15, after(600));
  expect(due.length).toBeGreaterThan(1);
  const settings = { ...defaultSettings, deskEmail: 'jouren@example.se' };
  const desk = { settings, contacts: [], dataFolder: folder };
  const said: string[] = [];
  const timers = [due.slice(0, 1), due].map((each) =>
    mailReminders({ ...processContext(), now: () => after(600) }, desk, 'jl', each, (text) =>
      said.push(text),
    ),
  );
  await Promise.all(timers);
  const given = journal.entriesOf('incident-1').filter(({ type }) => type === 'reminder-given');
  // The rest is what the first did not know of.
  expect(said).toEqual([1, due.length - 1].map((count) => reminders.queued('jouren@example.se', count)));
  expect([given.length, journal.outbox.items().length]).toEqual([due.length, 2]);
});
