/** The questions that one key answers. While one is open only its keys work, so that no answer is taken for an order. */
import type { FollowUpKind } from '../../domain/actions.ts';
import type { ChoiceId } from '../../domain/choices.ts';
import type { CrisisAnswer } from '../../domain/payloads.ts';
import type { Key } from '../keys.ts';
import { latestEntryOf } from './actionsShown.ts';
import { answerCrisisLeadership } from './crisisLeadership.ts';
import { chooseAfterAdvice } from './deciding.ts';
import { closePanel, openField, refuse } from './panels.ts';
import { isSameFinger } from './sameFinger.ts';
import type { IncidentState, Question } from './state.ts';
import { andThen, type Moment, record, type Turn, turn } from './turn.ts';

/** The keys of each question, and what they answer. */
export const answerKeys = {
  acknowledged: { j: true, n: false } satisfies Record<string, boolean>,
  'crisis-leadership': { j: 'yes', n: 'no', s: 'later' } satisfies Record<string, CrisisAnswer>,
  decide: { d: 'director-now', m: 'director-morning', o: 'ordinary' } satisfies Record<string, ChoiceId>,
  'follow-up': { s: 'answer', r: 'next-report', a: 'other' } satisfies Record<string, FollowUpKind>,
  'new-call': {},
} as const;

/** Esc: not now. */
export function onQuestionKey(state: IncidentState, question: Question, key: Key, at: Moment): Turn {
  if (key.kind === 'escape') return turn(closePanel(state));
  const letter = key.kind === 'text' ? key.text.toLowerCase() : '';
  if (letter === 'n' && 'reachedAt' in question && isNoAnswer(question.reachedAt, at))
    return turn(refuse(state, 'same-answer-again'));
  switch (question.kind) {
    case 'acknowledged': {
      if (letter === 'a') return turn(noteOn(state, question));
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
      return chooseAfterAdvice(state, question.action, choice, at);
    }
    case 'follow-up': {
      const what = answered(answerKeys['follow-up'], letter);
      if (what === undefined) break;
      return turn(openField(state, { kind: 'follow-up-text', what }));
    }
    case 'new-call':
      return key.kind === 'enter'
        ? turn(closePanel(state), { kind: 'new-facts' })
        : turn(refuse(state, 'press-enter'));
  }
  return turn({ ...state, notice: { kind: 'press-one-of', keys: Object.keys(answerKeys[question.kind]) } });
}

function answered<A>(keys: Readonly<Record<string, A>>, letter: string): A | undefined {
  return Object.hasOwn(keys, letter) ? keys[letter] : undefined;
}

/** Just after `n` for "nådd" another `n` is no "nej": nobody can have asked the question that came up. */
function isNoAnswer(reachedAt: string | null, at: Moment): boolean {
  return reachedAt !== null && isSameFinger(reachedAt, at);
}

/** What was said meanwhile is written down about the attempt; then the question comes again. */
function noteOn(state: IncidentState, question: Extract<Question, { kind: 'acknowledged' }>): IncidentState {
  return openField(state, { kind: 'note', about: latestEntryOf(state, question.action) }, question);
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
