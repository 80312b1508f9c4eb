/** An incident, folded from its journal entries. Nothing is stored here that the entries do not say. */

import type { ActionState } from './actionState.ts';
import { actionsAfter } from './actionsAfter.ts';
import { affectedUnits, factsOf } from './answers.ts';
import type { Facts, Recommendation } from './assess.ts';
import { type Entry, type EntryPayloads, type EntryType, isKnown, type KnownEntry } from './entry.ts';
import type { MailPayloads } from './mailPayloads.ts';
import { type News, newsAfter } from './news.ts';
import type { Answer, Caller, Channel, CrisisAnswer, Decision, IncidentSource } from './payloads.ts';
import type { CallerQuestionId, DeskAnswer, DeskQuestionId, YesNoUnknown } from './questions.ts';
import { type ReviewAction, reviewActionsAfter } from './review.ts';
import { struckEntries } from './struck.ts';

/** `draft` until it is decided, then `open`; `closed` until it is opened again. */
export type IncidentStatus = 'draft' | 'open' | 'closed';

/** A value together with the entry that says it. */
export type Recorded<T> = T & { readonly entry: string };

/** Who said it and when the desk got to know it, RFC 3339. */
export interface Said {
  readonly at: string;
  readonly by: string;
}

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
  readonly drafts: readonly Recorded<EntryPayloads['draft-saved'] & { readonly at: string }>[];
  /** Later calls about it. */
  readonly calls: readonly Recorded<EntryPayloads['call-received'] & Said>[];
  /** When the latest call about it was received, RFC 3339: what "now" and "the morning" are counted from. */
  readonly latestCallAt: string;
  /** When the call was received in which it was said when it happened, RFC 3339: what those words are counted from. */
  readonly whenSaidAt: string;
  /** Everything there is to do, or was, in the order it arose. */
  readonly actions: readonly ActionState[];
  /** The director's own decision, the latest. */
  readonly crisisLeadership: Recorded<
    Said & { readonly answer: CrisisAnswer; readonly director: string }
  > | null;
  readonly consequences: Recorded<Said & { readonly text: string }> | null;
  readonly notes: readonly Recorded<Said & { readonly text: string; readonly about: string | null }>[];
  readonly messages: readonly Recorded<Said & EntryPayloads['message-made']>[];
  readonly closed: Recorded<Said & EntryPayloads['incident-closed']> | null;
  /** The latest review of it. */
  readonly review: Recorded<Said & EntryPayloads['reviewed']> | null;
  /** Every review of it, in the order they were recorded. */
  readonly reviews: readonly Recorded<Said & EntryPayloads['reviewed']>[];
  /** What is to be done after the reviews of it, and what of it is done, in the order it was added. */
  readonly reviewActions: readonly ReviewAction[];
  /** What it is called in the register of public records, the latest. */
  readonly registryNumber: Recorded<Said & EntryPayloads['registered']> | null;
  /** Every time that all of it was taken out. */
  readonly exports: readonly Recorded<Said & EntryPayloads['exported']>[];
  /** When something was last recorded about it, RFC 3339. What becomes of a mail on its way is nothing of the kind. */
  readonly changedAt: string;
  /**
   * What remains before the call is done. A decision rests on the answers that it saw: when one changes afterwards it
   * must be made again, and the draft with it.
   */
  readonly awaits: 'decision' | 'draft' | null;
  /** What has been learnt since the decision. */
  readonly news: News;
  /** How many entries this program does not understand; they are kept all the same. */
  readonly unknownEntries: number;
}

/**
 * Folds one incident from its entries, in their order; those that were struck do not count.
 * Returns null when none of them opens an incident that this program understands.
 */
export function foldIncident(entries: readonly Entry[]): Incident | null {
  const struck = struckEntries(entries);
  const counting = struck.size === 0 ? entries : entries.filter(({ id }) => !struck.has(id));
  return counting.reduce<Incident | null>(applyEntry, null);
}

/** The incident after one more entry. Entries before the opening one, or not understood, change nothing else. */
export function applyEntry(incident: Incident | null, entry: Entry): Incident | null {
  if (!isKnown(entry)) return incident && { ...incident, unknownEntries: incident.unknownEntries + 1 };
  if (!incident) return entry.type === 'incident-opened' ? opened(entry) : null;
  // That the bell rang, or that somebody took a copy, says nothing new about the incident.
  if (entry.type === 'reminder-given') return incident;
  if (entry.type === 'exported') return { ...incident, ...change(incident, entry) };
  const { decision, news } = incident;
  const actions = actionsAfter(incident.actions, entry, { decision, news });
  const changedAt = Object.hasOwn(aboutMail, entry.type) ? incident.changedAt : entry.receivedAt;
  const learnt = { actions, changedAt, news: newsAfter(incident, entry) };
  const after = { ...incident, ...learnt, ...change(incident, entry) };
  return incident.status === 'closed' && bringsWork(entry, incident.actions, actions)
    ? { ...after, ...reopened(after) }
    : after;
}

const aboutMail: Readonly<Record<keyof MailPayloads, true>> = {
  'mail-queued': true,
  'mail-sent': true,
  'mail-requeued': true,
  'mail-handled': true,
  'mail-withdrawn': true,
};

const facts: readonly EntryType[] = [
  'caller-answered',
  'own-operation-answered',
  'desk-answered',
  'motivation-given',
  'decision-made',
];

/**
 * Whether there is more to do after the entry than before it. One workplace may close the incident in the moment when
 * another learns something new or promises something: a closed incident reminds of nothing, so it is open again.
 */
function bringsWork(
  { type }: KnownEntry,
  before: readonly ActionState[],
  after: readonly ActionState[],
): boolean {
  const isNew = ({ key, status, due }: ActionState) =>
    status === 'open' &&
    !before.some((each) => each.key === key && each.status === 'open' && each.due === due);
  return facts.includes(type) || after.some(isNew);
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
    calls: [],
    latestCallAt: entry.receivedAt,
    whenSaidAt: entry.receivedAt,
    actions: [],
    crisisLeadership: null,
    consequences: null,
    notes: [],
    messages: [],
    closed: null,
    review: null,
    reviews: [],
    reviewActions: [],
    registryNumber: null,
    exports: [],
    changedAt: entry.receivedAt,
    awaits: 'decision',
    news: 'none',
    unknownEntries: 0,
  };
}

/** What one entry changes, besides the actions. */
function change(incident: Incident, entry: KnownEntry): Partial<Incident> {
  const said = { entry: entry.id, at: entry.receivedAt, by: entry.operator };
  switch (entry.type) {
    case 'call-received':
      return {
        calls: [...incident.calls, { ...entry.payload, ...said }],
        latestCallAt: entry.receivedAt,
        ...reopened(incident),
      };
    case 'caller-answered': {
      const { question, ...answer } = entry.payload;
      const before = incident.answers[question];
      const otherWords = before?.text !== answer.text;
      const otherOperation = question === 'operationDirectlyAffected' && otherWords;
      const otherTime = question === 'whenHappened' && otherWords;
      return {
        answers: { ...incident.answers, [question]: { ...answer, entry: entry.id } },
        // Whether it is our own was said of the operation that was named then.
        own: otherOperation ? null : incident.own,
        whenSaidAt: otherTime ? incident.latestCallAt : incident.whenSaidAt,
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
    case 'decision-made': {
      const isWhole = sawAll(incident, entry.payload);
      return {
        decision: { ...entry.payload, at: entry.recordedAt, by: entry.operator, entry: entry.id },
        status: 'open',
        awaits: isWhole ? 'draft' : 'decision',
        news: isWhole ? 'none' : incident.news,
      };
    }
    case 'draft-saved':
      return {
        drafts: [...incident.drafts, { ...entry.payload, entry: entry.id, at: entry.receivedAt }],
        awaits: incident.awaits === 'draft' ? null : incident.awaits,
      };
    case 'crisis-leadership-decided':
      return { crisisLeadership: { ...said, answer: entry.payload.answer, director: entry.payload.by } };
    case 'consequences-described':
      return { consequences: { ...said, text: entry.payload.text } };
    case 'note-added':
      return { notes: [...incident.notes, { ...entry.payload, ...said }] };
    case 'message-made':
      return { messages: [...incident.messages, { ...entry.payload, ...said }] };
    case 'incident-closed':
      return { closed: { ...entry.payload, ...said }, status: 'closed' };
    case 'incident-reopened':
      return reopened(incident);
    case 'reviewed': {
      const review = { ...entry.payload, ...said };
      return { review, reviews: [...incident.reviews, review] };
    }
    case 'review-action-added':
    case 'review-action-done':
      return { reviewActions: reviewActionsAfter(incident.reviewActions, entry) };
    case 'registered':
      return { registryNumber: { ...entry.payload, ...said } };
    case 'exported':
      return { exports: [...incident.exports, { ...entry.payload, ...said }] };
    default:
      return {};
  }
}

/**
 * Whether a decision rests on all that is known. What another workplace has written while it was being made, nobody
 * has seen who decided.
 */
function sawAll(incident: Incident, { actions }: Decision): boolean {
  const { recommendation, answers } = incident;
  const told = actions.map((action) => (action.kind === 'inform-unit-manager' ? action.unit : null));
  if (!affectedUnits(answers).every((unit) => told.includes(unit))) return false;
  const known = Object.entries(factsOf(incident));
  const seen = recommendation && new Map<string, unknown>(Object.entries(recommendation.facts));
  return seen === null || known.every(([name, value]) => seen.get(name) === value);
}

/** An incident that was closed is open again; one that is open stays as it is. */
function reopened({ decision }: Incident): Partial<Incident> {
  return { closed: null, status: decision ? 'open' : 'draft' };
}
