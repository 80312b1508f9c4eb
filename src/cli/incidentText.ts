/** One incident as plain text: what was decided and done, what there is to do, what is known, and every entry. */
import type { Recommendation } from '../domain/assess.ts';
import { type EarlierDecision, earlierDecisions } from '../domain/earlierDecisions.ts';
import type { Entry } from '../domain/entry.ts';
import type { Incident } from '../domain/incident.ts';
import { momentText } from '../domain/momentText.ts';
import { callerQuestions, deskQuestions, ownOperationQuestion } from '../domain/questions.ts';
import type { Contact } from '../domain/register.ts';
import { paragraph } from '../domain/reportFacts.ts';
import * as call from '../texts/call.ts';
import { entryTexts } from '../texts/entries.ts';
import { answerLabels, exercise as exerciseMark } from '../texts/labels.ts';
import { record } from '../texts/record.ts';
import { reviewActionText, shown as reviewWords } from '../texts/review.ts';
import { verdict } from '../ui/call/verdictView.ts';
import { answerText, type EntryLine, entryLines, fromWhom } from '../ui/entryText.ts';
import { actionStateText } from '../ui/review/actionState.ts';
import { carriedOutSections } from './carriedOut.ts';

/**
 * The lines, in the order that somebody who takes over needs them: the decision, what to do and what was done, then
 * why. `now` is RFC 3339.
 */
export function incidentLines(
  incident: Incident,
  entries: readonly Entry[],
  contacts: readonly Contact[],
  now: string,
): string[] {
  const sections = [
    [headline(incident)],
    decisionLines(incident),
    ...carriedOutSections(incident, contacts, now),
    answerLines(incident),
    recommendationLines(incident),
    ...earlierDecisions(incident, entries).map(earlierLines),
    ...reviewSections(incident, now),
    [entryTexts.title, ...entryLines(entries).map(entryLine)],
  ].filter((lines) => lines.length > 0);
  return sections.flatMap((section, index) => (index === 0 ? section : ['', ...section]));
}

function headline(incident: Incident): string {
  const { exercise, number, receivedAt, operator } = incident;
  return [exercise ? exerciseMark : '', number, momentText(receivedAt), operator, fromWhom(incident)]
    .filter((part) => part !== '')
    .join('  ');
}

function decisionLines({ decision }: Incident): string[] {
  const { decided } = call.verdict;
  if (!decision) return [`${decided}: ${entryTexts.notDecided}`];
  const { overridden, asRecommended, motivation } = entryTexts;
  return [
    `${decided}: ${verdict(decision)}`,
    `  ${decision.by} ${momentText(decision.at)} ${decision.overridden ? overridden : asRecommended}`,
    ...(decision.motivation === '' ? [] : [`  ${motivation}: ${paragraph(decision.motivation)}`]),
  ];
}

function answerLines({ answers, own, deskAnswers }: Incident): string[] {
  const said = callerQuestions.flatMap(({ id, text }) => {
    const answer = answers[id];
    const line = `${text}  ${answer ? paragraph(answerText(answer)) : answerLabels.unknown}`;
    return id === 'operationDirectlyAffected'
      ? [line, `${ownOperationQuestion.text}  ${answerLabels[own?.answer ?? 'unknown']}`]
      : [line];
  });
  const toOurselves = deskQuestions.flatMap(({ id, text }) => {
    const recorded = deskAnswers[id];
    return recorded ? [`${text}  ${answerLabels[recorded.answer]}`] : [];
  });
  return [entryTexts.answers, ...[...said, ...toOurselves].map((line) => `  ${line}`)];
}

function recommendationLines({ recommendation }: Incident): string[] {
  if (!recommendation) return [];
  return [`${call.verdict.recommended}: ${verdict(recommendation)}`, ...reasonLines(recommendation)];
}

/** Every rule that fired; a source that several rules in a row rest on is quoted once, under them. */
function reasonLines({ reasons }: Recommendation): string[] {
  return reasons.flatMap(({ rule, text, source }, index) => [
    `  ${call.verdict.rule(rule, text)}`,
    ...(reasons[index + 1]?.source === source ? [] : [`      ${call.verdict.source(source)}`]),
  ]);
}

/** A decision that was replaced, and the recommendation that it rested on. */
function earlierLines({ decision, recommendation }: EarlierDecision): string[] {
  const { motivation } = decision.payload;
  const told = ({ sequence, recordedAt, operator }: Entry) =>
    [sequence, momentText(recordedAt), operator] as const;
  return [
    `${record.earlierDecision(...told(decision))}: ${verdict(decision.payload)}`,
    ...(motivation === '' ? [] : [`  ${entryTexts.motivation}: ${paragraph(motivation)}`]),
    ...(recommendation
      ? [
          `${record.earlierRecommendation(...told(recommendation))}: ${verdict(recommendation.payload)}`,
          ...reasonLines(recommendation.payload),
        ]
      : []),
  ];
}

/** Every review, the latest first, and what was to be done after them with what came of it. */
function reviewSections({ reviews, reviewActions }: Incident, now: string): string[][] {
  const { title, actions, notReviewed, action } = reviewWords;
  const left = reviewActions.map(
    (each, index) => `  ${action(index + 1)}: ${reviewActionText(each)} (${actionStateText(each, now)})`,
  );
  if (left.length === 0) return reviews.toReversed().map(reviewLines);
  return [
    ...(reviews.length === 0 ? [[`${title}: ${notReviewed}`]] : reviews.toReversed().map(reviewLines)),
    [`${actions}:`, ...left],
  ];
}

function reviewLines(review: Incident['reviews'][number]): string[] {
  const { title, reviewed, comment, learnt } = reviewWords;
  return [
    `${title}: ${reviewed(momentText(review.at), review.by)}`,
    `  ${comment}: ${paragraph(review.comment)}`,
    ...(review.learnt === '' ? [] : [`  ${learnt}: ${paragraph(review.learnt)}`]),
  ];
}

function entryLine({ entry, text, struckBy, corrects }: EntryLine): string {
  const number = String(entry.sequence).padStart(5);
  const struck = struckBy ? `${entryTexts.isStruck} (nr ${struckBy.sequence}): ` : '';
  const correction =
    corrects === null ? '' : ` (${entryTexts.corrects(corrects, entry.type === 'entry-struck')})`;
  return `${number}  ${momentText(entry.recordedAt)}  ${entry.operator}  ${struck}${text}${correction}`;
}
