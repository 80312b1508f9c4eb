/** An incident, folded from its journal entries. Nothing is stored here that the entries do not say. */
import { distinctUnits } from './actions.ts';
import type { Facts, Recommendation } from './assess.ts';
import {
  type Answer,
  type Caller,
  type Channel,
  type Decision,
  type Entry,
  type EntryPayloads,
  type IncidentSource,
  isKnown,
  type KnownEntry,
} from './entry.ts';
import {
  type CallerQuestionId,
  callerQuestions,
  type DeskAnswer,
  type DeskQuestionId,
  type DirectorTiming,
  questionsNamingUnits,
  type YesNoUnknown,
} from './questions.ts';

/** `draft` until it is decided, then `open`. No entry of this version closes an incident. */
export type IncidentStatus = 'draft' | 'open' | 'closed';

/** A value together with the entry that says it. */
export type Recorded<T> = T & { readonly entry: string };

export interface Incident {
  readonly id: string;
  readonly number: string;
  readonly source: IncidentSource;
  readonly channel: Channel;
  readonly exercise: boolean;
  readonly caller: Caller;
  readonly operator: string;
  readonly receivedAt: string;
  readonly status: IncidentStatus;
  readonly answers: Readonly<Partial<Record<CallerQuestionId, Recorded<Answer>>>>;
  readonly own: Recorded<{ readonly answer: YesNoUnknown }> | null;
  readonly readBack: Recorded<{
    readonly at: string;
    readonly unanswered: readonly CallerQuestionId[];
  }> | null;
  readonly deskAnswers: Readonly<Partial<Record<DeskQuestionId, Recorded<{ readonly answer: DeskAnswer }>>>>;
  readonly motivation: Recorded<{ readonly text: string }> | null;
  readonly recommendation: Recorded<Recommendation & { readonly facts: Facts }> | null;
  readonly decision: Recorded<Decision & { readonly at: string; readonly by: string }> | null;
  readonly drafts: readonly Recorded<EntryPayloads['draft-saved']>[];
  /**
   * What remains before the call is done. A decision rests on the answers that it saw: when one changes afterwards it
   * must be made again, and the draft with it.
   */
  readonly awaits: 'decision' | 'draft' | null;
  /** How many entries this program does not understand; they are kept all the same. */
  readonly unknownEntries: number;
}

/**
 * Folds one incident from its entries, in their order.
 * Returns null when none of them opens an incident that this program understands.
 */
export function foldIncident(entries: readonly Entry[]): Incident | null {
  return entries.reduce<Incident | null>(applyEntry, null);
}

/** The incident after one more entry. Entries before the opening one, or not understood, change nothing else. */
export function applyEntry(incident: Incident | null, entry: Entry): Incident | null {
  if (!isKnown(entry)) return incident && { ...incident, unknownEntries: incident.unknownEntries + 1 };
  if (!incident) return entry.type === 'incident-opened' ? opened(entry) : null;
  return { ...incident, ...change(incident, entry) };
}

function opened(entry: Extract<KnownEntry, { type: 'incident-opened' }>): Incident {
  const { number, source, channel, exercise, caller } = entry.payload;
  return {
    id: entry.incident,
    number,
    source,
    channel,
    exercise,
    caller,
    operator: entry.operator,
    receivedAt: entry.receivedAt,
    status: 'draft',
    answers: {},
    own: null,
    readBack: null,
    deskAnswers: {},
    motivation: null,
    recommendation: null,
    decision: null,
    drafts: [],
    awaits: 'decision',
    unknownEntries: 0,
  };
}

/** What one entry changes. */
function change(incident: Incident, entry: KnownEntry): Partial<Incident> {
  switch (entry.type) {
    case 'incident-opened':
      return {};
    case 'caller-answered': {
      const { question, ...answer } = entry.payload;
      const before = incident.answers[question];
      const otherOperation = question === 'operationDirectlyAffected' && before?.text !== answer.text;
      return {
        answers: { ...incident.answers, [question]: { ...answer, entry: entry.id } },
        // Whether it is our own was said of the operation that was named then.
        own: otherOperation ? null : incident.own,
        awaits: 'decision',
      };
    }
    case 'own-operation-answered':
      return { own: { ...entry.payload, entry: entry.id }, awaits: 'decision' };
    case 'read-back-agreed':
      return { readBack: { at: entry.receivedAt, unanswered: entry.payload.unanswered, entry: entry.id } };
    case 'desk-answered': {
      const { question, answer } = entry.payload;
      return {
        deskAnswers: { ...incident.deskAnswers, [question]: { answer, entry: entry.id } },
        awaits: 'decision',
      };
    }
    case 'motivation-given':
      return { motivation: { ...entry.payload, entry: entry.id }, awaits: 'decision' };
    case 'recommendation-made':
      return { recommendation: { ...entry.payload, entry: entry.id } };
    case 'decision-made':
      return {
        decision: { ...entry.payload, at: entry.recordedAt, by: entry.operator, entry: entry.id },
        status: 'open',
        awaits: 'draft',
      };
    case 'draft-saved':
      return {
        drafts: [...incident.drafts, { ...entry.payload, entry: entry.id }],
        awaits: incident.awaits === 'draft' ? null : incident.awaits,
      };
  }
}

/** What the rules look at, from what has been answered so far. */
export function factsOf(incident: Pick<Incident, 'own' | 'deskAnswers' | 'motivation'> | null): Facts {
  const answer = (id: Exclude<DeskQuestionId, 'directorTiming'>) =>
    (incident?.deskAnswers[id]?.answer ?? 'unknown') as YesNoUnknown;
  return {
    manageableWithExistingResources: answer('manageableWithExistingResources'),
    informDirector: answer('informDirector'),
    directorTiming: (incident?.deskAnswers.directorTiming?.answer ?? 'unknown') as DirectorTiming,
    staffDirectlyAffected: answer('staffDirectlyAffected'),
    careRecipientsDirectlyAffected: answer('careRecipientsDirectlyAffected'),
    own: incident?.own?.answer ?? 'unknown',
    motivation: incident?.motivation?.text ?? '',
  };
}

/** The units that the answers name: directly affected first, then at risk, each once. */
export function affectedUnits(answers: Readonly<Partial<Record<CallerQuestionId, Answer>>>): string[] {
  return distinctUnits(questionsNamingUnits.flatMap((id) => answers[id]?.units ?? []));
}

/** The questions to the caller that have no answer, or only "vet ej", in the source's order. */
export function unansweredQuestions(
  answers: Readonly<Partial<Record<CallerQuestionId, Answer>>>,
): CallerQuestionId[] {
  return callerQuestions.map(({ id }) => id).filter((id) => (answers[id]?.text ?? '').trim() === '');
}

const summaryLength = 80;

/** What happened in one short line, for lists. */
export function summaryOf(answers: Readonly<Partial<Record<CallerQuestionId, Answer>>>): string {
  const line = (answers.whatHappened?.text ?? '').trim().split(/\s*\n\s*/)[0] ?? '';
  const characters = [...line];
  if (characters.length <= summaryLength) return line;
  return `${characters
    .slice(0, summaryLength - 1)
    .join('')
    .trimEnd()}…`;
}
