/** What the rules have found so far, apart from what they make of questions that nobody has answered. */
import type { Reason } from '../../domain/assess.ts';
import { outcomeRules, type RuleId } from '../../domain/rules.ts';
import { recommendationNow } from './moving.ts';
import type { CallState } from './state.ts';

/** The rules that fired and rest on something that has been answered. */
export function reasonsSoFar(state: CallState): Reason[] {
  return recommendationNow(state).reasons.filter(({ rule }) => restsOnAnswers(state, rule));
}

/** Whether somebody has answered what the rule looks at. A timing rule looks at the time as well. */
function restsOnAnswers({ incident }: CallState, rule: RuleId): boolean {
  const found = outcomeRules.find(({ id }) => id === rule);
  if (!found) return rule === 'T1' || incident?.deskAnswers.directorTiming !== undefined;
  if (found.firesWhen === 'no-other-rule') return true;
  const { anyOf, is } = found.firesWhen;
  return anyOf.some((fact) => (fact === 'own' ? incident?.own : incident?.deskAnswers[fact])?.answer === is);
}
