/** Moving between the steps, forwards and back. */

import { factsOf } from '../../domain/answers.ts';
import { assess } from '../../domain/assess.ts';
import { leaveField } from './answering.ts';
import { type CallState, callReceivedAt } from './state.ts';
import { isCallerQuestion, laterOf, position, type StepId, steps } from './steps.ts';
import { andThen, type Moment, type Turn, turn } from './turn.ts';

/** What the rules say about the facts recorded so far. */
export function recommendationNow(state: CallState) {
  return assess(factsOf(state.incident), callReceivedAt(state), state.desk.hours);
}

/** Leaves the current step for another one by a jump; what stands in its field is recorded. */
export function goTo(state: CallState, at: Moment, step: StepId): Turn {
  if (step === state.step) return turn(state);
  const left = isCallerQuestion(state.step) ? leaveField(state, at, state.step, 'jump') : turn(state);
  return andThen(left, (next) => turn(open(next, step)));
}

/** Opens a step. Whatever was begun in another step stays as it is. */
export function open(state: CallState, step: StepId): CallState {
  return { ...state, step, furthest: laterOf(state.furthest, step), strayLetters: null };
}

/**
 * The step after the current one is done. During the first round of questions that is the next in order; after it,
 * a step that one went back to leads to where one was, by way of what has not been asked yet.
 */
export function stepAfter(state: CallState): StepId {
  const next = following(state, state.step, 1);
  const { furthest } = state;
  const firstRound = position(furthest) < position('read-back');
  if (firstRound || position(furthest) <= position(next)) return next;
  if (state.step !== 'own' && ownIsMissing(state)) return 'own';
  // What was answered differently may have made a motivation needed, or needless.
  const passedMotivation = position(furthest) > position('motivation') && state.step !== 'motivation';
  if (passedMotivation && recommendationNow(state).motivationRequired) return 'motivation';
  return furthest === 'motivation' && !motivationWanted(state) ? 'decision' : furthest;
}

/** Whether it is ours was never asked, or of another operation than the one that is named now. */
export function ownIsMissing({ incident }: CallState): boolean {
  return incident?.answers.operationDirectlyAffected !== undefined && !incident.own;
}

/** The step before or after the current one, for the arrow keys: what the caller is asked, and what has been reached. */
export function neighbour(state: CallState, direction: -1 | 1): StepId {
  const step = following(state, state.step, direction);
  const reachable = position(step) < position('read-back') || position(step) <= position(state.furthest);
  return reachable ? step : state.step;
}

function following(state: CallState, from: StepId, direction: -1 | 1): StepId {
  const step = steps[position(from) + direction] ?? from;
  return step === 'motivation' && !motivationWanted(state) ? following(state, step, direction) : step;
}

/** Whether waiting has been asked for and needs a written reason, or has got one. */
function motivationWanted(state: CallState): boolean {
  const { motivationRequired, rules } = recommendationNow(state);
  return motivationRequired || rules.includes('T4');
}
