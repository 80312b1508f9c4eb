/** Keys in a question to the caller. */
import type { CallerQuestionId } from '../../domain/questions.ts';
import { namesUnits } from '../../domain/questions.ts';
import { completeUnit, currentPart, linkedUnits, matchUnits } from '../../domain/register.ts';
import { editField, type FieldChange } from '../editing.ts';
import type { Key } from '../keys.ts';
import { leaveField } from './answering.ts';
import { goTo, neighbour, open, stepAfter } from './moving.ts';
import type { CallState, Field } from './state.ts';
import { andThen, type Moment, type Turn, turn } from './turn.ts';

/** How many units are offered at a time. */
export const mostOffers = 4;

/** The units offered for what is being typed, but not those named before it; the first is the one that Tab takes. */
export function offeredUnits(state: CallState, question: CallerQuestionId): string[] {
  if (!namesUnits(question)) return [];
  const { text, cursor } = state.fields[question].buffer;
  const { text: typed, start } = currentPart(text, cursor);
  if (typed === '') return [];
  const named = linkedUnits(text.slice(0, start), state.desk.units);
  const others = state.desk.units.filter((unit) => !named.includes(unit));
  return matchUnits(typed, others, mostOffers).filter((unit) => unit !== typed);
}

export function onCallerKey(state: CallState, question: CallerQuestionId, key: Key, at: Moment): Turn {
  switch (key.kind) {
    case 'enter':
      return andThen(leaveField(state, at, question, 'enter'), (left) => turn(open(left, stepAfter(left))));
    case 'ctrl':
      return key.letter === 'o' ? turn(withField(state, question, toggleUnconfirmed)) : turn(state);
    case 'tab':
      return turn(takeOffer(state, question));
    case 'up':
    case 'down': {
      const moved = editField(state.fields[question].buffer, key);
      return moved.kind === 'edge'
        ? goTo(state, at, neighbour(state, key.kind === 'up' ? -1 : 1))
        : turn(changed(state, question, moved));
    }
    default:
      return turn(changed(state, question, editField(state.fields[question].buffer, key)));
  }
}

function changed(state: CallState, question: CallerQuestionId, change: FieldChange): CallState {
  if (change.kind !== 'changed') return state;
  return {
    ...withField(state, question, (field) => ({ ...field, buffer: change.buffer })),
    notice: change.dropped > 0 ? { kind: 'too-long', dropped: change.dropped } : null,
  };
}

function toggleUnconfirmed(field: Field): Field {
  return { ...field, unconfirmed: !field.unconfirmed };
}

function takeOffer(state: CallState, question: CallerQuestionId): CallState {
  const [unit] = offeredUnits(state, question);
  if (unit === undefined) return state;
  return withField(state, question, (field) => ({
    ...field,
    buffer: completeUnit(field.buffer.text, field.buffer.cursor, unit),
  }));
}

function withField(state: CallState, question: CallerQuestionId, edit: (field: Field) => Field): CallState {
  return { ...state, fields: { ...state.fields, [question]: edit(state.fields[question]) } };
}
