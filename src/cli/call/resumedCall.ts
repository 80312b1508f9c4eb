/** A call that was left, as it was. */

import { parseTyping, resumeCall } from '../../flow/call/resume.ts';
import type { CallState, DeskContext } from '../../flow/call/state.ts';
import { openJournal } from '../../journal/journal.ts';
import * as words from '../../texts/cli.ts';
import { machineTime } from '../context.ts';
import { badInput, exitCode, Failure } from '../failure.ts';

/**
 * The call with this number, or the latest that was left. Throws Failure when there is none or the one asked for is
 * finished, and JournalError.
 */
export function resumedCall(
  asked: { readonly number: string | undefined; readonly operator: string },
  dataFolder: string,
  desk: DeskContext,
): CallState {
  const journal = openJournal(dataFolder, { now: machineTime });
  try {
    const unfinished = journal.unfinished();
    const { number } = asked;
    const id = number === undefined ? unfinished[0]?.id : journal.findIncident(number)?.id;
    if (id === undefined) {
      if (number === undefined) throw new Failure(exitCode.done, words.resume.nothing);
      throw badInput(words.resume.notFound(number));
    }
    const found = unfinished.find((each) => each.id === id);
    if (!found) throw new Failure(exitCode.done, words.resume.alreadyDone(number ?? ''));
    const incident = journal.findIncident(id);
    const typing = found.typing && parseTyping(found.typing.body);
    return resumeCall({ incident, typing }, asked.operator, desk);
  } finally {
    journal.close();
  }
}
