/** The order of the call, and how one moves in it. Source: contract.md, "Keys in the call". */
import {
  type CallerQuestionId,
  callerQuestions,
  type DeskQuestionId,
  deskQuestions,
} from '../../domain/questions.ts';

export type StepId =
  | CallerQuestionId
  | 'own'
  | 'read-back'
  | DeskQuestionId
  | 'motivation'
  | 'decision'
  | 'draft'
  | 'finished';

/** Every step in order. `motivation` is passed over when no motivation is needed. */
export const steps: readonly StepId[] = [
  ...callerQuestions.flatMap(({ id }): StepId[] => (id === 'operationDirectlyAffected' ? [id, 'own'] : [id])),
  'read-back',
  ...deskQuestions.map(({ id }) => id),
  'motivation',
  'decision',
  'draft',
  'finished',
];

/** Where the step stands in the order, from 0. */
export function position(step: StepId): number {
  return steps.indexOf(step);
}

/** The later of two steps. */
export function laterOf(a: StepId, b: StepId): StepId {
  return position(a) >= position(b) ? a : b;
}

export function isCallerQuestion(step: StepId): step is CallerQuestionId {
  return callerQuestions.some(({ id }) => id === step);
}

export function isDeskQuestion(step: StepId): step is DeskQuestionId {
  return deskQuestions.some(({ id }) => id === step);
}
