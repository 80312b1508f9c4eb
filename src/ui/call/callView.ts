/** The call as a frame: header, what has gone wrong, the step's own part, hints and keys. Pure: it can be tested as text. */
import { sendsAgain } from '../../flow/call/drafting.ts';
import { canSend, draftFound, draftWording } from '../../flow/call/draftWording.ts';
import { isUntouched } from '../../flow/call/later.ts';
import { keptByEnter } from '../../flow/call/standing.ts';
import type { CallState } from '../../flow/call/state.ts';
import { isCallerQuestion, isDeskQuestion } from '../../flow/call/steps.ts';
import { isStrong } from '../../flow/guard.ts';
import * as words from '../../texts/call.ts';
import { answerLabels } from '../../texts/labels.ts';
import { guard } from '../../texts/personalData.ts';
import { type Body, blank } from '../body.ts';
import { type Frame, flow, type Line, paragraph, type Size } from '../frame.ts';
import { framed, heightOf, tooSmall } from '../layout.ts';
import { callerBody } from './callerView.ts';
import { decisionBody, motivationBody } from './decisionView.ts';
import { deskBody } from './deskView.ts';
import { draftBody } from './draftView.ts';
import { callHeader } from './header.ts';
import { faultText, noticeText } from './messages.ts';
import { missingQuestions, readBackBody } from './readBackView.ts';

/** Below this the questions cannot be shown. */
const smallest: Size = { columns: 34, rows: 12 };
/** Room for an open question and its field, also when there is much else to say. */
const leastBody = 4;
/** Room for all seven questions, one of them open. */
const wholeBody = 11;

/** The frame for this state: never more lines than `rows`, never wider than `columns`. */
export function callView(state: CallState, size: Size, scroll: number): Frame {
  const small = tooSmall(size, smallest);
  if (small) return small;
  const { columns, rows } = size;
  const below = (scrolling: readonly string[]) => footer(state, columns, scrolling);
  const room = rows - 1 - heightOf(below);
  const faults = faultLines(state, columns).slice(
    0,
    Math.min(room - leastBody, Math.max(3, room - wholeBody)),
  );
  const above = [callHeader(state, columns), ...faults];
  return framed(size, above, (left) => bodyOf(state, left, scroll), below, scroll);
}

function bodyOf(state: CallState, size: Size, scroll: number): Body {
  const { step } = state;
  if (isCallerQuestion(step) || step === 'own') return callerBody(state, size);
  if (isDeskQuestion(step)) return deskBody(state, size);
  switch (step) {
    case 'read-back':
      return readBackBody(state, size, scroll);
    case 'motivation':
      return motivationBody(state, size);
    case 'decision':
      return decisionBody(state, size, scroll);
    case 'draft':
    case 'finished':
      return draftBody(state, size, scroll);
  }
}

/** What could not be saved, why, and what can be done; nothing when all is well. */
function faultLines(state: CallState, columns: number): Line[] {
  const fault = faultText(state);
  if (!fault) return [];
  return [
    ...paragraph(fault.title, columns, 'alarm', '! '),
    ...paragraph(fault.rest, columns, 'strong', '  '),
  ];
}

function footer(state: CallState, columns: number, scrolling: readonly string[]): Line[] {
  const hint = noticeText(state);
  const kept = keptByEnter(state);
  const working = [...(kept === null ? [] : [words.keys.keep(answerLabels[kept])]), ...keysOf(state)];
  const [first = '', ...others] = state.fault ? working.map(words.keys.unsaved) : working;
  const keys = [first, ...scrolling, ...others];
  return [
    ...(hint === null ? [blank] : paragraph(hint, columns, 'warning')),
    ...flow(keys, columns, 'quiet').slice(0, columns < 60 ? 3 : 2),
  ];
}

/** In a later call also the key that leaves it. */
function keysOf(state: CallState): readonly string[] {
  const keys = keysFor(state);
  return state.later && state.step !== 'finished' ? words.keys.leaving(keys, isUntouched(state)) : keys;
}

function keysFor(state: CallState): readonly string[] {
  const { step } = state;
  if (isCallerQuestion(step)) return words.keys.caller;
  if (step === 'directorTiming') return words.keys.timing;
  if (isDeskQuestion(step)) return words.keys.desk;
  switch (step) {
    case 'own':
      return words.keys.own;
    case 'read-back':
      return words.keys.readBack(missingQuestions(state).length);
    case 'decision':
      return state.otherwise ? words.keys.reason : words.keys.decision;
    case 'draft':
      return draftKeys(state);
    case 'motivation':
    case 'finished':
      return words.keys[step];
  }
}

function draftKeys(state: CallState): readonly string[] {
  const { fields, confirming } = state.draft;
  if (fields) return words.keys.wording;
  if (confirming) return words.keys.confirmSend;
  const edit = draftWording(state) === null ? null : state.desk.editing;
  const keys = words.keys.draft({
    send: canSend(state),
    edit: edit !== null,
    editor: edit?.editor ?? null,
    sendsAgain: sendsAgain(state),
  });
  return draftFound(state).some(isStrong) ? [guard.mask, ...keys] : keys;
}
