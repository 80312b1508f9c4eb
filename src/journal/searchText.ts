/** The words that an incident is found by: those that somebody wrote, and those of our own that it is filtered by. */
import type { Entry, EntryType } from '../domain/entry.ts';
import type { Incident } from '../domain/incident.ts';
import type { IncidentFacts } from '../domain/incidentFacts.ts';
import { facetsOf } from '../domain/logFilter.ts';
import { facetWords, searchable } from './searchQuery.ts';

/**
 * The call's own entries: what is searched of them is what holds now, from the incident. The report says it over again
 * in the template's words, which would find every incident. That a bell rang says nothing.
 */
const toldByTheIncident: readonly string[] = [
  'incident-opened',
  'caller-answered',
  'own-operation-answered',
  'read-back-agreed',
  'desk-answered',
  'motivation-given',
  'recommendation-made',
  'decision-made',
  'draft-saved',
  'reminder-given',
] satisfies EntryType[];

/** Under these names stands what somebody wrote or said, and who was reached, at any depth of a payload. */
const searched: readonly string[] = [
  'text',
  'note',
  'reason',
  'advice',
  'name',
  'phone',
  'callback',
  'to',
  'by',
  'subject',
  'body',
  'comment',
  'responsible',
  'learnt',
  'number',
];

/** All of it; `facts` are the incident's own. */
export function searchText(incident: Incident, entries: readonly Entry[], facts: IncidentFacts): string {
  const own = facetsOf(incident, entries, facts).flatMap(facetWords);
  return [searchable(writtenText(incident, entries)), ...own].join('\n');
}

/**
 * The number, the answers and motivations that hold now, and what the entries after the call say, in any type also
 * of a later version. What was struck or corrected there is found too: it stays readable.
 */
function writtenText(incident: Incident, entries: readonly Entry[]): string {
  const answers = Object.values(incident.answers).flatMap((answer) => [answer.text, ...answer.units]);
  const motivations = [incident.motivation?.text, incident.decision?.motivation];
  const later = entries
    .filter(({ type }) => !toldByTheIncident.includes(type))
    .flatMap(({ payload }) => textsIn(payload));
  const texts = [incident.number, ...answers, ...motivations, ...later].filter((text) => text !== undefined);
  return [...new Set(texts)].join('\n');
}

function textsIn(payload: unknown): string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  return Object.entries(payload).flatMap(([name, value]) =>
    typeof value === 'string' ? (searched.includes(name) ? [value] : []) : textsIn(value),
  );
}
