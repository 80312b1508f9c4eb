/** A date on the command line. */
import * as words from '../texts/cli.ts';
import { badInput } from './failure.ts';

/** The date as YYYY-MM-DD; undefined when none was given. Throws Failure when it is none. */
export function dateOption(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(text);
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    throw badInput(words.logList.badDate(text));
  }
}

export interface DaysOption {
  readonly frånDatum?: string;
  readonly tillDatum?: string;
}

/** The first and the last day; undefined where there is no end. Throws Failure when one is none, or they are turned around. */
export function daysOption({ frånDatum, tillDatum }: DaysOption): {
  readonly fromDate: string | undefined;
  readonly toDate: string | undefined;
} {
  const [fromDate, toDate] = [dateOption(frånDatum), dateOption(tillDatum)];
  if (fromDate !== undefined && toDate !== undefined && fromDate > toDate)
    throw badInput(words.logList.datesTurned(fromDate, toDate));
  return { fromDate, toDate };
}
