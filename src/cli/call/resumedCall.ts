/** A call that was left, as it was. */

import { parseTyping, resumeCall } from '../../flow/call/resume.ts';
import type { CallState, DeskContext } from '../../flow/call/state.ts';
import type { Journal } from '../../journal/journal.ts';
import * as words from '../../texts/cli.ts';
import { badInput, exitCode, Failure } from '../failure.ts';
import { readingJournalIn } from '../withJournal.ts';

/**
 * The call with this number, or the latest that was left. Throws Failure when there is none or the one asked for is
 * finished, and JournalError. `program` is what to type to start the program.
 */
export function resumedCall(
  asked: { readonly number: string | undefined; readonly operator: string; readonly program: string },
  dataFolder: string,
  desk: DeskContext,
): CallState {
  const { number, program } = asked;
  const found = readingJournalIn(dataFolder, (journal) => findCall(journal, number));
  if (!found) {
    if (number === undefined) throw new Failure(exitCode.done, words.resume.nothing);
    throw badInput(words.resume.notFound(number, program));
  }
  const { unfinished, incident } = found;
  if (!unfinished)
    throw new Failure(exitCode.done, words.resume.alreadyDone(incident?.number ?? '', program));
  const typing = unfinished.typing && parseTyping(unfinished.typing.body);
  return resumeCall({ incident, typing }, asked.operator, desk);
}

function findCall(journal: Journal, number: string | undefined) {
  const all = journal.unfinished();
  const id = number === undefined ? all[0]?.id : journal.findIncident(number)?.id;
  if (id === undefined) return null;
  return { unfinished: all.find((each) => each.id === id), incident: journal.findIncident(id) };
}
