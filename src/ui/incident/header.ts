/** The top line: exercise, which incident, how it stands, and whether everything is saved. */
import { summaryOf } from '../../domain/incident.ts';
import type { IncidentState } from '../../flow/incident/state.ts';
import * as call from '../../texts/call.ts';
import * as words from '../../texts/incident.ts';
import { exercise, statusLabels } from '../../texts/labels.ts';
import { apart, type Line, lineWidth, type Span } from '../frame.ts';
import { briefMoment } from './moments.ts';

/** So much of the left part is kept before the right part gives way: the exercise, the number and a word or two. */
const leastLeft = 34;

export function incidentHeader(state: IncidentState, columns: number): Line {
  const { incident, now } = state;
  const mark: Span[] = incident.exercise ? [{ text: ` ${exercise} `, tone: 'exercise' }] : [];
  const name = [incident.number, summaryOf(incident.answers)].filter((part) => part !== '').join(' ');
  const left: Line = [...mark, { text: ` ${name}`, tone: 'bar' }];
  const status = statusLabels[incident.status];
  const received = words.header.received(briefMoment(incident.receivedAt, now));
  const { saved, savedShort } = call.header;
  const bar = (...parts: readonly string[]): Span => ({ text: `${parts.join(' · ')} `, tone: 'bar' });
  const long = bar(status, received, savedWords(state, saved));
  const fitting = [[long, ...mark], [long], [bar(received, savedWords(state, savedShort))]].find(
    (each) => lineWidth(each) + Math.min(leastLeft, lineWidth(left)) < columns,
  );
  return apart(left, fitting ?? [bar(savedWords(state, savedShort))], columns, 'bar');
}

function savedWords({ fault, unsaved }: IncidentState, saved: string): string {
  if (fault) return call.header.notSaved;
  return unsaved.length > 0 ? call.header.unsaved : saved;
}
