/** Begins to fill the folder's journal, says 'begun', and goes no further. Argument: folder. */
import { demoEntries } from '../../../src/domain/demo/entries.ts';
import { fillJournal } from '../../../src/journal/fill.ts';

const [folder = ''] = process.argv.slice(2);
const filling = fillJournal(folder, demoEntries({ count: 40, seed: 1, until: '2026-11-21T03:10:00+01:00' }));
filling.next();
console.log('begun');
// Stays alive until it is ended.
process.stdin.resume();
