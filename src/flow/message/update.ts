/** What happens on the screen where a message is made, as one pure function. */
import type { EntryPayloads } from '../../domain/entry.ts';
import { applyEntry } from '../../domain/incident.ts';
import { messageChoices } from '../../domain/messageRecipients.ts';
import type { MadeHow } from '../../domain/payloads.ts';
import type { PromisingWording } from '../../domain/wording.ts';
import { asWritten, newEntry } from '../newEntry.ts';
import type { Moment } from '../turn.ts';
import { onEdited } from './editing.ts';
import { onKey } from './keys.ts';
import type { Message } from './message.ts';
import { hasChanges, type MessageState, type Notice, type Page } from './state.ts';
import { andThen, type Turn, turn } from './turn.ts';

/** The next state, and what must be done outside. */
export function updateMessage(before: MessageState, message: Message, at: Moment): Turn {
  const state: MessageState = { ...before, now: at.now };
  switch (message.kind) {
    case 'opened':
      return state.page.step === 'composing'
        ? turn(state, { kind: 'compose', choice: state.page.choice })
        : turn(state);
    case 'key':
      return onKey(state, message.key);
    case 'tick':
      return turn(state);
    case 'interrupted':
      return turn(state, { kind: 'exit' });
    case 'incident-changed':
      return onIncidentChanged(state, message.incident);
    case 'composed':
      return onComposed(state, message);
    case 'compose-failed':
      return turn({ ...state, page: { step: 'choosing' }, listed: true, notice: { kind: 'compose-failed' } });
    case 'made':
      return onMade(state, message, at);
    case 'report-sent':
      return turn({ ...notMaking(state), notice: { kind: 'outbox', came: message.came } });
    case 'edited':
      return onEdited(state, message.wording, null);
    case 'not-edited':
      return onEdited(state, null, message.why);
    case 'make-failed':
      return turn({ ...notMaking(state), fault: { kind: message.fault, what: 'file' } });
    case 'copied':
      return turn({ ...state, notice: { kind: `${message.what}-copied` } });
    case 'not-copied':
      return turn({ ...notMaking(state), notice: { kind: notCopied(state) } });
    case 'saved':
      return turn({
        ...state,
        unsaved: state.unsaved.filter((id) => !message.ids.includes(id)),
        fault: state.fault?.what === 'entries' ? null : state.fault,
      });
    case 'save-failed':
      return turn({ ...state, fault: { kind: message.fault, what: 'entries' } });
  }
}

/** A text that was composed before is not changed under the reader; that there is more to say is told. */
function onIncidentChanged(state: MessageState, incident: MessageState['incident']): Turn {
  const isNew = incident.changedAt !== state.incident.changedAt;
  const selected = state.choices[state.selected];
  const choices = messageChoices(incident, state.context.contacts);
  const same = choices.findIndex(
    ({ kind, action, unit }) =>
      kind === selected?.kind && action === selected.action && unit === selected.unit,
  );
  const isRead = state.page.step !== 'choosing' && state.page.step !== 'composing';
  return turn({
    ...state,
    incident,
    choices,
    selected: Math.max(0, same),
    notice: isNew && isRead ? { kind: 'incident-changed' } : state.notice,
  });
}

function onComposed(
  state: MessageState,
  { choice, message, kept }: Extract<Message, { kind: 'composed' }>,
): Turn {
  // The operator may have gone on to another one meanwhile.
  if (state.page.step !== 'composing' || state.page.choice !== choice) return turn(state);
  const { typed } = state.page;
  const { subject, text } = message;
  const page: Page = {
    step: 'reading',
    choice,
    first: { subject, text },
    message,
    isEdited: false,
    making: false,
  };
  const read = kept ? onTakenUp({ ...state, page }, kept) : turn({ ...state, page });
  return typed.reduce((done, key) => andThen(done, (next) => onKey(next, key)), read);
}

/** What was begun and left, in the place of what the program wrote. */
function onTakenUp(state: MessageState, kept: PromisingWording): Turn {
  const { page } = state;
  if (page.step !== 'reading') return turn(state);
  // The time that was promised when it was begun is the one that its text gives.
  const message = { ...page.message, nextReportAt: kept.nextReportAt };
  return andThen(onEdited({ ...state, page: { ...page, message } }, kept, null), (next) =>
    turn(
      hasChanges(next) ? { ...next, notice: next.notice ?? { kind: 'taken-up' } } : { ...next, notice: null },
    ),
  );
}

/** It has left: that is written down at once, and the promise that it gives is kept from now on. */
function onMade(
  state: MessageState,
  { how, message, made }: Extract<Message, { kind: 'made' }>,
  at: Moment,
): Turn {
  const { choice, to, subject, nextReportAt, first } = message;
  const { path, ...file } = made;
  const recorded = record(state, at, {
    message: choice.kind,
    action: choice.action,
    to: to.length === 0 ? null : to.map(({ address }) => address).join(', '),
    subject,
    how,
    nextReportAt,
    first,
    ...file,
  });
  return andThen(recorded, (next) =>
    turn({
      ...notMaking(next, false),
      fault: next.fault?.what === 'file' ? null : next.fault,
      notice: noticeOf(how, path),
    }),
  );
}

function noticeOf(how: MadeHow, path: string | null): Notice {
  if (how === 'sent') return { kind: 'outbox', came: { kind: 'queued' } };
  return path === null ? { kind: 'text-copied' } : { kind: 'saved-as', path };
}

/** Folded into the state at once, and to be written to the journal. */
function record(state: MessageState, at: Moment, payload: EntryPayloads['message-made']): Turn {
  const about = { incident: state.incident.id, operator: state.context.operator };
  const entry = newEntry('message-made', payload, about, at);
  const incident = applyEntry(state.incident, asWritten(entry, at)) ?? state.incident;
  const unsaved = [...state.unsaved, entry.id];
  return turn({ ...state, incident, unsaved }, { kind: 'append', entries: [entry] });
}

/** A report has a file that can be opened instead; a message can get one. */
function notCopied({ page }: MessageState): 'not-copied' | 'report-not-copied' {
  return page.step === 'report' ? 'report-not-copied' : 'not-copied';
}

/** `isEdited` when that is no longer as it was. */
function notMaking(state: MessageState, isEdited?: boolean): MessageState {
  const { page } = state;
  if (page.step === 'report') return { ...state, page: { ...page, making: false } };
  if (page.step !== 'reading') return state;
  return { ...state, page: { ...page, making: false, isEdited: isEdited ?? page.isEdited } };
}
