/** Entries about one incident, written by a command. */
import type { Incident } from '../domain/incident.ts';
import type { Journal } from '../journal/journal.ts';
import { dataFolder } from '../settings/folders.ts';
import { resume } from '../texts/cli.ts';
import { type Context, programName } from './context.ts';
import { recordAtDesk } from './deskRecord.ts';
import { badInput } from './failure.ts';
import { readingJournal } from './withJournal.ts';

/** The incident with this number. Throws Failure when there is none. */
export function existingIncident(context: Context, number: string): Incident {
  const found = readingJournal(context, (journal) => journal.findIncident(number));
  if (!found) throw badInput(resume.notFound(number, programName(context)));
  return found;
}

/**
 * What `use` gives for the journal, open for writing, and the incident. Throws Failure when there is no such incident,
 * before the journal is opened for writing, which makes one where there is none; and one that says `notSaved` when it
 * cannot be written.
 */
export function recordOnIncident<T>(
  context: Context,
  number: string,
  notSaved: string,
  use: (journal: Journal, incident: Incident) => T,
): T {
  const { id } = existingIncident(context, number);
  return recordAtDesk(context, dataFolder(context.env), notSaved, (journal) => {
    const incident = journal.findIncident(id);
    if (!incident) throw badInput(resume.notFound(number, programName(context)));
    return use(journal, incident);
  });
}
