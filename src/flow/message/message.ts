/** What can happen on the screen where a message is made. */
import type { Incident } from '../../domain/incident.ts';
import type { MessageChoice } from '../../domain/messageRecipients.ts';
import type { MadeHow } from '../../domain/payloads.ts';
import type { PromisingWording } from '../../domain/wording.ts';
import type { FaultKind } from '../fault.ts';
import type { Told } from '../told.ts';
import type { EditorMessage } from '../wordingFields.ts';
import type { ComposedMessage, MadeMessage, OutboxAnswer, OutgoingMessage } from './state.ts';

export type Message =
  | Told
  /** The screen is there. */
  | { readonly kind: 'opened' }
  /** The journal has something new about the incident. */
  | { readonly kind: 'incident-changed'; readonly incident: Incident }
  /** `kept` is what was begun and left, if anything. */
  | {
      readonly kind: 'composed';
      readonly choice: MessageChoice;
      readonly message: ComposedMessage;
      readonly kept: PromisingWording | null;
    }
  | { readonly kind: 'compose-failed' }
  | {
      readonly kind: 'made';
      readonly how: MadeHow;
      readonly message: OutgoingMessage;
      readonly made: MadeMessage;
    }
  | { readonly kind: 'make-failed'; readonly fault: FaultKind }
  | { readonly kind: 'report-sent'; readonly came: OutboxAnswer }
  | EditorMessage
  /** Something else than a message that is made is on the clipboard. */
  | { readonly kind: 'copied'; readonly what: 'report' | 'subject' | 'address' }
  /** The terminal takes nothing to the clipboard. */
  | { readonly kind: 'not-copied' };
