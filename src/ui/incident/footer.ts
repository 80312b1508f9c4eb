/** The lowest lines: a word about the last key, and the keys that work now. */
import type { ActionState } from '../../domain/actionState.ts';
import { briefMomentText, shortMomentText } from '../../domain/momentText.ts';
import { personText } from '../../domain/person.ts';
import { isAcknowledged, isPhoned, isTicked, selectedAction } from '../../flow/incident/actionsShown.ts';
import { peopleToChoose } from '../../flow/incident/selecting.ts';
import type { IncidentState } from '../../flow/incident/state.ts';
import * as words from '../../texts/incident.ts';
import { blank } from '../body.ts';
import { flow, type Line, paragraph, type Size } from '../frame.ts';

/** From this width most hints have room on one line. */
const wide = 90;
/** With fewer rows than this there is one line of each kind. */
const tall = 18;

/** In a tall window always as high for the same keys, so that the list stays. `more`: what is read goes on below. */
export function footer(state: IncidentState, { columns, rows }: Size, more: boolean): Line[] {
  const hint = noticeText(state);
  const hints = hint === null ? [] : paragraph(hint, columns, 'warning');
  const height = rows < tall ? Math.min(2, hints.length) : columns < wide ? 2 : 1;
  return [
    ...Array.from({ length: height }, (_, index) => hints[index] ?? blank),
    ...keyLines(state, columns, rows < tall ? 1 : 2, more),
  ];
}

function keyLines(state: IncidentState, columns: number, most: number, more: boolean): Line[] {
  const { panel } = state;
  const { keys } = words;
  const shown = (names: readonly string[]) => flow(names, columns, 'quiet').slice(0, most);
  switch (panel?.kind) {
    case 'field':
      return shown(keys.field);
    case 'question':
      return shown([words.questions.notNow]);
    case 'timeline':
      return shown(panel.striking ? keys.striking : keys.timeline);
    case 'details':
    case 'keys':
      return shown([...(more ? [keys.more] : []), ...keys.reading]);
    case undefined: {
      const action = selectedAction(state);
      const goOn = state.incident.awaits === null ? [] : [keys.goOn];
      const closed = state.incident.status === 'closed';
      const onIncident = closed
        ? [keys.reopen, keys.all, keys.back, ...keys.closed]
        : [...goOn, keys.all, keys.back, ...keys.incident];
      return [
        ...(action && !closed ? shown(keysOn(state, action)) : []),
        ...shown(onIncident).slice(0, columns < wide ? 2 : 1),
      ];
    }
  }
}

/** The keys on the selected action, the most needed first. */
function keysOn(state: IncidentState, action: ActionState): string[] {
  const { keys } = words;
  const acknowledge = canAcknowledge(action) ? [keys.acknowledge] : [];
  if (action.status !== 'open') return [keys.enterNext, ...acknowledge];
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
  const { keys } = words;
  if (action.kind === 'decide-crisis-leadership') return keys.enterCrisis;
  if (action.kind === 'checklist-point' && action.isQuestion) return keys.enterAnswer;
  if (action.kind !== 'consult') return null;
  if (advice) return keys.enterDecision;
  return attempts.some(({ result }) => result === 'reached') ? keys.enterAdvice : null;
}

/** Nothing is called saved before the journal has said so. */
function savedWord({ fault, unsaved }: IncidentState): string {
  const { isSaved, isBeingSaved, isNotSaved } = words.notice;
  if (fault) return isNotSaved;
  return unsaved.length > 0 ? isBeingSaved : isSaved;
}

function noticeText(state: IncidentState): string | null {
  const { notice, now } = state;
  const { notice: told } = words;
  if (notice === null) return null;
  switch (notice.kind) {
    case 'attempted': {
      const { result, at, nextTryAt, next } = notice;
      return [
        told.attempted(result, briefMomentText(at, now), savedWord(state)),
        ...(nextTryAt === null ? [] : [told.nextTry(briefMomentText(nextTryAt, now))]),
        ...(nextTryAt === null || next === null ? [] : [told.next(personText(next))]),
        ...(nextTryAt === null ? [] : [told.after]),
      ].join(' ');
    }
    case 'recorded':
      return told.done(told.recorded[notice.what], briefMomentText(notice.at, now), savedWord(state));
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
