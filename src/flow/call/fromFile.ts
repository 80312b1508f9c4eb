/** A whole call from an incident file: the same entries as a person at the desk would have made. */
import { answersFromFile } from '../../domain/fileFacts.ts';
import type { IncidentFile } from '../../domain/incidentFile.ts';
import { deskQuestions } from '../../domain/questions.ts';
import { isBlank } from '../../domain/text.ts';
import { occurredAt } from './answering.ts';
import { decideAsRecommended } from './deciding.ts';
import type { CallState } from './state.ts';
import { andThen, type Moment, record, recordFact, type Turn, turn } from './turn.ts';

/** Records everything in the file, and the decision as recommended. `at.now` is when the desk got to know it. */
export function recordFile(state: CallState, file: IncidentFile, at: Moment): Turn {
  const own = file.answers.operationDirectlyAffected?.own;
  const { motivation } = file.assessment;
  const steps: ((state: CallState) => Turn)[] = [
    ...answersFromFile(file).map(([question, answer]) => (each: CallState) => {
      const about = { occurredAt: occurredAt(each, question, answer.text) };
      return recordFact(each, at, 'caller-answered', { question, ...answer }, about);
    }),
    ...(own ? [(each: CallState) => recordFact(each, at, 'own-operation-answered', { answer: own })] : []),
    ...deskQuestions.map(({ id }) => (each: CallState) => {
      return recordFact(each, at, 'desk-answered', { question: id, answer: file.assessment[id] });
    }),
    ...(isBlank(motivation)
      ? []
      : [(each: CallState) => record(each, at, 'motivation-given', { text: motivation })]),
    (each) => decideAsRecommended(each, at),
  ];
  return steps.reduce<Turn>((done, step) => andThen(done, step), turn(state));
}
