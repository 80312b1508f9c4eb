/** How far a call that was left had come, as its entries tell it. */
import type { Incident } from '../../domain/incident.ts';
import { deskQuestions } from '../../domain/questions.ts';
import { compareInstants } from '../../domain/time.ts';
import { recommendationNow } from './moving.ts';
import type { CallState, LaterCall } from './state.ts';
import { isCallerQuestion, type StepId, steps } from './steps.ts';
import { isRecorded } from './turn.ts';

/** The first step that is still to be done. `isTyped`: there is text that was never entered. */
export function reachedStep(state: CallState, isTyped: boolean): StepId {
  const { incident, later } = state;
  if (!incident) return 'whatHappened';
  if (later && isUnderWay(incident, later, isTyped)) return reachedInLaterCall(incident, later);
  if (incident.awaits !== 'decision') return incident.awaits ?? 'finished';
  const deskLeft = deskQuestions.find(({ id }) => !incident.deskAnswers[id]);
  if (incident.readBack || Object.keys(incident.deskAnswers).length > 0) {
    if (deskLeft) return deskLeft.id;
    return recommendationNow(state).motivationRequired ? 'motivation' : 'decision';
  }
  const callerLeft = steps.find((step) =>
    isCallerQuestion(step) ? !incident.answers[step] : step === 'own' && !incident.own,
  );
  return callerLeft ?? 'read-back';
}

/** Whether the later call is still to be decided. */
function isUnderWay(incident: Incident, later: LaterCall, isTyped: boolean): boolean {
  if (!isRecorded(later, incident) || incident.awaits === 'decision') return true;
  return incident.awaits === null && isTyped;
}

/** The entries do not say which of the earlier answers Enter has kept: it goes on with the first question of its part. */
function reachedInLaterCall({ readBack }: Incident, { receivedAt }: LaterCall): StepId {
  const isReadBack = readBack !== null && compareInstants(readBack.at, receivedAt) >= 0;
  return isReadBack ? 'manageableWithExistingResources' : 'whatHappened';
}
