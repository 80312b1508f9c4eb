/** How long each step took. */
import type { Entry } from '../../domain/entry.ts';
import type { Incident } from '../../domain/incident.ts';
import { factsOfIncident } from '../../domain/incidentFacts.ts';
import { record as words } from '../../texts/record.ts';
import { duration } from '../../texts/when.ts';
import type { RecordField } from './recordDocument.ts';

/** To the decision, then to each who was to be reached; the director only where one was to be phoned. */
export function timeFields(incident: Incident, entries: readonly Entry[]): RecordField[] {
  const { decidedAfter, directorReachedAfter, units } = factsOfIncident(incident, entries);
  const { times } = words;
  const isWanted = incident.decision?.outcome === 'contact-director' || directorReachedAfter !== null;
  return [
    { label: times.decision, value: took(decidedAfter) },
    ...(isWanted ? [{ label: times.director, value: took(directorReachedAfter) }] : []),
    ...units.map(({ unit, reachedAfter }) => ({ label: times.unit(unit), value: took(reachedAfter) })),
  ];
}

function took(seconds: number | null): string {
  return seconds === null ? words.times.none : duration(seconds);
}
