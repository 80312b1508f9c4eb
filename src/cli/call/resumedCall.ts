/** A call about an incident that is known: one that was left, as it was, or a later one. */
import type { Incident } from '../../domain/incident.ts';
import { laterCall } from '../../flow/call/later.ts';
import { parseTyping, resumeCall, type Typing } from '../../flow/call/resume.ts';
import type { CallContext, CallState } from '../../flow/call/state.ts';
import { JournalError } from '../../journal/errors.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Unfinished } from '../../journal/ongoing.ts';
import * as words from '../../texts/cli.ts';
import { badInput, exitCode, Failure } from '../failure.ts';
import { readingJournalIn } from '../withJournal.ts';

/**
 * The call with this number or id, or the latest that was left. Throws Failure when there is none or the one asked for is
 * finished, and JournalError. `program` is what to type to start the program.
 */
export function resumedCall(
  asked: { readonly number: string | undefined; readonly operator: string; readonly program: string },
  dataFolder: string,
  desk: CallContext,
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
  return resumeCall({ incident, typing: typingIn(unfinished) }, asked.operator, desk);
}

/**
 * A later call about the incident, received at `now` (RFC 3339). What was typed in a call about it that was left stands
 * in its fields; a journal that cannot be read keeps nobody from calling.
 */
export function laterCallAbout(
  incident: Incident,
  about: { readonly operator: string; readonly now: string },
  dataFolder: string,
  desk: CallContext,
): CallState {
  return laterCall(incident, { ...about, typing: typingAbout(incident.id, dataFolder) }, desk);
}

function typingAbout(id: string, dataFolder: string): Typing | null {
  try {
    const all = readingJournalIn(dataFolder, (journal) => journal.unfinished()) ?? [];
    return typingIn(all.find((each) => each.id === id));
  } catch (error) {
    if (error instanceof JournalError) return null;
    throw error;
  }
}

function typingIn(unfinished: Unfinished | undefined): Typing | null {
  return unfinished?.typing ? parseTyping(unfinished.typing.body) : null;
}

function findCall(journal: Journal, number: string | undefined) {
  const all = journal.unfinished();
  // A call of which there is only typing has no number yet, and is known by its id.
  const typed = all.find((each) => each.id === number)?.id;
  const id = number === undefined ? all[0]?.id : (typed ?? journal.findIncident(number)?.id);
  if (id === undefined) return null;
  return { unfinished: all.find((each) => each.id === id), incident: journal.findIncident(id) };
}
