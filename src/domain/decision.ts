/** Deciding as recommended, or otherwise. Source: escalation.md's last section and the Anvisning's "alltid kontaktas". */
import { actionsFor } from './actions.ts';
import { directorDueAt, isMotivated, type Recommendation } from './assess.ts';
import { type ChoiceId, choices, isStronger, permissionFor } from './choices.ts';
import type { DeskHours } from './deskHours.ts';
import type { Incident } from './incident.ts';
import type { Decision } from './payloads.ts';

/**
 * Whether what the rules recommend now is stronger than the decision that stands, and that is news: there are new facts
 * or a later call. A decision that was weaker all along, with a reason or on advice, is none.
 */
export function exceedsDecision(
  now: Recommendation,
  { decision, recommendation, awaits }: Pick<Incident, 'decision' | 'recommendation' | 'awaits'>,
): boolean {
  if (!decision) return false;
  const isNews = awaits === 'decision' || !recommendation || isStronger(now, recommendation);
  return isNews && isStronger(now, decision);
}

export interface DecisionInput {
  readonly choice: ChoiceId;
  readonly recommendation: Recommendation;
  /** Why waiting, or why otherwise than recommended. */
  readonly motivation: string;
  /** When the latest call was received, RFC 3339: when everybody is to be told. */
  readonly receivedAt: string;
  /** From when "now" and "the morning" are counted for the director, RFC 3339; when left out, from `receivedAt`. */
  readonly decidedAt?: string;
  readonly units: readonly string[];
  readonly hours: DeskHours;
  readonly consultMinutes: number;
}

/**
 * The decision with what there is to do.
 * Throws RangeError when the choice is forbidden, or weaker and without a motivation.
 */
export function decide(input: DecisionInput): Decision {
  const { choice, recommendation, motivation, receivedAt } = input;
  const permission = permissionFor(choice, recommendation);
  if (permission.kind === 'forbidden' || (permission.kind === 'weaker' && !isMotivated(motivation))) {
    throw new RangeError(`not permitted: ${choice}`);
  }
  const { outcome, timing } = choices.find(({ id }) => id === choice) ?? recommendation;
  const dueAt =
    permission.kind === 'recommended'
      ? recommendation.directorDueAt
      : timing && directorDueAt(timing, input.decidedAt ?? receivedAt, input.hours);
  return {
    outcome,
    timing,
    directorDueAt: dueAt,
    overridden: permission.kind !== 'recommended',
    motivation,
    actions: actionsFor({ ...input, outcome, directorDueAt: dueAt }),
  };
}
