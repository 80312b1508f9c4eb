/** What every screen of the desk is told of, besides what concerns it alone. */
import type { FaultKind } from './fault.ts';
import type { Key } from './keys.ts';

export type Told =
  /** Text comes letter by letter (`letterByLetter`). */
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'tick' }
  /** Entries are in the journal; also those of other screens. */
  | { readonly kind: 'saved'; readonly ids: readonly string[] }
  | { readonly kind: 'save-failed'; readonly fault: FaultKind }
  /** A signal asked the program to stop, or the terminal went away: keep everything and leave. */
  | { readonly kind: 'interrupted' };

/** A screen that records entries, by the ids of those that the journal has not confirmed. */
interface Recording {
  readonly unsaved: readonly string[];
  readonly fault: FaultKind | null;
}

/** The screen after the journal has taken entries, or has not. */
export function afterWriting<State extends Recording>(
  state: State,
  message: Extract<Told, { kind: 'saved' | 'save-failed' }>,
): State {
  if (message.kind === 'save-failed') return { ...state, fault: message.fault };
  return { ...state, unsaved: state.unsaved.filter((id) => !message.ids.includes(id)), fault: null };
}
