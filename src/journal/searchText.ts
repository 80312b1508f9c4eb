/** The words that an incident is found by: those that somebody wrote, and those of our own that it is filtered by. */
import type { Entry, EntryType } from '../domain/entry.ts';
import type { Incident } from '../domain/incident.ts';
import type { IncidentFacts } from '../domain/incidentFacts.ts';
import { facetsOf } from '../domain/logFilter.ts';
import { facetWords, searchable } from './searchQuery.ts';

/**
 * What says nothing that somebody would look for. The report says the answers over again in the template's words, which
 * would find every incident, and so would the rules'.
 */
const notSearched: readonly string[] = [
  'own-operation-answered',
  'read-back-agreed',
  'desk-answered',
  'recommendation-made',
  'draft-saved',
  'reminder-given',
] satisfies EntryType[];

/** Under these names stands what somebody wrote or said, and who was reached, at any depth of a payload. */
const searched: readonly string[] = [
  'text',
  'note',
  'reason',
  'advice',
  'motivation',
  'units',
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
 * The number, and what any entry says, also one of a later version. What was struck, corrected or replaced is found too:
 * it stays readable.
 */
function writtenText(incident: Incident, entries: readonly Entry[]): string {
  const said = entries
    .filter(({ type }) => !notSearched.includes(type))
    .flatMap(({ payload }) => textsIn(payload));
  return [...new Set([incident.number, ...said])].join('\n');
}

function textsIn(payload: unknown): string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  return Object.entries(payload).flatMap(([name, value]) => {
    if (typeof value === 'string') return searched.includes(name) ? [value] : [];
    // Names of units are a list of texts.
    return searched.includes(name) && Array.isArray(value) ? value.filter(isText) : textsIn(value);
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
