/** Every question with its answer, and the answers that it had before. */
import { type Entry, isKnown, type KnownEntry } from '../../domain/entry.ts';
import type { Incident } from '../../domain/incident.ts';
import { momentText } from '../../domain/momentText.ts';
import { callerQuestions, deskQuestions, ownOperationQuestion } from '../../domain/questions.ts';
import { answerLabels } from '../../texts/labels.ts';
import { record as words } from '../../texts/record.ts';
import { answerText } from '../entryText.ts';
import type { RecordItem } from './recordDocument.ts';

/** In the source's order: the answer that holds, if any does, then the earlier ones, the latest of them first. */
export function answerItems(
  { answers, own, deskAnswers }: Incident,
  entries: readonly Entry[],
): RecordItem[] {
  const answered = Map.groupBy(entries.filter(isKnown).toReversed(), questionOf);
  const holding = [...Object.values(answers), ...Object.values(deskAnswers), own].map((each) => each?.entry);
  return [...toCaller, ...deskQuestions].flatMap(({ id, text }): RecordItem[] => {
    const all = answered.get(id) ?? [];
    const now = all.find((entry) => holding.includes(entry.id));
    return [
      now
        ? { label: text, text: textOf(now), more: [told(now, words.answer)] }
        : { label: text, text: words.notAnswered },
      ...all
        .filter((entry) => entry !== now)
        .map((entry) => ({ label: told(entry, words.earlierAnswer), text: textOf(entry), isStruck: true })),
    ];
  });
}

interface Question {
  readonly id: string;
  readonly text: string;
}

/** That about our own operation is asked together with the one about what is directly affected. */
const toCaller: readonly Question[] = callerQuestions.flatMap((question): Question[] =>
  question.id === 'operationDirectlyAffected' ? [question, ownOperationQuestion] : [question],
);

function questionOf(entry: KnownEntry): string | null {
  switch (entry.type) {
    case 'caller-answered':
    case 'desk-answered':
      return entry.payload.question;
    case 'own-operation-answered':
      return ownOperationQuestion.id;
    default:
      return null;
  }
}

function textOf(entry: KnownEntry): string {
  switch (entry.type) {
    case 'caller-answered':
      return answerText(entry.payload);
    case 'desk-answered':
    case 'own-operation-answered':
      return answerLabels[entry.payload.answer];
    default:
      return '';
  }
}

function told(
  { sequence, recordedAt, operator }: KnownEntry,
  as: (sequence: number, moment: string, who: string) => string,
): string {
  return as(sequence, momentText(recordedAt), operator);
}
