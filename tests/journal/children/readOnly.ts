/**
 * Tries to open, write and read the journal as a user who may only read it. Says as JSON what happened.
 * Arguments: folder, the user's id or nothing.
 */
import { JournalError } from '../../../src/journal/errors.ts';
import { newId } from '../../../src/journal/id.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { verifyJournal } from '../../../src/journal/verify.ts';
import { entry, opening } from '../entries.ts';

const [folder = '', user] = process.argv.slice(2);
if (user !== undefined) {
  process.setgid?.(Number(user));
  process.setuid?.(Number(user));
}
const options = { now: () => new Date().toISOString() };

function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error instanceof JournalError ? error.kind : String(error);
  }
}

console.log(
  JSON.stringify({
    write: attempt(() => openJournal(folder, options).append([entry(newId(), 'incident-opened', opening)])),
    create: attempt(() => openJournal(`${folder}/inside`, options)),
    read: attempt(() =>
      [...openJournal(folder, { ...options, readOnly: true }).list()].map(({ number }) => number),
    ),
    unfinished: attempt(() => openJournal(folder, { ...options, readOnly: true }).unfinished().length),
    writeReadOnly: attempt(() => openJournal(folder, { ...options, readOnly: true }).typing.clear('i')),
    verify: attempt(() => [...verifyJournal(folder)]),
  }),
);
