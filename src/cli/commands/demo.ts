/** `tjour demo`: fills an empty data folder with incidents that never happened. */
import { readdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { demoEntries } from '../../domain/demo/entries.ts';
import { demoContacts } from '../../domain/demo/world.ts';
import { abandonedDrafts } from '../../journal/create.ts';
import { journalFile } from '../../journal/file.ts';
import { fillJournal } from '../../journal/fill.ts';
import { dataFolder, settingsFolder } from '../../settings/folders.ts';
import { writeContacts } from '../../settings/importContacts.ts';
import { readContacts } from '../../settings/register.ts';
import { demo as words } from '../../texts/demo.ts';
import { type Context, print, programName, tell } from '../context.ts';
import { badInput, exitCode, Failure } from '../failure.ts';
import { onStopSignal } from '../signals.ts';

const usualCount = 200;
const mostIncidents = 1_000_000;
/** With so many, it takes long enough to say how far it has come. */
const many = 5_000;
/** How many incidents are written before signals are looked for. */
const atOnce = 500;
/** Always the same, so that what is said of the demonstration can be seen by everybody. */
const seed = 19;

/** Throws Failure with nothing changed when the folder is not empty. */
export async function run(context: Context, options: { readonly antal?: string }): Promise<void> {
  const count = countFrom(options.antal);
  const folder = dataFolder(context.env);
  if (!isEmpty(folder) || !(await fill(context, folder, count))) throw badInput(words.notEmpty(folder));
  print(context, words.done(count, folder));
  const settings = settingsFolder(context.env);
  if ((await readContacts(settings)).length === 0) {
    const contacts = demoContacts();
    await writeContacts(settings, contacts);
    print(context, words.contacts(contacts.length));
  }
  print(context, words.neverForReal);
  print(context, words.next(programName(context)));
}

function countFrom(text = String(usualCount)): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > mostIncidents) throw badInput(words.badCount(text, mostIncidents));
  return count;
}

/** Whether there is nothing in the folder but what a process that was killed has left, or no folder. */
function isEmpty(folder: string): boolean {
  try {
    const left = abandonedDrafts(journalFile(folder));
    return readdirSync(folder).every((name) => left.includes(name));
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}

/** Whether it became the folder's journal. Throws JournalError, and Failure when it was interrupted. */
async function fill(context: Context, folder: string, count: number): Promise<boolean> {
  const filling = fillJournal(folder, demoEntries({ count, until: context.now(), seed }));
  let interrupted = false;
  const stop = onStopSignal(() => {
    interrupted = true;
  });
  try {
    for (let done = 0; ; ) {
      const { done: isOver, value } = filling.next();
      if (isOver) return value;
      done += 1;
      if (done % atOnce !== 0) continue;
      if (count >= many && done % Math.floor(count / 10) < atOnce) tell(context, words.progress(done, count));
      await setImmediate();
      if (interrupted) throw new Failure(exitCode.interrupted, words.interrupted);
    }
  } finally {
    // Leaves nothing behind where it was broken off; after the end it does nothing.
    filling.return(false);
    stop();
  }
}
