/** The seven questions to the caller: fields that are left, and answers that are recorded. */
import type { Answer } from '../../domain/payloads.ts';
import { type CallerQuestionId, namesUnits, saysUnknown } from '../../domain/questions.ts';
import { linkedUnits } from '../../domain/register.ts';
import { isBlank } from '../../domain/text.ts';
import { momentOf, understandWhen } from '../../domain/when.ts';
import { type CallState, callReceivedAt } from './state.ts';
import { type Moment, recordFact, type Turn, turn } from './turn.ts';

/**
 * The answer that the field holds now. In a later call words that stand from before mean what they meant then, whatever
 * has become of the register meanwhile.
 */
export function answerIn(state: CallState, question: CallerQuestionId): Answer {
  const { buffer, unconfirmed } = state.fields[question];
  const before = state.later ? state.incident?.answers[question] : undefined;
  const standing = before?.text === buffer.text ? before : undefined;
  if (standing && unconfirmed === (standing.certainty === 'unconfirmed')) {
    return { text: standing.text, certainty: standing.certainty, units: standing.units };
  }
  const blank = isBlank(buffer.text);
  return {
    text: blank ? '' : buffer.text,
    certainty: blank || saysUnknown(buffer.text) ? 'unknown' : unconfirmed ? 'unconfirmed' : 'confirmed',
    units: standing?.units ?? (namesUnits(question) ? linkedUnits(buffer.text, state.desk.units) : []),
  };
}

/**
 * Records the answer when the field is left, if it says something new. With Enter an empty field is an answer too:
 * "vet ej". Jumping past an untouched question leaves it unasked, and so does Enter in a later call: that nothing new
 * is known is no news.
 */
export function leaveField(
  state: CallState,
  at: Moment,
  question: CallerQuestionId,
  by: 'enter' | 'jump',
): Turn {
  const answer = answerIn(state, question);
  const recorded = state.incident?.answers[question];
  const passedBy = by === 'jump' || state.later !== null;
  if (recorded ? sameAnswer(recorded, answer) : passedBy && answer.text === '') return turn(state);
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
  const saidAt = whenSaidAt(state, text);
  const understood = understandWhen(text, saidAt);
  return (understood && momentOf(understood, saidAt)) ?? undefined;
}

/**
 * What the words about when it happened are counted from: the call in which they were said, RFC 3339. What was said "för
 * 20 min sedan" in the first call is not twenty minutes ago in a later one.
 */
export function whenSaidAt(state: CallState, text: string): string {
  const { incident } = state;
  const stands = incident?.answers.whenHappened?.text === text;
  return stands ? incident.whenSaidAt : callReceivedAt(state);
}

function sameAnswer(a: Answer, b: Answer): boolean {
  return a.text === b.text && a.certainty === b.certainty && a.units.join('\n') === b.units.join('\n');
}
