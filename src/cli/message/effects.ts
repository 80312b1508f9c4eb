/** Carries out what the screen of a message asks for, and reports back. */
import type { OutboxItem } from '../../domain/delivery.ts';
import type { NewEntry } from '../../domain/entry.ts';
import type { MessageChoice } from '../../domain/messageRecipients.ts';
import type { MadeHow, MessageKind } from '../../domain/payloads.ts';
import type { PromisingWording, Wording } from '../../domain/wording.ts';
import type { Message } from '../../flow/message/message.ts';
import type { MessageState, OutboxAnswer, OutgoingMessage, SavedReport } from '../../flow/message/state.ts';
import type { Effect } from '../../flow/message/turn.ts';
import type { Store } from '../../flow/store.ts';
import type { EditorMessage } from '../../flow/wordingFields.ts';
import type { Journal } from '../../journal/journal.ts';
import { recipientOf, senderOf } from '../correspondents.ts';
import type { Desk } from '../desk.ts';
import { faultKind } from '../faultKind.ts';
import { makeDue, reportInOutbox } from '../outbox/report.ts';
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
  readonly journal: () => Journal;
  readonly operator: () => string;
  /** What was begun in the message and left; null when nothing was. */
  readonly kept: (choice: MessageChoice) => PromisingWording | null;
  /** Begins sending a mail that is in the outbox. */
  readonly sendSoon: (mail: string) => void;
  /** Opens it in the operator's own editor. */
  readonly edit: (wording: Wording) => Promise<EditorMessage>;
  readonly back: () => void;
  readonly exit: () => void;
}

export interface MessageEffects {
  /** For the store of the screen. */
  readonly perform: (effect: Effect, store: Store<MessageState, Message>) => void;
  /** Resolves when what was asked for last has been done, and the screen told. */
  readonly settled: () => Promise<void>;
}

export function messageEffects(tools: MessageTools): MessageEffects {
  let working: Promise<void> = Promise.resolve();
  return { perform, settled: () => working };

  function perform(effect: Effect, { send, state }: Store<MessageState, Message>): void {
    switch (effect.kind) {
      case 'append':
        tools.append(effect.entries);
        return;
      case 'compose':
        working = compose(effect.choice);
        return;
      case 'copy':
        working = make(effect.message, 'copied');
        return;
      case 'save':
        working = make(effect.message, 'saved');
        return;
      case 'send':
        working = make(effect.message, 'sent');
        return;
      case 'send-report':
        working = sendReport(effect.report);
        return;
      case 'open-editor':
        working = tools.edit(effect.wording).then(send);
        return;
      case 'copy-line':
        tell(copyLine(effect.text, tools.terminal), effect.what);
        return;
      case 'copy-report':
        tell(copyReport(effect.report, tools.terminal), 'report');
        return;
      case 'back':
        tools.back();
        return;
      case 'exit':
        tools.exit();
    }

    function tell(isCopied: boolean, what: Extract<Message, { kind: 'copied' }>['what']): void {
      send(isCopied ? { kind: 'copied', what } : { kind: 'not-copied' });
    }

    async function compose(choice: Extract<Effect, { kind: 'compose' }>['choice']): Promise<void> {
      try {
        const template = await tools.template(choice.kind);
        const at = { now: tools.now(), chainHash: tools.chainHash() };
        const message = composeMessage(choice, state().incident, tools.desk, template, at);
        send({ kind: 'composed', choice, message, kept: tools.kept(choice) });
      } catch {
        send({ kind: 'compose-failed' });
      }
    }

    async function make(message: OutgoingMessage, how: MadeHow): Promise<void> {
      try {
        const { id: incident } = state().incident;
        const about = { operator: tools.operator(), incident, now: tools.now(), id: tools.newId() };
        const made = await handOut(message, how, { ...tools, ...about });
        send(made ? { kind: 'made', how, message, made } : { kind: 'not-copied' });
      } catch (error) {
        send({ kind: 'make-failed', fault: faultKind(error) });
      }
    }

    /** The one in the outbox, made due, or a new one. */
    async function sendReport(draft: SavedReport): Promise<void> {
      try {
        const { incident } = state();
        const from = senderOf(tools.desk);
        const to = recipientOf(incident, tools.desk);
        if (!from || !to) throw new Error('nobody to send from or to');
        const journal = tools.journal();
        const at = { now: tools.now(), operator: tools.operator() };
        const mail = await reportInOutbox(journal, { incident, draft, from, to }, at);
        makeDue(journal, mail, at);
        // As it is now: another workplace may have seen to it meanwhile.
        const now = journal.outbox.find(mail.id);
        tools.sendSoon(mail.id);
        send({ kind: 'report-sent', came: answerOf(now) });
      } catch (error) {
        send({ kind: 'make-failed', fault: faultKind(error) });
      }
    }
  }
}

function answerOf(mail: OutboxItem | null): OutboxAnswer {
  const { state, changedAt: at = '' } = mail?.delivery ?? {};
  if (state === 'accepted' || state === 'unknown') return { kind: state, at };
  return { kind: state === undefined || state === 'withdrawn' ? 'overtaken' : 'queued' };
}
