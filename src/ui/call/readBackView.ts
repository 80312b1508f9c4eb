/** The read-back: what to read aloud to the caller, and what to ask for before hanging up. */
import { unansweredQuestions } from '../../domain/incident.ts';
import { callerQuestion, callerQuestions } from '../../domain/questions.ts';
import type { CallState } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';
import { type Line, line, paragraph, type Size, scrolled } from '../frame.ts';
import { type Body, blank } from './body.ts';

export function readBackBody(state: CallState, size: Size, scroll: number): Body {
  const { columns, rows } = size;
  const missing = missingLines(state, columns);
  const facts = [line(words.readBack.title, 'strong'), ...factLines(state, columns)];
  const { lines, scrollMax } = scrolled(facts, scroll, Math.max(1, rows - missing.length - 1));
  return { lines: [...lines, blank, ...missing], cursor: null, scrollMax };
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
  const missing = unansweredQuestions(state.incident?.answers ?? {});
  if (missing.length === 0) return [line(words.readBack.allAnswered, 'good')];
  const questions = missing.map(callerQuestion).map(({ number, text }) => `${number} ${text}`);
  return [
    line(words.readBack.unanswered, 'warning'),
    ...questions.flatMap((question) => paragraph(question, columns, 'strong', '  ')),
  ];
}
