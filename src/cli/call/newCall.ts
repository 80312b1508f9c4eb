/** A call that begins now. Loads nothing that the first frame does not need. */
import { type CallContext, type CallState, startCall } from '../../flow/call/state.ts';

/** A call from TIB by telephone, received at `now` (RFC 3339). */
export function newCall(
  about: {
    readonly station: string;
    readonly operator: string;
    readonly exercise: boolean;
    readonly now: string;
    readonly id: string;
  },
  desk: CallContext,
): CallState {
  const { station, operator, exercise, now: receivedAt, id } = about;
  return startCall(
    { id, station, source: 'tib', channel: 'phone', exercise, caller: {}, operator, receivedAt },
    desk,
  );
}
