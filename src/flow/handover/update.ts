/**
 * What happens on the handover, as one pure function: `updateHandover(state, message, at)` gives the next state and
 * the effects to carry out. What is signed is the page as it stands at that moment, line by line.
 */
import { acknowledgeProblem, isSameOperator } from '../../domain/handoverChanges.ts';
import { cleanLine } from '../../domain/text.ts';
import { minuteOf } from '../../domain/time.ts';
import { editField } from '../editing.ts';
import type { FaultKind } from '../fault.ts';
import type { Key } from '../keys.ts';
import { bufferOf, emptyBuffer } from '../textBuffer.ts';
import { afterWriting, type Told } from '../told.ts';
import * as flow from '../turn.ts';
import { acknowledgedEntry, asAcknowledged, asSigned, signedEntry } from './entries.ts';
import { type HandoverRecord, type HandoverState, type Notice, withPage } from './state.ts';

export type Message =
  | Told
  /** The journal has changed. */
  | ({ readonly kind: 'loaded' } & HandoverRecord)
  | { readonly kind: 'read-failed'; readonly fault: FaultKind };

export type Effect =
  /** Answered by `saved` or `save-failed`. */
  | flow.Append
  /** Somebody has taken over: from now on the desk works under this sign. */
  | { readonly kind: 'operator-changed'; readonly operator: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'exit' };

type Turn = flow.Turn<HandoverState, Effect>;
const turn: (state: HandoverState, ...effects: Effect[]) => Turn = flow.turn;

/** The next state, and what must be done outside. */
export function updateHandover(state: HandoverState, message: Message, at: flow.Moment): Turn {
  switch (message.kind) {
    case 'key':
      return onKey({ ...state, notice: null }, message.key, at);
    case 'tick':
      // Nothing on the screen shows seconds.
      return turn(minuteOf(state.now) === minuteOf(at.now) ? state : withPage({ ...state, now: at.now }));
    case 'loaded': {
      const { incidents, phones } = message;
      // What was signed here and is not saved yet is newer than what the journal knows.
      const handover = state.unsaved.length > 0 ? state.handover : message.handover;
      return turn(
        withPage({ ...state, incidents, phones, handover, now: at.now, isRead: true, readFault: null }),
      );
    }
    case 'read-failed':
      return turn({ ...state, readFault: message.fault });
    case 'saved':
    case 'save-failed':
      return turn(afterWriting(state, message));
    case 'interrupted':
      return turn(state, { kind: 'exit' });
  }
}

function onKey(state: HandoverState, key: Key, at: flow.Moment): Turn {
  if (key.kind === 'interrupt') return turn(state, { kind: 'exit' });
  // How far the page is scrolled is the screen's own matter.
  if (key.kind === 'page-up' || key.kind === 'page-down') return turn(state);
  switch (state.panel) {
    case 'sign':
      return onSigning(state, key, at);
    case 'acknowledge':
      return onAcknowledging(state, key, at);
    case 'help':
      return turn({ ...state, panel: null });
    case null:
      return onPageKey(state, key);
  }
}

function onPageKey(state: HandoverState, key: Key): Turn {
  const letter = key.kind === 'text' ? key.text.toLowerCase() : '';
  if (key.kind === 'escape' || letter === 'q') return leave(state);
  const staying = { ...state, isWarned: false };
  switch (letter) {
    case 's':
      return state.isRead ? turn({ ...staying, panel: 'sign' }) : noticed(staying, { kind: 'not-read' });
    case 'k':
      return state.isRead ? acknowledge(staying) : noticed(staying, { kind: 'not-read' });
    case '?':
      return turn({ ...staying, panel: 'help' });
    default:
      return noticed(staying, { kind: 'press-one-of' });
  }
}

/** At once, unless something is not saved: then it is said first. */
function leave(state: HandoverState): Turn {
  return state.unsaved.length > 0 && !state.isWarned
    ? noticed({ ...state, isWarned: true }, { kind: 'unsaved' })
    : turn({ ...state, isWarned: false }, { kind: 'back' });
}

function acknowledge(state: HandoverState): Turn {
  const { handover, operator } = state;
  const problem = acknowledgeProblem(handover, null);
  if (!handover || problem) return noticed(state, { kind: 'problem', problem: problem ?? 'nothing-signed' });
  const arriving = isSameOperator(operator, handover.by) ? emptyBuffer : bufferOf(operator);
  return turn({ ...state, panel: 'acknowledge', arriving });
}

function onSigning(state: HandoverState, key: Key, at: flow.Moment): Turn {
  if (key.kind === 'escape') return turn({ ...state, panel: null });
  if (key.kind !== 'enter') return edited(state, 'note', key);
  const current = withPage({ ...state, now: at.now });
  const { setup, operator, lines, note } = current;
  const entry = signedEntry(lines, note.text, { operator, exercise: setup.exercise }, at);
  return turn(
    {
      ...current,
      panel: null,
      note: emptyBuffer,
      handover: asSigned(entry),
      unsaved: [...state.unsaved, entry.id],
      notice: { kind: 'signed' },
    },
    { kind: 'append', entries: [entry] },
  );
}

function onAcknowledging(state: HandoverState, key: Key, at: flow.Moment): Turn {
  if (key.kind === 'escape') return turn({ ...state, panel: null });
  // A sign is one line.
  if (key.kind === 'newline') return turn(state);
  if (key.kind !== 'enter') return edited(state, 'arriving', key);
  const { handover } = state;
  const operator = cleanLine(state.arriving.text);
  const problem = acknowledgeProblem(handover, operator);
  // Another workplace may have been first: then there is no field to stand in.
  const panel = acknowledgeProblem(handover, null) ? null : state.panel;
  if (!handover || problem) {
    return noticed({ ...state, panel }, { kind: 'problem', problem: problem ?? 'nothing-signed' });
  }
  const entry = acknowledgedEntry(handover, '', operator, at);
  return turn(
    {
      ...withPage({ ...state, operator, now: at.now }),
      panel: null,
      handover: asAcknowledged(handover, entry),
      unsaved: [...state.unsaved, entry.id],
      notice: { kind: 'acknowledged', operator },
    },
    { kind: 'append', entries: [entry] },
    { kind: 'operator-changed', operator },
  );
}

function edited(state: HandoverState, field: 'note' | 'arriving', key: Key): Turn {
  const change = editField(state[field], key);
  if (change.kind !== 'changed') return turn(state);
  const { buffer, dropped } = change;
  return turn({
    ...state,
    [field]: buffer,
    notice: dropped > 0 ? { kind: 'too-long', dropped } : null,
  });
}

function noticed(state: HandoverState, notice: Notice): Turn {
  return turn({ ...state, notice });
}
