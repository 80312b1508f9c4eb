/** A desk in the worst of weeks: 200 open incidents of ten actions each, some overdue, and a register of contacts. */
import { assess, type Facts } from '../../src/domain/assess.ts';
import { decide } from '../../src/domain/decision.ts';
import { defaultDeskHours } from '../../src/domain/deskHours.ts';
import type { EntryPayloads, EntryType, NewEntry } from '../../src/domain/entry.ts';
import { callerQuestions, deskQuestions } from '../../src/domain/questions.ts';
import type { Contact } from '../../src/domain/register.ts';
import { formatInstant, parseInstant } from '../../src/domain/time.ts';
import { newId } from '../../src/journal/id.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { writeContacts } from '../../src/settings/importContacts.ts';
import { newPlace, type Place } from './place.ts';

export const incidentCount = 200;
/** Those of an incident's actions that are the director's two and TIB's come on top of these. */
const unitsEach = 7;
export const actionsEach = unitsEach + 3;
/** So many of the units have been tried in vain and are to be tried again; so the rest is overdue. */
const triedEach = 6;
/** So many units the register has. */
const unitCount = 60;

const minute = 60;
/** The incidents were received so long after each other, in seconds. */
const apart = 11 * minute;
/** The next tries are spread over so many seconds. */
const dayAndNight = 24 * 60 * minute;

/** Fills a place of its own, counted from now. */
export async function newBusyDesk(): Promise<Place> {
  const place = newPlace();
  const now = machineTime();
  await writeContacts(place.environment.TJOUR_CONFIG ?? '', register);
  const journal = journalOf(place);
  try {
    for (let index = 0; index < incidentCount; index += 1) journal.append(incident(index, now));
  } finally {
    journal.close();
  }
  return place;
}

/** Writes a note about the latest incident, as another workplace does. */
export function appendNote(place: Place, text: string): void {
  const journal = journalOf(place);
  try {
    for (const { id } of journal.list({ limit: 1 }))
      journal.append([said(id, 'note-added', { text, about: null }, machineTime())]);
  } finally {
    journal.close();
  }
}

function journalOf({ environment }: Place) {
  return openJournal(environment.TJOUR_DATA ?? '', { now: machineTime });
}

function machineTime(): string {
  return new Date().toISOString();
}

/** RFC 3339, that many seconds later, or earlier when below zero. */
function after(moment: string, seconds: number): string {
  return formatInstant(parseInstant(moment).add({ seconds: Math.round(seconds) }));
}

const unitNames = Array.from({ length: unitCount }, (_, index) => `Hemtjänst Örgryte ${index + 1}`);

function contact(role: Contact['role'], name: string, nth: number, unit = ''): Contact {
  const phone = `031-390 06 ${String(nth).padStart(2, '0')}`;
  return { role, name, unit, phone, email: `${role}.${nth}@example.se`, extra: {} };
}

const register: readonly Contact[] = [
  contact('director', 'Anna Ek', 0),
  contact('deskManager', 'Bo Berg', 1),
  contact('dutyOfficer', 'TIB', 2),
  ...unitNames.map((unit, index) => contact('unitManager', `Chef ${index + 1}`, index + 10, unit)),
];

const facts: Facts = {
  manageableWithExistingResources: 'no',
  informDirector: 'yes',
  directorTiming: 'now',
  staffDirectlyAffected: 'no',
  careRecipientsDirectlyAffected: 'yes',
  own: 'yes',
  motivation: '',
};

/** Thirty entries: the call, its decision and its draft, and what has been tried since, in vain. */
function incident(index: number, now: string): NewEntry[] {
  const id = newId();
  const receivedAt = after(now, -(index + 1) * apart);
  const say = <T extends EntryType>(type: T, payload: EntryPayloads[T]) =>
    said(id, type, payload, receivedAt);
  const text = `Strömavbrott nummer ${index + 1} i Östra Göteborg, ungefär 4 000 hushåll, enligt uppgift från TIB`;
  const units = Array.from({ length: unitsEach }, (_, nth) => unitNameAt(index * unitsEach + nth));
  const recommendation = assess(facts, receivedAt, defaultDeskHours);
  const { own, motivation, ...deskAnswers } = facts;
  return [
    say('incident-opened', {
      ...{ station: 'A', number: '', source: 'tib', channel: 'phone', exercise: false },
      caller: { name: 'TIB', callback: '031-390 06 02' },
    }),
    ...callerQuestions.map(({ id: question }) =>
      say('caller-answered', { question, text, certainty: 'confirmed', units: [] }),
    ),
    say('own-operation-answered', { answer: own }),
    say('read-back-agreed', { unanswered: [] }),
    ...deskQuestions.map(({ id: question }) =>
      say('desk-answered', { question, answer: deskAnswers[question] }),
    ),
    say('motivation-given', { text: motivation }),
    say('recommendation-made', { ...recommendation, facts }),
    say(
      'decision-made',
      decide({
        ...{ choice: 'director-now', recommendation, motivation, receivedAt, units },
        ...{ hours: defaultDeskHours, consultMinutes: 15 },
      }),
    ),
    say('draft-saved', { file: 'rapport.eml', subject: text, messageId: '', to: null, body: text }),
    ...units.slice(0, triedEach).map((unit, nth) =>
      say('contact-attempted', {
        action: `inform-unit-manager:${unit}`,
        whom: contact('unitManager', unit, nth, unit),
        result: 'no-answer',
        nextTryAt: after(now, ((index * triedEach + nth) / (incidentCount * triedEach)) * dayAndNight),
      }),
    ),
    say('next-try-set', { action: 'inform-duty-officer', at: after(now, (index + 60) * minute) }),
    ...[1, 2, 3, 4].map((nth) => say('note-added', { text: `${text}, anteckning ${nth}`, about: null })),
  ];
}

function unitNameAt(index: number): string {
  return unitNames[index % unitCount] ?? '';
}

function said<T extends EntryType>(
  incidentId: string,
  type: T,
  payload: EntryPayloads[T],
  receivedAt: string,
): NewEntry<T> {
  const about = { incident: incidentId, operator: 'jl', receivedAt, occurredAt: null, corrects: null };
  return { ...about, id: newId(), type, payload };
}
