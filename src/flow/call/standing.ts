/** What stands from before in a later call: the answer that Enter keeps, and the decision. */
import { exceedsDecision } from '../../domain/decision.ts';
import type { Incident } from '../../domain/incident.ts';
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
  /** The rules ask for more than was decided, and whoever decided did not know that (`exceedsDecision`). */
  readonly exceeded: boolean;
}

/** The decision that stands in a later call; null when there is none, and always in a first call. */
export function standingDecision(state: CallState): StandingDecision | null {
  const { later, incident } = state;
  if (!later || !incident?.decision) return null;
  return { decision: incident.decision, exceeded: exceedsDecision(recommendationNow(state), incident) };
}
