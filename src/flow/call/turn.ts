/** What one message leads to in a call, and what is recorded on the way. */
import type { EntryPayloads, EntryType, NewEntry } from '../../domain/entry.ts';
import { applyEntry, type Incident } from '../../domain/incident.ts';
import type { Wording } from '../../domain/wording.ts';
import { asWritten, newEntry } from '../newEntry.ts';
import * as flow from '../turn.ts';
import { type CallState, callReceivedAt, type DraftToSave, draftAnew, type LaterCall } from './state.ts';
import { position } from './steps.ts';

export type { Moment } from '../turn.ts';

export type Effect =
  /** Answered by `saved` or `save-failed`. */
  | flow.Append
  /** Put the report together; answered by `draft-composed`. */
  | { readonly kind: 'compose-draft' }
  /** Write the draft's file; answered by `draft-saved` or `draft-failed`. */
  | { readonly kind: 'save-draft'; readonly draft: DraftToSave }
  /** Open it in the operator's own editor; answered by `edited` or `not-edited`. */
  | { readonly kind: 'open-editor'; readonly wording: Wording }
  /** Put the report that was saved last in the outbox. What came of it is told when the call is over. */
  | { readonly kind: 'queue-report' }
  /** Write everything to a file somewhere else; answered by `rescued` or `rescue-failed`. */
  | { readonly kind: 'rescue' }
  /** Keep what is being typed, and leave. */
  | { readonly kind: 'exit'; readonly why: 'finished' | 'interrupted' };

export type Turn = flow.Turn<CallState, Effect>;
export const turn: (state: CallState, ...effects: Effect[]) => Turn = flow.turn;
export const andThen: (first: Turn, next: (state: CallState) => Turn) => Turn = flow.andThen;

/**
 * Records an entry: folded into the state at once, and to be written to the journal. The first one is preceded by
 * the entry that opens the incident, and in a later call by the one that says that somebody called again.
 */
export function record<T extends EntryType>(
  state: CallState,
  at: flow.Moment,
  type: T,
  payload: EntryPayloads[T],
  about: { readonly corrects?: string | undefined; readonly occurredAt?: string | undefined } = {},
): Turn {
  if (!state.incident && type !== 'incident-opened') {
    const { station, source, channel, exercise, caller } = state.opening;
    const opening = { station, number: '', source, channel, exercise, caller };
    return andThen(record(state, at, 'incident-opened', opening), (opened) =>
      record(opened, at, type, payload, about),
    );
  }
  const { later } = state;
  if (later && !isRecorded(later, state.incident) && type !== 'call-received') {
    const { source, channel, caller } = later;
    return andThen(record(state, at, 'call-received', { source, channel, caller }), (received) =>
      record(received, at, type, payload, about),
    );
  }
  const beginsCall = type === 'incident-opened' || type === 'call-received';
  const { id: incident, operator } = state.opening;
  const entry: NewEntry<T> = {
    ...newEntry(type, payload, { incident, operator, ...about }, at),
    ...(beginsCall ? { receivedAt: callReceivedAt(state) } : {}),
  };
  return turn(
    {
      ...state,
      incident: applyEntry(state.incident, asWritten(entry, at)),
      unsaved: [...state.unsaved, entry.id],
    },
    { kind: 'append', entries: [entry] },
  );
}

/** Whether the incident knows of this later call: nothing is recorded before something has been said in it. */
export function isRecorded({ receivedAt }: LaterCall, incident: Incident | null): boolean {
  return incident?.calls.some(({ at }) => at === receivedAt) ?? false;
}

/**
 * Records a fact. A decision rests on the facts it saw: when one changes after it, the decision must be made again,
 * and the report with it.
 */
export function recordFact<
  T extends 'caller-answered' | 'own-operation-answered' | 'desk-answered' | 'motivation-given',
>(...args: Parameters<typeof record<T>>): Turn {
  return andThen(record(...args), (state) =>
    turn(
      position(state.furthest) > position('decision')
        ? { ...state, furthest: 'decision', draft: draftAnew(state.draft) }
        : state,
    ),
  );
}
