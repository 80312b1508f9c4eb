/** What stands above the actions: the decision, and what cannot wait. */

import { factsOf } from '../../domain/answers.ts';
import { assess } from '../../domain/assess.ts';
import { exceedsDecision, recommendedChoice } from '../../domain/decision.ts';
import { briefMomentText } from '../../domain/momentText.ts';
import type { IncidentState } from '../../flow/incident/state.ts';
import * as call from '../../texts/call.ts';
import { entryTexts } from '../../texts/entries.ts';
import * as words from '../../texts/incident.ts';
import { crisisAnswerLabels } from '../../texts/labels.ts';
import { verdict, verdictTone } from '../call/verdictView.ts';
import { type Line, line, lineWidth, paragraph } from '../frame.ts';

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

/** The recommendation on what is known now, where it is stronger than the decision and that is news; otherwise null. */
function strongerNow({ incident, context }: IncidentState) {
  const { decision, status } = incident;
  if (!decision || status === 'closed') return null;
  const now = assess(factsOf(incident), incident.latestCallAt, context.hours);
  return exceedsDecision(now, incident)
    ? { now: recommendedChoice(now), before: recommendedChoice(decision) }
    : null;
}

/** The decision on one line with its rules, who and when; and the director's own, if there is one. */
export function decisionLines({ incident, now }: IncidentState, columns: number): Line[] {
  const { decision, recommendation, crisisLeadership } = incident;
  if (!decision) return [line(words.top.noDecision, 'warning')];
  const about = [
    decision.overridden ? entryTexts.overridden : '',
    words.top.decidedBy(decision.by, briefMomentText(decision.at, now)),
    (recommendation?.rules ?? []).join(', '),
    words.top.why,
  ]
    .filter((part) => part !== '')
    .join(' · ');
  const tone = verdictTone(decision.outcome);
  const written = [verdict(decision), words.top.choices[recommendedChoice(decision)]].map(
    (text): Line => [
      { text: words.top.decision(text), tone },
      { text: ` · ${about}`, tone: 'quiet' },
    ],
  );
  const fitting = written.find((each) => lineWidth(each) <= columns) ?? written.at(-1) ?? [];
  if (!crisisLeadership) return [fitting];
  const { answer, director, at } = crisisLeadership;
  const text = words.top.crisisLeadership(crisisAnswerLabels[answer], director, briefMomentText(at, now));
  return [fitting, line(text, answer === 'no' ? 'plain' : 'strong')];
}
