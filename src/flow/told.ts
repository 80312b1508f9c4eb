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
