/** One incident as the next shift must know it: everything that is open, with what is late, promised, and not reached. */
import { type ActionState, type Attempt, attemptsThisTime } from './actionState.ts';
import { type AnyAction, isDecisive } from './actions.ts';
import { summaryOf } from './answers.ts';
import { candidatesFor, nextCandidate } from './candidates.ts';
import { type FollowUp, hasFallenDue, undecidedKey } from './followUps.ts';
import type { Incident } from './incident.ts';
import type { CrisisAnswer, Decision } from './payloads.ts';
import type { Person } from './person.ts';
import type { Contact } from './register.ts';
import { cleanLine } from './text.ts';
import { momentOrNever } from './time.ts';

/** Something that is open. */
export interface HandoverItem {
  /** The action's key, or `undecided`. */
  readonly key: string;
  /** Null for the decision that the incident waits for. */
  readonly action: AnyAction | null;
  /** When it was or is to be done or tried again, RFC 3339; null when it has no time. */
  readonly due: string | null;
  /** Whom to phone for it now; null when it is not about phoning somebody, or nobody is known. */
  readonly whom: Person | null;
  /** The attempts that failed since it was there to do, oldest first; none once somebody has been reached. */
  readonly attempts: readonly Attempt[];
  readonly assignedTo: string | null;
  /** What was advised, where a decision on it remains; blank when nothing was. */
  readonly advice: string;
}

/** An incident that is open. Each open action stands in the first of the four lists that fits it. */
export interface HandoverIncident {
  readonly id: string;
  readonly number: string;
  readonly exercise: boolean;
  readonly receivedAt: string;
  /** When something was last recorded about it, RFC 3339. */
  readonly changedAt: string;
  /** What happened, and where, each on one line; blank when it is not known. */
  readonly what: string;
  readonly where: string;
  readonly decision:
    | (Pick<Decision, 'outcome' | 'timing' | 'directorDueAt'> & { readonly at: string; readonly by: string })
    | null;
  readonly awaits: Incident['awaits'];
  readonly crisisLeadership: {
    readonly answer: CrisisAnswer;
    readonly director: string;
    readonly at: string;
  } | null;
  readonly overdue: readonly HandoverItem[];
  /** Somebody was tried and not reached, and the next try is still to come. */
  readonly notReached: readonly HandoverItem[];
  /** What has a time that is still to come. */
  readonly promised: readonly HandoverItem[];
  readonly remaining: readonly HandoverItem[];
  /** How many points are left of each checklist; they are too many to name. */
  readonly checklists: readonly { readonly checklist: string; readonly points: number }[];
}

/** When it is handed over, RFC 3339, and the register: without it nobody is named. */
interface HandoverMoment {
  readonly now: string;
  readonly contacts?: readonly Contact[];
}

/** The incident with its follow-ups, in order, as the next shift is to know it. */
export function handoverIncident(
  incident: Incident,
  followUps: readonly FollowUp[],
  input: HandoverMoment,
): HandoverIncident {
  const { id, number, exercise, receivedAt, changedAt, answers, decision, awaits, crisisLeadership } =
    incident;
  const late = followUps.filter((followUp) => hasFallenDue(followUp, input.now));
  const isLate = ({ key }: ActionState) => late.some((followUp) => followUp.key === key);
  const open = incident.actions.filter((state) => state.status === 'open' && !isLate(state));
  const groups = Map.groupBy(open, groupOf);
  const item = (state: ActionState) => itemOf(state, incident, input);
  const items = (group: ReturnType<typeof groupOf>) => inTime((groups.get(group) ?? []).map(item));
  return {
    id,
    number,
    exercise,
    receivedAt,
    changedAt,
    what: summaryOf(answers),
    where: cleanLine((answers.whereHappened?.text ?? '').trim().split('\n')[0] ?? ''),
    decision: decision && {
      outcome: decision.outcome,
      timing: decision.timing,
      directorDueAt: decision.directorDueAt,
      at: decision.at,
      by: decision.by,
    },
    awaits,
    crisisLeadership: crisisLeadership && {
      answer: crisisLeadership.answer,
      director: crisisLeadership.director,
      at: crisisLeadership.at,
    },
    overdue: late
      .map(({ action }) => (action ? item(action) : undecided(incident)))
      .toSorted((a, b) => Number(isUrgent(b)) - Number(isUrgent(a))),
    notReached: items('not-reached'),
    promised: items('promised'),
    remaining: items('remaining'),
    checklists: checklistsOf(groups.get('checklist') ?? []),
  };
}

function groupOf(state: ActionState): 'not-reached' | 'promised' | 'checklist' | 'remaining' {
  const { action, since, due } = state;
  if (failedAttempts(state).length > 0) return 'not-reached';
  if (action.kind === 'follow-up' || (due !== null && momentOrNever(due) > momentOrNever(since)))
    return 'promised';
  return action.kind === 'checklist-point' ? 'checklist' : 'remaining';
}

function itemOf(state: ActionState, incident: Incident, { contacts = [] }: HandoverMoment): HandoverItem {
  const { key, action, due, assignedTo, advice } = state;
  // A report is mailed.
  const candidates = action.kind === 'mail-director' ? [] : candidatesFor(action, incident, contacts);
  return {
    key,
    action,
    due,
    whom: advice ? null : nextCandidate(candidates, state),
    attempts: failedAttempts(state),
    assignedTo,
    advice: advice?.text ?? '',
  };
}

function undecided({ changedAt }: Incident): HandoverItem {
  return {
    key: undecidedKey,
    action: null,
    due: changedAt,
    whom: null,
    attempts: [],
    assignedTo: null,
    advice: '',
  };
}

function failedAttempts(state: ActionState): Attempt[] {
  const made = attemptsThisTime(state);
  return made.some(({ result }) => result === 'reached') ? [] : made;
}

/** Whether the director or a decision hangs on it. */
export function isUrgent({ action }: HandoverItem): boolean {
  return action === null || isDecisive(action);
}

function checklistsOf(points: readonly ActionState[]): HandoverIncident['checklists'] {
  const named = points.flatMap(({ action }) => (action.kind === 'checklist-point' ? [action.checklist] : []));
  return [...Map.groupBy(named, (checklist) => checklist)].map(([checklist, { length }]) => ({
    checklist,
    points: length,
  }));
}

function inTime(items: readonly HandoverItem[]): HandoverItem[] {
  return items.toSorted((a, b) => momentOrNever(a.due) - momentOrNever(b.due) || 0);
}
