/** The decision and the recommendation behind it, as they were recorded then. */
import type { Recommendation } from '../../domain/assess.ts';
import { earlierDecisions } from '../../domain/earlierDecisions.ts';
import type { Entry } from '../../domain/entry.ts';
import type { Incident } from '../../domain/incident.ts';
import { momentText } from '../../domain/momentText.ts';
import { deskQuestions, ownOperationQuestion } from '../../domain/questions.ts';
import * as call from '../../texts/call.ts';
import { entryTexts } from '../../texts/entries.ts';
import { answerLabels, crisisAnswerLabels } from '../../texts/labels.ts';
import { record as words } from '../../texts/record.ts';
import { verdict } from '../call/verdictView.ts';
import type { RecordBlock, RecordField, RecordItem } from './recordDocument.ts';

/** The decision that stands, what the director decided, and every earlier decision with what it rested on. */
export function decisionBlocks(incident: Incident, entries: readonly Entry[]): RecordBlock[] {
  const earlier = earlierItems(incident, entries);
  return [
    { kind: 'fields', fields: decisionFields(incident) },
    ...(earlier.length === 0 ? [] : [{ kind: 'list', items: earlier } as const]),
  ];
}

function decisionFields({ decision, crisisLeadership, consequences }: Incident): RecordField[] {
  const { fields } = words;
  if (!decision) return [{ label: fields.decided, value: entryTexts.notDecided }];
  const { at, by, overridden, motivation, directorDueAt } = decision;
  const how = overridden ? entryTexts.overridden : entryTexts.asRecommended;
  return [
    { label: fields.decided, value: `${verdict(decision)} ${how}, ${words.by(momentText(at), by)}` },
    ...(motivation === '' ? [] : [{ label: fields.motivation, value: motivation }]),
    ...(directorDueAt === null ? [] : [{ label: fields.directorDue, value: momentText(directorDueAt) }]),
    ...(crisisLeadership
      ? [
          {
            label: fields.leadership,
            value: `${crisisAnswerLabels[crisisLeadership.answer]}, ${words.by(momentText(crisisLeadership.at), crisisLeadership.director)}`,
          },
        ]
      : []),
    ...(consequences ? [{ label: fields.consequences, value: consequences.text }] : []),
  ];
}

function earlierItems(incident: Incident, entries: readonly Entry[]): RecordItem[] {
  return earlierDecisions(incident, entries).flatMap(({ decision, recommendation }) => {
    const { motivation } = decision.payload;
    const why = motivation === '' ? '' : `. ${entryTexts.motivation}: ${motivation}`;
    return [
      struck(decision, words.earlierDecision, verdict(decision.payload) + why),
      ...(recommendation
        ? [struck(recommendation, words.earlierRecommendation, recommendedText(recommendation.payload))]
        : []),
    ];
  });
}

function struck(
  { sequence, recordedAt, operator }: Entry,
  as: (sequence: number, moment: string, who: string) => string,
  text: string,
): RecordItem {
  return { label: as(sequence, momentText(recordedAt), operator), text, isStruck: true };
}

/** The verdict, and every rule with its source, a line each. */
function recommendedText(recommendation: Recommendation): string {
  const reasons = recommendation.reasons.flatMap(({ rule, text, source }) => [
    call.verdict.rule(rule, text),
    call.verdict.source(source),
  ]);
  return [verdict(recommendation), ...reasons].join('\n');
}

/** Every rule that fired with its source sentence, the facts that it saw, and the version of the rules. */
export function recommendationBlocks({ recommendation }: Incident): RecordBlock[] {
  const { fields } = words;
  if (!recommendation)
    return [{ kind: 'fields', fields: [{ label: fields.recommended, value: entryTexts.notDecided }] }];
  const { reasons, ruleSetVersion } = recommendation;
  return [
    {
      kind: 'fields',
      fields: [
        { label: fields.recommended, value: verdict(recommendation) },
        { label: fields.ruleSet, value: ruleSetVersion },
        { label: fields.facts, value: factsText(recommendation) },
      ],
    },
    {
      kind: 'list',
      items: reasons.map(({ rule, text, source }) => ({
        label: rule,
        text,
        more: [call.verdict.source(source)],
      })),
    },
  ];
}

function factsText({ facts }: NonNullable<Incident['recommendation']>): string {
  return [...deskQuestions, ownOperationQuestion]
    .map(({ id, short }) => `${short}: ${answerLabels[facts[id]]}`)
    .join('; ');
}
