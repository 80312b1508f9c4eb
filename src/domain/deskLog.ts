/** What the journal says about the desk itself: the latest handover, and the tests of its telephones. */
import { type Entry, isKnown } from './entry.ts';
import { type DeskPayloads, type DeskPhone, deskPhones } from './payloads.ts';
import { atDesk, compareInstants, formatInstant, parseInstant } from './time.ts';

export interface SignedHandover {
  readonly entry: string;
  readonly at: string;
  readonly by: string;
  readonly note: string;
  readonly page: readonly string[];
  readonly exercise: boolean;
  /** Null until the arriving operator has acknowledged it. */
  readonly acknowledged: { readonly at: string; readonly by: string; readonly note: string } | null;
}

export interface PhoneTest {
  readonly phone: DeskPhone;
  /** The latest; null when it has never been tested. */
  readonly latest: (DeskPayloads['phone-tested'] & { readonly at: string; readonly by: string }) | null;
  /** When it is to be tested next, RFC 3339; null when it has never been tested. */
  readonly due: string | null;
}

/**
 * The latest handover among the desk's entries, in any order; null when there is none. An exercise's handover is not
 * the real desk's: `exercise` says which of them is meant.
 */
export function latestHandover(entries: readonly Entry[], exercise: boolean): SignedHandover | null {
  const known = entries.filter(isKnown).toSorted((a, b) => a.sequence - b.sequence);
  const signed = known.findLast(
    (entry) => entry.type === 'handover-signed' && entry.payload.exercise === exercise,
  );
  if (signed?.type !== 'handover-signed') return null;
  const taken = known.find(
    (entry) => entry.type === 'handover-acknowledged' && entry.payload.handover === signed.id,
  );
  const { page, note } = signed.payload;
  return {
    entry: signed.id,
    at: signed.receivedAt,
    by: signed.operator,
    note,
    page,
    exercise,
    acknowledged:
      taken?.type === 'handover-acknowledged'
        ? { at: taken.receivedAt, by: taken.operator, note: taken.payload.note }
        : null,
  };
}

/**
 * Each telephone with its latest test. A test in an exercise is none. A telephone with a fault is due at once.
 * Source: "Telefonerna testas återkommande."
 */
export function phoneTests(entries: readonly Entry[], intervalDays: number): PhoneTest[] {
  const tests = entries.filter(isKnown).toSorted((a, b) => a.sequence - b.sequence);
  return deskPhones.map((phone) => {
    const test = tests.findLast(
      (entry) => entry.type === 'phone-tested' && entry.payload.phone === phone && !entry.payload.exercise,
    );
    if (test?.type !== 'phone-tested') return { phone, latest: null, due: null };
    const { payload, receivedAt, operator } = test;
    const days = payload.result === 'works' ? intervalDays : 0;
    const due = formatInstant(atDesk(parseInstant(receivedAt)).add({ days }).toInstant());
    return { phone, latest: { ...payload, at: receivedAt, by: operator }, due };
  });
}

/** The telephones whose test is due or that have never been tested. `now` is RFC 3339. */
export function phonesToTest(tests: readonly PhoneTest[], now: string): PhoneTest[] {
  return tests.filter(({ due }) => due === null || compareInstants(due, now) <= 0);
}
