/** What stands above the actions: the decision, and what cannot wait. */
import { type Attempt, crisisLeadershipKey } from '../../domain/actionState.ts';
import { factsOf } from '../../domain/answers.ts';
import { assess } from '../../domain/assess.ts';
import { recommendedChoice } from '../../domain/choices.ts';
import { exceedsDecision } from '../../domain/decision.ts';
import { briefMomentText } from '../../domain/momentText.ts';
import type { Decision } from '../../domain/payloads.ts';
import { nameOf } from '../../domain/person.ts';
import { advisedAction } from '../../flow/incident/actionsShown.ts';
import { directorReached } from '../../flow/incident/crisisLeadership.ts';
import type { IncidentState } from '../../flow/incident/state.ts';
import * as call from '../../texts/call.ts';
import { entryTexts } from '../../texts/entries.ts';
import * as words from '../../texts/incident.ts';
import { crisisAnswerLabels, outcomeLabels } from '../../texts/labels.ts';
import { verdict, verdictTone } from '../call/verdictView.ts';
import { type Line, line, lineWidth, paragraph, type Span } from '../frame.ts';

/** What must not be overlooked: it is seen whatever else there is. */
export function alarmLines(state: IncidentState, columns: number): Line[] {
  const { incident, fault, now } = state;
  const { closed, awaits, exercise } = incident;
  const stronger = strongerNow(state);
  const alarms = [
    ...(stronger
      ? [words.top.stronger(words.top.choices[stronger.now], words.top.choices[stronger.before])]
      : []),
    ...(awaits && !closed && !stronger ? [words.top.awaits[awaits]] : []),
    ...(isDecisionLeft(state) ? [words.top.awaitsAdvice] : []),
  ];
  const { at, by, reason } = closed ?? { at: now, by: '', reason: '' };
  return [
    ...(fault
      ? [
          ...paragraph(call.fault.title.entries(fault), columns, 'alarm', '! '),
          ...paragraph(call.fault.stillHere, columns, 'strong', '  '),
        ]
      : []),
    ...alarms.flatMap((text) => paragraph(text, columns, 'alarm', '! ', '')),
    ...(closed
      ? paragraph(words.top.closed(by, briefMomentText(at, now), reason), columns, 'warning').slice(0, 2)
      : []),
    ...(exercise ? [line(words.top.exercise, 'warning')] : []),
  ];
}

/** Whether there is advice, and nobody is just deciding on it. */
function isDecisionLeft(state: IncidentState): boolean {
  const { status, awaits } = state.incident;
  return state.panel === null && status !== 'closed' && awaits === null && advisedAction(state) !== null;
}

/** The recommendation on what is known now, where it is stronger than the decision and that is news; otherwise null. */
function strongerNow({ incident, context }: IncidentState) {
  const { decision, status } = incident;
  if (!decision || status === 'closed') return null;
  const now = assess(factsOf(incident), incident.latestCallAt, context.hours);
  return exceedsDecision(now, incident)
    ? { now: recommendedChoice(now), before: recommendedChoice(decision) }
    : null;
}

/**
 * What was decided and what came of it, on one line where there is room: who decided and the rules give way first. Once
 * the director has been reached that is what it says, and no longer whom to phone.
 */
export function decisionLines(state: IncidentState, columns: number): Line[] {
  const { decision, recommendation } = state.incident;
  if (!decision) return [line(words.top.noDecision, 'warning')];
  const outcome = outcomeParts(state, decision);
  const by = words.top.decidedBy(decision.by, briefMomentText(decision.at, state.now));
  const who = quiet([decision.overridden ? entryTexts.overridden : '', by]);
  const rules = quiet([(recommendation?.rules ?? []).join(', ')]);
  const why = quiet([words.top.why]);
  const variants = [[...who, ...rules, ...why], [...who, ...why], why].flatMap((about) =>
    outcome.map((each) => onLines([...each, ...about], columns)),
  );
  const shortest = (count: number) =>
    variants.find((lines) => lines.length <= count && lines.every((each) => lineWidth(each) <= columns));
  return shortest(1) ?? shortest(2) ?? variants.at(-1)?.slice(0, 2) ?? [];
}

/** The outcome with what came of it, in many words and in few. */
function outcomeParts(state: IncidentState, decision: Decision): Span[][] {
  const { incident, now } = state;
  const done = incident.actions.some(({ key, status }) => key === 'call-director' && status === 'done');
  const reached = done ? directorReached(state) : null;
  const isOutcome = decision.outcome === 'contact-director';
  const came = reached
    ? [words.top.reached(briefMomentText(reached.at, now), nameOf(reached.whom), isOutcome)]
    : [];
  const after = [...came, ...crisisParts(state, reached)].map((text): Span => ({ text, tone: 'strong' }));
  const said =
    reached && isOutcome
      ? [outcomeLabels[decision.outcome]]
      : [verdict(decision), words.top.choices[recommendedChoice(decision)]];
  const tone = reached ? 'strong' : verdictTone(decision.outcome);
  return said.map((text) => [{ text: words.top.decision(text), tone }, ...after]);
}

/** The director's own decision; "senare" with when the director is asked again. */
function crisisParts({ incident, now }: IncidentState, reached: Attempt | null): string[] {
  const { crisisLeadership, actions } = incident;
  if (!crisisLeadership) return [];
  const { answer, director, at } = crisisLeadership;
  const again = actions.find(({ key }) => key === crisisLeadershipKey)?.due ?? at;
  const clock = briefMomentText(answer === 'later' ? again : at, now);
  const who = reached && nameOf(reached.whom) === director ? '' : director;
  return [words.top.crisisLeadership(crisisAnswerLabels[answer], clock, who)];
}

function quiet(texts: readonly string[]): Span[] {
  return texts.filter((text) => text !== '').map((text) => ({ text, tone: 'quiet' }));
}

/** The parts with a dot between those on the same line, on as few lines as they need. */
function onLines(parts: readonly Span[], columns: number): Line[] {
  const lines: Span[][] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const dotted: Span[] = [{ text: ' · ', tone: 'quiet' }, part];
    if (last && lineWidth([...last, ...dotted]) <= columns) last.push(...dotted);
    else lines.push([part]);
  }
  return lines;
}
