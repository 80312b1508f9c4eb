/** The top line: exercise, which incident, how long the call has lasted, and whether everything is saved. */
import { parseInstant } from '../../domain/time.ts';
import type { CallState } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';
import { exercise } from '../../texts/labels.ts';
import { apart, type Line, type Span } from '../frame.ts';

export function callHeader(state: CallState, columns: number): Line {
  const mark: Span[] = state.opening.exercise ? [{ text: ` ${exercise} `, tone: 'exercise' }] : [];
  const number = state.incident?.number || words.header.newIncident;
  const left: Line = [...mark, { text: ` ${number}`, tone: 'bar' }];
  const right: Line = [
    { text: `${words.header.call(callClock(state))} · ${savedWords(state)} `, tone: 'bar' },
    ...mark,
  ];
  return apart(left, right, columns, 'bar');
}

/** How long the call has lasted, such as `02:13`; with hours from the first hour on. */
export function callClock(state: CallState): string {
  const elapsed = parseInstant(state.now).since(parseInstant(state.opening.receivedAt), {
    largestUnit: 'hour',
  });
  const { hours, minutes, seconds } = elapsed.sign < 0 ? new Temporal.Duration() : elapsed;
  const parts = hours > 0 ? [hours, minutes, seconds] : [minutes, seconds];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function savedWords(state: CallState): string {
  if (state.fault) return words.header.notSaved;
  return state.unsaved.length > 0 ? words.header.unsaved : words.header.saved;
}
