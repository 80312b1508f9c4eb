/** From the facts to a recommendation, by the table in `rules.ts`. */
import { type DeskHours, isOfficeHours, nextMorning } from './deskHours.ts';
import type { DirectorTiming, YesNoUnknown } from './questions.ts';
import {
  compareOutcomes,
  type FactId,
  type Outcome,
  type OutcomeRule,
  outcomeRules,
  type RuleId,
  ruleSetVersion,
  rulesThatForbidSilentWaiting,
  type Timing,
  type TimingRule,
  timingRules,
} from './rules.ts';
import { isBlank } from './text.ts';
import { formatInstant, parseInstant } from './time.ts';

/** Everything the rules look at. An answer that is missing counts as `unknown`. */
export interface Facts extends Readonly<Record<FactId, YesNoUnknown>> {
  readonly directorTiming: DirectorTiming;
  /** The written reason for waiting until the morning; blank when there is none. */
  readonly motivation: string;
}

export const noFacts: Facts = {
  manageableWithExistingResources: 'unknown',
  informDirector: 'unknown',
  directorTiming: 'unknown',
  staffDirectlyAffected: 'unknown',
  careRecipientsDirectlyAffected: 'unknown',
  own: 'unknown',
  motivation: '',
};

export interface Reason {
  readonly rule: RuleId;
  readonly text: string;
  readonly source: string;
}

export interface Recommendation {
  readonly outcome: Outcome;
  /** Null unless the outcome is contact-director. */
  readonly timing: Timing | null;
  /** RFC 3339; null unless the outcome is contact-director. */
  readonly directorDueAt: string | null;
  /** True when waiting was asked for and needs a written reason that is not there. */
  readonly motivationRequired: boolean;
  /** The outcome rules and the timing rule that fired, in the table's order. */
  readonly rules: readonly RuleId[];
  readonly reasons: readonly Reason[];
  readonly ruleSetVersion: string;
}

/** A motivation is text with at least one character that can be seen. */
export function isMotivated(motivation: string): boolean {
  return !isBlank(motivation);
}

/**
 * What the rules recommend for these facts. `receivedAt` is RFC 3339 with an offset; `hours` are the desk's own.
 * Source: the Anvisning, "Särskild anvisning för Trygghetsjouren", sentence by sentence in `rules.ts`.
 * Throws RangeError when `receivedAt` is not a time.
 */
export function assess(facts: Facts, receivedAt: string, hours: DeskHours): Recommendation {
  const fired = firedOutcomeRules(facts);
  const outcome = fired.map((rule) => rule.outcome).reduce((a, b) => (compareOutcomes(a, b) >= 0 ? a : b));
  const timingRule =
    outcome === 'contact-director' ? firstTimingRule(facts, fired, receivedAt, hours) : undefined;
  const rules = timingRule ? [...fired, timingRule] : fired;
  return {
    outcome,
    timing: timingRule?.timing ?? null,
    directorDueAt: timingRule ? directorDueAt(timingRule.timing, receivedAt, hours) : null,
    motivationRequired: timingRule?.motivationRequired ?? false,
    rules: rules.map((rule) => rule.id),
    reasons: rules.map(toReason),
    ruleSetVersion,
  };
}

/** When the director is to be phoned: at once, or the next morning (RFC 3339 in the desk's local offset). */
export function directorDueAt(timing: Timing, receivedAt: string, hours: DeskHours): string {
  const received = parseInstant(receivedAt);
  return formatInstant(timing === 'now' ? received : nextMorning(received, hours));
}

function firedOutcomeRules(facts: Facts): OutcomeRule[] {
  const fired = outcomeRules.filter(
    ({ firesWhen }) =>
      firesWhen !== 'no-other-rule' && firesWhen.anyOf.some((fact) => facts[fact] === firesWhen.is),
  );
  return fired.length > 0 ? fired : outcomeRules.filter((rule) => rule.firesWhen === 'no-other-rule');
}

function firstTimingRule(
  facts: Facts,
  fired: readonly OutcomeRule[],
  receivedAt: string,
  hours: DeskHours,
): TimingRule {
  const officeHours = isOfficeHours(parseInstant(receivedAt), hours);
  const silentWaitingForbidden = fired.some((rule) => rulesThatForbidSilentWaiting.includes(rule.id));
  const motivated = isMotivated(facts.motivation);
  const rule = timingRules.find(
    ({ firesWhen }) =>
      firesWhen.officeHours === officeHours &&
      (firesWhen.directorTiming?.includes(facts.directorTiming) ?? true) &&
      (firesWhen.silentWaitingForbidden ?? silentWaitingForbidden) === silentWaitingForbidden &&
      (firesWhen.motivated ?? motivated) === motivated,
  );
  // The rows cover every combination (a test enumerates them all), so this cannot be reached by any answer.
  if (!rule) throw new Error('no timing rule fits');
  return rule;
}

function toReason({ id: rule, text, source }: OutcomeRule | TimingRule): Reason {
  return { rule, text, source };
}
