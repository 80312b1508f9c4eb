/** The report's facts: what the caller said, how sure it is, and what is not known. */
import { answerLabels } from '../texts/labels.ts';
import { aboutText, certaintyMark, notKnown } from '../texts/report.ts';
import { factsOf, unansweredQuestions } from './answers.ts';
import { cutAtWord } from './cutAtWord.ts';
import type { Incident } from './incident.ts';
import type { Answer } from './payloads.ts';
import {
  type Certainty,
  callerQuestion,
  callerQuestions,
  deskQuestions,
  ownOperationQuestion,
} from './questions.ts';
import type { CommonFields } from './reportFields.ts';
import { cleanLine, cleanText, isBlank } from './text.ts';

/** The facts as fields, from the answers so far. `understoodWhen` is what "När?" was taken to mean, in words. */
export function factFields(
  incident: Pick<Incident, 'answers' | 'own' | 'deskAnswers' | 'motivation'>,
  understoodWhen: string | null,
) {
  const { answers } = incident;
  const facts = factsOf(incident);
  const what = answerText(answers.whatHappened);
  const lead = leadSentence(answers.whatHappened, answers.whereHappened);
  const about = (certainties: readonly Certainty[]) =>
    callerQuestions
      .filter(({ id }) => isAnswered(answers[id]) && certainties.includes(certaintyOf(answers[id])))
      .map(({ id }) => aboutText[id])
      .join(', ');
  return {
    handelse: lead.text,
    vad: what,
    vadUtforligt: lead.complete ? '' : what,
    nar: answerText(answers.whenHappened, understoodWhen),
    var: answerText(answers.whereHappened),
    vilka: answerText(answers.whoIsAffected),
    aktorer: answerText(answers.actorsInvolved),
    direktPaverkad: answerText(answers.operationDirectlyAffected),
    direktEnheter: unitsNotNamed(answers.operationDirectlyAffected),
    egen: answerLabels[facts.own],
    kanPaverkas: answerText(answers.operationsAtRisk),
    riskEnheter: unitsNotNamed(answers.operationsAtRisk),
    bekraftat: about(['confirmed']),
    ejBekraftat: about(['unconfirmed', 'unknown']),
    obesvarat: [
      ...unansweredQuestions(answers).map((id) => callerQuestion(id).text),
      ...(facts.own === 'unknown' ? [ownOperationQuestion.text] : []),
      // "Nu eller i morgon?" is never open: the rules answer it on the safe side.
      ...deskQuestions
        .filter(({ id }) => id !== 'directorTiming' && facts[id] === 'unknown')
        .map(({ text }) => text),
    ],
  } satisfies Partial<CommonFields>;
}

/** As it was given, and how sure it is. `understood` is what the words were taken to mean. */
function answerText(answer: Answer | undefined, understood: string | null = null): string {
  if (!isAnswered(answer)) return notKnown;
  const meaning = understood === null ? '' : ` (${cleanLine(understood)})`;
  return `${paragraph(answer.text)}${meaning}${certaintyMark[certaintyOf(answer)]}`;
}

/** Longer than this, and what happened is not one sentence any more. */
const leadLength = 160;

/** What happened and where, in one sentence, and whether that is all there is to say of what happened. */
function leadSentence(
  what: Answer | undefined,
  where: Answer | undefined,
): { text: string; complete: boolean } {
  if (!isAnswered(what)) return { text: notKnown, complete: true };
  const said = cleanLine(what.text);
  const sentence = cutAtWord(said.split(/(?<=[.!?]) (?=\p{Lu})/u)[0] ?? said, leadLength);
  const place = isAnswered(where)
    ? ` – ${cutAtWord(cleanLine(where.text), leadLength)}${certaintyMark[certaintyOf(where)]}`
    : '';
  const lead = `${withoutFullStop(sentence)}${certaintyMark[certaintyOf(what)]}${withoutFullStop(place)}`;
  return {
    text: /[.!?…]$/.test(lead) ? lead : `${lead}.`,
    complete: sentence === cleanText(what.text).trim(),
  };
}

function withoutFullStop(text: string): string {
  return text.replace(/(?<!\.)\.$/, '');
}

/** The units that the answer's own words do not already name. */
function unitsNotNamed(answer: Answer | undefined): string {
  const said = cleanLine(answer?.text ?? '').toLowerCase();
  return (answer?.units ?? [])
    .map(cleanLine)
    .filter((unit) => unit !== '' && !said.includes(unit.toLowerCase()))
    .join(', ');
}

function isAnswered(answer: Answer | undefined): answer is Answer {
  return answer !== undefined && !isBlank(answer.text);
}

function certaintyOf(answer: Answer | undefined): Certainty {
  return answer?.certainty ?? 'unknown';
}

/** Lines after the first are indented, so that no answer can pass for a heading of the report. */
export function paragraph(text: string): string {
  return cleanText(text).trim().replace(/\n\s*/g, '\n  ');
}
