/** What statistics count, in rows: `fact` has one for each incident, `affected_unit` one for each of its units. */
import type { AffectedUnit, IncidentFacts } from '../domain/incidentFacts.ts';
import { callerQuestions } from '../domain/questions.ts';
import type { Connection } from './connection.ts';

/** What the table `fact` says about the incident. */
export function factRow(facts: IncidentFacts) {
  return {
    month: facts.month,
    weekday: facts.weekday,
    hour: facts.hour,
    exercise: facts.exercise ? 1 : 0,
    outcome: facts.outcome,
    overridden: facts.overridden ? 1 : 0,
    decided_after: facts.decidedAfter,
    director_reached_after: facts.directorReachedAfter,
    unanswered: callerQuestions.reduce(
      (bits, { id }, index) => (facts.unanswered.includes(id) ? bits | (1 << index) : bits),
      0,
    ),
  };
}

/** What the table `affected_unit` says about one of the incident's units. */
export function affectedUnitRow({ unit, directly, reachedAfter }: AffectedUnit) {
  // The file holds UTF-8: a lone surrogate would not come back the same.
  return { unit: unit.toWellFormed(), directly: directly ? 1 : 0, reached_after: reachedAfter };
}

/** Writes what is counted of the incident at this place, instead of what was there. Within a write transaction. */
export function writeFacts({ prepare }: Connection, place: number, facts: IncidentFacts): void {
  const row = factRow(facts);
  const names = Object.keys(row);
  prepare(`INSERT OR REPLACE INTO fact (place, ${names.join()}) VALUES (?${', ?'.repeat(names.length)})`).run(
    place,
    ...Object.values(row),
  );
  prepare('DELETE FROM affected_unit WHERE place = ?').run(place);
  for (const each of facts.units) {
    const { unit, directly, reached_after } = affectedUnitRow(each);
    // Two names that the file cannot tell apart are one unit.
    prepare(
      'INSERT OR IGNORE INTO affected_unit (place, unit, directly, reached_after) VALUES (?, ?, ?, ?)',
    ).run(place, unit, directly, reached_after);
  }
}
