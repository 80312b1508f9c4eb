/** What stands from before in a later call: the answer that Enter keeps, and the decision. */

import type { Recommendation } from '../../domain/assess.ts';
import { permissionFor, recommendedChoice } from '../../domain/decision.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Decision } from '../../domain/payloads.ts';
import type { DeskAnswer } from '../../domain/questions.ts';
import { recommendationNow } from './moving.ts';
import type { CallState } from './state.ts';
import { isDeskQuestion } from './steps.ts';

/** The answer that Enter keeps in a step of one key; null where it keeps none, and always in a first call. */
export function keptByEnter({ later, incident, step }: CallState): DeskAnswer | null {
  if (!later) return null;
  if (step === 'own') return incident?.own?.answer ?? null;
  return isDeskQuestion(step) ? (incident?.deskAnswers[step]?.answer ?? null) : null;
}

export interface StandingDecision {
  readonly decision: NonNullable<Incident['decision']>;
  /** The rules ask for more than was decided, and whoever decided did not know that. */
  readonly exceeded: boolean;
}

/**
 * The decision that stands in a later call; null when there is none, and always in a first call. Where something else
 * than recommended was decided, with a reason or on advice, the same recommendation on the same facts is no news.
 */
export function standingDecision(state: CallState): StandingDecision | null {
  const { later, incident } = state;
  if (!later || !incident?.decision) return null;
  const { decision, recommendation: known, awaits } = incident;
  const now = recommendationNow(state);
  const isNews = awaits === 'decision' || !known || isStronger(now, known);
  return { decision, exceeded: isNews && isStronger(now, decision) };
}

/** contact-director > consult-first > ordinary, and now before the morning. */
function isStronger(now: Recommendation, than: Pick<Decision, 'outcome' | 'timing'>): boolean {
  const { kind } = permissionFor(recommendedChoice(than), now);
  return kind === 'weaker' || kind === 'forbidden';
}
