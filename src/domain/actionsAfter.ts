/**
 * What one more entry makes of an incident's actions: those that the decision asked for and those that were added. An
 * entry that was struck is not among them (`incident.ts`).
 */
import {
  type ActionEnd,
  type ActionState,
  type Attempt,
  crisisLeadershipKey,
  nextReportKey,
} from './actionState.ts';
import type { Action, AnyAction } from './actions.ts';
import { isStronger } from './choices.ts';
import type { KnownEntry } from './entry.ts';
import type { News } from './news.ts';
import type { Decision } from './payloads.ts';

/** What the fold must know of the incident as it was before the entry. */
interface Before {
  readonly decision: Decision | null;
  /** What has been learnt after that decision. */
  readonly news: News;
}

/** The actions after one more entry. */
export function actionsAfter(
  actions: readonly ActionState[],
  entry: KnownEntry,
  before: Before,
): readonly ActionState[] {
  const change = (key: string, to: (state: ActionState) => Partial<ActionState>) =>
    actions.map((state) => (state.key === key ? { ...state, ...to(state) } : state));
  switch (entry.type) {
    case 'decision-made':
      return decided(actions, entry, before);
    case 'contact-attempted':
      return attempted(actions, entry);
    case 'next-try-set':
      return change(entry.payload.action, ({ since }) => ({
        since: earlier(since, entry.receivedAt),
        due: entry.payload.at,
      }));
    case 'acknowledged': {
      const { action, by } = entry.payload;
      const acknowledgement = { entry: entry.id, at: entry.receivedAt, by };
      return change(action, (state) => ({ acknowledgement, ...ended(state, 'done', entry, '') }));
    }
    case 'action-done':
      return change(entry.payload.action, (state) => ended(state, 'done', entry, entry.payload.note));
    case 'action-skipped':
      return change(entry.payload.action, (state) => ended(state, 'skipped', entry, entry.payload.reason));
    case 'action-assigned':
      return change(entry.payload.action, () => ({ assignedTo: entry.payload.to }));
    case 'actions-added':
      return [
        ...actions,
        ...entry.payload.actions.map((action, index) =>
          opened(`${entry.id}:${index}`, action, entry.receivedAt),
        ),
      ];
    case 'consulted': {
      const { whom, advice } = entry.payload;
      return change(entry.payload.action, () => ({ advice: { ...endOf(entry, advice), whom } }));
    }
    case 'crisis-leadership-decided': {
      const { answer, askAgainAt } = entry.payload;
      const asked = withCrisisLeadership(actions, entry.receivedAt);
      return asked.map((state) => {
        // What a yes added is not to be done after a no.
        if (answer === 'no' && isOfCrisisLeadership(state))
          return { ...state, ...ended(state, 'superseded', entry, '') };
        if (state.key !== crisisLeadershipKey) return state;
        return answer === 'later'
          ? {
              ...state,
              status: 'open',
              end: null,
              since: entry.receivedAt,
              due: askAgainAt ?? entry.receivedAt,
            }
          : { ...state, ...ended(state, 'done', entry, '') };
      });
    }
    case 'draft-saved':
      return promised(actions, entry, entry.payload.nextReportAt ?? null);
    case 'message-made': {
      const { message, nextReportAt } = entry.payload;
      const isReport = message === 'director-update' || message === 'director-final';
      return isReport ? promised(actions, entry, nextReportAt) : actions;
    }
    case 'mail-sent': {
      const { action, state, queuedAt } = entry.payload;
      if (action === null || state !== 'accepted') return actions;
      // A mail from before the action was opened again says what is no longer right.
      return change(action, (before) =>
        Date.parse(queuedAt) < Date.parse(before.since) ? {} : ended(before, 'done', entry, ''),
      );
    }
    default:
      return actions;
  }
}

function opened(key: string, action: AnyAction, since: string, previous?: ActionState): ActionState {
  return {
    key,
    action,
    since,
    due: action.due,
    status: 'open',
    attempts: previous?.attempts ?? [],
    acknowledgement: null,
    assignedTo: previous?.assignedTo ?? null,
    advice: null,
    end: null,
  };
}

function endOf(entry: KnownEntry, text: string): ActionEnd {
  return { entry: entry.id, at: entry.receivedAt, by: entry.operator, text };
}

/** What came to an end first stays as it was: an acknowledgement after "nådd" adds to it. */
function ended(
  state: ActionState,
  status: 'done' | 'skipped' | 'superseded',
  entry: KnownEntry,
  text: string,
): Partial<ActionState> {
  return state.status === 'open' ? { status, end: endOf(entry, text) } : {};
}

/** The key of an action that a decision asks for. */
function keyOf(action: Action): string {
  return action.kind === 'inform-unit-manager' ? `${action.kind}:${action.unit ?? ''}` : action.kind;
}

/**
 * A new decision: what it asks for is open, what only an earlier one asked for is superseded. What has been done
 * stays done, unless what people were told is no longer right (`mustBeDoneAgain`).
 */
function decided(
  actions: readonly ActionState[],
  entry: Extract<KnownEntry, { type: 'decision-made' }>,
  before: Before,
): ActionState[] {
  const asked = entry.payload.actions.map((action) => {
    const key = keyOf(action);
    const previous = actions.find((state) => state.key === key);
    if (!previous || previous.status === 'superseded' || previous.advice)
      return opened(key, action, entry.receivedAt, previous);
    if (previous.status !== 'open')
      return mustBeDoneAgain(action, entry.payload, before)
        ? opened(key, action, entry.receivedAt, previous)
        : previous;
    // Another decision says anew when the director is phoned. What else was to be done is not put off by a decision,
    // nor is a next try that was set.
    return action.kind === 'call-director' && isAnother(entry.payload, before)
      ? { ...previous, action, since: entry.receivedAt, due: action.due }
      : { ...previous, action, due: laterTry(previous) ?? earlier(previous.action.due, action.due) };
  });
  const isAsked = ({ key }: ActionState) => asked.some((state) => state.key === key);
  const others = actions
    .filter((state) => !isAsked(state))
    .map((state) => {
      if (!isOfDecision(state)) return state;
      const answered = state.advice !== null;
      const end = ended(state, answered ? 'done' : 'superseded', entry, state.advice?.text ?? '');
      return { ...state, ...end };
    });
  return [...asked, ...others];
}

function isAnother({ outcome, timing }: Decision, { decision }: Before): boolean {
  return decision !== null && (decision.outcome !== outcome || decision.timing !== timing);
}

/**
 * Whether somebody who has been told must be told once more. News concern everybody. What only turned out milder, or a
 * decision that is another one, concerns whoever gets the report, and TIB; the director is phoned again for a
 * decision that is stronger, and not woken for one that is weaker.
 */
function mustBeDoneAgain({ kind }: Action, now: Decision, before: Before): boolean {
  if (before.news === 'new') return true;
  const another = isAnother(now, before);
  switch (kind) {
    case 'call-director':
    case 'consult':
      return before.decision !== null && isStronger(now, before.decision);
    case 'inform-unit-manager':
      return false;
    case 'mail-director':
      return another || before.news === 'milder';
    case 'inform-duty-officer':
      return another;
  }
}

/** The earlier of two moments: RFC 3339. */
function earlier(before: string | null, now: string): string {
  return before !== null && Date.parse(before) < Date.parse(now) ? before : now;
}

/** The next try that somebody has set; null when the action is due as the decision says. */
function laterTry({ due, action }: ActionState): string | null {
  return due !== action.due ? due : null;
}

const kindsOfDecisions: readonly string[] = [
  'call-director',
  'consult',
  'inform-unit-manager',
  'mail-director',
  'inform-duty-officer',
];

function isOfDecision({ action }: ActionState): boolean {
  return kindsOfDecisions.includes(action.kind);
}

function attempted(
  actions: readonly ActionState[],
  entry: Extract<KnownEntry, { type: 'contact-attempted' }>,
): readonly ActionState[] {
  const { action: key, whom, result, nextTryAt } = entry.payload;
  const reached = result === 'reached';
  const attempt: Attempt = { entry: entry.id, at: entry.receivedAt, by: entry.operator, whom, result };
  const asked = actions.find((state) => state.key === key);
  const after = actions.map((state): ActionState => {
    if (state.key !== key) return state;
    // A clock that has been set back must not make what is to be tried again look due since long.
    const since = earlier(state.since, entry.receivedAt);
    const tried = { ...state, since, attempts: [...state.attempts, attempt] };
    if (!reached) return { ...tried, due: nextTryAt ?? state.due };
    // Whoever is asked for advice or a decision has been reached; what they said is still to be written down.
    if (waitsForWords(state.action)) return { ...tried, since: entry.receivedAt, due: entry.receivedAt };
    return { ...tried, ...ended(state, 'done', entry, '') };
  });
  if (!reached || asked?.action.kind !== 'call-director') return after;
  const consulted = after.map((state) =>
    state.action.kind === 'consult' ? { ...state, ...ended(state, 'superseded', entry, '') } : state,
  );
  return withCrisisLeadership(consulted, entry.receivedAt);
}

function isOfCrisisLeadership({ action }: ActionState): boolean {
  return action.kind === 'call-together' || action.kind === 'checklist-point';
}

/** Whether reaching somebody is not the end of it: they are asked for something. */
function waitsForWords({ kind }: AnyAction): boolean {
  return kind === 'consult' || kind === 'decide-crisis-leadership';
}

/** The director's own decision is asked for once the director has been reached, and again when reached anew. */
function withCrisisLeadership(actions: readonly ActionState[], at: string): ActionState[] {
  const previous = actions.find(({ key }) => key === crisisLeadershipKey);
  const state = opened(crisisLeadershipKey, { kind: 'decide-crisis-leadership', due: at }, at, previous);
  const others = actions.filter(({ key }) => key !== crisisLeadershipKey);
  return [...others, state];
}

/** A report was made: what was promised before is done, and a new promise may have been given. */
function promised(
  actions: readonly ActionState[],
  entry: KnownEntry,
  nextReportAt: string | null,
): readonly ActionState[] {
  const others = actions.filter(({ key }) => key !== nextReportKey);
  if (nextReportAt === null) {
    return actions.map((state) =>
      state.key === nextReportKey ? { ...state, ...ended(state, 'done', entry, '') } : state,
    );
  }
  const action: AnyAction = { kind: 'follow-up', what: 'next-report', text: '', due: nextReportAt };
  return [...others, opened(nextReportKey, action, entry.receivedAt)];
}
