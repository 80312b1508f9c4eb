/** Opening and closing what stands beside the list. A field that is left keeps its text. */
import type { Key } from '../keys.ts';
import type { Field, IncidentState, Question, ReasonKind } from './state.ts';
import { fieldName } from './state.ts';

/** `backTo` is the question that comes again once the field is left. */
export function openField(state: IncidentState, field: Field, backTo: Question | null = null): IncidentState {
  return { ...state, panel: { kind: 'field', field, backTo } };
}

export function ask(state: IncidentState, question: Question): IncidentState {
  return { ...state, panel: { kind: 'question', question } };
}

/** Back to the list, or to the question that a field was opened from. */
export function closePanel(state: IncidentState): IncidentState {
  const { panel } = state;
  const backTo = panel?.kind === 'field' ? panel.backTo : null;
  return backTo ? ask(state, backTo) : { ...state, panel: null };
}

/** Where nothing is written and nothing asked: Esc, and `q` as on the desk. */
export function isBack(key: Key): boolean {
  return key.kind === 'escape' || (key.kind === 'text' && key.text.toLowerCase() === 'q');
}

/** Closes the field, and forgets its text: it has become an entry. */
export function finishField(state: IncidentState, field: Field): IncidentState {
  return closePanel(forgetText(state, field));
}

export function forgetText(state: IncidentState, field: Field): IncidentState {
  const { [fieldName(field)]: _, ...texts } = state.texts;
  return { ...state, texts };
}

/** Nothing happens, and the hint says why. */
export function refuse(state: IncidentState, kind: ReasonKind): IncidentState {
  return { ...state, notice: { kind } };
}
