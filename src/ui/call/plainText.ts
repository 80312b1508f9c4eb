/** The call as lines of plain text, one question at a time, for screen readers and poor lines. */
import {
  callerQuestion,
  callerQuestions,
  type DeskQuestionId,
  deskQuestion,
  ownOperationQuestion,
} from '../../domain/questions.ts';
import { describeWhen, understandWhen } from '../../domain/when.ts';
import { recommendationNow } from '../../flow/call/moving.ts';
import type { CallState } from '../../flow/call/state.ts';
import { isCallerQuestion, isDeskQuestion } from '../../flow/call/steps.ts';
import * as words from '../../texts/call.ts';
import { answerLabels } from '../../texts/labels.ts';
import type { Line } from '../frame.ts';
import { decisionBody, motivationBody } from './decisionView.ts';
import { draftBody } from './draftView.ts';
import { faultText, noticeText } from './messages.ts';
import { readBackBody } from './readBackView.ts';
import { verdict } from './verdictView.ts';

/** Wide enough for the sentences, and no need to scroll: a plain terminal does that by itself. */
const endless = { columns: 80, rows: 10_000 };

/** What to print when this step opens. */
export function stepText(state: CallState): string[] {
  const { step } = state;
  if (isCallerQuestion(step)) return callerText(state, step);
  if (isDeskQuestion(step)) return deskText(state, step);
  switch (step) {
    case 'own':
      return [ownOperationQuestion.text, words.plain.answerBy(Object.values(words.keyNames))];
    case 'read-back':
      return [...plain(readBackBody(state, endless, 0).lines), words.plain.readBack];
    case 'motivation':
      return plain(motivationBody(state, endless).lines);
    case 'decision':
      return [...plain(decisionBody(state, endless, 0).lines), words.plain.decision];
    case 'draft':
      return [...plain(draftBody(state, endless, 0).lines), words.plain.draft];
    case 'finished':
      return [];
  }
}

/** What to print after a line was taken: a hint, or what could not be saved. */
export function remarks(before: CallState, after: CallState): string[] {
  const fault = after.fault === before.fault ? null : faultText(after);
  return [
    ...understoodText(before, after),
    ...[noticeText(after)].filter((text) => text !== null),
    ...(fault ? [fault.title, fault.rest] : []),
  ];
}

function understoodText(before: CallState, after: CallState): string[] {
  const { whenHappened } = after.incident?.answers ?? {};
  if (!whenHappened || whenHappened.entry === before.incident?.answers.whenHappened?.entry) return [];
  const { receivedAt } = after.opening;
  const understood = understandWhen(whenHappened.text, receivedAt);
  return understood ? [words.question.understood(describeWhen(understood, receivedAt))] : [];
}

function callerText(state: CallState, step: (typeof callerQuestions)[number]['id']): string[] {
  const { number, text } = callerQuestion(step);
  const { buffer, unconfirmed } = state.fields[step];
  const answer = buffer.text === '' ? [] : [words.plain.answerNow(buffer.text)];
  return [
    words.plain.question(number, callerQuestions.length, text),
    ...answer,
    ...(unconfirmed ? [words.question.unconfirmed] : []),
  ];
}

function deskText(state: CallState, step: DeskQuestionId): string[] {
  const recorded = state.incident?.deskAnswers[step];
  const names = step === 'directorTiming' ? words.timingKeyNames : words.keyNames;
  return [
    `${words.verdict.soFar}: ${verdict(recommendationNow(state))}`,
    deskQuestion(step).text,
    ...(recorded ? [words.plain.answerNow(answerLabels[recorded.answer])] : []),
    words.plain.answerBy(Object.values(names)),
  ];
}

function plain(lines: readonly Line[]): string[] {
  return lines.map((spans) => spans.map(({ text }) => text).join('')).map((text) => text.trimEnd());
}
