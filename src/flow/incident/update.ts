/**
 * What happens on the incident screen, as one pure function: `updateIncident(state, message, at)` gives the next state
 * and the effects to carry out.
 */
import type { Entry } from '../../domain/entry.ts';
import type { Key } from '../keys.ts';
import { afterWriting, type Told } from '../told.ts';
import { onFieldKey } from './fields.ts';
import { onListKey } from './listKeys.ts';
import { closePanel, isBack, refuse } from './panels.ts';
import { onQuestionKey } from './questions.ts';
import type { Field, IncidentState, Panel } from './state.ts';
import { onTimelineKey } from './timeline.ts';
import { type Moment, type Turn, turn, withJournal } from './turn.ts';

export type IncidentMessage =
  | Told
  /** Everything that the journal has about the incident, in order: also what other workplaces have written. */
  | { readonly kind: 'journal-changed'; readonly entries: readonly Entry[] };

/** The next state, and what must be done outside. */
export function updateIncident(before: IncidentState, message: IncidentMessage, at: Moment): Turn {
  const state: IncidentState = { ...before, now: at.now };
  switch (message.kind) {
    case 'key':
      return onKey(state, message.key, at);
    case 'tick':
      return turn(state);
    case 'journal-changed':
      return turn(withJournal(state, message.entries));
    case 'saved':
    case 'save-failed':
      return turn(afterWriting(state, message));
    case 'interrupted':
      return turn(state, { kind: 'exit' });
  }
}

/** The field that takes what is typed; null while letters are keys. */
export function openFieldOf({ panel }: Pick<IncidentState, 'panel'>): Field | null {
  return panel?.kind === 'field' ? panel.field : null;
}

function onKey(before: IncidentState, key: Key, at: Moment): Turn {
  if (key.kind === 'interrupt') return turn(before, { kind: 'exit' });
  const state: IncidentState = { ...before, notice: null };
  if (state.panel === null) return isBack(key) ? leave(before) : onListKey(state, key, at, before.notice);
  return onPanelKey(state, state.panel, key, at);
}

/** Back; while something cannot be saved only when the key is pressed once more. */
function leave(state: IncidentState): Turn {
  const isTold = state.notice?.kind === 'not-saved-yet';
  return state.fault && state.unsaved.length > 0 && !isTold
    ? turn(refuse(state, 'not-saved-yet'))
    : turn({ ...state, notice: null }, { kind: 'back' });
}

function onPanelKey(state: IncidentState, panel: Panel, key: Key, at: Moment): Turn {
  switch (panel.kind) {
    case 'field':
      return onFieldKey(state, panel.field, key, at);
    case 'question':
      return onQuestionKey(state, panel.question, key, at);
    case 'timeline':
      return onTimelineKey(state, panel, key);
    case 'details':
    case 'keys':
      return turn(onReadingKey(state, panel.kind, key));
  }
}

/** Reading ends with Esc, `q`, Enter or the key that it began with; how far it is scrolled is the screen's own matter. */
function onReadingKey(state: IncidentState, panel: 'details' | 'keys', key: Key): IncidentState {
  if (key.kind === 'page-up' || key.kind === 'page-down') return state;
  const opener = panel === 'details' ? 'z' : '?';
  const closes =
    isBack(key) || key.kind === 'enter' || (key.kind === 'text' && key.text.toLowerCase() === opener);
  return closes ? closePanel(state) : refuse(state, 'no-such-key');
}
