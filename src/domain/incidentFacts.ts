/** What statistics count of one incident. The numbers that many of them come to are in `statistics.ts`. */
import type { ActionState } from './actionState.ts';
import { affectedUnits, unansweredQuestions } from './answers.ts';
import { type Entry, isKnown, type KnownEntry } from './entry.ts';
import type { Incident } from './incident.ts';
import type { CallerQuestionId } from './questions.ts';
import type { Outcome } from './rules.ts';
import { atDesk, parseInstant } from './time.ts';

export interface IncidentFacts {
  /** When it was received, on the desk's clock and calendar: `2026-11`. */
  readonly month: string;
  /** 1 is Monday. */
  readonly weekday: number;
  /** 0–23. */
  readonly hour: number;
  readonly exercise: boolean;
  /** What was decided, the latest; null before that. */
  readonly outcome: Outcome | null;
  /** Whether somebody at the desk decided otherwise than recommended. */
  readonly overridden: boolean;
  /** From the call to the first decision, in seconds; null when there is none. */
  readonly decidedAfter: number | null;
  /**
   * From when the director was to be phoned, which is the first decision to do so or the morning that it says, until
   * the director was reached; in seconds. Null when that has not happened, or was not asked for.
   */
  readonly directorReachedAfter: number | null;
  readonly unanswered: readonly CallerQuestionId[];
  /** Directly affected first, then at risk, each once. */
  readonly units: readonly AffectedUnit[];
}

export interface AffectedUnit {
  readonly unit: string;
  /** Whether it is directly affected, or may be. */
  readonly directly: boolean;
  /** From the first decision until its manager was reached, in seconds; null when that has not happened. */
  readonly reachedAfter: number | null;
}

/** Counts one incident: `entries` are all of its own, in order, and `incident` is what they fold to. */
export function factsOfIncident(incident: Incident, entries: readonly Entry[]): IncidentFacts {
  const { receivedAt, exercise, decision, answers, actions } = incident;
  const at = atDesk(parseInstant(receivedAt));
  const decided = entries.filter(isKnown).filter(isDecision);
  const { operationsAtRisk: _, ...withoutRisk } = answers;
  const direct = affectedUnits(withoutRisk);
  const firstDecision = decided[0]?.receivedAt;
  return {
    month: `${at.year}-${String(at.month).padStart(2, '0')}`,
    weekday: at.dayOfWeek,
    hour: at.hour,
    exercise,
    outcome: decision?.outcome ?? null,
    overridden: isOverridden(entries),
    decidedAfter: secondsBetween(receivedAt, firstDecision),
    directorReachedAfter: secondsBetween(directorWanted(decided), reachedAt(actions, 'call-director')),
    unanswered: unansweredQuestions(answers),
    units: affectedUnits(answers).map((unit) => ({
      unit,
      directly: direct.includes(unit),
      reachedAfter: secondsBetween(firstDecision, reachedAt(actions, `inform-unit-manager:${unit}`)),
    })),
  };
}

type DecisionEntry = Extract<KnownEntry, { type: 'decision-made' }>;

function isDecision(entry: KnownEntry): entry is DecisionEntry {
  return entry.type === 'decision-made';
}

/**
 * A decision without a recommendation of its own is the one that a consultation led to: it is what the recommendation
 * asked for, and not otherwise.
 */
function isOverridden(entries: readonly Entry[]): boolean {
  let recommended = false;
  for (const entry of entries) {
    if (entry.type === 'recommendation-made') recommended = true;
    if (entry.type !== 'decision-made' || !isKnown(entry)) continue;
    if (recommended && isDecision(entry) && entry.payload.overridden) return true;
    recommended = false;
  }
  return false;
}

/** From when the director was to be phoned. Where somebody is consulted first, that is not yet said. */
function directorWanted(decided: readonly DecisionEntry[]): string | undefined {
  const first = decided.find(({ payload }) => payload.outcome === 'contact-director');
  const due = first?.payload.directorDueAt;
  return due && Date.parse(due) > Date.parse(first.receivedAt) ? due : first?.receivedAt;
}

/** When somebody was first reached about it, or acknowledged having taken it in. */
function reachedAt(actions: readonly ActionState[], key: string): string | undefined {
  const state = actions.find((action) => action.key === key);
  return state?.attempts.find(({ result }) => result === 'reached')?.at ?? state?.acknowledgement?.at;
}

/** Whole seconds, none when the clock went back in between; null when one of the moments (RFC 3339) is missing. */
function secondsBetween(from: string | undefined, to: string | undefined): number | null {
  const seconds = (Date.parse(to ?? '') - Date.parse(from ?? '')) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(0, Math.floor(seconds));
}
