/** The keys in the list of actions: those on the selected action, and those on the incident. */

import type { ActionState } from '../../domain/actionState.ts';
import type { AttemptResult } from '../../domain/payloads.ts';
import type { Key } from '../keys.ts';
import { advisedAction, isAcknowledged, isTicked, latestEntryOf, selectedAction } from './actionsShown.ts';
import { askAcknowledged, onAttemptKey } from './attempting.ts';
import { askCrisisLeadership } from './crisisLeadership.ts';
import { onward } from './ending.ts';
import { actionsInOrder } from './order.ts';
import { ask, openField, refuse } from './panels.ts';
import { moveSelection, otherPerson, select } from './selecting.ts';
import type { Field, IncidentState, Notice } from './state.ts';
import { openTimeline } from './timeline.ts';
import { type Moment, record, type Turn, turn } from './turn.ts';

/** `told` is the word about the key before, which is gone from the state. */
export function onListKey(state: IncidentState, key: Key, at: Moment, told: Notice | null): Turn {
  switch (key.kind) {
    case 'enter':
      return turn(onEnter(state));
    case 'left':
    case 'shift-tab':
      return turn(otherPerson(state, -1));
    case 'right':
    case 'tab':
      return turn(otherPerson(state, 1));
    case 'paste':
      return turn(refuse(state, 'letters-are-keys'));
    case 'text':
      return onLetter(state, key.text.toLowerCase(), at, told);
    default:
      return turn(moveSelection(state, key.kind) ?? refuse(state, 'no-such-key'));
  }
}

const attemptKeys: Readonly<Record<string, AttemptResult>> = {
  n: 'reached',
  e: 'no-answer',
  u: 'busy',
  m: 'message-left',
};

/** What reading and a note take, and what opens it again: all there is to do with a closed incident. */
const keysWhenClosed: readonly string[] = ['a', 'l', 'o', 'z', '?'];

function onLetter(state: IncidentState, letter: string, at: Moment, told: Notice | null): Turn {
  if (state.incident.status === 'closed' && !keysWhenClosed.includes(letter))
    return turn(refuse(state, 'is-closed'));
  const result = Object.hasOwn(attemptKeys, letter) ? attemptKeys[letter] : undefined;
  if (result) return onAction(state, (action) => onAttemptKey(state, action, result, at));
  switch (letter) {
    case 'x':
      return onAction(state, (action) => tick(state, action, at));
    case 'h':
      return onOpenAction(state, ({ key }) => ({ kind: 'skip', action: key }));
    case 't':
      return onOpenAction(state, ({ key }) => ({ kind: 'next-try', action: key }));
    case 'd':
      return onOpenAction(state, ({ key }) => ({ kind: 'assign', action: key }));
    case 'a':
      return turn(openField(state, { kind: 'note', about: aboutWhat(state, told) }));
    case 'g':
      return state.incident.awaits === null
        ? turn(askAfterAdvice(state) ?? refuse(state, 'nothing-awaited'))
        : turn(state, { kind: 'finish-call' });
    case 'w':
      return turn(state, { kind: 'messages', action: state.selected });
    default:
      return turn(onIncidentLetter(state, letter));
  }
}

function onAction(state: IncidentState, then: (action: ActionState) => Turn): Turn {
  const action = selectedAction(state);
  return action ? then(action) : turn(refuse(state, 'no-actions'));
}

function onOpenAction(state: IncidentState, field: (action: ActionState) => Field): Turn {
  return onAction(state, (action) =>
    turn(action.status === 'open' ? openField(state, field(action)) : refuse(state, 'has-ended')),
  );
}

/** Done at once; a question wants its answer, and somebody who decides or advises is not done without theirs. */
function tick(state: IncidentState, { key, status, action }: ActionState, at: Moment): Turn {
  if (status !== 'open') return turn(refuse(state, 'has-ended'));
  if (!isTicked(action)) return turn(refuse(state, 'not-done-by-a-tick'));
  if (action.kind === 'checklist-point' && action.isQuestion)
    return turn(openField(state, { kind: 'answer', action: key }));
  return onward(state, record(state, at, 'action-done', { action: key, note: '' }), key, 'done', at);
}

function acknowledgeLater(state: IncidentState, action: ActionState): IncidentState {
  const told = action.attempts.findLast(({ result }) => result === 'reached' || result === 'message-left');
  return told && !action.acknowledgement
    ? askAcknowledged(state, action.key, told.whom, null)
    : refuse(state, 'nothing-to-acknowledge');
}

/** What a note is about: the action that has just come to an end, or the latest on the one that is open. */
function aboutWhat(state: IncidentState, told: Notice | null): string | null {
  if (told?.kind === 'ended') return told.entry;
  return state.selected === null ? null : latestEntryOf(state, state.selected);
}

/** The question what to decide, with the advice that waits for it; null when none does. */
function askAfterAdvice(state: IncidentState): IncidentState | null {
  const advised = advisedAction(state);
  return advised && ask(select(state, advised.key), { kind: 'decide', action: advised.key });
}

function onIncidentLetter(state: IncidentState, letter: string): IncidentState {
  const { incident } = state;
  switch (letter) {
    case 'b':
      return ask(state, { kind: 'follow-up' });
    case 'f':
      return ask(state, { kind: 'new-call' });
    case 'k': {
      const action = selectedAction(state);
      return action && isAcknowledged(action.action)
        ? acknowledgeLater(state, action)
        : askCrisisLeadership(state, null);
    }
    case 'l':
      return openTimeline(state, false);
    case 'o':
      return incident.status === 'closed' ? openField(state, { kind: 'reopen' }) : refuse(state, 'is-open');
    case 'r':
      return openTimeline(state, true);
    case 's':
      return openField(state, { kind: 'close' });
    case 'z':
      return { ...state, panel: { kind: 'details' } };
    case '?':
      return { ...state, panel: { kind: 'keys' } };
    default:
      return refuse(state, 'no-such-key');
  }
}

/** Goes on with what the action waits for, or advice; after one that has come to an end, the next that is open. */
function onEnter(state: IncidentState): IncidentState {
  const action = selectedAction(state);
  if (!action) return refuse(state, 'no-actions');
  if (action.status !== 'open') {
    const next = actionsInOrder(state).find(({ status }) => status === 'open');
    return next ? select(state, next.key) : refuse(state, 'no-such-key');
  }
  if (state.incident.status === 'closed') return refuse(state, 'is-closed');
  const { kind } = action.action;
  if (kind === 'decide-crisis-leadership') return askCrisisLeadership(state, null);
  if (kind === 'checklist-point' && action.action.isQuestion)
    return openField(state, { kind: 'answer', action: action.key });
  const afterAdvice = askAfterAdvice(state);
  if (afterAdvice) return afterAdvice;
  if (kind !== 'consult') return refuse(state, 'no-such-key');
  const reached = action.attempts.findLast(({ result }) => result === 'reached');
  return reached
    ? openField(state, { kind: 'advice', action: action.key, whom: reached.whom })
    : refuse(state, 'no-such-key');
}
