/** The top line: exercise, which incident, how long the call has lasted, and whether everything is saved. */
import { parseInstant } from '../../domain/time.ts';
import { type CallState, callReceivedAt } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';
import { saved } from '../../texts/labels.ts';
import { apart, type Line, lineWidth, type Span } from '../frame.ts';
import { exerciseMark, savedWords } from '../header.ts';

export function callHeader(state: CallState, columns: number): Line {
  const mark = exerciseMark(state.opening.exercise);
  const number = state.incident?.number || words.header.newIncident;
  const name = state.later ? words.header.later(number) : number;
  const left = (text: string): Line => [...mark, { text: ` ${text}`, tone: 'bar' }];
  const clock = callClock(state);
  const { call } = words.header;
  const long: Span = { text: `${call(clock)} · ${savedWords(state)} `, tone: 'bar' };
  const short: Span = { text: `${clock} ${savedWords(state, saved.short)} `, tone: 'bar' };
  // In a narrow window the exercise is marked once, and what gives way last is that and whether all is saved.
  const forms = [[long, ...mark], [long], [short, ...mark], [short]].map((right) => ({
    left: left(name),
    right,
  }));
  const fitting = forms.find((each) => lineWidth(each.left) + lineWidth(each.right) < columns);
  const { left: shown, right } = fitting ?? { left: left(number), right: [short] };
  return apart(shown, right, columns, 'bar');
}

/** How long the call has lasted, such as `02:13`; with hours from the first hour on. */
export function callClock(state: CallState): string {
  const elapsed = parseInstant(state.now).since(parseInstant(callReceivedAt(state)), {
    largestUnit: 'hour',
  });
  const { hours, minutes, seconds } = elapsed.sign < 0 ? new Temporal.Duration() : elapsed;
  const parts = hours > 0 ? [hours, minutes, seconds] : [minutes, seconds];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
