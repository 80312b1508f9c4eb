/** The seven questions to the caller, all on screen with their answers, the current one open. */
import {
  type CallerQuestion,
  type CallerQuestionId,
  callerQuestions,
  namesUnits,
  ownOperationQuestion,
  saysUnknown,
} from '../../domain/questions.ts';
import { linkedUnits } from '../../domain/register.ts';
import { isBlank } from '../../domain/text.ts';
import { describeWhen, understandWhen, whenText } from '../../domain/when.ts';
import { whenSaidAt } from '../../flow/call/answering.ts';
import { offeredUnits } from '../../flow/call/callerKeys.ts';
import { recommendationNow } from '../../flow/call/moving.ts';
import { keptByEnter } from '../../flow/call/standing.ts';
import { type CallState, callReceivedAt } from '../../flow/call/state.ts';
import { foundIn } from '../../flow/guard.ts';
import * as words from '../../texts/call.ts';
import { answerLabels } from '../../texts/labels.ts';
import { asSentence } from '../../texts/sentence.ts';
import { type Body, blank, fixed, stack, textField } from '../body.ts';
import { type Line, line, paragraph, type Size } from '../frame.ts';
import { typedGuardLine } from '../guardLines.ts';
import { padEnd, truncate, width } from '../textLayout.ts';
import { headingSoFar } from './heading.ts';
import { savedMark } from './savedMark.ts';
import { verdictSoFar } from './verdictView.ts';

/** The most rows of an open field; a longer text scrolls inside it. */
const tallestField = 8;
/** What an alarm about the decision takes: no field grows over that, and the blank line above it. */
const alarmRows = 2;
const indent = '    ';

export function callerBody(state: CallState, size: Size): Body {
  const { columns, rows } = size;
  const open = state.step;
  const closedRows =
    callerQuestions.length + (state.incident?.own && open !== 'own' ? 1 : 0) - (open === 'own' ? 0 : 1);
  const { isAlarm } = headingSoFar(state);
  const fieldRows = rows - closedRows - (isAlarm ? alarmRows + 1 : 0);
  const listWith = (alarm: readonly Line[]) =>
    stack(
      callerQuestions.flatMap((question) => {
        const own = question.id === 'operationDirectlyAffected' ? ownPart(state, columns, alarm) : fixed([]);
        return question.id === open
          ? [openQuestion(state, question, { columns, rows: fieldRows }, alarm), own]
          : [[closedQuestion(state, question, columns)], own];
      }),
    );
  const list = listWith([]);
  const room = { columns, rows: rows - list.lines.length - 1 };
  if (isAlarm && room.rows < alarmRows) return listWith(verdictSoFar(state, { columns, rows: alarmRows }));
  const verdict = room.rows > 0 ? verdictLines(state, room) : [];
  const isFirst = state.step === 'whatHappened';
  const below = isFirst ? [...(state.later ? verdict : []), ...problemLines(state, columns)] : verdict;
  return stack([list, ...(below.length > 0 ? [[blank], below] : [])]);
}

/**
 * What is not asked yet leaves everything in doubt; what is already certain is worth seeing during the call, and in a
 * later one the decision that stands.
 */
function verdictLines(state: CallState, room: Size): Line[] {
  const { isAlarm, standing } = headingSoFar(state);
  if (isAlarm || recommendationNow(state).outcome === 'contact-director') return verdictSoFar(state, room);
  return standing === null ? [] : paragraph(standing, room.columns, 'quiet');
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

/** `alarm` stands with it where there is no room for it elsewhere: what is open is always seen. */
function openQuestion(state: CallState, question: CallerQuestion, room: Size, alarm: readonly Line[]): Body {
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
    alarm,
  ]);
  return { ...body, open: { from: 0, to: body.lines.length } };
}

/** What the program made of the text so far: always the same number of rows, so that nothing jumps while one types. */
function helpLines(state: CallState, question: CallerQuestionId): Line[] {
  const found = foundIn([state.fields[question].buffer.text], { known: state.desk.known, now: state.now });
  const guarded = typedGuardLine(found, indent);
  if (guarded) return [guarded];
  const help = helpFor(state, question);
  return help === null ? [] : [line(indent + help, 'quiet')];
}

function helpFor(state: CallState, question: CallerQuestionId): string | null {
  const { text } = state.fields[question].buffer;
  if (question === 'whenHappened') {
    const saidAt = whenSaidAt(state, text);
    const understood = understandWhen(text, saidAt);
    if (!understood)
      return isBlank(text) || saysUnknown(text) ? '' : asSentence(words.question.notUnderstood);
    // How long ago it was when it was said in an earlier call is no help now.
    const describe = saidAt === callReceivedAt(state) ? describeWhen : whenText;
    return words.question.understood(describe(understood, saidAt));
  }
  if (question === 'whoIsAffected') return words.question.numbersNotNames;
  if (!namesUnits(question)) return null;
  if (state.desk.units.length === 0) return words.question.noUnits;
  const offers = offeredUnits(state, question);
  if (offers.length > 0) return words.question.offer(offers);
  const linked = isBlank(text) ? [] : linkedUnits(text, state.desk.units);
  return linked.length > 0 ? words.question.linked(linked) : '';
}

/** The answer from before that Enter keeps, under the open question; nothing in a first call. */
export function standingAnswer(state: CallState): Line[] {
  const answer = keptByEnter(state);
  return answer === null ? [] : [line(indent + words.question.standing(answerLabels[answer]), 'quiet')];
}

/** Whether the directly affected operation is one of ours: asked under its question, then shown there. */
function ownPart(state: CallState, columns: number, alarm: readonly Line[]): Body {
  if (state.step === 'own') {
    const lines = [
      ...paragraph(`▶   ${ownOperationQuestion.text}`, columns, 'strong', '', '  '),
      line(`${indent}${Object.values(words.keyNames).join('   ')}`, 'plain'),
      ...standingAnswer(state),
      ...alarm,
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
