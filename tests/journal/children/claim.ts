/**
 * Claims entries whose ids follow from their names, and says on a line of its own the id of each that it wrote. Waits
 * for a line on standard input before it opens the journal. Arguments: folder, number of entries.
 */
import { readSync, writeSync } from 'node:fs';
import { idFor } from '../../../src/journal/id.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { answer } from '../entries.ts';

const [folder = '', count = ''] = process.argv.slice(2);
writeSync(1, 'ready\n');
readSync(0, Buffer.alloc(1));
const journal = openJournal(folder, { now: () => new Date().toISOString() });
for (let i = 0; i < Number(count); i += 1) {
  const entry = { ...answer('incident', `Uppgift ${i}`), id: idFor(`Uppgift ${i}`) };
  for (const { id } of journal.claim([entry])) writeSync(1, `${id}\n`);
}
journal.close();
