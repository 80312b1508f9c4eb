/** The motivation, the decision as recommended or otherwise, and its reason. */

import { affectedUnits, factsOf } from '../../domain/answers.ts';
import { isMotivated } from '../../domain/assess.ts';
import { type ChoiceId, choices, permissionFor, recommendedChoice } from '../../domain/choices.ts';
import { decide } from '../../domain/decision.ts';
import { editField } from '../editing.ts';
import type { Key } from '../keys.ts';
import { emptyBuffer } from '../textBuffer.ts';
import { goTo, neighbour, open, recommendationNow, stepAfter } from './moving.ts';
import { onArrow } from './singleKeys.ts';
import { type CallState, callReceivedAt, draftAnew } from './state.ts';
import { andThen, type Moment, record, recordFact, type Turn, turn } from './turn.ts';

/** Enter records the motivation; an empty one takes the safe way, which is to phone the director now. */
export function onMotivationKey(state: CallState, key: Key, at: Moment): Turn {
  if (key.kind === 'enter') {
    const text = isMotivated(state.motivation.text) ? state.motivation.text : '';
    const recorded = state.incident?.motivation;
    const motivated =
      text === (recorded?.text ?? '')
        ? turn(state)
        : recordFact(state, at, 'motivation-given', { text }, { corrects: recorded?.entry });
    return andThen(motivated, (next) => turn(open(next, stepAfter(next))));
  }
  const change = editField(state.motivation, key);
  if (change.kind === 'edge') return goTo(state, at, neighbour(state, key.kind === 'up' ? -1 : 1));
  if (change.kind === 'none') return turn(state);
  return turn(noticeDropped({ ...state, motivation: change.buffer }, change.dropped));
}

/** Enter decides as recommended; a digit chooses otherwise and asks for the reason. */
export function onDecisionKey(state: CallState, key: Key, at: Moment): Turn {
  const recommendation = recommendationNow(state);
  if (key.kind === 'enter') return decideAsRecommended(state, at);
  const choice = key.kind === 'text' ? choices[Number(key.text) - 1] : undefined;
  if (!choice) return onArrow(state, key, at, ['Enter', `1–${choices.length}`]);
  const permission = permissionFor(choice.id, recommendation);
  if (permission.kind === 'forbidden') {
    return turn({ ...state, notice: { kind: 'choice-forbidden', by: permission.by } });
  }
  if (permission.kind === 'recommended') return decided(state, at, choice.id, '');
  return turn({ ...state, otherwise: { choice: choice.id, reason: emptyBuffer } });
}

/** Enter decides otherwise. Without the reason that a weaker decision needs, the recommendation stands. */
export function onReasonKey(
  state: CallState,
  otherwise: NonNullable<CallState['otherwise']>,
  key: Key,
  at: Moment,
): Turn {
  if (key.kind === 'escape') return turn({ ...state, otherwise: null });
  if (key.kind === 'enter') {
    const reason = isMotivated(otherwise.reason.text) ? otherwise.reason.text : '';
    const permission = permissionFor(otherwise.choice, recommendationNow(state));
    if (permission.kind === 'forbidden') {
      return turn({ ...state, otherwise: null, notice: { kind: 'choice-forbidden', by: permission.by } });
    }
    return permission.kind === 'weaker' && reason === ''
      ? turn({ ...state, otherwise: null, notice: { kind: 'followed-recommendation' } })
      : decided(state, at, otherwise.choice, reason);
  }
  const change = editField(otherwise.reason, key);
  if (change.kind !== 'changed') return turn(state);
  return turn(
    noticeDropped({ ...state, otherwise: { ...otherwise, reason: change.buffer } }, change.dropped),
  );
}

/** Decides what the rules recommend. */
export function decideAsRecommended(state: CallState, at: Moment): Turn {
  return decided(state, at, recommendedChoice(recommendationNow(state)), '');
}

/** Records what the rules said, on which facts, and what was decided; then the report is put together. */
function decided(state: CallState, at: Moment, choice: ChoiceId, reason: string): Turn {
  const facts = factsOf(state.incident);
  const recommendation = recommendationNow(state);
  const asRecommended = choice === recommendedChoice(recommendation);
  const decision = decide({
    choice,
    recommendation,
    // The reason for waiting belongs to a decision to wait, not to one that was made otherwise.
    motivation: asRecommended && recommendation.rules.includes('T4') ? facts.motivation : reason,
    receivedAt: callReceivedAt(state),
    units: affectedUnits(state.incident?.answers ?? {}),
    hours: state.desk.hours,
    consultMinutes: state.desk.consultMinutes,
  });
  const before = state.incident;
  const recorded = andThen(
    record(
      state,
      at,
      'recommendation-made',
      { ...recommendation, facts },
      { corrects: before?.recommendation?.entry },
    ),
    (next) => record(next, at, 'decision-made', decision, { corrects: before?.decision?.entry }),
  );
  return andThen(recorded, (next) =>
    turn(
      { ...open(next, 'draft'), otherwise: null, draft: draftAnew(next.draft) },
      { kind: 'compose-draft' },
    ),
  );
}

function noticeDropped(state: CallState, dropped: number): CallState {
  return dropped > 0 ? { ...state, notice: { kind: 'too-long', dropped } } : state;
}
