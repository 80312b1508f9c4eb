/**
 * Appends entries until one is refused, frees the space (`filler` is removed), and tries the same entry again.
 * Says as JSON what happened. Arguments: folder, filler.
 */
import { rmSync } from 'node:fs';
import { JournalError } from '../../../src/journal/errors.ts';
import { newId } from '../../../src/journal/id.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { verifyJournal } from '../../../src/journal/verify.ts';
import { answer, entry, opening } from '../entries.ts';

const [folder = '', filler = ''] = process.argv.slice(2);
const journal = openJournal(folder, { now: () => new Date().toISOString() });
const incident = newId();
journal.append([entry(incident, 'incident-opened', opening)]);
const written: string[] = [];
let kind: string | null = null;
let refused = answer(incident, '');
for (let i = 0; i < 2000 && kind === null; i += 1) {
  refused = answer(
    incident,
    `Uppgift ${i} ${'x'.repeat(2000)}`,
    i % 2 === 0 ? 'whatHappened' : 'whoIsAffected',
  );
  try {
    journal.append([refused]);
    written.push(refused.id);
  } catch (error) {
    kind = error instanceof JournalError ? error.kind : String(error);
  }
}
const typing = { incident, savedAt: new Date().toISOString(), body: JSON.stringify('x'.repeat(200_000)) };
let typingKind: string | null = null;
try {
  journal.typing.save(typing);
} catch (error) {
  typingKind = error instanceof JournalError ? error.kind : String(error);
}
const readWhenFull = journal.entriesOf(incident).length === written.length + 1;
rmSync(filler, { force: true });
let again: string | null = null;
try {
  journal.append([refused]);
  again = 'written';
} catch (error) {
  again = error instanceof JournalError ? error.kind : String(error);
}
const ids = journal.entriesOf(incident).map(({ id }) => id);
journal.close();
console.log(
  JSON.stringify({
    kind,
    typingKind,
    readWhenFull,
    again,
    written: written.length,
    lost: written.filter((id) => !ids.includes(id)).length,
    doubled: ids.length - new Set(ids).size,
    findings: [...verifyJournal(folder)],
  }),
);
