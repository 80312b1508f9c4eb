/** What is kept of a call that is under way, and how it goes on. */
import type { Incident } from '../../domain/incident.ts';
import { type CallerQuestionId, callerQuestions } from '../../domain/questions.ts';
import { compareInstants } from '../../domain/time.ts';
import type { PromisingWording } from '../../domain/wording.ts';
import { bufferOf, type TextBuffer } from '../textBuffer.ts';
import { wordingIn } from '../wordingFields.ts';
import { answerIn } from './answering.ts';
import { draftPromise } from './draftWording.ts';
import { ownIsMissing } from './moving.ts';
import { reachedStep } from './reached.ts';
import {
  type CallContext,
  type CallState,
  type Field,
  type LaterCall,
  type Opening,
  startCall,
} from './state.ts';
import { laterOf, position, type StepId, steps } from './steps.ts';

/** What has been typed and is not recorded as an entry yet, as plain JSON. */
export interface Typing {
  readonly version: 1;
  readonly opening: Opening;
  /** Missing in what was kept before there were later calls. */
  readonly later?: LaterCall | null;
  readonly step: StepId;
  readonly fields: Readonly<Partial<Record<CallerQuestionId, Typed<Field>>>>;
  readonly motivation: Typed<TextBuffer> | null;
  readonly otherwise: Typed<NonNullable<CallState['otherwise']>> | null;
  /** What was changed in the report, which rests on the decision. Missing in what was kept before it could be. */
  readonly draft?: Typed<PromisingWording> | null;
  /**
   * The entry that the later call began with, where `step` is to be met again without anything typed: the entries do not
   * tell which of the earlier answers were kept. Missing in what was kept before there were later calls.
   */
  readonly reachedIn?: string | null;
}

/**
 * Something typed, and the entry in the journal that it would correct; null when there was none. What is typed is kept
 * a moment after the entries are: a power cut in between must not put old words over what was entered last.
 */
interface Typed<T> {
  readonly typed: T;
  readonly over: string | null;
}

/** An answer as the incident holds it. */
type InIncident = { readonly entry: string } | null | undefined;

/** What must be kept besides the entries; null when the entries say everything. */
export function typingOf(state: CallState): Typing | null {
  const { opening, later, step, incident } = state;
  const typed = <T>(value: T, recorded: InIncident): Typed<T> => ({
    typed: value,
    over: isSaved(state, recorded) ? recorded.entry : null,
  });
  const fields = Object.fromEntries(
    callerQuestions.flatMap(({ id }) =>
      saysTheSame(state, id) ? [] : [[id, typed(state.fields[id], incident?.answers[id])]],
    ),
  );
  const motivated = isSaved(state, incident?.motivation) ? incident?.motivation?.text : '';
  const motivation =
    state.motivation.text === motivated ? null : typed(state.motivation, incident?.motivation);
  const otherwise = state.otherwise && typed(state.otherwise, incident?.decision);
  const edited = editedDraft(state);
  const draft = edited && typed(edited, incident?.decision);
  const reachedIn = reachedInCall(state);
  return unlessEmpty({ version: 1, opening, later, step, fields, motivation, otherwise, draft, reachedIn });
}

/** The report as it stands, where somebody has changed it and it is still to be saved. */
function editedDraft(state: CallState): PromisingWording | null {
  const { draft, step } = state;
  if (step === 'finished') return null;
  return draft.fields ? { ...wordingIn(draft.fields), nextReportAt: draftPromise(state) } : draft.edited;
}

/** The later call that has got past the read-back and is still to be decided. */
function reachedInCall(state: CallState): string | null {
  const { later, incident, step } = state;
  const isPassed = position(step) > position('read-back') && position(step) <= position('decision');
  if (!later || incident?.awaits !== 'decision' || !isPassed || ownIsMissing(state)) return null;
  const call = incident.calls.at(-1);
  return call?.at === later.receivedAt && isSaved(state, call) ? call.entry : null;
}

function isSaved(state: CallState, recorded: InIncident): recorded is { readonly entry: string } {
  return recorded != null && !state.unsaved.includes(recorded.entry);
}

/** Whether the journal says what stands in the field. */
function saysTheSame(state: CallState, question: CallerQuestionId): boolean {
  const recorded = state.incident?.answers[question];
  const { text, certainty } = answerIn(state, question);
  return isSaved(state, recorded) ? recorded.text === text && recorded.certainty === certainty : text === '';
}

function unlessEmpty(typing: Typing): Typing | null {
  const { fields, motivation, otherwise, draft, reachedIn } = typing;
  const isEmpty = !motivation && !otherwise && !draft && !reachedIn && Object.keys(fields).length === 0;
  return isEmpty ? null : typing;
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
  desk: CallContext,
): CallState {
  const { incident } = from;
  const opening = incident ? openingOf(incident) : from.typing?.opening;
  if (!opening) throw new RangeError('nothing to go on with');
  const typing = from.typing && stillTyped(from.typing, incident);
  const call = callWith({ incident, typing }, startCall({ ...opening, operator }, desk));
  const answered: CallState = { ...call, later: incident && laterCallOf(incident, typing) };
  const reached = reachedStep(answered, typing !== null);
  // No decision without asking again what was lost with the operation that it was said of.
  const askOwn =
    incident?.awaits === 'decision' && ownIsMissing(answered) && position(reached) > position('own');
  const step = typing ? stepOf(typing) : askOwn ? 'own' : reached;
  return { ...answered, step, furthest: laterOf(reached, step) };
}

/** The call with everything that the entries say and the typing holds in its place, still at its first question. */
export function callWith(
  { incident, typing }: { readonly incident: Incident | null; readonly typing: Typing | null },
  fresh: CallState,
): CallState {
  return {
    ...fresh,
    incident,
    fields: fieldsFrom(fresh.fields, incident, typing),
    motivation: typing?.motivation?.typed ?? bufferOf(incident?.motivation?.text ?? ''),
    otherwise: typing?.otherwise?.typed ?? null,
    draft: { ...fresh.draft, edited: typing?.draft?.typed ?? null },
  };
}

/** The later call that was left: one that only was typed in, or else the latest that is recorded. Null in the first. */
function laterCallOf({ calls, latestCallAt }: Incident, typing: Typing | null): LaterCall | null {
  const typedIn = typing?.later;
  if (typedIn && compareInstants(typedIn.receivedAt, latestCallAt) > 0) return typedIn;
  const latest = calls.at(-1);
  if (!latest) return null;
  const { source, channel, caller, at: receivedAt } = latest;
  return { source, channel, caller, receivedAt };
}

/** Where it was typed; text that was left in a call that is done is met in its question. */
function stepOf({ step, fields }: Typing): StepId {
  if (step !== 'finished') return step;
  return callerQuestions.find(({ id }) => fields[id])?.id ?? 'decision';
}

/** What of it has not been entered since it was kept; null when all of it has. */
export function stillTyped(typing: Typing, incident: Incident | null): Typing | null {
  const still = <T>(typed: Typed<T> | null | undefined, recorded: InIncident) =>
    typed && typed.over === (recorded?.entry ?? null) ? typed : null;
  const fields = Object.fromEntries(
    callerQuestions.flatMap(({ id }) => {
      const field = still(typing.fields[id], incident?.answers[id]);
      return field ? [[id, field]] : [];
    }),
  );
  return unlessEmpty({
    ...typing,
    fields,
    motivation: still(typing.motivation, incident?.motivation),
    otherwise: still(typing.otherwise, incident?.decision),
    draft: still(typing.draft, incident?.decision),
    reachedIn: stillReached(typing, incident),
  });
}

/** Nobody has called again since, and the call is not decided. */
function stillReached({ reachedIn = null }: Typing, incident: Incident | null): string | null {
  const isStill = incident?.awaits === 'decision' && incident.calls.at(-1)?.entry === reachedIn;
  return isStill ? reachedIn : null;
}

/** What was known when the telephone was picked up the first time. */
export function openingOf({
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
      return [id, typing?.fields[id]?.typed ?? recorded ?? empty[id]];
    }),
  ) as CallState['fields'];
}
