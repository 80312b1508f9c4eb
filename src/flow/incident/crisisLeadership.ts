/** The director's own decision on crisis leadership, and what a yes starts. */

import { type Attempt, crisisLeadershipKey } from '../../domain/actionState.ts';
import type { AddedAction } from '../../domain/actions.ts';
import { crisisGroup } from '../../domain/candidates.ts';
import type { CrisisAnswer } from '../../domain/payloads.ts';
import { nameOf, type Person, samePerson } from '../../domain/person.ts';
import { compareInstants, formatInstant, parseInstant } from '../../domain/time.ts';
import { theDirector } from '../../texts/incident.ts';
import { actionsInOrder } from './order.ts';
import { ask, openField, refuse } from './panels.ts';
import { select } from './selecting.ts';
import type { IncidentState, Question } from './state.ts';
import { andThen, type Moment, newestEntry, record, type Turn, turn } from './turn.ts';

/** When the director is asked again after "senare", unless another time is given. */
const askAgainMinutes = 60;

/** Asks for the decision of whoever was reached. */
export function askCrisisLeadership(state: IncidentState, reachedAt: string | null): IncidentState {
  const decided = decisionIn(state);
  const reached = directorReached(state);
  const by = reached ? nameOf(reached.whom) : theDirector;
  return ask(state, { kind: 'crisis-leadership', by, reachedAt, decided });
}

function decisionIn({ incident }: IncidentState): string | null {
  return incident.crisisLeadership?.entry ?? null;
}

/** The latest time when the director, or whoever stands in, was reached; null when nobody has been. */
export function directorReached({ incident }: Pick<IncidentState, 'incident'>): Attempt | null {
  const reached = incident.actions
    .filter(({ key }) => key === 'call-director' || key === crisisLeadershipKey)
    .flatMap(({ attempts }) => attempts.filter(({ result }) => result === 'reached'))
    .toSorted((a, b) => compareInstants(a.at, b.at));
  return reached.at(-1) ?? null;
}

/** Records the answer, with all that a yes starts; then there is a field for the reason. */
export function answerCrisisLeadership(
  state: IncidentState,
  question: Extract<Question, { kind: 'crisis-leadership' }>,
  answer: CrisisAnswer,
  at: Moment,
): Turn {
  const { by } = question;
  // Another workplace's answer is not replaced by somebody who has not seen it.
  const latest = decisionIn(state);
  if (latest !== question.decided)
    return turn(refuse(ask(state, { ...question, decided: latest }), 'decided-meanwhile'));
  const again = formatInstant(parseInstant(at.now).add({ minutes: askAgainMinutes }));
  const askAgainAt = answer === 'later' ? again : null;
  const decided = record(state, at, 'crisis-leadership-decided', { answer, by, askAgainAt });
  const about = newestEntry(decided.state);
  const actions = answer === 'yes' ? actionsOfYes(decided.state, at.now) : [];
  return andThen(
    actions.length === 0
      ? decided
      : andThen(decided, (next) => record(next, at, 'actions-added', { actions })),
    (next) => {
      const kind = answer === 'later' ? 'ask-again' : 'director-reason';
      const told: IncidentState = {
        ...(answer === 'yes' ? withFirstCall(next) : next),
        notice: { kind: 'recorded', what: 'crisis-leadership', at: at.now },
      };
      return turn(openField(told, { kind, about }));
    },
  );
}

/**
 * Calling the crisis group together, each member an action, and every point of the checklists; but not what an earlier
 * yes has added and still stands. Source: the second source's "Vid en krissituation ska ställningstagande tas till …" and "Mobilisera
 * resurser …".
 */
function actionsOfYes({ context, incident }: IncidentState, now: string): AddedAction[] {
  const there = incident.actions.filter(({ status }) => status !== 'superseded').map(({ action }) => action);
  const members = crisisGroup(context.contacts);
  const calls = (members.length > 0 ? members : [null])
    .filter(
      (contact) =>
        !there.some((action) => action.kind === 'call-together' && isSame(action.contact, contact)),
    )
    .map((contact): AddedAction => ({ kind: 'call-together', contact, due: now }));
  const points = context.checklists.flatMap(({ title, sections }) =>
    sections.flatMap((section) =>
      section.points.map(
        ({ text, isQuestion }): AddedAction => ({
          kind: 'checklist-point',
          checklist: title,
          section: section.title,
          text,
          isQuestion,
          due: null,
        }),
      ),
    ),
  );
  const isThere = (point: AddedAction) =>
    there.some(
      (action) =>
        action.kind === 'checklist-point' &&
        point.kind === 'checklist-point' &&
        action.checklist === point.checklist &&
        action.text === point.text,
    );
  return [...calls, ...points.filter((point) => !isThere(point))];
}

/** Now the group is called together: its first member's call is what is shown. */
function withFirstCall(state: IncidentState): IncidentState {
  const call = actionsInOrder(state).find(
    ({ status, action }) => status === 'open' && action.kind === 'call-together',
  );
  return call ? select(state, call.key) : state;
}

function isSame(a: Person | null, b: Person | null): boolean {
  return a === null || b === null ? a === b : samePerson(a, b);
}
