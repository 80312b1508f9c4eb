/** The entries of a handover, and what it is once they are written: the same on the screen and without one. */
import type { SignedHandover } from '../../domain/deskLog.ts';
import type { NewEntry } from '../../domain/entry.ts';
import { cleanLine, cleanText } from '../../domain/text.ts';
import { deskEntry } from '../newEntry.ts';
import type { Moment } from '../turn.ts';

/** The page as `handoverLines` gave it, signed by whoever leaves. */
export function signedEntry(
  lines: readonly string[],
  note: string,
  { operator, exercise }: { readonly operator: string; readonly exercise: boolean },
  at: Moment,
): NewEntry<'handover-signed'> {
  return deskEntry('handover-signed', { page: lines, note: cleanText(note).trim(), exercise }, operator, at);
}

/** The handover acknowledged by whoever arrives. That they may is the caller's matter (`acknowledgeProblem`). */
export function acknowledgedEntry(
  handover: Pick<SignedHandover, 'entry'>,
  note: string,
  operator: string,
  at: Moment,
): NewEntry<'handover-acknowledged'> {
  const payload = { handover: handover.entry, note: cleanText(note).trim() };
  return deskEntry('handover-acknowledged', payload, cleanLine(operator), at);
}

/** The handover that the entry makes. */
export function asSigned({ id, receivedAt, operator, payload }: NewEntry<'handover-signed'>): SignedHandover {
  return { entry: id, at: receivedAt, by: operator, ...payload, acknowledged: null };
}

/** The handover as the entry leaves it. */
export function asAcknowledged(
  handover: SignedHandover,
  { receivedAt, operator, payload }: NewEntry<'handover-acknowledged'>,
): SignedHandover {
  return { ...handover, acknowledged: { at: receivedAt, by: operator, note: payload.note } };
}
