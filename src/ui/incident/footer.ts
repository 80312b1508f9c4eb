/** The lowest lines: a word about the last key, and the keys that work now. */
import type { ActionState } from '../../domain/actionState.ts';
import { briefMomentText, shortMomentText } from '../../domain/momentText.ts';
import { personText } from '../../domain/person.ts';
import {
  advisedAction,
  isAcknowledged,
  isAllDone,
  isPhoned,
  isTicked,
  selectedAction,
} from '../../flow/incident/actionsShown.ts';
import { peopleToChoose } from '../../flow/incident/selecting.ts';
import type { IncidentState, Question } from '../../flow/incident/state.ts';
import * as keyWords from '../../texts/incidentKeys.ts';
import { notice as told } from '../../texts/incidentNotices.ts';
import * as panels from '../../texts/incidentPanels.ts';
import { blank } from '../body.ts';
import { flow, type Line, paragraph, type Size } from '../frame.ts';

/** From this width most hints have room on one line. */
const wide = 90;
/** With fewer rows than this there is one line of each kind. */
const tall = 18;

/**
 * In a tall window as high for the same keys with a short word as with none, so that the list stays; a longer one is
 * read whole. `scrolling`: what is read is longer.
 */
export function footer(state: IncidentState, { columns, rows }: Size, scrolling: readonly string[]): Line[] {
  const hint = noticeText(state);
  const hints = hint === null ? [] : paragraph(hint, columns, 'warning');
  const [least, most] = rows < tall ? [0, 2] : columns < wide ? [2, 3] : [1, 2];
  const height = Math.max(least, Math.min(most, hints.length));
  return [
    ...Array.from({ length: height }, (_, index) => hints[index] ?? blank),
    ...keyLines(state, columns, rows < tall ? 1 : 2, scrolling),
  ];
}

function keyLines(state: IncidentState, columns: number, most: number, scrolling: readonly string[]): Line[] {
  const { panel } = state;
  const { keys } = keyWords;
  const shown = (names: readonly string[]) => flow(names, columns, 'quiet').slice(0, most);
  switch (panel?.kind) {
    case 'field':
      return shown(keys.field);
    case 'question':
      return shown(questionKeys(panel.question));
    case 'timeline':
      return shown(panel.striking ? keys.striking : keys.timeline);
    case 'details':
    case 'keys':
      return shown([...scrolling, ...keys.reading]);
    case undefined: {
      const action = selectedAction(state);
      const goOn = state.incident.awaits === null && !advisedAction(state) ? [] : [keys.goOn];
      const closed = state.incident.status === 'closed';
      const onIncident = closed
        ? [keys.reopen, keys.all, keys.back, ...keys.closed]
        : [...goOn, ...(isAllDone(state) ? [keys.close] : []), keys.all, keys.back, ...keysOnIncident(state)];
      return [
        ...(action && !closed ? shown(keysOn(state, action)) : []),
        ...shown(onIncident).slice(0, columns < wide ? 2 : 1),
      ];
    }
  }
}

function questionKeys({ kind }: Question): string[] {
  const { notNow, note } = panels.questions;
  if (kind === 'new-call') return [];
  return kind === 'acknowledged' ? [note, notNow] : [notNow];
}

function keysOnIncident(state: IncidentState): string[] {
  const { keys } = keyWords;
  const action = selectedAction(state);
  const crisis = action && isAcknowledged(action.action) ? [] : [keys.crisis];
  return [...keys.incident, ...crisis, ...keys.log, ...(isAllDone(state) ? [] : [keys.close])];
}

/** The keys on the selected action, the most needed first. */
function keysOn(state: IncidentState, action: ActionState): string[] {
  const { keys } = keyWords;
  const acknowledge = canAcknowledge(action) ? [keys.acknowledge] : [];
  if (action.status !== 'open') return [...(isAllDone(state) ? [] : [keys.enterNext]), ...acknowledge];
  const onward = enterKey(action);
  return [
    ...(onward === null ? [] : [onward]),
    ...(isPhoned(action.action) ? keys.attempt : []),
    ...acknowledge,
    ...(isTicked(action.action) && onward === null ? [keys.done] : []),
    ...(peopleToChoose(state).length > 1 ? [keys.other] : []),
    ...keys.open,
  ];
}

function canAcknowledge({ action, attempts, acknowledgement }: ActionState): boolean {
  const isTold = attempts.some(({ result }) => result === 'reached' || result === 'message-left');
  return isAcknowledged(action) && !acknowledgement && isTold;
}

function enterKey({ action, attempts, advice }: ActionState): string | null {
  const { keys } = keyWords;
  if (action.kind === 'decide-crisis-leadership') return keys.enterCrisis;
  if (action.kind === 'checklist-point' && action.isQuestion) return keys.enterAnswer;
  if (action.kind !== 'consult') return null;
  if (advice) return keys.enterDecision;
  return attempts.some(({ result }) => result === 'reached') ? keys.enterAdvice : null;
}

/** Nothing is called saved before the journal has said so. */
function savedWord({ fault, unsaved }: IncidentState): string {
  const { isSaved, isBeingSaved, isNotSaved } = told;
  if (fault) return isNotSaved;
  return unsaved.length > 0 ? isBeingSaved : isSaved;
}

function noticeText(state: IncidentState): string | null {
  const { notice, now } = state;
  if (notice === null) return null;
  switch (notice.kind) {
    case 'attempted': {
      const { result, at, nextTryAt, next } = notice;
      return [
        told.attempted(result, briefMomentText(at, now), savedWord(state)),
        ...(nextTryAt === null ? [] : [told.nextTry(briefMomentText(nextTryAt, now))]),
        ...(result === 'reached' ? [] : [next ? told.next(personText(next)) : told.nobodyElse, told.after]),
      ].join(' ');
    }
    case 'recorded':
      return told.done(told.recorded[notice.what], briefMomentText(notice.at, now), savedWord(state));
    case 'ended': {
      const done = told.done(told.ended[notice.what], briefMomentText(notice.at, now), savedWord(state));
      return `${done} ${told.noteOnEnded}`;
    }
    case 'next-try-set':
      return told.nextTrySet(shortMomentText(notice.until));
    case 'follow-up-added':
      return told.followUpAdded(shortMomentText(notice.until));
    case 'press-one-of':
      return told.pressOneOf(notice.keys);
    case 'too-long':
      return told.tooLong(notice.dropped);
    case 'time-past':
      return told.timePast(shortMomentText(notice.at));
    case 'time-too-far':
      return told.timeTooFar(shortMomentText(notice.at));
    case 'choice-forbidden':
      return told.forbidden(notice.by);
    default:
      return told.reasons[notice.kind];
  }
}
