/** What one message to the screen where a message is made leads to. */
import type { MessageChoice } from '../../domain/messageRecipients.ts';
import type { Wording } from '../../domain/wording.ts';
import * as flow from '../turn.ts';
import type { MessageState, OutgoingMessage, SavedReport } from './state.ts';

export type Effect =
  /** Answered by `saved` or `save-failed`. */
  | flow.Append
  /** Put it together; answered by `composed` or `compose-failed`. */
  | { readonly kind: 'compose'; readonly choice: MessageChoice }
  /** Put it on the clipboard; answered by `made` or `not-copied`. */
  | { readonly kind: 'copy'; readonly message: OutgoingMessage }
  /** Save it as a file; answered by `made` or `make-failed`. */
  | { readonly kind: 'save'; readonly message: OutgoingMessage }
  /** Put it in the outbox; answered by `made` or `make-failed`. */
  | { readonly kind: 'send'; readonly message: OutgoingMessage }
  /** Put a report that is saved in the outbox; answered by `report-sent` or `make-failed`. */
  | { readonly kind: 'send-report'; readonly report: SavedReport }
  /** Open it in the operator's own editor; answered by `edited` or `not-edited`. */
  | { readonly kind: 'open-editor'; readonly wording: Wording }
  /** Put one line of it on the clipboard; answered by `copied` or `not-copied`. */
  | { readonly kind: 'copy-line'; readonly what: 'subject' | 'address'; readonly text: string }
  /** Put the text of a report that is saved on the clipboard; answered by `copied` or `not-copied`. */
  | { readonly kind: 'copy-report'; readonly report: SavedReport }
  | { readonly kind: 'back' }
  | { readonly kind: 'exit' };

export type Turn = flow.Turn<MessageState, Effect>;
export const turn: (state: MessageState, ...effects: Effect[]) => Turn = flow.turn;
export const andThen: (first: Turn, next: (state: MessageState) => Turn) => Turn = flow.andThen;
