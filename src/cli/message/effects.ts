/** Carries out what the screen of a message asks for, and reports back. */
import type { NewEntry } from '../../domain/entry.ts';
import type { MessageKind } from '../../domain/payloads.ts';
import type { Message } from '../../flow/message/message.ts';
import type { MessageState, OutgoingMessage } from '../../flow/message/state.ts';
import type { Effect } from '../../flow/message/turn.ts';
import type { Store } from '../../flow/store.ts';
import type { Desk } from '../desk.ts';
import { faultKind } from '../faultKind.ts';
import type { UsableTemplate } from '../templates.ts';
import { composeMessage } from './compose.ts';
import { copyLine, copyReport, handOut, type Terminal } from './handOut.ts';

export interface MessageTools {
  readonly desk: Desk;
  readonly terminal: Terminal;
  readonly template: (kind: MessageKind) => Promise<UsableTemplate>;
  /** RFC 3339. */
  readonly now: () => string;
  /** A new UUIDv7 at every call. */
  readonly newId: () => string;
  /** The journal's last hash; null when it cannot be read. */
  readonly chainHash: () => string | null;
  /** Writes the entries; the screen is told with `saved` or `save-failed`. */
  readonly append: (entries: readonly NewEntry[]) => void;
  readonly back: () => void;
  readonly exit: () => void;
}

/** For the store of the screen. */
export function performMessageEffect(
  tools: MessageTools,
): (effect: Effect, store: Store<MessageState, Message>) => void {
  return (effect, { send, state }) => {
    switch (effect.kind) {
      case 'append':
        return tools.append(effect.entries);
      case 'compose':
        return void compose(effect.choice);
      case 'copy':
        return void make(effect.message, 'copied');
      case 'save':
        return void make(effect.message, 'saved');
      case 'copy-line':
        return tell(copyLine(effect.text, tools.terminal), effect.what);
      case 'copy-report':
        return tell(copyReport(effect.report, tools.terminal), 'report');
      case 'back':
        return tools.back();
      case 'exit':
        return tools.exit();
    }

    function tell(isCopied: boolean, what: Extract<Message, { kind: 'copied' }>['what']): void {
      send(isCopied ? { kind: 'copied', what } : { kind: 'not-copied' });
    }

    async function compose(choice: Extract<Effect, { kind: 'compose' }>['choice']): Promise<void> {
      try {
        const template = await tools.template(choice.kind);
        const at = { now: tools.now(), chainHash: tools.chainHash() };
        const message = composeMessage(choice, state().incident, tools.desk, template, at);
        send({ kind: 'composed', choice, message });
      } catch {
        send({ kind: 'compose-failed' });
      }
    }

    async function make(message: OutgoingMessage, how: 'copied' | 'saved'): Promise<void> {
      try {
        const made = await handOut(message, how, { ...tools, now: tools.now(), id: tools.newId() });
        send(made ? { kind: 'made', how, message, made } : { kind: 'not-copied' });
      } catch (error) {
        send({ kind: 'make-failed', fault: faultKind(error) });
      }
    }
  };
}
