/** What the log browser is told, and what it asks of the outside. */
import type { FaultKind } from '../fault.ts';
import type { Told } from '../told.ts';
import { type Turn as AnyTurn, turn as anyTurn } from '../turn.ts';
import type { LogQuery, LogState, Names, Notice, Opened, Page, Seen } from './state.ts';

export type LogMessage =
  | Told
  /** What was drawn before the keys that follow. */
  | { readonly kind: 'seen'; readonly seen: Seen }
  /**
   * `selected` is where to stand, from 0; null to stay. `keep` is the incident that was to be kept, and null where a key
   * asked for these rows.
   */
  | {
      readonly kind: 'loaded';
      readonly page: Page;
      readonly selected: number | null;
      readonly keep: string | null;
    }
  | { readonly kind: 'counted'; readonly total: number }
  | { readonly kind: 'names'; readonly names: Names }
  | { readonly kind: 'opened'; readonly opened: Opened | null }
  /** The journal has got entries. */
  | { readonly kind: 'news' }
  | { readonly kind: 'read-failed'; readonly fault: FaultKind }
  /** Another screen could not be opened, or left something behind. */
  | { readonly kind: 'noticed'; readonly notice: Notice };

export type LogEffect =
  /**
   * Load the rows from `first` on, or the last of the list. With `keep` that incident is to be among them, wherever it
   * stands now.
   */
  | {
      readonly kind: 'load';
      readonly query: LogQuery;
      readonly first: number | 'last';
      readonly keep: string | null;
    }
  /** Count what the filter lets through, when there is time: a later one takes its place. */
  | { readonly kind: 'count'; readonly query: LogQuery }
  | { readonly kind: 'names' }
  | { readonly kind: 'read'; readonly id: string }
  /** To work on it, on its own screen. */
  | { readonly kind: 'open-incident'; readonly id: string }
  | { readonly kind: 'review'; readonly id: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'exit' };

export type Turn = AnyTurn<LogState, LogEffect>;

export const turn: (state: LogState, ...effects: LogEffect[]) => Turn = anyTurn;
