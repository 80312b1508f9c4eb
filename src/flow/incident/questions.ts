/** The questions that one key answers. While one is open only its keys work, so that no answer is taken for an order. */
import type { FollowUpKind } from '../../domain/actions.ts';
import { affectedUnits, factsOf } from '../../domain/answers.ts';
import { assess } from '../../domain/assess.ts';
import { type ChoiceId, decide, permissionFor } from '../../domain/decision.ts';
import type { CrisisAnswer } from '../../domain/payloads.ts';
import { nameOf } from '../../domain/person.ts';
import { parseInstant } from '../../domain/time.ts';
import { entryTexts } from '../../texts/entries.ts';
import type { Key } from '../keys.ts';
import { answerCrisisLeadership } from './crisisLeadership.ts';
import { closePanel, openField, refuse } from './panels.ts';
import type { IncidentState, Question } from './state.ts';
import { andThen, type Moment, record, type Turn, turn } from './turn.ts';

/** The keys of each question, and what they answer. */
export const answerKeys = {
  acknowledged: { j: true, n: false } satisfies Record<string, boolean>,
  'crisis-leadership': { j: 'yes', n: 'no', s: 'later' } satisfies Record<string, CrisisAnswer>,
  decide: { d: 'director-now', m: 'director-morning', o: 'ordinary' } satisfies Record<string, ChoiceId>,
  'follow-up': { s: 'answer', r: 'next-report', a: 'other' } satisfies Record<string, FollowUpKind>,
} as const;

/** Esc: not now. */
export function onQuestionKey(state: IncidentState, question: Question, key: Key, at: Moment): Turn {
  if (key.kind === 'escape') return turn(closePanel(state));
  const letter = key.kind === 'text' ? key.text.toLowerCase() : '';
  if (letter === 'n' && 'reachedAt' in question && isSameKeyAgain(question.reachedAt, at))
    return turn(refuse(state, 'same-key-again'));
  switch (question.kind) {
    case 'acknowledged': {
      const answer = answered(answerKeys.acknowledged, letter);
      if (answer === undefined) break;
      return answer ? acknowledge(state, question, at) : turn(closePanel(state));
    }
    case 'crisis-leadership': {
      const answer = answered(answerKeys['crisis-leadership'], letter);
      if (answer === undefined) break;
      return answerCrisisLeadership(state, question, answer, at);
    }
    case 'decide': {
      const choice = answered(answerKeys.decide, letter);
      if (choice === undefined) break;
      return decideAfterAdvice(state, question.action, choice, at);
    }
    case 'follow-up': {
      const what = answered(answerKeys['follow-up'], letter);
      if (what === undefined) break;
      return turn(openField(state, { kind: 'follow-up-text', what }));
    }
  }
  return turn({ ...state, notice: { kind: 'press-one-of', keys: Object.keys(answerKeys[question.kind]) } });
}

function answered<A>(keys: Readonly<Record<string, A>>, letter: string): A | undefined {
  return Object.hasOwn(keys, letter) ? keys[letter] : undefined;
}

/**
 * So many seconds after `n` for "nådd" another `n` is the same finger still, and no "nej": nobody has had the time to
 * ask the question that came up.
 */
const sameFinger = 2;

function isSameKeyAgain(reachedAt: string | null, { now }: Moment): boolean {
  if (reachedAt === null) return false;
  const seconds = parseInstant(reachedAt).until(parseInstant(now)).total('seconds');
  return seconds >= 0 && seconds < sameFinger;
}

function acknowledge(
  state: IncidentState,
  { action, by }: Extract<Question, { kind: 'acknowledged' }>,
  at: Moment,
): Turn {
  return andThen(record(closePanel(state), at, 'acknowledged', { action, by }), (next) =>
    turn({ ...next, notice: { kind: 'recorded', what: 'acknowledged', at: at.now } }),
  );
}

/** What the rules recommended when it was decided; where that is not known, what they say now. */
export function recommendationOf({ incident, context }: IncidentState) {
  return incident.recommendation ?? assess(factsOf(incident), incident.latestCallAt, context.hours);
}

/**
 * The decision that a consultation leads to; then the report on it is to be written. Source: "Till stöd för en händelse
 * som är svårare att bedöma kan enhetschef inom Trygghetsjouren eller avdelningschef Kvalitet och utveckling först
 * kontaktas för bedömning."
 */
function decideAfterAdvice(state: IncidentState, key: string, choice: ChoiceId, at: Moment): Turn {
  const { incident, context } = state;
  const advice = incident.actions.find((action) => action.key === key)?.advice;
  if (incident.status === 'closed') return turn(refuse(closePanel(state), 'is-closed'));
  // The advice was about other facts than those that are known now: the call's own questions come first.
  if (!advice || incident.awaits === 'decision') return turn(refuse(closePanel(state), 'new-facts-wait'));
  const recommendation = recommendationOf(state);
  const permission = permissionFor(choice, recommendation);
  if (permission.kind === 'forbidden')
    return turn({ ...state, notice: { kind: 'choice-forbidden', by: permission.by } });
  const decision = decide({
    choice,
    recommendation,
    motivation: entryTexts.consulted(nameOf(advice.whom), advice.text),
    receivedAt: incident.latestCallAt,
    decidedAt: at.now,
    units: affectedUnits(incident.answers),
    hours: context.hours,
    consultMinutes: context.consultMinutes,
  });
  const corrects = incident.decision?.entry ?? null;
  return andThen(record(closePanel(state), at, 'decision-made', decision, corrects), (next) =>
    turn(next, { kind: 'finish-call' }),
  );
}
