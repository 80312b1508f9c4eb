/** The director's own decision on crisis leadership, and what a yes starts. */
import { crisisLeadershipKey } from '../../domain/actionState.ts';
import type { AddedAction } from '../../domain/actions.ts';
import { crisisGroup, samePerson } from '../../domain/candidates.ts';
import type { CrisisAnswer } from '../../domain/payloads.ts';
import { formatInstant, parseInstant } from '../../domain/time.ts';
import { theDirector } from '../../texts/incident.ts';
import { ask, openField } from './panels.ts';
import { nameOf } from './people.ts';
import type { IncidentState, Question } from './state.ts';
import { andThen, type Moment, newestEntry, record, type Turn, turn } from './turn.ts';

/** When the director is asked again after "senare", unless another time is given. */
export const askAgainMinutes = 60;

/** Asks for the decision of whoever was reached. */
export function askCrisisLeadership(state: IncidentState, reachedAt: string | null): IncidentState {
  return ask(state, { kind: 'crisis-leadership', by: directorReached(state), reachedAt });
}

function directorReached({ incident }: IncidentState): string {
  const reached = incident.actions
    .filter(({ key }) => key === 'call-director' || key === crisisLeadershipKey)
    .flatMap(({ attempts }) => attempts.filter(({ result }) => result === 'reached'))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .at(-1);
  return reached ? nameOf(reached.whom) : theDirector;
}

/** Records the answer, with all that a yes starts; then there is a field for the reason. */
export function answerCrisisLeadership(
  state: IncidentState,
  { by }: Extract<Question, { kind: 'crisis-leadership' }>,
  answer: CrisisAnswer,
  at: Moment,
): Turn {
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
        ...next,
        notice: { kind: 'recorded', what: 'crisis-leadership', at: at.now },
      };
      return turn(openField(told, { kind, about }));
    },
  );
}

/**
 * Calling the crisis group together, each member an action, and every point of the checklists; but not what an earlier
 * yes has added. Source: the second source's "Vid en krissituation ska ställningstagande tas till …" and "Mobilisera
 * resurser …".
 */
function actionsOfYes({ context, incident }: IncidentState, now: string): AddedAction[] {
  const there = incident.actions.map(({ action }) => action);
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

function isSame(a: Parameters<typeof samePerson>[0] | null, b: typeof a): boolean {
  return a === null || b === null ? a === b : samePerson(a, b);
}
