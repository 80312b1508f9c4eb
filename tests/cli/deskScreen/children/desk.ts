/**
 * A desk screen without its terminal, on a clock of its own that goes from one given moment to another, a minute at a
 * time. Each time it is told of something it adds a line to a file that all share, its process id and what it was
 * told of. It says a line when it has been told, and when it is done with a minute. Arguments: folder, file, the moments in milliseconds from 1970.
 */
import { appendFileSync, writeSync } from 'node:fs';
import { liveIncidents } from '../../../../src/cli/deskScreen/liveIncidents.ts';
import { createWatch } from '../../../../src/cli/deskScreen/watch.ts';
import { followUpsOf, hasFallenDue, reminderName } from '../../../../src/domain/followUps.ts';
import { openJournal } from '../../../../src/journal/journal.ts';

const [folder = '', file = '', from = '', to = ''] = process.argv.slice(2);
const moment = (at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' });
const journal = openJournal(folder, { now: () => new Date().toISOString() });
const live = liveIncidents(() => journal);
const watch = createWatch({
  journal: () => journal,
  // Tells in the journal which process it was that wrote.
  operator: () => String(process.pid),
  by: 'screen',
  tell(followUps) {
    const names = followUps.map((followUp) => reminderName(followUp, 'screen'));
    appendFileSync(file, `${JSON.stringify([process.pid, names])}\n`);
    writeSync(1, 'told\n');
  },
});
for (let at = Number(from); at <= Number(to); at += 60_000) {
  const now = moment(at);
  live.refresh();
  const followUps = live.all().flatMap((incident) => followUpsOf(incident, 10));
  watch.tellOf(
    followUps.filter((followUp) => hasFallenDue(followUp, now)),
    now,
  );
  writeSync(1, 'looked\n');
}
journal.close();
