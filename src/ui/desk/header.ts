/** The top line: exercise, whose desk, what time it is, who works, and how much has fallen due. */
import { clock, shortMomentText } from '../../domain/momentText.ts';
import { atDesk, parseInstant } from '../../domain/time.ts';
import type { DeskState } from '../../flow/desk/state.ts';
import * as words from '../../texts/desk.ts';
import { apart, type Line, lineWidth, type Span } from '../frame.ts';
import { exerciseMark, savedWords } from '../header.ts';

export function deskHeader(state: DeskState, columns: number): Line {
  const { deskName, operator, exercise } = state.context;
  const mark = exerciseMark(exercise);
  const left: Line = [...mark, { text: ` ${deskName}`, tone: 'bar' }];
  const due = state.fallenDue === 0 ? words.header.nothingDue : words.header.fallenDue(state.fallenDue);
  const saved = state.unsaved.length > 0 || state.fault ? [savedWords(state)] : [];
  const bar = (...parts: readonly string[]): Span => ({
    text: `${[...parts, due, ...saved].join(' · ')} `,
    tone: 'bar',
  });
  const time = clock(atDesk(parseInstant(state.now)));
  const long = bar(shortMomentText(state.now), operator);
  const short = bar(time, operator);
  // In a narrow window the exercise is marked once; what gives way last is that, and what has fallen due.
  const fitting = [[long, ...mark], [short, ...mark], [short]].find(
    (each) => lineWidth(left) + lineWidth(each) < columns,
  );
  return fitting ? apart(left, fitting, columns, 'bar') : apart(mark, [bar(time)], columns, 'bar');
}
