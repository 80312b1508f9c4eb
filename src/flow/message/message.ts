/** What can happen on the screen where a message is made, and what it asks to be done. */
import type { Incident } from '../../domain/incident.ts';
import type { MessageChoice } from '../../domain/messageRecipients.ts';
import type { FaultKind } from '../fault.ts';
import type { Key } from '../keys.ts';
import * as flow from '../turn.ts';
import type { ComposedMessage, MadeMessage, MessageState, OutgoingMessage } from './state.ts';

export type Message =
  /** The screen is there. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'tick' }
  /** A signal asked the program to stop. */
  | { readonly kind: 'interrupted' }
  /** The journal has something new about the incident. */
  | { readonly kind: 'incident-changed'; readonly incident: Incident }
  | { readonly kind: 'composed'; readonly choice: MessageChoice; readonly message: ComposedMessage }
  | { readonly kind: 'compose-failed' }
  | {
      readonly kind: 'made';
      readonly how: 'copied' | 'saved';
      readonly message: OutgoingMessage;
      readonly made: MadeMessage;
    }
  | { readonly kind: 'make-failed'; readonly fault: FaultKind }
  | { readonly kind: 'line-copied' }
  /** The terminal takes nothing to the clipboard. */
  | { readonly kind: 'not-copied' }
  | { readonly kind: 'saved'; readonly ids: readonly string[] }
  | { readonly kind: 'save-failed'; readonly fault: FaultKind };

export type Effect =
  /** Answered by `saved` or `save-failed`. */
  | flow.Append
  /** Put it together; answered by `composed` or `compose-failed`. */
  | { readonly kind: 'compose'; readonly choice: MessageChoice }
  /** Put it on the clipboard; answered by `made` or `not-copied`. */
  | { readonly kind: 'copy'; readonly message: OutgoingMessage }
  /** Save it as a file; answered by `made` or `make-failed`. */
  | { readonly kind: 'save'; readonly message: OutgoingMessage }
  /** Put one line of it on the clipboard; answered by `line-copied` or `not-copied`. */
  | { readonly kind: 'copy-line'; readonly text: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'exit' };

export type Turn = flow.Turn<MessageState, Effect>;
export const turn: (state: MessageState, ...effects: Effect[]) => Turn = flow.turn;
export const andThen: (first: Turn, next: (state: MessageState) => Turn) => Turn = flow.andThen;
