/** What an incident file says to the rules, and its answers as the journal keeps them. */
import type { Facts } from './assess.ts';
import type { IncidentFile } from './incidentFile.ts';
import type { Answer } from './payloads.ts';
import { type CallerQuestionId, callerQuestions } from './questions.ts';
import { isBlank } from './text.ts';

export function factsFromFile({ answers, assessment }: IncidentFile): Facts {
  return { ...assessment, own: answers.operationDirectlyAffected?.own ?? 'unknown' };
}

/** The answers that the file gives, in the source's order. An empty answer is always `unknown`. */
export function answersFromFile({ answers }: IncidentFile): readonly (readonly [CallerQuestionId, Answer])[] {
  return callerQuestions.flatMap(({ id }) => {
    const given = answers[id];
    if (!given) return [];
    const blank = isBlank(given.text);
    const certainty = blank ? 'unknown' : (given.certainty ?? 'confirmed');
    return [[id, { text: blank ? '' : given.text, certainty, units: given.units ?? [] }]] as const;
  });
}
