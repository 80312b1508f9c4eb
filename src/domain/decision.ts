/** Deciding as recommended, or otherwise. Source: escalation.md's last section and the Anvisning's "alltid kontaktas". */
import { actionsFor } from './actions.ts';
import { directorDueAt, isMotivated, type Recommendation } from './assess.ts';
import type { DeskHours } from './deskHours.ts';
import type { Incident } from './incident.ts';
import type { Decision } from './payloads.ts';
import type { Outcome, Timing } from './rules.ts';

/** What an operator can decide, from the strongest to the weakest. */
export const choices = [
  { id: 'director-now', outcome: 'contact-director', timing: 'now' },
  { id: 'director-morning', outcome: 'contact-director', timing: 'morning' },
  { id: 'consult-first', outcome: 'consult-first', timing: null },
  { id: 'ordinary', outcome: 'ordinary', timing: null },
] as const satisfies readonly { id: string; outcome: Outcome; timing: Timing | null }[];

export type ChoiceId = (typeof choices)[number]['id'];

export type Permission =
  | { readonly kind: 'recommended' }
  /** Stronger than recommended: no reason is needed. */
  | { readonly kind: 'stronger' }
  /** Weaker than recommended: only with a motivation. */
  | { readonly kind: 'weaker' }
  /** By R1 or R2 the director is always contacted, so the outcome cannot be ordinary. */
  | { readonly kind: 'forbidden'; readonly by: 'R1' | 'R2' };

/** The choice that the recommendation amounts to. */
export function recommendedChoice(recommendation: Pick<Recommendation, 'outcome' | 'timing'>): ChoiceId {
  const choice = choices.find(
    ({ outcome, timing }) => outcome === recommendation.outcome && timing === recommendation.timing,
  );
  if (!choice) throw new RangeError('a recommendation that no choice matches');
  return choice.id;
}

/** Whether the operator may choose this, and what it takes. */
export function permissionFor(choice: ChoiceId, recommendation: Recommendation): Permission {
  const difference = strengthOf(choice) - strengthOf(recommendedChoice(recommendation));
  if (difference === 0) return { kind: 'recommended' };
  if (difference > 0) return { kind: 'stronger' };
  const by = recommendation.rules.find((rule) => rule === 'R1' || rule === 'R2');
  return choice === 'ordinary' && by ? { kind: 'forbidden', by } : { kind: 'weaker' };
}

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

/** contact-director > consult-first > ordinary, and now before the morning. */
export function isStronger(now: Decided, than: Decided): boolean {
  return strengthOf(recommendedChoice(now)) > strengthOf(recommendedChoice(than));
}

function strengthOf(choice: ChoiceId): number {
  return -choices.findIndex(({ id }) => id === choice);
}

type Decided = Pick<Decision, 'outcome' | 'timing'>;

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
