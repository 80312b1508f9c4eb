/** A call from the first question to the draft, by words and Enter. */
import { expect } from 'vitest';
import { type CallerQuestionId, callerQuestions, deskQuestions } from '../../src/domain/questions.ts';
import type { Logged } from './desk.ts';

/** What the caller tells. */
export const told: Readonly<Record<CallerQuestionId, string>> = {
  whatHappened: 'Strömavbrott i Östra Göteborg',
  whenHappened: '02:15',
  whereHappened: 'Kortedala och Bergsjön',
  whoIsAffected: 'Ungefär 4 000 hushåll',
  actorsInvolved: 'Göteborg Energi, räddningstjänsten',
  operationDirectlyAffected: 'Ingen av våra ännu',
  operationsAtRisk: 'Hemtjänst på övre plan, trygghetslarm',
};

/** What is pressed in one step, and what shows that the step after it has been reached. */
export interface Stroke {
  readonly keys: string;
  readonly shows: string;
}

/** Text as the terminal sends it when Enter ends it. */
export const enter = (text = '') => `${text}\r`;

/** The seven answers, and the key for whether the directly affected operation is ours; then they are read back. */
export function callerStrokes(answers: Readonly<Record<CallerQuestionId, string>>, own: string): Stroke[] {
  return callerQuestions.flatMap(({ id }, index): Stroke[] => {
    const next = callerQuestions[index + 1];
    const opened = next ? `▶ ${next.number} ${next.text}` : 'Läs upp för uppringaren';
    const stroke = { keys: enter(answers[id]), shows: opened };
    return id === 'operationDirectlyAffected'
      ? [
          { ...stroke, shows: '▶   Är den direkt påverkade' },
          { keys: own, shows: opened },
        ]
      : [stroke];
  });
}

/** The five questions to ourselves, each with its key; what is seen after the last depends on the answers. */
export function deskStrokes(keys: string, shows: string): Stroke[] {
  return deskQuestions.map((_, index) => {
    const next = deskQuestions[index + 1];
    return { keys: keys.charAt(index), shows: next ? `▶ ${next.text.slice(0, 30)}` : shows };
  });
}

/** The caller agrees to what was read back. */
export const agreed: Stroke = { keys: enter(), shows: `▶ ${deskQuestions[0].text.slice(0, 30)}` };

/** The strokes that end with the first question to ourselves. */
export const untilDesk: readonly Stroke[] = [...callerStrokes(told, 'n'), agreed];

/** The whole call. Its outcome is ordinary, whatever the hour. */
export const strokes: readonly Stroke[] = [
  ...untilDesk,
  ...deskStrokes('jnvnn', '1–4 besluta annat'),
  { keys: enter(), shows: 'Ämne:' },
  { keys: enter(), shows: 'är sparad' },
];

/** The same as one burst of keys. */
export const wholeCall = strokes.map(({ keys }) => keys).join('');

/** Checks that the journal holds the whole call: every answer, the decision and the draft, each once. */
export function expectWholeCall({ incident, entries }: Logged): void {
  const texts = callerQuestions.map(({ id }) => [id, incident.answers[id]?.text]);
  expect(Object.fromEntries(texts)).toEqual(told);
  expect(incident.own?.answer).toBe('no');
  expect(incident.readBack?.unanswered).toEqual([]);
  expect(deskQuestions.map(({ id }) => incident.deskAnswers[id]?.answer)).toEqual([
    'yes',
    'no',
    'unknown',
    'no',
    'no',
  ]);
  expect(incident.decision).toMatchObject({ outcome: 'ordinary', overridden: false });
  expect(incident.drafts).toHaveLength(1);
  // The opening, seven answers, whose it is, the read-back, five answers, recommendation, decision, draft.
  expect(entries).toHaveLength(18);
}
