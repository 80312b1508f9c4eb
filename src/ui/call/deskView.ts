/** The questions to ourselves, one key each, with the recommendation as it stands. */
import { type DeskQuestion, deskQuestions } from '../../domain/questions.ts';
import { recommendationNow } from '../../flow/call/moving.ts';
import type { CallState } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';
import { answerLabels } from '../../texts/labels.ts';
import { cut, type Line, line, lineWidth, paragraph, type Size } from '../frame.ts';
import { padEnd, width } from '../textLayout.ts';
import { type Body, blank, stack } from './body.ts';
import { callerList } from './callerView.ts';
import { verdictLines, verdictThatFits } from './verdictView.ts';

/** From this width the recommendation stands beside the questions, else under them. */
const besideFrom = 96;

export function deskBody(state: CallState, size: Size): Body {
  const { columns, rows } = size;
  const recommendation = recommendationNow(state);
  if (columns >= besideFrom) {
    const half = Math.floor(columns / 2) - 2;
    const left = [...callerList(state, columns).map((each) => cut(each, columns)), blank];
    const below = rows - left.length;
    const verdict = verdictThatFits(recommendation, words.verdict.soFar, { columns: half, rows: below });
    return stack([left, beside(questionLines(state, half), verdict, half)]);
  }
  const questions = questionLines(state, columns);
  const answers = callerList(state, columns);
  const smallestVerdict = verdictLines(recommendation, words.verdict.soFar, columns).length > 1 ? 2 : 1;
  // What the caller said gives way first: it has been read back, and ↑ shows it again.
  const listRoom = Math.max(0, Math.min(answers.length, rows - questions.length - smallestVerdict));
  const left = [...answers.slice(0, listRoom), ...questions];
  const room = { columns, rows: rows - left.length };
  const spaced = room.rows > smallestVerdict + 2;
  return stack([
    left,
    spaced ? [blank] : [],
    verdictThatFits(recommendation, words.verdict.soFar, { columns, rows: room.rows - (spaced ? 1 : 0) }),
  ]);
}

function questionLines(state: CallState, columns: number): Line[] {
  return [
    line(words.desk.title, 'quiet'),
    ...deskQuestions.flatMap((question) =>
      question.id === state.step
        ? paragraph(`▶ ${question.text}`, columns, 'strong')
        : [answeredQuestion(state, question)],
    ),
  ];
}

function answeredQuestion(state: CallState, question: DeskQuestion): Line {
  const longest = Math.max(...deskQuestions.map(({ short }) => width(short)));
  const recorded = state.incident?.deskAnswers[question.id];
  const mark = !recorded
    ? ' '
    : state.unsaved.includes(recorded.entry)
      ? words.question.unsavedMark
      : words.question.savedMark;
  return [
    { text: `${mark} ${padEnd(question.short, longest)}  `, tone: 'quiet' },
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
