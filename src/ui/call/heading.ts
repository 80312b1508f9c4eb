/** What stands over a recommendation, and in a later call how it compares with the decision that stands. */
import { recommendedChoice } from '../../domain/choices.ts';
import { briefMomentText } from '../../domain/momentText.ts';
import { reasonsSoFar } from '../../flow/call/findings.ts';
import { standingDecision } from '../../flow/call/standing.ts';
import type { CallState } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';

export interface Heading {
  readonly title: string;
  /** The title says that the recommendation is sharper than the decision that stands. */
  readonly isAlarm: boolean;
  /** The decision that stands, when there is nothing loud to say about it; null when there is none. */
  readonly standing: string | null;
}

/** Over the recommendation that is to be decided on. */
export function heading(state: CallState): Heading {
  return headingFor(state, words.verdict.recommended, true);
}

/** Over the recommendation so far: what is not asked yet raises no alarm. */
export function headingSoFar(state: CallState): Heading {
  return headingFor(state, words.verdict.soFar, reasonsSoFar(state).length > 0);
}

function headingFor(state: CallState, title: string, mayAlarm: boolean): Heading {
  const found = standingDecision(state);
  if (!found) return { title, isAlarm: false, standing: null };
  const { decision, exceeded } = found;
  const made = [
    briefMomentText(decision.at, state.now),
    words.standing.decisions[recommendedChoice(decision)],
  ] as const;
  return exceeded && mayAlarm
    ? { title: words.standing.exceeded(...made), isAlarm: true, standing: null }
    : { title, isAlarm: false, standing: words.standing.stands(...made) };
}
