/** What one message leads to on the incident screen, and what is recorded on the way. */
import type { Entry, EntryPayloads, EntryType } from '../../domain/entry.ts';
import { foldIncident } from '../../domain/incident.ts';
import { asWritten, newEntry } from '../newEntry.ts';
import * as flow from '../turn.ts';
import { keepSelection } from './selecting.ts';
import type { IncidentState } from './state.ts';

export type { Moment } from '../turn.ts';

export type Effect =
  /** Answered by `saved` or `save-failed`. */
  | flow.Append
  /** On to what the incident waits for: the decision, or the report on it. */
  | { readonly kind: 'finish-call' }
  /** Somebody called again about the incident. */
  | { readonly kind: 'new-facts' }
  /** The messages; `action` is the key of the action that they are for. */
  | { readonly kind: 'messages'; readonly action: string | null }
  /** To where this screen was opened from. */
  | { readonly kind: 'back' }
  /** Keep what is being typed, and leave the program. */
  | { readonly kind: 'exit' };

export type Turn = flow.Turn<IncidentState, Effect>;
export const turn: (state: IncidentState, ...effects: Effect[]) => Turn = flow.turn;
export const andThen: (first: Turn, next: (state: IncidentState) => Turn) => Turn = flow.andThen;

/** Records an entry: folded into the state at once, and to be written to the journal. */
export function record<T extends EntryType>(
  state: IncidentState,
  at: flow.Moment,
  type: T,
  payload: EntryPayloads[T],
  corrects: string | null = null,
): Turn {
  const about = { incident: state.incident.id, operator: state.context.operator, corrects };
  const entry = newEntry(type, payload, about, at);
  const recorded: IncidentState = {
    ...state,
    unsaved: [...state.unsaved, entry.id],
    unshown: [...state.unshown, entry.id],
  };
  return turn(keepSelection(state, withEntries(recorded, [...state.entries, asWritten(entry, at)])), {
    kind: 'append',
    entries: [entry],
  });
}

/** The journal's entries as they are now, and after them those recorded here that are not among them yet. */
export function withJournal(state: IncidentState, journal: readonly Entry[]): IncidentState {
  const shown = new Set(journal.map(({ id }) => id));
  const ours = state.entries.filter(({ id }) => state.unshown.includes(id) && !shown.has(id));
  const unshown = ours.map(({ id }) => id);
  return keepSelection(state, withEntries({ ...state, unshown }, [...journal, ...ours]));
}

/** The state over these entries; those that the journal has not shown are numbered on from its last. */
export function withEntries(state: IncidentState, entries: readonly Entry[]): IncidentState {
  const last = entries.at(-1 - state.unshown.length)?.sequence ?? 0;
  const first = entries.length - state.unshown.length;
  const all = entries.map((entry, index) =>
    index < first ? entry : { ...entry, sequence: last + 1 + index - first },
  );
  return { ...state, entries: all, incident: foldIncident(all) ?? state.incident };
}

/** The id of the latest entry: what was recorded last, just after it was. */
export function newestEntry({ entries }: IncidentState): string {
  return entries.at(-1)?.id ?? '';
}
