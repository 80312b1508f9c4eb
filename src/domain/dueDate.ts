/** The day by which something is to be done, from what somebody types. */
import { readPlannedDay } from './plannedDay.ts';
import { atDesk, parseInstant } from './time.ts';
import { fold, longest } from './when.ts';

/** `date` is `YYYY-MM-DD` on the desk's calendar. */
export type DueDate =
  /** Null when nothing is typed: then there is no such day. */
  | { readonly kind: 'date'; readonly date: string | null }
  | { readonly kind: 'not-understood' }
  | { readonly kind: 'past'; readonly date: string };

/**
 * The day that the text means, typed at `now` (RFC 3339): today or later. Understood are `2026-12-01`, "1/12",
 * "1 dec", "fredag", "i morgon" and the like, in any case and also without å, ä, ö. Throws RangeError when `now` is
 * not a time.
 */
export function parseDueDate(text: string, now: string): DueDate {
  const from = atDesk(parseInstant(now)).toPlainDateTime();
  const said = fold(text);
  if (said === '') return { kind: 'date', date: null };
  const day = said.length > longest ? null : readPlannedDay(said, from);
  const dates = day?.rest === '' ? (day.span ?? []).map((span) => span.from.toPlainDate().toString()) : [];
  const today = from.toPlainDate().toString();
  const ahead = dates.find((date) => date >= today);
  if (ahead !== undefined) return { kind: 'date', date: ahead };
  const [date] = dates;
  return date === undefined ? { kind: 'not-understood' } : { kind: 'past', date };
}
