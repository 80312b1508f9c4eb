/** What has happened from the first call to the end, for the final report: what matters, not every entry. */
import { channelLabels, crisisAnswerLabels, sourceLabels } from '../texts/labels.ts';
import { acknowledgement, course, workText } from '../texts/messages.ts';
import { outcomeText } from '../texts/report.ts';
import type { ActionState } from './actionState.ts';
import type { Incident } from './incident.ts';
import { toldWho } from './messageProgress.ts';
import { momentText, plannedMomentText } from './momentText.ts';
import { nameOf } from './person.ts';
import { cleanLine } from './text.ts';
import { compareInstants } from './time.ts';

interface Happening {
  /** RFC 3339. */
  readonly at: string;
  readonly text: string;
}

/** `2026-11-21 03:05 Anna Ek, förvaltningsdirektör: nådd`, in the order of time. */
export function courseLines(incident: Incident): string[] {
  return [
    ...calls(incident),
    ...decisions(incident),
    ...incident.actions.flatMap((state) => work(state, incident)),
  ]
    .toSorted((a, b) => compareInstants(a.at, b.at))
    .map(({ at, text }) => `${momentText(at)} ${cleanLine(text)}`);
}

function calls(incident: Incident): Happening[] {
  const from = ({ source, channel }: Pick<Incident, 'source' | 'channel'>) =>
    `${sourceLabels[source]} (${channelLabels[channel]})`;
  return [
    { at: incident.receivedAt, text: course.received(from(incident)) },
    ...incident.calls.map((call) => ({ at: call.at, text: course.calledAgain(from(call)) })),
  ];
}

function decisions({ decision, crisisLeadership, closed }: Incident): Happening[] {
  const happenings: Happening[] = [];
  if (decision) {
    const { outcome, timing, directorDueAt, at } = decision;
    const due = directorDueAt && plannedMomentText(directorDueAt);
    happenings.push({ at, text: course.decided(outcomeText(outcome, timing, due)) });
  }
  if (crisisLeadership) {
    const { answer, director, at } = crisisLeadership;
    happenings.push({ at, text: course.crisisLeadership(crisisAnswerLabels[answer], director) });
  }
  if (closed) happenings.push({ at: closed.at, text: course.closed(closed.reason) });
  return happenings;
}

/** Who was reached, what was advised, who acknowledged, and what was done without reaching anybody. */
function work(
  { action, attempts, acknowledgement: acknowledged, advice, status, end }: ActionState,
  { source }: Incident,
): Happening[] {
  const reached = attempts.filter(({ result }) => result === 'reached');
  const who = (name: string) => toldWho({ name, action });
  const happenings: Happening[] = reached.map(({ whom, at }) => ({
    at,
    text: course.told(who(nameOf(whom)), acknowledgement.reachedOnly),
  }));
  if (acknowledged) {
    const text = course.told(who(acknowledged.by), acknowledgement.given);
    happenings.push({ at: acknowledged.at, text });
  }
  if (advice) happenings.push({ at: advice.at, text: course.advised(who(advice.whom.name), advice.text) });
  const isToldAlready = happenings.length > 0 || action.kind === 'decide-crisis-leadership';
  if (status === 'done' && end && !isToldAlready && action.kind !== 'checklist-point') {
    happenings.push({ at: end.at, text: course.done(workText(action, { source, toDirector: true })) });
  }
  return happenings;
}
