/** Opening and closing what stands beside the list. A field that is left keeps its text. */
import type { Field, IncidentState, Question, ReasonKind } from './state.ts';
import { fieldName } from './state.ts';

export function openField(state: IncidentState, field: Field): IncidentState {
  return { ...state, panel: { kind: 'field', field } };
}

export function ask(state: IncidentState, question: Question): IncidentState {
  return { ...state, panel: { kind: 'question', question } };
}

export function closePanel(state: IncidentState): IncidentState {
  return { ...state, panel: null };
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
