/** The top line: exercise, whose desk, what time it is, who works, and how much has fallen due. */
import { clock, shortMomentText } from '../../domain/momentText.ts';
import { atDesk, parseInstant } from '../../domain/time.ts';
import type { DeskState } from '../../flow/desk/state.ts';
import * as words from '../../texts/desk.ts';
import { exercise } from '../../texts/labels.ts';
import { apart, type Line, lineWidth, type Span } from '../frame.ts';

export function deskHeader(state: DeskState, columns: number): Line {
  const { deskName, operator, exercise: isExercise } = state.context;
  const mark: Span[] = isExercise ? [{ text: ` ${exercise} `, tone: 'exercise' }] : [];
  const left: Line = [...mark, { text: ` ${deskName}`, tone: 'bar' }];
  const due = state.fallenDue === 0 ? words.header.nothingDue : words.header.fallenDue(state.fallenDue);
  const saved = savedWords(state);
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

function savedWords({ fault, unsaved }: DeskState): string[] {
  if (unsaved.length === 0) return [];
  return [fault ? words.header.notSaved : words.header.unsaved];
}
