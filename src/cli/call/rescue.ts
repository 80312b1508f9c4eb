/** A copy of the call somewhere else, when the journal cannot be written: an incident file that `--från` reads back. */
import { callerQuestions, namesUnits } from '../../domain/questions.ts';
import { isBlank } from '../../domain/text.ts';
import { answerIn } from '../../flow/call/answering.ts';
import type { CallState } from '../../flow/call/state.ts';
import { answerLabels } from '../../texts/labels.ts';
import { saveSomewhere } from '../saveSomewhere.ts';

/** Everything said and typed so far as an incident file. Source: contract.md, "An incident file". */
export function incidentFileOf(state: CallState): object {
  const { source, channel, receivedAt, operator, exercise, caller } = state.opening;
  const answers = callerQuestions.flatMap(({ id }) => {
    const { text, certainty, units } = answerIn(state, id);
    const own = id === 'operationDirectlyAffected' ? state.incident?.own : null;
    // The first question may not be blank in a file.
    const said = id === 'whatHappened' && isBlank(text) ? answerLabels.unknown : text;
    if (isBlank(said) && !own) return [];
    const more = { ...(own ? { own: own.answer } : {}), ...(namesUnits(id) ? { units } : {}) };
    return [[id, { text: said, certainty, ...more }]];
  });
  const assessment = Object.fromEntries(
    Object.entries(state.incident?.deskAnswers ?? {}).map(([id, { answer }]) => [id, answer]),
  );
  const motivation = state.motivation.text;
  return {
    source,
    channel,
    receivedAt,
    operator,
    exercise,
    caller,
    answers: Object.fromEntries(answers),
    assessment: { ...assessment, ...(isBlank(motivation) ? {} : { motivation }) },
  };
}

/** Writes the copy in the first folder that takes it and returns its path; null when none does. */
export function saveRescueFile(state: CallState, folders: readonly string[]): string | null {
  const content = `${JSON.stringify(incidentFileOf(state), null, 2)}\n`;
  return saveSomewhere(`tjour-kopia-${state.opening.id}.json`, content, folders);
}
