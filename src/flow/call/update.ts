/**
 * What happens in the call, as one pure function: `update(state, message, at)` gives the next state and the effects
 * to carry out. Source: contract.md, "Keys in the call".
 */
import { callerQuestions } from '../../domain/questions.ts';
import type { Key } from '../keys.ts';
import { onCallerKey } from './callerKeys.ts';
import { onDecisionKey, onMotivationKey, onReasonKey } from './deciding.ts';
import { endedWhenSaved, onDraftKey, onDraftMessage } from './drafting.ts';
import { openField } from './editing.ts';
import { isUntouched } from './later.ts';
import type { Message } from './message.ts';
import { goTo, neighbour } from './moving.ts';
import { onDeskKey, onOwnKey, onReadBackKey } from './singleKeys.ts';
import type { CallState } from './state.ts';
import { isCallerQuestion, isDeskQuestion } from './steps.ts';
import { andThen, type Moment, type Turn, turn } from './turn.ts';

/** The next state, and what must be done outside. */
export function update(before: CallState, message: Message, at: Moment): Turn {
  const state: CallState = { ...before, now: at.now };
  switch (message.kind) {
    case 'key':
      return onKey({ ...state, notice: null }, message.key, at);
    case 'tick':
      return turn(state);
    case 'resumed':
      return state.incident?.awaits === 'draft' ? turn(state, { kind: 'compose-draft' }) : turn(state);
    case 'interrupted':
      return turn(state, { kind: 'exit', why: 'interrupted' });
    case 'saved':
      return onSaved(state, message);
    case 'save-failed':
      return turn({ ...state, fault: faultFrom(state, message.fault, 'entries') });
    case 'typing-saved':
      return turn({ ...state, fault: state.fault?.what === 'typing' ? null : state.fault });
    case 'typing-failed':
      // What is recorded but not saved is the graver fault: it is the one to show.
      return state.fault?.what === 'entries'
        ? turn(state)
        : turn({ ...state, fault: faultFrom(state, message.fault, 'typing') });
    case 'rescued':
      return turn({
        ...state,
        fault: state.fault && { ...state.fault, rescuedTo: message.path, rescueFailed: false },
      });
    case 'rescue-failed':
      return turn({ ...state, fault: state.fault && { ...state.fault, rescueFailed: true } });
    case 'draft-composed':
    case 'draft-saved':
    case 'draft-failed':
    case 'edited':
    case 'not-edited':
      return onDraftMessage(state, message, at);
  }
}

function onSaved(state: CallState, message: Extract<Message, { kind: 'saved' }>): Turn {
  const saved: CallState = {
    ...state,
    unsaved: state.unsaved.filter((id) => !message.ids.includes(id)),
    incident: state.incident && { ...state.incident, number: message.number },
    fault: state.fault?.what === 'entries' ? null : state.fault,
  };
  // A draft that was put together while nothing could be saved lacks the number that the incident has now.
  return state.draft.composed && state.incident?.number === ''
    ? turn({ ...saved, draft: { ...saved.draft, composed: null } }, { kind: 'compose-draft' })
    : endedWhenSaved(saved);
}

/** The same fault again keeps what is known about its rescue. */
function faultFrom(
  state: CallState,
  kind: NonNullable<CallState['fault']>['kind'],
  what: 'entries' | 'typing',
): CallState['fault'] {
  return state.fault?.what === what && state.fault.kind === kind
    ? state.fault
    : { kind, what, rescuedTo: null, rescueFailed: false };
}

function onKey(state: CallState, key: Key, at: Moment): Turn {
  if (key.kind === 'interrupt') return turn(state, { kind: 'exit', why: 'interrupted' });
  // What is being written down is the report on what stands here: nothing may change under it.
  if (state.draft.saving || state.draft.inEditor) return turn(state);
  switch (key.kind) {
    case 'ctrl':
      if (key.letter === 's' && state.fault) return turn(state, { kind: 'rescue' });
      return onStepKey(state, key, at);
    case 'page-up':
    case 'page-down':
      // How far the text is scrolled is the screen's own matter.
      return turn(state);
  }
  // While the report is being changed every other key is for its fields.
  if (state.draft.fields) return onDraftKey(state, key, at);
  switch (key.kind) {
    case 'alt':
      return goTo(state, at, callerQuestions[key.digit - 1]?.id ?? state.step);
    case 'shift-tab':
      return goTo(state, at, neighbour(state, -1));
    case 'text':
      return onText(state, key.text, at);
    case 'escape':
      return onEscape(state, key, at);
    default:
      return onStepKey(state, key, at);
  }
}

/**
 * Takes back what is asked for in the step, or leaves the draft for later. Otherwise it leaves a later call in which
 * nothing has been said; where something has, the hand on Esc may not know that, so it is told how to leave.
 */
function onEscape(state: CallState, key: Key, at: Moment): Turn {
  const { step, later, otherwise } = state;
  if (!later || step === 'draft' || step === 'finished' || (step === 'decision' && otherwise))
    return onStepKey(state, key, at);
  return isUntouched(state)
    ? turn(state, { kind: 'exit', why: 'interrupted' })
    : turn({ ...state, notice: { kind: 'kept-when-left' } });
}

/**
 * A chunk of text may hold more than one step's keys, such as `j` for one question and the first words of the next
 * answer: steps that take one key take one character, and a text field takes all that is left.
 */
function onText(state: CallState, text: string, at: Moment): Turn {
  let done = turn(state);
  for (let left = text; left !== ''; ) {
    const taken = openField(done.state) ? left : String.fromCodePoint(left.codePointAt(0) ?? 0);
    done = andThen(done, (next) => onStepKey({ ...next, notice: null }, { kind: 'text', text: taken }, at));
    left = left.slice(taken.length);
  }
  return done;
}

function onStepKey(state: CallState, key: Key, at: Moment): Turn {
  const { step } = state;
  if (isCallerQuestion(step)) return onCallerKey(state, step, key, at);
  if (isDeskQuestion(step)) return onDeskKey(state, step, key, at);
  switch (step) {
    case 'own':
      return onOwnKey(state, key, at);
    case 'read-back':
      return onReadBackKey(state, key, at);
    case 'motivation':
      return onMotivationKey(state, key, at);
    case 'decision':
      return state.otherwise ? onReasonKey(state, state.otherwise, key, at) : onDecisionKey(state, key, at);
    case 'draft':
      return onDraftKey(state, key, at);
    case 'finished':
      return turn(state);
  }
}
