/** What can happen at the desk. */
import type { FollowUp } from '../../domain/followUps.ts';
import type { FaultKind } from '../fault.ts';
import type { Told } from '../told.ts';
import type { DeskWork } from './rows.ts';
import type { DeskContext } from './state.ts';

export type Message =
  | Told
  /** The journal as it is now: to be sent whenever it has changed. */
  | ({ readonly kind: 'loaded' } & DeskWork)
  | { readonly kind: 'read-failed'; readonly fault: FaultKind }
  /** The mails no longer call for anybody; or it could not be written. */
  | { readonly kind: 'handled' }
  | { readonly kind: 'not-handled'; readonly fault: FaultKind }
  /** Another operator has taken over, or the settings or the contacts have changed. */
  | { readonly kind: 'context-changed'; readonly context: DeskContext }
  /** The bell rang for these. */
  | { readonly kind: 'rang'; readonly followUps: readonly Pick<FollowUp, 'incident' | 'key'>[] };
