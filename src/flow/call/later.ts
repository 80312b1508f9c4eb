/** A later call about an incident that is known: TIB calls back with worse news. */
import type { Incident } from '../../domain/incident.ts';
import type { Caller } from '../../domain/payloads.ts';
import { callWith, openingOf, stillTyped, type Typing, typingOf } from './resume.ts';
import { type CallContext, type CallState, startCall } from './state.ts';
import { isRecorded } from './turn.ts';

/**
 * A call at its first question, with every earlier answer standing in its field. `now` is when it was received, RFC 3339.
 * `typing` is what was typed in a call about the incident that was left, and never entered: that stands there too.
 * Nothing is recorded before something has been said.
 */
export function laterCall(
  incident: Incident,
  about: {
    readonly operator: string;
    readonly now: string;
    readonly caller?: Caller;
    readonly typing?: Typing | null;
  },
  desk: CallContext,
): CallState {
  const { operator, now, caller = {}, typing = null } = about;
  const first = startCall({ ...openingOf(incident), operator }, desk);
  const call = callWith({ incident, typing: typing && stillTyped(typing, incident) }, first);
  return { ...call, now, later: { source: 'tib', channel: 'phone', caller, receivedAt: now } };
}

/** Whether nothing has been said in the later call: left now, it leaves no trace. Never so in a first call. */
export function isUntouched(state: CallState): boolean {
  const { later, incident } = state;
  return later !== null && !isRecorded(later, incident) && typingOf(state) === null;
}
