/** What can happen at the desk: a key, the clock, what is read from the journal, and the answers to effects. */
import type { FollowUp } from '../../domain/followUps.ts';
import type { FaultKind } from '../fault.ts';
import type { Key } from '../keys.ts';
import type { DeskWork } from './rows.ts';
import type { DeskContext } from './state.ts';

export type Message =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'tick' }
  /** The journal as it is now: to be sent whenever it has changed. */
  | ({ readonly kind: 'loaded' } & DeskWork)
  | { readonly kind: 'read-failed'; readonly fault: FaultKind }
  /** Another operator has taken over, or the settings or the contacts have changed. */
  | { readonly kind: 'context-changed'; readonly context: DeskContext }
  /** The bell rang for these. */
  | { readonly kind: 'rang'; readonly followUps: readonly Pick<FollowUp, 'incident' | 'key'>[] }
  | { readonly kind: 'saved'; readonly ids: readonly string[] }
  | { readonly kind: 'save-failed'; readonly fault: FaultKind }
  /** A signal asked the program to stop. */
  | { readonly kind: 'interrupted' };
