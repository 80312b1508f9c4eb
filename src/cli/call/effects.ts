/** Carries out what the call asks for: the journal, the draft, the copy elsewhere. Each exactly once, in order. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Entry } from '../../domain/entry.ts';
import { typingOf } from '../../flow/call/resume.ts';
import type { DraftToSave } from '../../flow/call/state.ts';
import type { CallStore } from '../../flow/call/store.ts';
import type { Effect } from '../../flow/call/turn.ts';
import { newId } from '../../journal/id.ts';
import { type Journal, openJournal } from '../../journal/journal.ts';
import { machineTime } from '../context.ts';
import { recipientOf, senderOf } from '../correspondents.ts';
import type { Desk } from '../desk.ts';
import { editWording, type Lend } from '../editor.ts';
import { createEntryWriter } from '../entryWriter.ts';
import { faultKind } from '../faultKind.ts';
import { keepTyped } from '../keepTyped.ts';
import { lastHash } from '../lastHash.ts';
import { composeReport, saveReport } from '../reports.ts';
import { usableReportTemplate } from '../templates.ts';
import { saveRescueFile } from './rescue.ts';

/** How long to wait for a draft that is being written when the call ends. */
const longestSaveMilliseconds = 3000;

/** How a call ended. */
export interface Ending {
  readonly why: 'finished' | 'interrupted';
  /** Entries that could not be saved. */
  readonly unsaved: number;
  /** True when what was being typed could not be saved either. */
  readonly typingUnsaved: boolean;
  /** True when there is text that is typed but not entered. */
  readonly kept: boolean;
  /** The report's mail in the outbox, null in it when it could not be put there. Null when it was not to be sent. */
  readonly sending: { readonly mail: string | null } | null;
}

export interface CallEffects {
  readonly perform: (effect: Effect) => void;
  /** Saves what is being typed, and tries again what could not be saved. Call it often: it does no needless work. */
  keep(): void;
  /** When the call is over. */
  readonly ended: Promise<Ending>;
  close(): void;
}

export interface EffectTools {
  readonly store: CallStore;
  readonly desk: Desk;
  readonly resumed: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly now: () => string;
  /** Gives the terminal away; null where there is no screen. */
  readonly lend: Lend | null;
  /** Where a copy may be put when the journal cannot be written, best first. */
  readonly rescueFolders: readonly string[];
}

/** A journal is opened when it is first needed, and again as long as that fails: a call never waits for it. */
export function createCallEffects(tools: EffectTools): CallEffects {
  const { state, send } = tools.store;
  const { promise: ended, resolve: end } = Promise.withResolvers<Ending>();
  const template = usableReportTemplate(tools.env);
  let journal: Journal | null = null;
  // A call that is resumed may have typing in the journal that has to be replaced or cleared.
  let keptTyping: string | null = tools.resumed ? '' : null;
  let typingFailed = false;
  /** The draft that is being written or put in the outbox, if any: a call does not end in the middle of it. */
  let saving: Promise<void> = Promise.resolve();
  let sending: Ending['sending'] = null;
  /** What is being changed in the operator's editor, if anything. */
  let editing: Promise<void> = Promise.resolve();
  const editor = new AbortController();

  const openedJournal = (): Journal => {
    journal ??= openJournal(tools.desk.dataFolder, { now: machineTime });
    return journal;
  };

  const writer = createEntryWriter({
    openedJournal,
    onSaved: (written) =>
      send({
        kind: 'saved',
        ids: written.map(({ id }) => id),
        number: numberIn(written) ?? state().incident?.number ?? '',
      }),
    onFailed: (fault) => send({ kind: 'save-failed', fault }),
  });

  function keepTyping(): void {
    const typing = typingOf(state());
    const body = typing && JSON.stringify(typing);
    if (body === keptTyping && !typingFailed) return;
    try {
      keepTyped(openedJournal(), state().opening.id, body, 'call');
      keptTyping = body;
      if (typingFailed) send({ kind: 'typing-saved' });
      typingFailed = false;
    } catch (error) {
      typingFailed = true;
      writer.rest();
      send({ kind: 'typing-failed', fault: faultKind(error) });
    }
  }

  async function composeDraft(): Promise<void> {
    try {
      const { incident } = state();
      if (!incident) return;
      const draft = composeReport(incident, tools.desk, await template, {
        now: tools.now(),
        chainHash: lastHash(openedJournal),
      });
      send({ kind: 'draft-composed', draft });
    } catch (error) {
      send({ kind: 'draft-failed', fault: faultKind(error) });
    }
  }

  async function saveDraft(draft: DraftToSave): Promise<void> {
    const { incident } = state();
    if (!incident) return;
    try {
      const at = { now: tools.now(), id: newId() };
      send({ kind: 'draft-saved', draft: await saveReport(draft, incident, tools.desk, at) });
    } catch (error) {
      send({ kind: 'draft-failed', fault: faultKind(error) });
    }
  }

  async function queueDraft(): Promise<void> {
    sending = { mail: null };
    const { incident, opening } = state();
    const draft = incident?.drafts.at(-1);
    const from = senderOf(tools.desk);
    const to = incident && recipientOf(incident, tools.desk);
    if (!incident || !draft || !from || !to) return;
    try {
      const at = { now: tools.now(), operator: opening.operator };
      const { reportInOutbox } = await import('../outbox/report.ts');
      const mail = await reportInOutbox(openedJournal(), { incident, draft, from, to }, at);
      sending = { mail: mail?.id ?? null };
    } catch {
      // That it is not in the outbox is told, and what to do.
    }
  }

  async function leave(why: Ending['why']): Promise<void> {
    editor.abort();
    // The timer must not keep the program from ending.
    await Promise.race([
      Promise.all([saving, editing]),
      delay(longestSaveMilliseconds, undefined, { ref: false }),
    ]);
    writer.write([]);
    keepTyping();
    end({
      // A draft that was saved meanwhile finished the call.
      why: state().step === 'finished' ? 'finished' : why,
      unsaved: writer.waiting().length,
      typingUnsaved: typingFailed,
      kept: keptTyping !== null,
      sending,
    });
  }

  return {
    ended,
    perform(effect) {
      switch (effect.kind) {
        case 'append':
          writer.write(effect.entries);
          return;
        case 'compose-draft':
          void composeDraft();
          return;
        case 'save-draft':
          saving = saveDraft(effect.draft);
          return;
        case 'open-editor':
          editing = editWording(effect.wording, {
            env: tools.env,
            folder: tools.desk.dataFolder,
            lend: tools.lend,
            signal: editor.signal,
          }).then(send);
          return;
        case 'queue-report':
          saving = queueDraft();
          return;
        case 'rescue': {
          const path = saveRescueFile(state(), tools.rescueFolders);
          send(path === null ? { kind: 'rescue-failed' } : { kind: 'rescued', path });
          return;
        }
        case 'exit':
          void leave(effect.why);
      }
    },
    keep() {
      if (writer.isResting()) return;
      writer.retry();
      keepTyping();
    },
    close() {
      journal?.close();
    },
  };
}

function numberIn(entries: readonly Entry[]): string | null {
  const opened = entries.find(({ type }) => type === 'incident-opened');
  return opened ? (opened.payload as { readonly number: string }).number : null;
}
