/** The seven questions to the caller: fields that are left, and answers that are recorded. */
import type { Answer } from '../../domain/payloads.ts';
import { type CallerQuestionId, namesUnits, saysUnknown } from '../../domain/questions.ts';
import { linkedUnits } from '../../domain/register.ts';
import { isBlank } from '../../domain/text.ts';
import { momentOf, understandWhen } from '../../domain/when.ts';
import type { CallState } from './state.ts';
import { type Moment, recordFact, type Turn, turn } from './turn.ts';

/** The answer that the field holds now. */
export function answerIn(state: CallState, question: CallerQuestionId): Answer {
  const { buffer, unconfirmed } = state.fields[question];
  const blank = isBlank(buffer.text);
  return {
    text: blank ? '' : buffer.text,
    certainty: blank || saysUnknown(buffer.text) ? 'unknown' : unconfirmed ? 'unconfirmed' : 'confirmed',
    units: namesUnits(question) ? linkedUnits(buffer.text, state.desk.units) : [],
  };
}

/**
 * Records the answer when the field is left, if it says something new. With Enter an empty field is an answer too:
 * "vet ej". Jumping past an untouched question leaves it unasked.
 */
export function leaveField(
  state: CallState,
  at: Moment,
  question: CallerQuestionId,
  by: 'enter' | 'jump',
): Turn {
  const answer = answerIn(state, question);
  const recorded = state.incident?.answers[question];
  if (recorded ? sameAnswer(recorded, answer) : by === 'jump' && answer.text === '') return turn(state);
  return recordFact(
    state,
    at,
    'caller-answered',
    { question, ...answer },
    { corrects: recorded?.entry, occurredAt: occurredAt(state, question, answer.text) },
  );
}

/** When it happened, where this answer says so. */
export function occurredAt(state: CallState, question: CallerQuestionId, text: string): string | undefined {
  if (question !== 'whenHappened') return undefined;
  const { receivedAt } = state.opening;
  const understood = understandWhen(text, receivedAt);
  return (understood && momentOf(understood, receivedAt)) ?? undefined;
}

function sameAnswer(a: Answer, b: Answer): boolean {
  return a.text === b.text && a.certainty === b.certainty && a.units.join('\n') === b.units.join('\n');
}
