/** What is kept of a call that is under way, and how it goes on. */
import type { Incident } from '../../domain/incident.ts';
import { type CallerQuestionId, callerQuestions, deskQuestions } from '../../domain/questions.ts';
import { bufferOf, type TextBuffer } from '../textBuffer.ts';
import { answerIn } from './answering.ts';
import { recommendationNow } from './moving.ts';
import { type CallState, type DeskContext, type Field, type Opening, startCall } from './state.ts';
import { laterOf, type StepId, steps } from './steps.ts';

/** What has been typed and is not recorded as an entry yet, as plain JSON. */
export interface Typing {
  readonly version: 1;
  readonly opening: Opening;
  readonly step: StepId;
  readonly fields: Readonly<Partial<Record<CallerQuestionId, Field>>>;
  readonly motivation: TextBuffer | null;
  readonly otherwise: CallState['otherwise'];
}

/** What must be kept besides the entries; null when the entries say everything. */
export function typingOf(state: CallState): Typing | null {
  const fields = Object.fromEntries(
    callerQuestions.flatMap(({ id }) => (isRecorded(state, id) ? [] : [[id, state.fields[id]]])),
  );
  const motivation =
    state.motivation.text === (state.incident?.motivation?.text ?? '') ? null : state.motivation;
  if (Object.keys(fields).length === 0 && !motivation && !state.otherwise) return null;
  const { opening, step, otherwise } = state;
  return { version: 1, opening, step, fields, motivation, otherwise };
}

function isRecorded(state: CallState, question: CallerQuestionId): boolean {
  const recorded = state.incident?.answers[question];
  const { text, certainty } = answerIn(state, question);
  return recorded ? recorded.text === text && recorded.certainty === certainty : text === '';
}

/** Reads back what `typingOf` gave. Returns null for anything else, such as a later version's. */
export function parseTyping(json: string): Typing | null {
  try {
    const typing = JSON.parse(json) as Typing;
    return typing.version === 1 && steps.includes(typing.step) ? typing : null;
  } catch {
    return null;
  }
}

/**
 * A call that goes on where it was. `operator` is who goes on with it. Throws RangeError when neither an incident nor
 * something typed is given.
 */
export function resumeCall(
  from: { readonly incident: Incident | null; readonly typing: Typing | null },
  operator: string,
  desk: DeskContext,
): CallState {
  const opening = from.incident ? openingOf(from.incident) : from.typing?.opening;
  if (!opening) throw new RangeError('nothing to go on with');
  const fresh = startCall({ ...opening, operator }, desk);
  const answered: CallState = {
    ...fresh,
    incident: from.incident,
    fields: fieldsFrom(fresh.fields, from),
    motivation: from.typing?.motivation ?? bufferOf(from.incident?.motivation?.text ?? ''),
    otherwise: from.typing?.otherwise ?? null,
  };
  const reached = reachedStep(answered);
  return {
    ...answered,
    step: from.typing?.step ?? reached,
    furthest: laterOf(reached, from.typing?.step ?? reached),
  };
}

function openingOf({
  id,
  number,
  source,
  channel,
  exercise,
  caller,
  operator,
  receivedAt,
}: Incident): Opening {
  const station = number.split('-')[0] ?? '';
  return { id, station, source, channel, exercise, caller, operator, receivedAt };
}

function fieldsFrom(
  empty: CallState['fields'],
  { incident, typing }: Parameters<typeof resumeCall>[0],
): CallState['fields'] {
  return Object.fromEntries(
    callerQuestions.map(({ id }) => {
      const answer = incident?.answers[id];
      const recorded = answer && {
        buffer: bufferOf(answer.text),
        unconfirmed: answer.certainty === 'unconfirmed',
      };
      return [id, typing?.fields[id] ?? recorded ?? empty[id]];
    }),
  ) as CallState['fields'];
}

/** The first step that the entries do not answer. */
function reachedStep(state: CallState): StepId {
  const { incident } = state;
  if (!incident) return 'whatHappened';
  if (incident.decision) return incident.drafts.length > 0 ? 'finished' : 'draft';
  const deskLeft = deskQuestions.find(({ id }) => !incident.deskAnswers[id]);
  if (incident.readBack || Object.keys(incident.deskAnswers).length > 0) {
    if (deskLeft) return deskLeft.id;
    return recommendationNow(state).motivationRequired ? 'motivation' : 'decision';
  }
  const callerLeft = callerQuestions.find(({ id }) => !incident.answers[id]);
  if (!incident.own && incident.answers.operationDirectlyAffected) return 'own';
  return callerLeft?.id ?? 'read-back';
}
