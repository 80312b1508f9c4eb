/** From errors of the rooms that save to the kinds that the screens have words for. */
import type { FaultKind } from '../flow/fault.ts';
import { JournalError } from '../journal/errors.ts';
import { DraftError } from '../mail/saveDraft.ts';

export function faultKind(error: unknown): FaultKind {
  if (error instanceof JournalError) return error.kind;
  if (error instanceof DraftError) return error.kind === 'exists' ? 'other' : error.kind;
  return 'other';
}
