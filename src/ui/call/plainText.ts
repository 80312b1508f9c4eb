/** The call as lines of plain text, one question at a time, for screen readers and poor lines. */
import { permissionFor } from '../../domain/choices.ts';
import {
  callerQuestion,
  callerQuestions,
  type DeskAnswer,
  type DeskQuestionId,
  deskQuestion,
  ownOperationQuestion,
  questionsNamingUnits,
} from '../../domain/questions.ts';
import { linkedUnits, matchUnits } from '../../domain/register.ts';
import { describeWhen, understandWhen } from '../../domain/when.ts';
import { whenSaidAt } from '../../flow/call/answering.ts';
import { mostOffers } from '../../flow/call/callerKeys.ts';
import { canSend, draftFound } from '../../flow/call/draftWording.ts';
import { recommendationNow } from '../../flow/call/moving.ts';
import type { CallState } from '../../flow/call/state.ts';
import { isCallerQuestion, isDeskQuestion, position } from '../../flow/call/steps.ts';
import { isStrong } from '../../flow/guard.ts';
import type { TextBuffer } from '../../flow/textBuffer.ts';
import * as words from '../../texts/call.ts';
import { inRegister } from '../../texts/cli.ts';
import { answerLabels } from '../../texts/labels.ts';
import { guard } from '../../texts/personalData.ts';
import type { Line } from '../frame.ts';
import { decisionBody } from './decisionView.ts';
import { draftBody } from './draftView.ts';
import { heading, headingSoFar } from './heading.ts';
import { faultText, noticeText } from './messages.ts';
import { readBackBody } from './readBackView.ts';
import { verdict, verdictThatFits } from './verdictView.ts';

/** Wide enough for the sentences, and no need to scroll: a plain terminal does that by itself. */
const endless = { columns: 80, rows: 10_000 };

/** What to print before the first question. `mark` goes before it in an exercise. */
export function welcomeText({ incident, later }: CallState, mark: string): string {
  return later ? words.plain.welcomeLater(mark, incident?.number ?? '') : words.plain.welcome(mark);
}

/** What to print when this step opens. */
export function stepText(state: CallState): string[] {
  const { step } = state;
  if (isCallerQuestion(step)) return callerText(state, step);
  if (isDeskQuestion(step)) return deskText(state, step);
  switch (step) {
    case 'own':
      return [
        ownOperationQuestion.text,
        ...answerNow(state.later ? state.incident?.own?.answer : undefined),
        words.plain.answerBy(Object.values(words.keyNames)),
      ];
    case 'read-back':
      return [...plain(readBackBody(state, endless, 0).lines), words.plain.readBack];
    case 'motivation':
      return reasonText(state, words.motivation.title, words.motivation.safeWay, state.motivation);
    case 'decision':
      if (state.otherwise) return otherwiseText(state, state.otherwise);
      return [...plain(decisionBody(state, endless, 0).lines), words.plain.decision];
    case 'draft':
      return [...plain(draftBody(state, endless, 0).lines), draftAsked(state)];
    case 'finished':
      return [];
  }
}

/** What is asked when the report has been read. */
export function draftAsked(state: CallState): string {
  const keys = [
    ...(draftFound(state).some(isStrong) ? [guard.mask] : []),
    ...(canSend(state) ? [words.keys.send] : []),
  ];
  return [words.plain.draft, ...keys.map((key) => `${key}.`)].join(' ');
}

/** What to print after a line was taken: a hint, or what could not be saved. */
export function remarks(before: CallState, after: CallState): string[] {
  const fault = after.fault === before.fault ? null : faultText(after);
  return [
    ...alarmText(before, after),
    ...understoodText(before, after),
    ...registerText(before, after),
    ...[noticeText(after)].filter((text) => text !== null),
    ...(fault ? [fault.title, fault.rest] : []),
  ];
}

/** That the recommendation has become sharper than the decision, once; the steps from the read-back on say so themselves. */
function alarmText(before: CallState, after: CallState): string[] {
  const isNew = headingSoFar(after).isAlarm && !headingSoFar(before).isAlarm;
  return isNew && position(after.step) <= position('read-back') ? verdictText(after) : [];
}

/** The recommendation so far, and in a later call how it compares with the decision. */
function verdictText(state: CallState): string[] {
  const { title, standing } = headingSoFar(state);
  return [`${title}: ${verdict(recommendationNow(state))}`, ...(standing === null ? [] : [standing])];
}

function understoodText(before: CallState, after: CallState): string[] {
  const { whenHappened } = after.incident?.answers ?? {};
  if (!whenHappened || whenHappened.entry === before.incident?.answers.whenHappened?.entry) return [];
  const saidAt = whenSaidAt(after, whenHappened.text);
  const understood = understandWhen(whenHappened.text, saidAt);
  return understood ? [words.question.understood(describeWhen(understood, saidAt))] : [];
}

/** Units with names like what was just answered, when it is the name of none: there may be one that was meant. */
function registerText(before: CallState, after: CallState): string[] {
  const { units } = after.desk;
  return questionsNamingUnits.flatMap((id) => {
    const answer = after.incident?.answers[id];
    const isNew = answer !== undefined && answer.entry !== before.incident?.answers[id]?.entry;
    if (!isNew || linkedUnits(answer.text, units).length > 0) return [];
    const similar = matchUnits(answer.text, units, mostOffers);
    return similar.length > 0 ? [inRegister(similar, callerQuestion(id).number)] : [];
  });
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
    ...verdictText(state),
    deskQuestion(step).text,
    ...answerNow(recorded?.answer),
    words.plain.answerBy(Object.values(names)),
  ];
}

function answerNow(answer: DeskAnswer | undefined): string[] {
  return answer === undefined ? [] : [words.plain.answerNow(answerLabels[answer])];
}

function otherwiseText(state: CallState, { choice, reason }: NonNullable<CallState['otherwise']>): string[] {
  const { reasonTitle, reasonNeeded, reasonOptional } = words.decision;
  const weaker = permissionFor(choice, recommendationNow(state)).kind === 'weaker';
  return reasonText(state, reasonTitle[choice], weaker ? reasonNeeded : reasonOptional, reason);
}

/** The recommendation first: what is asked stands last, where one answers. */
function reasonText(state: CallState, title: string, explanation: string, { text }: TextBuffer): string[] {
  return [
    ...plain(verdictThatFits(recommendationNow(state), heading(state), endless)),
    '',
    title,
    ...(text === '' ? [] : [words.plain.answerNow(text)]),
    explanation,
  ];
}

function plain(lines: readonly Line[]): string[] {
  return lines.map((spans) => spans.map(({ text }) => text).join('')).map((text) => text.trimEnd());
}
