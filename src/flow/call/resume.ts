/** What is kept of a call that is under way, and how it goes on. */
import type { Incident } from '../../domain/incident.ts';
import { type CallerQuestionId, callerQuestions, deskQuestions } from '../../domain/questions.ts';
import { bufferOf, type TextBuffer } from '../textBuffer.ts';
import { answerIn } from './answering.ts';
import { recommendationNow } from './moving.ts';
import { type CallState, type DeskContext, type Field, type Opening, startCall } from './state.ts';
import { isCallerQuestion, laterOf, type StepId, steps } from './steps.ts';

/** What has been typed and is not recorded as an entry yet, as plain JSON. */
export interface Typing {
  readonly version: 1;
  readonly opening: Opening;
  readonly step: StepId;
  readonly fields: Readonly<Partial<Record<CallerQuestionId, Over<Field>>>>;
  readonly motivation: Over<TextBuffer> | null;
  readonly otherwise: Over<NonNullable<CallState['otherwise']>> | null;
}

/**
 * Something typed, and the entry that it would correct; null when there was none. What is typed is kept a moment after
 * the entries are: a power cut in between must not put old words over what was entered last.
 */
type Over<T> = T & { readonly over: string | null };

/** What must be kept besides the entries; null when the entries say everything. */
export function typingOf(state: CallState): Typing | null {
  const { opening, step, incident } = state;
  const fields = Object.fromEntries(
    callerQuestions.flatMap(({ id }) =>
      isRecorded(state, id) ? [] : [[id, over(state.fields[id], incident?.answers[id])]],
    ),
  );
  const motivation =
    state.motivation.text === (incident?.motivation?.text ?? '')
      ? null
      : over(state.motivation, incident?.motivation);
  const otherwise = state.otherwise && over(state.otherwise, incident?.decision);
  const typing: Typing = { version: 1, opening, step, fields, motivation, otherwise };
  return isEmpty(typing) ? null : typing;
}

function over<T>(typed: T, recorded: { readonly entry: string } | null | undefined): Over<T> {
  return { ...typed, over: recorded?.entry ?? null };
}

function isEmpty({ fields, motivation, otherwise }: Typing): boolean {
  return Object.keys(fields).length === 0 && !motivation && !otherwise;
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
  const { incident } = from;
  const opening = incident ? openingOf(incident) : from.typing?.opening;
  if (!opening) throw new RangeError('nothing to go on with');
  const fresh = startCall({ ...opening, operator }, desk);
  const typing = from.typing && stillTyped(from.typing, incident);
  const answered: CallState = {
    ...fresh,
    incident,
    fields: fieldsFrom(fresh.fields, incident, typing),
    motivation: typing?.motivation ?? bufferOf(incident?.motivation?.text ?? ''),
    otherwise: typing?.otherwise ?? null,
  };
  const reached = reachedStep(answered);
  const step = typing?.step ?? reached;
  return { ...answered, step, furthest: laterOf(reached, step) };
}

/** What of it has not been entered since it was kept; null when all of it has. */
function stillTyped(typing: Typing, incident: Incident | null): Typing | null {
  const stands = (typed: Over<unknown> | null, recorded: { readonly entry: string } | null | undefined) =>
    typed !== null && typed.over === (recorded?.entry ?? null);
  const fields = Object.fromEntries(
    callerQuestions.flatMap(({ id }) => {
      const field = typing.fields[id];
      return field && stands(field, incident?.answers[id]) ? [[id, field]] : [];
    }),
  );
  const motivation = stands(typing.motivation, incident?.motivation) ? typing.motivation : null;
  const otherwise = stands(typing.otherwise, incident?.decision) ? typing.otherwise : null;
  const still: Typing = { ...typing, fields, motivation, otherwise };
  return isEmpty(still) ? null : still;
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
  incident: Incident | null,
  typing: Typing | null,
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
  if (incident.awaits !== 'decision') return incident.awaits ?? 'finished';
  const deskLeft = deskQuestions.find(({ id }) => !incident.deskAnswers[id]);
  if (incident.readBack || Object.keys(incident.deskAnswers).length > 0) {
    if (deskLeft) return deskLeft.id;
    return recommendationNow(state).motivationRequired ? 'motivation' : 'decision';
  }
  const callerLeft = steps.find((step) =>
    isCallerQuestion(step) ? !incident.answers[step] : step === 'own' && !incident.own,
  );
  return callerLeft ?? 'read-back';
}
