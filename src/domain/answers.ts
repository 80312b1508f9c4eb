/** What the answers to an incident's questions come to. */
import { distinctUnits } from './actions.ts';
import type { Facts } from './assess.ts';
import type { Answer } from './payloads.ts';
import {
  type CallerQuestionId,
  callerQuestions,
  type DeskAnswer,
  type DeskQuestionId,
  type DirectorTiming,
  questionsNamingUnits,
  type YesNoUnknown,
} from './questions.ts';

/** What an incident holds of what the desk has answered itself. */
interface OurAnswers {
  readonly own: { readonly answer: YesNoUnknown } | null;
  readonly deskAnswers: Readonly<Partial<Record<DeskQuestionId, { readonly answer: DeskAnswer }>>>;
  readonly motivation: { readonly text: string } | null;
}

/** What the rules look at, from what has been answered so far. */
export function factsOf(incident: OurAnswers | null): Facts {
  const answer = (id: Exclude<DeskQuestionId, 'directorTiming'>) =>
    (incident?.deskAnswers[id]?.answer ?? 'unknown') as YesNoUnknown;
  return {
    manageableWithExistingResources: answer('manageableWithExistingResources'),
    informDirector: answer('informDirector'),
    directorTiming: (incident?.deskAnswers.directorTiming?.answer ?? 'unknown') as DirectorTiming,
    staffDirectlyAffected: answer('staffDirectlyAffected'),
    careRecipientsDirectlyAffected: answer('careRecipientsDirectlyAffected'),
    own: incident?.own?.answer ?? 'unknown',
    motivation: incident?.motivation?.text ?? '',
  };
}

/** The units that the answers name: directly affected first, then at risk, each once. */
export function affectedUnits(answers: Readonly<Partial<Record<CallerQuestionId, Answer>>>): string[] {
  return distinctUnits(questionsNamingUnits.flatMap((id) => answers[id]?.units ?? []));
}

/** The questions to the caller that have no answer, or only "vet ej", in the source's order. */
export function unansweredQuestions(
  answers: Readonly<Partial<Record<CallerQuestionId, Answer>>>,
): CallerQuestionId[] {
  return callerQuestions.map(({ id }) => id).filter((id) => (answers[id]?.text ?? '').trim() === '');
}

const summaryLength = 80;

/** What happened in one short line, for lists. */
export function summaryOf(answers: Readonly<Partial<Record<CallerQuestionId, Answer>>>): string {
  const line = (answers.whatHappened?.text ?? '').trim().split(/\s*\n\s*/)[0] ?? '';
  const characters = [...line];
  if (characters.length <= summaryLength) return line;
  return `${characters
    .slice(0, summaryLength - 1)
    .join('')
    .trimEnd()}…`;
}
