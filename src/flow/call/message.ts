/** What can happen in a call: a key, the clock, and the answers to effects. */
import type { FaultKind } from '../fault.ts';
import type { Key } from '../keys.ts';
import type { EditorMessage } from '../wordingFields.ts';
import type { ComposedDraft, SavedDraft } from './state.ts';

export type Message =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'tick' }
  /** A call that was left is on screen again: what it waited for must be asked for anew. */
  | { readonly kind: 'resumed' }
  /** A signal asked the program to stop. */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'saved'; readonly ids: readonly string[]; readonly number: string }
  | { readonly kind: 'save-failed'; readonly fault: FaultKind }
  | { readonly kind: 'typing-saved' }
  | { readonly kind: 'typing-failed'; readonly fault: FaultKind }
  | { readonly kind: 'rescued'; readonly path: string }
  | { readonly kind: 'rescue-failed' }
  | { readonly kind: 'draft-composed'; readonly draft: ComposedDraft }
  | { readonly kind: 'draft-saved'; readonly draft: SavedDraft }
  | { readonly kind: 'draft-failed'; readonly fault: FaultKind }
  | EditorMessage;

export type DraftMessage =
  | Extract<Message, { kind: 'draft-composed' | 'draft-saved' | 'draft-failed' }>
  | EditorMessage;
