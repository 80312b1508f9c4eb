/** What one message leads to on the screen of a review. */
import type { HintKind } from '../../texts/review.ts';
import * as flow from '../turn.ts';
import type { ReviewState } from './state.ts';

export type Effect =
  /** Answered by `saved` or `save-failed`. */
  flow.Append | { readonly kind: 'back' } | { readonly kind: 'exit' };

export type Turn = flow.Turn<ReviewState, Effect>;
export const turn: (state: ReviewState, ...effects: Effect[]) => Turn = flow.turn;

/** Only something to say. */
export function hint(state: ReviewState, kind: HintKind | 'press-one-of'): Turn {
  return turn({ ...state, notice: { kind } });
}
