/** What incidents are counted by, in the order in which it is shown. */
import { callerQuestions } from '../../domain/questions.ts';
import { outcomes } from '../../domain/rules.ts';
import type { OutcomeCounts, Statistics } from '../../domain/statistics.ts';

export const kinds = [...outcomes, 'undecided'] as const;
export type Kind = (typeof kinds)[number];

export const timeIds = ['toDecision', 'toDirector', 'toUnit'] as const;

/** What the numbers are about: dates YYYY-MM-DD, null where there is no end. */
export interface StatisticsScope {
  readonly fromDate: string | null;
  readonly toDate: string | null;
  readonly exercise: boolean;
}

export function totalOf(counts: OutcomeCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The question as it is asked. */
export function questionText(question: Statistics['unanswered'][number]['question']): string {
  return callerQuestions.find(({ id }) => id === question)?.text ?? '';
}
