/** The read-back: what to read aloud to the caller, and what to ask for before hanging up. */
import { unansweredQuestions } from '../../domain/incident.ts';
import { callerQuestions, ownOperationQuestion } from '../../domain/questions.ts';
import type { CallState } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';
import { type Line, line, paragraph, type Size } from '../frame.ts';
import { type Body, scrolledAbove } from './body.ts';

export function readBackBody(state: CallState, size: Size, scroll: number): Body {
  const { columns, rows } = size;
  const missing = missingLines(state, columns);
  const facts = [line(words.readBack.title, 'strong'), ...factLines(state, columns)];
  return scrolledAbove(facts, missing, rows, scroll);
}

function factLines(state: CallState, columns: number): Line[] {
  return callerQuestions.flatMap((question) => {
    const answer = state.incident?.answers[question.id];
    if (!answer || answer.text === '') return [];
    const unsure = answer.certainty === 'unconfirmed' ? ` ${words.question.unconfirmed}` : '';
    const own =
      question.id === 'operationDirectlyAffected' && state.incident?.own
        ? ` – ${words.readBack.own[state.incident.own.answer]}`
        : '';
    const text = `${question.short}: ${answer.text}${unsure}${own}`;
    return paragraph(text, columns, 'plain', '  ');
  });
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
function missingQuestions({ incident }: CallState): Missing[] {
  const missing = unansweredQuestions(incident?.answers ?? {});
  return callerQuestions.flatMap((question): Missing[] => {
    if (missing.includes(question.id)) return [question];
    const ownMissing = question.id === 'operationDirectlyAffected' && !incident?.own;
    return ownMissing ? [{ number: question.number, text: ownOperationQuestion.text }] : [];
  });
}
