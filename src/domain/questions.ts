/**
 * The Anvisning's questions, word for word and in its order.
 * Source: "Anvisning för Inriktnings- och samordningskontakt Trygghetsjouren", revised 2024-05-07,
 * the table "Frågor att ställa till TIB …" / "Frågor att ställa oss själva på Trygghetsjouren".
 */

export type YesNoUnknown = 'yes' | 'no' | 'unknown';
export type DirectorTiming = 'now' | 'morning' | 'unknown';
/** How sure the caller was. An empty answer is always `unknown`. */
export type Certainty = 'confirmed' | 'unconfirmed' | 'unknown';

export const callerQuestions = [
  { id: 'whatHappened', number: 1, text: 'Vad har hänt?', short: 'Vad' },
  { id: 'whenHappened', number: 2, text: 'När har det hänt?', short: 'När' },
  { id: 'whereHappened', number: 3, text: 'Var har det hänt?', short: 'Var' },
  { id: 'whoIsAffected', number: 4, text: 'Vilka är påverkade?', short: 'Vilka' },
  { id: 'actorsInvolved', number: 5, text: 'Vilka aktörer är redan involverade?', short: 'Aktörer' },
  {
    id: 'operationDirectlyAffected',
    number: 6,
    text: 'Vilken verksamhet är direkt påverkad?',
    short: 'Direkt påverkad',
  },
  { id: 'operationsAtRisk', number: 7, text: 'Vilka verksamheter kan påverkas?', short: 'Kan påverkas' },
] as const;

export type CallerQuestion = (typeof callerQuestions)[number];
export type CallerQuestionId = CallerQuestion['id'];

/**
 * The fact that rule R2 needs and the Anvisning's table does not ask for by itself. It is asked together with
 * `operationDirectlyAffected`.
 */
export const ownOperationQuestion = {
  id: 'own',
  text: 'Är den direkt påverkade verksamheten en av våra egna?',
  short: 'Vår egen',
} as const;

const yesNoUnknown = ['yes', 'no', 'unknown'] as const;

/** The source's table repeats the first one three times: a merged cell, one question. */
export const deskQuestions = [
  {
    id: 'manageableWithExistingResources',
    text: 'Kan vi hantera frågan med befintliga resurser?',
    short: 'Klarar vi det själva',
    answers: yesNoUnknown,
  },
  {
    id: 'informDirector',
    text: 'Bör vi informera förvaltningsdirektör?',
    short: 'Informera direktör',
    answers: yesNoUnknown,
  },
  {
    id: 'directorTiming',
    text: 'Behöver vi informera förvaltningsdirektör nu eller kan det avvakta till morgonen?',
    short: 'Nu eller i morgon',
    answers: ['now', 'morning', 'unknown'],
  },
  {
    id: 'staffDirectlyAffected',
    text: 'Finns det medarbetare som är direkt berörda?',
    short: 'Medarbetare berörda',
    answers: yesNoUnknown,
  },
  {
    id: 'careRecipientsDirectlyAffected',
    text: 'Finns det omsorgstagare som är direkt berörda?',
    short: 'Omsorgstagare berörda',
    answers: yesNoUnknown,
  },
] as const;

export type DeskQuestion = (typeof deskQuestions)[number];
export type DeskQuestionId = DeskQuestion['id'];
export type DeskAnswer = DeskQuestion['answers'][number];

/** An answer that only says that it is not known: it is kept as it was said, and confirms nothing. */
export function saysUnknown(text: string): boolean {
  return /^(?:okänd|okänt|oklart|vet ej|vet inte|\?+|-+)[.!]?$/i.test(text.normalize('NFC').trim());
}

/** The two questions whose answer may name units of ours. */
export const questionsNamingUnits = ['operationDirectlyAffected', 'operationsAtRisk'] as const;

/** Whether the answer to this question may name units. */
export function namesUnits(id: CallerQuestionId): boolean {
  return (questionsNamingUnits as readonly string[]).includes(id);
}

/** The question with this id. */
export function callerQuestion(id: CallerQuestionId): CallerQuestion {
  return callerQuestions.find((question) => question.id === id) as CallerQuestion;
}

/** The question to ourselves with this id. */
export function deskQuestion(id: DeskQuestionId): DeskQuestion {
  return deskQuestions.find((question) => question.id === id) as DeskQuestion;
}
