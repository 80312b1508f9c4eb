/** What can be decided, and what each takes. Source: escalation.md's last section and the Anvisning's "alltid kontaktas". */
import type { Recommendation } from './assess.ts';
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

/** contact-director > consult-first > ordinary, and now before the morning. */
export function isStronger(now: Decided, than: Decided): boolean {
  return strengthOf(recommendedChoice(now)) > strengthOf(recommendedChoice(than));
}

function strengthOf(choice: ChoiceId): number {
  return -choices.findIndex(({ id }) => id === choice);
}

type Decided = Pick<Decision, 'outcome' | 'timing'>;
