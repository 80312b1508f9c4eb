/** The read-back: what to read aloud to the caller, and what to ask for before hanging up. */
import { unansweredQuestions } from '../../domain/answers.ts';
import { callerQuestions, ownOperationQuestion, saysUnknown } from '../../domain/questions.ts';
import { isBlank } from '../../domain/text.ts';
import { understandWhen, whenText } from '../../domain/when.ts';
import { whenSaidAt } from '../../flow/call/answering.ts';
import type { CallState } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';
import { type Body, scrolledAbove } from '../body.ts';
import { type Line, line, paragraph, type Size } from '../frame.ts';

export function readBackBody(state: CallState, size: Size, scroll: number): Body {
  const { columns, rows } = size;
  const missing = missingLines(state, columns);
  const facts = [line(words.readBack.title, 'strong'), ...factLines(state, columns)];
  return scrolledAbove(facts, missing, rows, scroll);
}

function factLines(state: CallState, columns: number): Line[] {
  return callerQuestions.flatMap((question) => {
    const answer = state.incident?.answers[question.id];
    const own = question.id === 'operationDirectlyAffected' ? state.incident?.own : null;
    const said = [
      answer?.text ?? '',
      answer?.certainty === 'unconfirmed' ? words.question.unconfirmed : '',
      question.id === 'whenHappened' ? understoodWhen(state, answer?.text ?? '') : '',
      own ? `– ${words.readBack.own[own.answer]}` : '',
    ].filter((part) => part !== '');
    return said.length === 0 ? [] : paragraph(`${question.short}: ${said.join(' ')}`, columns, 'plain', '  ');
  });
}

/** The moment, for whoever said "för 20 min sedan" to agree to. */
function understoodWhen(state: CallState, text: string): string {
  const saidAt = whenSaidAt(state, text);
  const understood = understandWhen(text, saidAt);
  if (understood) return `(${whenText(understood, saidAt)})`;
  return isBlank(text) || saysUnknown(text) ? '' : `(${words.question.notUnderstood})`;
}

function missingLines(state: CallState, columns: number): Line[] {
  const missing = missingQuestions(state);
  if (missing.length === 0) return [line(words.readBack.allAnswered, 'good')];
  return [
    line(words.readBack.unanswered, 'warning'),
    ...missing.flatMap(({ number, text }) => paragraph(`${number} ${text}`, columns, 'strong', '  ', '  ')),
  ];
}

interface Missing {
  readonly number: number;
  readonly text: string;
}

/** Each with the digit that goes to it. Whether the operation is ours is asked after its question. */
export function missingQuestions({ incident }: CallState): Missing[] {
  const missing = unansweredQuestions(incident?.answers ?? {});
  return callerQuestions.flatMap((question): Missing[] => {
    if (missing.includes(question.id)) return [question];
    const ownMissing = question.id === 'operationDirectlyAffected' && !incident?.own;
    return ownMissing ? [{ number: question.number, text: ownOperationQuestion.text }] : [];
  });
}
