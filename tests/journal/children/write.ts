/**
 * Appends entries to the journal in the folder, a new incident at every tenth, and says the id of each on a line of
 * its own once it is written. Waits for a line on standard input before it opens the journal.
 * Arguments: folder, number of entries.
 */
import { readSync, writeSync } from 'node:fs';
import { newId } from '../../../src/journal/id.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { answer, entry, opening } from '../entries.ts';

const [folder = '', count = ''] = process.argv.slice(2);
writeSync(1, 'ready\n');
readSync(0, Buffer.alloc(1));
const journal = openJournal(folder, { now: () => new Date().toISOString() });
let incident = '';
for (let i = 0; i < Number(count); i += 1) {
  if (i % 10 === 0) incident = newId();
  const next = i % 10 === 0 ? entry(incident, 'incident-opened', opening) : answer(incident, `Uppgift ${i}`);
  journal.append([next]);
  writeSync(1, `${next.id}\n`);
}
journal.close();
