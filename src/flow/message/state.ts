/** The state of the screen where a message is made: which one, what it says, and what is being changed in it. */
import type { EntryPayloads } from '../../domain/entry.ts';
import type { Incident } from '../../domain/incident.ts';
import { choiceFor, type MessageChoice, messageChoices } from '../../domain/messageRecipients.ts';
import type { MailAddress } from '../../domain/reach.ts';
import type { Contact } from '../../domain/register.ts';
import type { HintKind } from '../../texts/messageScreen.ts';
import type { FaultKind } from '../fault.ts';
import type { Key } from '../keys.ts';
import type { TextBuffer } from '../textBuffer.ts';

/** A message as it was put together. */
export interface ComposedMessage {
  /** In an exercise never anybody but the exercise address. Empty when nobody has an address. */
  readonly to: readonly MailAddress[];
  readonly subject: string;
  /** Every paragraph on one line, without the marks of an exercise: they are put on when it is shown and leaves. */
  readonly text: string;
  /** When the next report is promised in the text, RFC 3339. */
  readonly nextReportAt: string | null;
  /** Set when the desk's own template was broken and the program's was used. */
  readonly templateProblem: string | null;
}

/** A message on its way out, as it stands on the screen. */
export interface OutgoingMessage extends Omit<ComposedMessage, 'templateProblem'> {
  readonly choice: MessageChoice;
  readonly number: string;
  readonly exercise: boolean;
  /** How many files of this kind the incident has already. */
  readonly saved: number;
}

/** What became of it. */
export type MadeMessage = Pick<EntryPayloads['message-made'], 'body' | 'file' | 'messageId'> & {
  readonly path: string | null;
};

export type Field = 'subject' | 'text';

interface OnScreen {
  readonly choice: MessageChoice;
  readonly message: ComposedMessage;
  /** Changed by hand since it was last copied or saved. */
  readonly isEdited: boolean;
}

export type Page =
  | { readonly step: 'choosing' }
  /** Keys that come meanwhile are for the message. */
  | { readonly step: 'composing'; readonly choice: MessageChoice; readonly typed: readonly Key[] }
  /** `making`: it is being copied or saved, and nothing may change under that. */
  | (OnScreen & { readonly step: 'reading'; readonly making: boolean })
  | (OnScreen & { readonly step: 'editing'; readonly field: Field } & Readonly<Record<Field, TextBuffer>>);

/** A hint about the key that was just pressed, or about what came of it; gone at the next key. */
export type Notice =
  | { readonly kind: HintKind }
  | { readonly kind: 'saved-as'; readonly path: string }
  | { readonly kind: 'press-one-of'; readonly keys: readonly string[] }
  | { readonly kind: 'too-long'; readonly dropped: number };

export interface MessageContext {
  readonly operator: string;
  readonly contacts: readonly Contact[];
}

export interface MessageState {
  readonly context: MessageContext;
  /** RFC 3339; moved on by every message. */
  readonly now: string;
  readonly incident: Incident;
  readonly choices: readonly MessageChoice[];
  readonly selected: number;
  /** The list has been on the screen: Esc leads back to it. */
  readonly listed: boolean;
  readonly page: Page;
  readonly notice: Notice | null;
  readonly fault: { readonly kind: FaultKind; readonly what: 'entries' | 'file' } | null;
  /** Entries that the journal has not confirmed yet. */
  readonly unsaved: readonly string[];
}

/**
 * The screen for an action's message, or with the list to choose from when `action` is null or has none of its own.
 * Send it the message `opened` first.
 */
export function startMessage(
  context: MessageContext,
  incident: Incident,
  now: string,
  action: string | null,
): MessageState {
  const choices = messageChoices(incident, context.contacts);
  const choice = action === null ? null : choiceFor(action, incident, context.contacts);
  return {
    context,
    now,
    incident,
    choices,
    selected: 0,
    listed: choice === null,
    page: choice === null ? { step: 'choosing' } : { step: 'composing', choice, typed: [] },
    notice: null,
    fault: null,
    unsaved: [],
  };
}

/** What a file or the clipboard gets of the message on the screen. */
export function outgoing({ incident }: MessageState, { choice, message }: OnScreen): OutgoingMessage {
  const { to, subject, text, nextReportAt } = message;
  const { number, exercise, messages } = incident;
  const saved = messages.filter(({ message: kind, how }) => kind === choice.kind && how === 'saved').length;
  return { to, subject, text, nextReportAt, choice, number, exercise, saved };
}
