/**
 * What the next shift must know: everything that is open, with what is late, promised, and not reached. Derived from
 * the incidents; what was handed over is kept as it read (`handoverLines.ts`).
 */
import { type ActionState, type Attempt, crisisLeadershipKey } from './actionState.ts';
import type { AnyAction } from './actions.ts';
import { candidatesFor, nextCandidate } from './candidates.ts';
import { type PhoneTest, phonesToTest } from './deskLog.ts';
import { type FollowUp, followUpsOf, hasFallenDue, inOrder, undecidedKey } from './followUps.ts';
import { type Incident, summaryOf } from './incident.ts';
import type { CrisisAnswer, Decision, Person } from './payloads.ts';
import type { Contact } from './register.ts';
import { cleanLine } from './text.ts';
import { parseInstant } from './time.ts';

/** What the page is made from besides the incidents. */
export interface HandoverInput {
  /** RFC 3339. */
  readonly now: string;
  /** How long what is due at once may wait before it is late. */
  readonly reminderMinutes: number;
  /** An exercise hands over exercises only. */
  readonly exercise: boolean;
  /** Who leaves. */
  readonly operator: string;
  readonly phones: readonly PhoneTest[];
  /** To name whom to phone; without them nobody is named. */
  readonly contacts?: readonly Contact[];
}

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

export interface HandoverPage {
  readonly at: string;
  readonly operator: string;
  readonly exercise: boolean;
  /** The most urgent first. */
  readonly incidents: readonly HandoverIncident[];
  /** The telephones whose test is due, or that have never been tested. */
  readonly phones: readonly PhoneTest[];
  /** Exercises are counted only in an exercise. */
  readonly counts: {
    readonly incidents: number;
    /** The exercises that are open beside what is real. */
    readonly exercises: number;
    readonly undecided: number;
    readonly overdue: number;
    readonly promised: number;
    /** Also of those that are late. */
    readonly notReached: number;
    readonly remaining: number;
  };
}

/**
 * The page for the incidents, of which those that are closed are left out. The most urgent is first: where something
 * that the director or a decision hangs on is late, then where anything else is late, then by what comes next.
 * Exercises come after what is real.
 */
export function handoverPage(incidents: readonly Incident[], input: HandoverInput): HandoverPage {
  const { now, operator, exercise } = input;
  const shown = incidents
    .filter((incident) => incident.status !== 'closed' && (incident.exercise || !exercise))
    .map((incident) => {
      const followUps = inOrder(followUpsOf(incident, input.reminderMinutes));
      return { page: handoverIncident(incident, followUps, input), next: followUps[0]?.at ?? null };
    })
    .toSorted(
      (a, b) =>
        Number(a.page.exercise) - Number(b.page.exercise) ||
        lateness(a.page) - lateness(b.page) ||
        epoch(a.next) - epoch(b.next) ||
        0,
    )
    .map(({ page }) => page);
  return {
    at: now,
    operator,
    exercise,
    incidents: shown,
    // A telephone is not tested in an exercise.
    phones: exercise ? [] : phonesToTest(input.phones, now),
    counts: countsOf(shown, exercise),
  };
}

function countsOf(shown: readonly HandoverIncident[], exercise: boolean): HandoverPage['counts'] {
  const counted = shown.filter((incident) => exercise || !incident.exercise);
  const sum = (count: (incident: HandoverIncident) => number) =>
    counted.reduce((total, incident) => total + count(incident), 0);
  const tried = (items: readonly HandoverItem[]) => items.filter(({ attempts }) => attempts.length > 0);
  return {
    incidents: counted.length,
    exercises: shown.length - counted.length,
    undecided: sum(({ awaits }) => Number(awaits === 'decision')),
    overdue: sum(({ overdue }) => overdue.length),
    promised: sum(({ promised }) => promised.length),
    notReached: sum(({ overdue, notReached }) => tried(overdue).length + notReached.length),
    remaining: sum(
      ({ remaining, checklists }) =>
        remaining.length + checklists.reduce((total, { points }) => total + points, 0),
    ),
  };
}

function handoverIncident(
  incident: Incident,
  followUps: readonly FollowUp[],
  input: HandoverInput,
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
      .toSorted((a, b) => Number(isDecisive(b)) - Number(isDecisive(a))),
    notReached: items('not-reached'),
    promised: items('promised'),
    remaining: items('remaining'),
    checklists: checklistsOf(groups.get('checklist') ?? []),
  };
}

function groupOf(state: ActionState): 'not-reached' | 'promised' | 'checklist' | 'remaining' {
  const { action, since, due } = state;
  if (failedAttempts(state).length > 0) return 'not-reached';
  if (action.kind === 'follow-up' || (due !== null && epoch(due) > epoch(since))) return 'promised';
  return action.kind === 'checklist-point' ? 'checklist' : 'remaining';
}

function itemOf(state: ActionState, incident: Incident, { contacts = [] }: HandoverInput): HandoverItem {
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

function failedAttempts({ attempts, since }: ActionState): Attempt[] {
  const made = attempts.filter(({ at }) => epoch(at) >= epoch(since));
  return made.some(({ result }) => result === 'reached') ? [] : made;
}

/** Whether the director or a decision hangs on it. */
function isDecisive({ key }: Pick<HandoverItem, 'key'>): boolean {
  return [undecidedKey, 'call-director', 'consult', crisisLeadershipKey].includes(key);
}

/** From 0, the most urgent. */
function lateness({ overdue }: HandoverIncident): number {
  if (overdue.length === 0) return 2;
  return overdue.some(isDecisive) ? 0 : 1;
}

function checklistsOf(points: readonly ActionState[]): HandoverIncident['checklists'] {
  const named = points.flatMap(({ action }) => (action.kind === 'checklist-point' ? [action.checklist] : []));
  return [...Map.groupBy(named, (checklist) => checklist)].map(([checklist, { length }]) => ({
    checklist,
    points: length,
  }));
}

function inTime(items: readonly HandoverItem[]): HandoverItem[] {
  return items.toSorted((a, b) => epoch(a.due) - epoch(b.due) || 0);
}

/** Milliseconds since 1970; what has no time comes after everything that has. */
function epoch(instant: string | null): number {
  return instant === null ? Number.POSITIVE_INFINITY : parseInstant(instant).epochMilliseconds;
}
