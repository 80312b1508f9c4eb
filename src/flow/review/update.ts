/**
 * What happens on the screen of a review, as one pure function: `updateReview(state, message, at)` gives the next state
 * and the effects to carry out. The review and what is to be done after it are written together.
 */
import type { Entry } from '../../domain/entry.ts';
import { isBlank } from '../../domain/text.ts';
import { minuteOf } from '../../domain/time.ts';
import { editField } from '../editing.ts';
import type { FaultKind } from '../fault.ts';
import type { Key } from '../keys.ts';
import { afterWriting, type Told } from '../told.ts';
import type { Moment } from '../turn.ts';
import { isBlankDraft, withOneMore } from './draft.ts';
import { markDone, save } from './saving.ts';
import { fieldsOf, hasReview, type Notice, type ReviewState, withJournal } from './state.ts';
import { existingStop, fieldAt, stopAfter, withField } from './stops.ts';
import { hint, type Turn, turn } from './turn.ts';

export type Message =
  | Told
  /** The journal has something new about the incident. */
  | { readonly kind: 'journal-changed'; readonly entries: readonly Entry[] }
  /** Whether what is being typed could be kept. */
  | { readonly kind: 'typing-kept'; readonly fault: FaultKind | null };

/** The next state, and what must be done outside. */
export function updateReview(state: ReviewState, message: Message, at: Moment): Turn {
  switch (message.kind) {
    case 'key':
      return onKey(state, message.key, at);
    case 'tick':
      // Nothing on the screen shows seconds.
      return turn(minuteOf(state.now) === minuteOf(at.now) ? state : { ...state, now: at.now });
    case 'journal-changed':
      return turn(withJournal(state, message.entries, at));
    case 'saved':
      return turn(saved(afterWriting(state, message)));
    case 'save-failed':
      return turn(afterWriting(state, message));
    case 'typing-kept':
      return turn(state.typingFault === message.fault ? state : { ...state, typingFault: message.fault });
    case 'interrupted':
      return turn(state, { kind: 'exit' });
  }
}

/** Not before all of it is in the journal. */
function saved(state: ReviewState): ReviewState {
  if (state.unsaved.length > 0 || state.onSaved === null) return state;
  return { ...state, notice: { kind: state.onSaved }, onSaved: null };
}

function onKey(before: ReviewState, key: Key, at: Moment): Turn {
  const state: ReviewState = { ...before, notice: stillSaid(before, key) };
  const { stop } = state;
  if (key.kind === 'interrupt') return turn(state, { kind: 'exit' });
  if (key.kind === 'escape') {
    return stop.at === 'done' ? notDone(state, stop.id) : leave(state);
  }
  const staying = { ...state, isWarned: false };
  if (staying.incident.decision === null) return hint(staying, 'press-one-of');
  switch (key.kind) {
    case 'enter':
      return onEnter(staying, at);
    case 'tab':
      return moved(staying, 1);
    case 'shift-tab':
      return moved(staying, -1);
    case 'ctrl':
      if (key.letter === 's') return stop.at === 'done' ? markDone(staying, stop.id, at) : save(staying, at);
      if (key.letter === 't' && stop.at === 'new-action') return removed(staying, stop.index);
      return turn(staying);
    default:
      return fieldAt(staying.draft, stop) ? edited(staying, key) : onListKey(staying, key);
  }
}

/** What was taken from under somebody's hands is said until they have typed the word to its end. */
function stillSaid({ notice }: ReviewState, key: Key): Notice | null {
  return notice?.kind === 'done-elsewhere' && key.kind === 'text' && key.text.trim() !== '' ? notice : null;
}

/** It is not marked done after all: what was typed about it goes too, and nothing of it waits unseen. */
function notDone(state: ReviewState, id: string): Turn {
  const { [id]: typed, ...done } = state.draft.done;
  const after: ReviewState = { ...state, draft: { ...state.draft, done }, stop: { at: 'action', id } };
  return typed === undefined || isBlank(typed.text) ? turn(after) : hint(after, 'not-marked-done');
}

/** At once, unless something would be lost: then that is said first. */
function leave(state: ReviewState): Turn {
  const isLost = state.typingFault !== null && !isBlankDraft(state.draft);
  const warning = isLost ? 'not-kept' : state.unsaved.length > 0 ? 'unsaved' : null;
  return warning === null || state.isWarned
    ? turn({ ...state, isWarned: false }, { kind: 'back' })
    : hint({ ...state, isWarned: true }, warning);
}

function moved(state: ReviewState, by: 1 | -1): Turn {
  return turn({ ...state, stop: stopAfter(fieldsOf(state), state.stop, by) });
}

/** Words and Enter are enough: an empty field is passed by, and the last line saves. */
function onEnter(state: ReviewState, at: Moment): Turn {
  const { stop } = state;
  switch (stop.at) {
    case 'done':
      return markDone(state, stop.id, at);
    case 'end':
      return hasReview(state) ? save(state, at) : leave(state);
    default:
      return moved(state, 1);
  }
}

/** The keys where nothing is typed: on what is to be done since before, and on the last line. */
function onListKey(state: ReviewState, key: Key): Turn {
  const { stop } = state;
  if (key.kind === 'up') return moved(state, -1);
  if (key.kind === 'down') return moved(state, 1);
  if (key.kind === 'page-up' || key.kind === 'page-down') return turn(state);
  const letter = key.kind === 'text' ? key.text.toLowerCase() : '';
  // Enter goes on here as everywhere: held down, it must not end one thing after the other.
  if (stop.at === 'action' && letter === 'x') return turn({ ...state, stop: { ...stop, at: 'done' } });
  return hint(state, 'press-one-of');
}

function edited(state: ReviewState, key: Key): Turn {
  const { draft, stop } = state;
  const buffer = fieldAt(draft, stop);
  // What is to be done, by whom and when, are one line each.
  if (!buffer || (key.kind === 'newline' && stop.at === 'new-action')) return turn(state);
  const change = editField(buffer, key);
  switch (change.kind) {
    case 'changed': {
      const { dropped } = change;
      const notice = dropped > 0 ? ({ kind: 'too-long', dropped } as const) : state.notice;
      return turn(withDraft({ ...state, notice }, withField(draft, stop, change.buffer)));
    }
    case 'edge':
      return moved(state, key.kind === 'up' ? -1 : 1);
    case 'none':
      return turn(state);
  }
}

function removed(state: ReviewState, index: number): Turn {
  const actions = state.draft.actions.filter((_, each) => each !== index);
  const after = withDraft(state, withOneMore({ ...state.draft, actions }));
  return turn({ ...after, stop: existingStop(fieldsOf(after), { at: 'new-action', index, part: 'text' }) });
}

function withDraft(state: ReviewState, draft: ReviewState['draft']): ReviewState {
  const after = { ...state, draft };
  return { ...after, stop: existingStop(fieldsOf(after), state.stop) };
}
