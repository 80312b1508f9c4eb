/** What one message leads to at the desk. */
import * as flow from '../turn.ts';
import type { DeskState } from './state.ts';

export type Effect =
  /** Answered by `saved` or `save-failed`. */
  | flow.Append
  /** `action` is the key of the action to begin with, if any. */
  | { readonly kind: 'open-incident'; readonly id: string; readonly action: string | null }
  /** Somebody has rung instead of these mails; answered by `handled` or `not-handled`. */
  | { readonly kind: 'handle-mails'; readonly mails: readonly string[] }
  | { readonly kind: 'resume-call'; readonly id: string }
  | { readonly kind: 'new-call' }
  | { readonly kind: 'log' }
  | { readonly kind: 'handover' }
  | { readonly kind: 'exit'; readonly why: 'left' | 'interrupted' };

export type Turn = flow.Turn<DeskState, Effect>;
export const turn: (state: DeskState, ...effects: Effect[]) => Turn = flow.turn;
