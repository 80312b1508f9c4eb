/** The top line: exercise, which incident, how it stands, and whether everything is saved. */
import { summaryOf } from '../../domain/answers.ts';
import { briefMomentText } from '../../domain/momentText.ts';
import type { IncidentState } from '../../flow/incident/state.ts';
import * as words from '../../texts/incident.ts';
import { saved, statusLabels } from '../../texts/labels.ts';
import { apart, type Line, lineWidth, type Span } from '../frame.ts';
import { exerciseMark, savedWords } from '../header.ts';

/** So much of the left part is kept before the right part gives way: the exercise, the number and a word or two. */
const leastLeft = 34;

export function incidentHeader(state: IncidentState, columns: number): Line {
  const { incident, now } = state;
  const mark = exerciseMark(incident.exercise);
  const name = [incident.number, summaryOf(incident.answers)].filter((part) => part !== '').join(' ');
  const left: Line = [...mark, { text: ` ${name}`, tone: 'bar' }];
  const status = statusLabels[incident.status];
  const received = words.header.received(briefMomentText(incident.receivedAt, now));
  const bar = (...parts: readonly string[]): Span => ({ text: `${parts.join(' · ')} `, tone: 'bar' });
  const long = bar(status, received, savedWords(state));
  const fitting = [[long, ...mark], [long], [bar(received, savedWords(state, saved.short))]].find(
    (each) => lineWidth(each) + Math.min(leastLeft, lineWidth(left)) < columns,
  );
  return apart(left, fitting ?? [bar(savedWords(state, saved.short))], columns, 'bar');
}
