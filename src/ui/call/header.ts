/** The top line: exercise, which incident, how long the call has lasted, and whether everything is saved. */
import { briefMomentText } from '../../domain/momentText.ts';
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
  const when = whenText(state);
  const isSaved = savedWords(state, saved.short);
  const long: Span = { text: `${when.long} · ${savedWords(state)} `, tone: 'bar' };
  const short: Span = { text: `${when.short} ${isSaved} `, tone: 'bar' };
  const least: Span = { text: `${isSaved} `, tone: 'bar' };
  // In a narrow window the exercise is marked once, and what gives way last is that and whether all is saved.
  const forms = [
    ...[[long, ...mark], [long], [short, ...mark], [short]].map((right) => ({ left: left(name), right })),
    { left: left(number), right: [short] },
  ];
  const fitting = forms.find((each) => lineWidth(each.left) + lineWidth(each.right) < columns);
  const { left: shown, right } = fitting ?? { left: left(number), right: [least] };
  return apart(shown, right, columns, 'bar');
}

/** After so long the call is not going on any more, and how long it has lasted says nothing. */
const longestCall = { hours: 12 };

/** How long the call has lasted, or when it was received if that is long ago. */
function whenText(state: CallState): { readonly long: string; readonly short: string } {
  const { call, received } = words.header;
  const receivedAt = callReceivedAt(state);
  const isOver =
    Temporal.Instant.compare(parseInstant(state.now), parseInstant(receivedAt).add(longestCall)) > 0;
  const short = isOver ? briefMomentText(receivedAt, state.now) : callClock(state);
  return { long: isOver ? received(short) : call(short), short };
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
