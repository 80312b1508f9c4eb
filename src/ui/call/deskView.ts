/** The questions to ourselves, one key each, with the recommendation as it stands. */
import { type DeskQuestion, deskQuestions } from '../../domain/questions.ts';
import type { CallState } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';
import { answerLabels } from '../../texts/labels.ts';
import { type Body, blank, fixed, stack } from '../body.ts';
import { cut, type Line, line, lineWidth, paragraph, type Size } from '../frame.ts';
import { padEnd, width } from '../textLayout.ts';
import { callerList, standingAnswer } from './callerView.ts';
import { headingSoFar } from './heading.ts';
import { savedMark } from './savedMark.ts';
import { verdictSoFar } from './verdictView.ts';

/** From this width the recommendation stands beside the questions, else under them. */
const besideFrom = 96;
/** The fewest rows that a recommendation can be read in: what to do, and the rules. */
const leastVerdict = 2;
/** A verdict may take so many rows from what the caller said. */
const mostVerdict = 8;

export function deskBody(state: CallState, size: Size): Body {
  const { columns, rows } = size;
  const wide = columns >= besideFrom;
  const half = Math.floor(columns / 2) - 2;
  const questions = questionsBody(state, wide ? half : columns, []);
  // What the caller said gives way first: it has been read back, and ↑ shows it again.
  const withRules = wide ? 0 : verdictSoFar(state, { columns, rows: mostVerdict }).length;
  const listRoom = rows - questions.lines.length - (wide ? 1 : Math.max(leastVerdict, withRules));
  const list = callerList(state, columns).slice(0, Math.max(0, listRoom));
  const room = rows - list.length;
  if (wide) {
    const verdict = verdictSoFar(state, { columns: half, rows: room - 1 });
    return stack([list, [blank], { ...questions, lines: beside(questions.lines, verdict, half) }]);
  }
  const left = room - questions.lines.length;
  if (headingSoFar(state).isAlarm && left < leastVerdict)
    return questionsBody(state, columns, verdictSoFar(state, { columns, rows: leastVerdict }));
  const verdict = verdictSoFar(state, { columns, rows: left });
  const gap = verdict.length < left ? [blank] : [];
  return stack([list, questions, gap, verdict]);
}

/** `alarm` stands with the open question where there is no room for it elsewhere. */
function questionsBody(state: CallState, columns: number, alarm: readonly Line[]): Body {
  const parts = deskQuestions.map((question) => {
    if (question.id !== state.step) return fixed([answeredQuestion(state, question)]);
    const asked = paragraph(`▶ ${question.text}`, columns, 'strong', '', '  ');
    const lines = [...asked, ...standingAnswer(state), ...alarm];
    return fixed(lines, { from: 0, to: lines.length });
  });
  return stack([[line(words.desk.title, 'quiet')], ...parts]);
}

function answeredQuestion(state: CallState, question: DeskQuestion): Line {
  const longest = Math.max(...deskQuestions.map(({ short }) => width(short)));
  const recorded = state.incident?.deskAnswers[question.id];
  return [
    { text: `${savedMark(state, recorded)} ${padEnd(question.short, longest)}  `, tone: 'quiet' },
    { text: recorded ? answerLabels[recorded.answer] : '', tone: 'plain' },
  ];
}

/** Two columns of lines next to each other. */
function beside(left: readonly Line[], right: readonly Line[], leftWidth: number): Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
    const first = cut(left[row] ?? [], leftWidth);
    return [
      ...first,
      { text: padEnd('', leftWidth - lineWidth(first)), tone: 'plain' as const },
      { text: ' │ ', tone: 'quiet' as const },
      ...(right[row] ?? []),
    ];
  });
}
