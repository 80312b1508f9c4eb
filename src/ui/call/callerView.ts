/** The seven questions to the caller, all on screen with their answers, the current one open. */
import {
  type CallerQuestion,
  type CallerQuestionId,
  callerQuestions,
  namesUnits,
  ownOperationQuestion,
} from '../../domain/questions.ts';
import { linkedUnits } from '../../domain/register.ts';
import { isBlank } from '../../domain/text.ts';
import { describeWhen, understandWhen } from '../../domain/when.ts';
import { offeredUnits } from '../../flow/call/callerKeys.ts';
import { recommendationNow } from '../../flow/call/moving.ts';
import type { CallState } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';
import { answerLabels } from '../../texts/labels.ts';
import { type Body, blank, fixed, stack, textField } from '../body.ts';
import { type Line, line, paragraph, type Size } from '../frame.ts';
import { padEnd, truncate, width } from '../textLayout.ts';
import { savedMark } from './savedMark.ts';
import { verdictSoFar } from './verdictView.ts';

/** The most rows of an open field; a longer text scrolls inside it. */
const tallestField = 8;
const indent = '    ';

export function callerBody(state: CallState, size: Size): Body {
  const { columns, rows } = size;
  const open = state.step;
  const closedRows =
    callerQuestions.length + (state.incident?.own && open !== 'own' ? 1 : 0) - (open === 'own' ? 0 : 1);
  const parts = callerQuestions.flatMap((question) => {
    const own = question.id === 'operationDirectlyAffected' ? ownPart(state, columns) : fixed([]);
    return question.id === open
      ? [openQuestion(state, question, { columns, rows: rows - closedRows }), own]
      : [[closedQuestion(state, question, columns)], own];
  });
  const list = stack(parts);
  const room = { columns, rows: rows - list.lines.length - 1 };
  // What is not asked yet leaves everything in doubt; what is already certain is worth seeing during the call.
  const recommendation = recommendationNow(state);
  const verdict =
    recommendation.outcome === 'contact-director' && room.rows > 0 ? verdictSoFar(state, room) : [];
  const below = state.step === 'whatHappened' ? problemLines(state, columns) : verdict;
  return stack([list, ...(below.length > 0 ? [[blank], below] : [])]);
}

/** What is missing in the set-up, said while there is still time to know it. */
function problemLines({ desk }: CallState, columns: number): Line[] {
  return desk.problems.flatMap((problem) => paragraph(problem, columns, 'warning'));
}

/** The questions with their answers, a row each. */
export function callerList(state: CallState, columns: number): Line[] {
  return callerQuestions.map((question) => closedQuestion(state, question, columns));
}

function closedQuestion(state: CallState, question: CallerQuestion, columns: number): Line {
  const { buffer, unconfirmed } = state.fields[question.id];
  const recorded = state.incident?.answers[question.id];
  const said = buffer.text.trim().replaceAll('\n', ' / ');
  const mark = recorded?.text === '' ? words.question.unknownMark : savedMark(state, recorded);
  const asked = `${mark} ${question.number} ${label(question, columns)}`;
  const unsure = unconfirmed && said !== '' ? ` ${words.question.unconfirmed}` : '';
  // A long answer gives way to the mark that it is not confirmed.
  const shown = truncate(said, columns - width(asked) - width(unsure));
  return [
    { text: asked, tone: 'quiet' },
    said === '' && recorded
      ? { text: words.question.unknown, tone: 'quiet' }
      : { text: shown, tone: 'plain' },
    { text: unsure, tone: 'warning' },
  ];
}

/** The whole question where there is room, else its short name; all answers start in the same column. */
function label(question: { readonly text: string; readonly short: string }, columns: number): string {
  const form = columns >= 90 ? 'text' : 'short';
  const longest = Math.max(...callerQuestions.map((each) => width(each[form])));
  return `${padEnd(question[form], longest)}  `;
}

function openQuestion(state: CallState, question: CallerQuestion, room: Size): Body {
  const { buffer, unconfirmed } = state.fields[question.id];
  const title = `▶ ${question.number} ${question.text}${unconfirmed ? `  ${words.question.unconfirmed}` : ''}`;
  const titleLines = paragraph(title, room.columns, 'strong', '', indent);
  const helps = helpLines(state, question.id);
  const height = Math.max(1, Math.min(tallestField, room.rows - titleLines.length - helps.length));
  const field = textField(buffer, room.columns - indent.length, height);
  const body = stack([
    titleLines,
    {
      ...field,
      lines: field.lines.map((each) => [{ text: indent, tone: 'plain' }, ...each]),
      cursor: field.cursor && { ...field.cursor, column: field.cursor.column + indent.length },
    },
    helps,
  ]);
  return { ...body, open: { from: 0, to: body.lines.length } };
}

/** What the program made of the text so far: always the same number of rows, so that nothing jumps while one types. */
function helpLines(state: CallState, question: CallerQuestionId): Line[] {
  const help = helpFor(state, question);
  return help === null ? [] : [line(indent + help, 'quiet')];
}

function helpFor(state: CallState, question: CallerQuestionId): string | null {
  const { text } = state.fields[question].buffer;
  if (question === 'whenHappened') {
    const understood = understandWhen(text, state.opening.receivedAt);
    return understood ? words.question.understood(describeWhen(understood, state.opening.receivedAt)) : '';
  }
  if (question === 'whoIsAffected') return words.question.numbersNotNames;
  if (!namesUnits(question)) return null;
  if (state.desk.units.length === 0) return words.question.noUnits;
  const offers = offeredUnits(state, question);
  if (offers.length > 0) return words.question.offer(offers);
  const linked = isBlank(text) ? [] : linkedUnits(text, state.desk.units);
  return linked.length > 0 ? words.question.linked(linked) : '';
}

/** Whether the directly affected operation is one of ours: asked under its question, then shown there. */
function ownPart(state: CallState, columns: number): Body {
  if (state.step === 'own') {
    const lines = [
      ...paragraph(`▶   ${ownOperationQuestion.text}`, columns, 'strong', '', '  '),
      line(`${indent}${Object.values(words.keyNames).join('   ')}`, 'plain'),
    ];
    return fixed(lines, { from: 0, to: lines.length });
  }
  const own = state.incident?.own;
  if (!own) return fixed([]);
  return fixed([
    [
      { text: `${savedMark(state, own)}   ${label(ownOperationQuestion, columns)}`, tone: 'quiet' },
      { text: answerLabels[own.answer], tone: 'plain' },
    ],
  ]);
}
