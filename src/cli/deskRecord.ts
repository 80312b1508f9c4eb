/** The journal's entries about the desk itself: the handovers and the tests of the telephones, read and written. */
import { latestHandover, type PhoneTest, phoneTests, type SignedHandover } from '../domain/deskLog.ts';
import { deskStream } from '../domain/payloads.ts';
import type { HandoverRecord } from '../flow/handover/state.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { type Context, machineTime } from './context.ts';
import { describe } from './describe.ts';
import { Failure } from './failure.ts';

/** So many of each kind hold the latest one, also when exercises have been many since. */
const enough = 200;

/** What the handover shows, as the journal has it. Throws JournalError. */
export function handoverRecord(
  journal: Journal,
  { exercise, phoneTestDays }: { readonly exercise: boolean; readonly phoneTestDays: number },
): HandoverRecord {
  return {
    incidents: journal.openIncidents(),
    phones: phonesIn(journal, phoneTestDays),
    handover: latestHandoverIn(journal, exercise),
  };
}

/** What there is before anything has been saved. */
export function emptyRecord(phoneTestDays: number): HandoverRecord {
  return { incidents: [], phones: phoneTests([], phoneTestDays), handover: null };
}

/** The latest handover, of the exercise or of the real desk. Throws JournalError. */
export function latestHandoverIn(journal: Journal, exercise: boolean): SignedHandover | null {
  const entries = journal.lastOf(deskStream, ['handover-signed', 'handover-acknowledged'], enough);
  return latestHandover(entries, exercise);
}

/** The telephones with their latest tests. Throws JournalError. */
export function phonesIn(journal: Journal, phoneTestDays: number): PhoneTest[] {
  return phoneTests(journal.lastOf(deskStream, ['phone-tested'], enough), phoneTestDays);
}

/**
 * What `use` gives for the journal, open for writing. Throws Failure that says `notSaved` after the cause when the
 * journal cannot be written.
 */
export function recordAtDesk<T>(
  context: Context,
  folder: string,
  notSaved: string,
  use: (journal: Journal) => T,
): T {
  try {
    const journal = openJournal(folder, { now: machineTime });
    try {
      return use(journal);
    } finally {
      journal.close();
    }
  } catch (error) {
    const known = describe(error, context);
    throw known ? new Failure(known.code, `${known.message} ${notSaved}`, error) : error;
  }
}
