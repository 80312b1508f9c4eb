/** The decision that a consultation leads to. */
import { affectedUnits, factsOf } from '../../domain/answers.ts';
import { assess, directorDueAt } from '../../domain/assess.ts';
import { type ChoiceId, permissionFor, recommendedChoice } from '../../domain/choices.ts';
import { decide } from '../../domain/decision.ts';
import { nameOf } from '../../domain/person.ts';
import { entryTexts } from '../../texts/entries.ts';
import { motivationAfterAdvice } from '../../texts/incidentPanels.ts';
import { closePanel, openField, refuse } from './panels.ts';
import type { IncidentState } from './state.ts';
import { andThen, type Moment, record, type Turn, turn } from './turn.ts';

/** What the rules recommended when it was decided; where that is not known, what they say now. */
export function recommendationOf({ incident, context }: IncidentState) {
  return incident.recommendation ?? assess(factsOf(incident), incident.latestCallAt, context.hours);
}

/** When the director is phoned if that waits until the morning, RFC 3339. */
export function morningAfterAdvice(state: IncidentState): string {
  const recommended = recommendationOf(state);
  const due = recommendedChoice(recommended) === 'director-morning' ? recommended.directorDueAt : null;
  return due ?? directorDueAt('morning', state.now, state.context.hours);
}

/** To phone the director now needs no reason; anything else needs one of the operator's own, and asks for it. */
export function chooseAfterAdvice(state: IncidentState, key: string, choice: AfterAdvice, at: Moment): Turn {
  return choice === 'director-now'
    ? decideAfterAdvice(state, closePanel(state), { key, choice, reason: '' }, at)
    : withPermission(state, key, choice, () =>
        turn(openField(state, { kind: 'decision-reason', action: key, choice })),
      );
}

type AfterAdvice = Exclude<ChoiceId, 'consult-first'>;

/**
 * Records the decision; then the report on it is to be written. `reason` is the operator's own, or blank. `before` is
 * the state with what it was chosen in still open, `finished` the one without. Source: "Till stöd för en händelse som är svårare att bedöma kan enhetschef inom Trygghetsjouren eller avdelningschef Kvalitet och
 * utveckling först kontaktas för bedömning."
 */
export function decideAfterAdvice(
  before: IncidentState,
  finished: IncidentState,
  { key, choice, reason }: { readonly key: string; readonly choice: AfterAdvice; readonly reason: string },
  at: Moment,
): Turn {
  return withPermission(before, key, choice, (advised) => {
    const { incident, context } = before;
    const decision = decide({
      choice,
      recommendation: recommendationOf(before),
      motivation: reason === '' ? advised : motivationAfterAdvice(advised, reason),
      receivedAt: incident.latestCallAt,
      decidedAt: at.now,
      units: affectedUnits(incident.answers),
      hours: context.hours,
      consultMinutes: context.consultMinutes,
    });
    const corrects = incident.decision?.entry ?? null;
    return andThen(record(finished, at, 'decision-made', decision, corrects), (next) =>
      turn(next, { kind: 'finish-call' }),
    );
  });
}

/** Goes on with who advised what, in words, unless the choice may not be made. */
function withPermission(
  state: IncidentState,
  key: string,
  choice: AfterAdvice,
  then: (advised: string) => Turn,
): Turn {
  const { incident } = state;
  const advice = incident.actions.find((action) => action.key === key)?.advice;
  if (incident.status === 'closed') return turn(refuse(closePanel(state), 'is-closed'));
  // The advice was about other facts than those that are known now: the call's own questions come first.
  if (!advice || incident.awaits === 'decision') return turn(refuse(closePanel(state), 'new-facts-wait'));
  const permission = permissionFor(choice, recommendationOf(state));
  return permission.kind === 'forbidden'
    ? turn({ ...state, notice: { kind: 'choice-forbidden', by: permission.by } })
    : then(entryTexts.consulted(nameOf(advice.whom), advice.text));
}
