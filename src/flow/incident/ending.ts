/** An action has come to an end by a key, and the next one is there. */
import { selectAfter } from './selecting.ts';
import type { EndedKind, IncidentState } from './state.ts';
import { andThen, type Moment, newestEntry, type Turn, turn } from './turn.ts';

/** `ended` is the turn that has recorded how the action of this key ended, in the state `before`. */
export function onward(before: IncidentState, ended: Turn, key: string, what: EndedKind, at: Moment): Turn {
  return andThen(ended, (after) =>
    turn({
      ...selectAfter(before, after, key),
      notice: { kind: 'ended', what, at: at.now, entry: newestEntry(after) },
    }),
  );
}
