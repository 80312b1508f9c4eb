/** A made-up call: what was said, and what was decided on it by the real rules. */
import * as words from '../../texts/demoWorld.ts';
import { affectedUnits } from '../answers.ts';
import { assess, type Facts, type Recommendation } from '../assess.ts';
import { type ChoiceId, permissionFor, recommendedChoice } from '../choices.ts';
import { decide } from '../decision.ts';
import { defaultDeskHours } from '../deskHours.ts';
import type { Answer, Decision, IncidentSource } from '../payloads.ts';
import {
  type CallerQuestionId,
  callerQuestions,
  type DirectorTiming,
  deskQuestions,
  type YesNoUnknown,
} from '../questions.ts';
import type { Teller } from './teller.ts';
import { unitsNear } from './world.ts';

/** What is known of a made-up incident once it is decided. */
export interface Known {
  readonly number: string;
  readonly exercise: boolean;
  readonly answers: Readonly<Record<CallerQuestionId, Answer>>;
  readonly entries: Readonly<Record<CallerQuestionId, string>>;
  readonly facts: Facts;
  readonly latestCallAt: string;
  readonly recommendation: Recommendation;
  readonly decision: Decision;
  /** The id of that entry. */
  readonly decided: string;
  /** Whether the director is promised a next report. */
  readonly promised: boolean;
}

export const consultMinutes = 15;

/** Tells the call, from the first word to the decision. */
export function tellCall(teller: Teller, number: string): Known {
  const { dice } = teller;
  const receivedAt = teller.now;
  const month = Number(receivedAt.slice(5, 7));
  const scenario = dice.pick(
    words.scenarios.filter(({ months }) => months?.includes(month) ?? true),
    ({ weight }) => weight,
  );
  const exercise = dice.chance(0.04);
  const source = dice.pick(['tib', 'own-operation', 'other-authority', 'other'] as const, sourceWeight);
  teller.tell('incident-opened', {
    station: 'A',
    number,
    source,
    channel: dice.pick(['phone', 'phone', 'phone', 'phone', 'phone', 'rakel', 'email', 'in-person']),
    exercise,
    caller: { name: words.callers[source], callback: `031-390 06 ${dice.between(40, 99)}` },
  });
  const isOurs = scenario.direct !== null && dice.chance(scenario.own);
  const answers = answersOf(teller, scenario, isOurs);
  const own = dice.chance(scenario.unknown / 5) ? 'unknown' : isOurs ? 'yes' : 'no';
  const entries = tellAnswers(teller, answers, own);
  if (dice.chance(0.9)) {
    teller.wait(10, 50);
    const unanswered = callerQuestions.map(({ id }) => id).filter((id) => answers[id].text === '');
    teller.tell('read-back-agreed', { unanswered });
  }
  const facts = tellAssessment(teller, scenario, own, receivedAt);
  const about = { number, exercise, answers, entries, latestCallAt: receivedAt };
  return { ...about, ...tellDecision(teller, { ...about, facts }) };
}

function sourceWeight(source: IncidentSource): number {
  return { tib: 16, 'own-operation': 2, 'other-authority': 1, other: 1 }[source];
}

function answersOf(
  { dice }: Teller,
  scenario: words.DemoScenario,
  isOurs: boolean,
): Record<CallerQuestionId, Answer> {
  const district = dice.pick(words.districts);
  const direct = isOurs && scenario.direct ? unitsNear(district, [scenario.direct]) : [];
  const near = unitsNear(district, scenario.atRisk).filter((unit) => !direct.includes(unit));
  const atRisk = near.filter(() => dice.chance(0.65));
  const answer = (text: string, likely: number, units: readonly string[] = []): Answer => {
    if (text === '' || !dice.chance(likely)) return { text: '', certainty: 'unknown', units: [] };
    return { text, certainty: dice.chance(0.75) ? 'confirmed' : 'unconfirmed', units };
  };
  const names = atRisk.join(', ');
  return {
    whatHappened: answer(dice.pick(scenario.what), 1),
    whenHappened: answer(dice.pick(words.when), 0.9),
    whereHappened: answer(words.place(dice.pick(words.streets), district), 0.98),
    whoIsAffected: answer(dice.pick(scenario.who), 0.85),
    actorsInvolved: answer(dice.pick(scenario.actors), 0.9),
    operationDirectlyAffected: answer(direct.join(', ') || words.noneOfOurs, 0.93, direct),
    operationsAtRisk: answer(dice.chance(0.15) && names ? words.unsure(names) : names, 0.92, atRisk),
  };
}

function tellAnswers(
  teller: Teller,
  answers: Readonly<Record<CallerQuestionId, Answer>>,
  own: YesNoUnknown,
): Record<CallerQuestionId, string> {
  const entries = new Map<CallerQuestionId, string>();
  const occurredAt = teller.in(-teller.dice.between(5, 60));
  const { whereHappened } = answers;
  // Heard wrong at first, and put right within the call.
  const misheard = teller.dice.chance(0.04) ? { ...whereHappened, text: `${whereHappened.text}?` } : null;
  for (const { id: question } of callerQuestions) {
    teller.wait(8, 55);
    if (question === 'whereHappened' && misheard) {
      const corrects = teller.tell('caller-answered', { question, ...misheard });
      teller.wait(15, 40);
      entries.set(question, teller.tell('caller-answered', { question, ...whereHappened }, { corrects }));
      continue;
    }
    const isWhen = question === 'whenHappened' && answers[question].text !== '';
    const about = isWhen ? { occurredAt } : {};
    entries.set(question, teller.tell('caller-answered', { question, ...answers[question] }, about));
    if (question === 'operationDirectlyAffected') {
      teller.wait(1, 4);
      teller.tell('own-operation-answered', { answer: own });
    }
  }
  return Object.fromEntries(entries) as Record<CallerQuestionId, string>;
}

function tellAssessment(
  teller: Teller,
  scenario: words.DemoScenario,
  own: YesNoUnknown,
  receivedAt: string,
): Facts {
  const { dice } = teller;
  // Now and then another call comes in between.
  if (dice.chance(0.12)) teller.wait(120, 900);
  const maybe = (likely: number): YesNoUnknown =>
    dice.chance(likely) ? 'yes' : dice.chance(scenario.unknown / 8) ? 'unknown' : 'no';
  const manageable = maybe(scenario.beyondUs);
  const answered = {
    manageableWithExistingResources: manageable === 'yes' ? 'no' : manageable === 'no' ? 'yes' : manageable,
    informDirector: maybe(0.02),
    directorTiming: dice.pick<DirectorTiming>(['now', 'morning', 'morning', 'unknown']),
    staffDirectlyAffected: maybe(own === 'no' ? scenario.staff / 3 : scenario.staff),
    careRecipientsDirectlyAffected: maybe(own === 'no' ? scenario.care / 3 : scenario.care),
  } as const;
  for (const { id: question } of deskQuestions) {
    teller.wait(2, 20);
    teller.tell('desk-answered', { question, answer: answered[question] });
  }
  const facts: Facts = { ...answered, own, motivation: '' };
  const needsReason = assess(facts, receivedAt, defaultDeskHours).motivationRequired;
  if (!needsReason || dice.chance(0.4)) return facts;
  teller.wait(20, 90);
  const motivation = dice.pick(words.motivations);
  teller.tell('motivation-given', { text: motivation });
  return { ...facts, motivation };
}

/** Tells what the rules recommend and what is decided; anew when `before` is what was decided until now. */
export function tellDecision(
  teller: Teller,
  known: Pick<Known, 'answers' | 'facts' | 'latestCallAt'>,
  before: Pick<Known, 'decided'> | null = null,
): Pick<Known, 'facts' | 'recommendation' | 'decision' | 'decided' | 'promised'> {
  const { facts, latestCallAt } = known;
  teller.wait(5, 120);
  const recommendation = assess(facts, latestCallAt, defaultDeskHours);
  teller.tell('recommendation-made', { ...recommendation, facts });
  const choice = choiceOf(teller, recommendation);
  const permission = permissionFor(choice, recommendation);
  const motivation =
    permission.kind === 'weaker' || permission.kind === 'stronger'
      ? words.overrides[permission.kind]
      : facts.motivation;
  const decision = decide({
    choice,
    recommendation,
    motivation,
    receivedAt: latestCallAt,
    units: affectedUnits(known.answers),
    hours: defaultDeskHours,
    consultMinutes,
  });
  const decided = teller.tell('decision-made', decision, { corrects: before?.decided ?? null });
  const promised = decision.outcome !== 'ordinary' && teller.dice.chance(0.5);
  return { facts, recommendation, decision, decided, promised };
}

function choiceOf({ dice }: Teller, recommendation: Recommendation): ChoiceId {
  const recommended = recommendedChoice(recommendation);
  if (!dice.chance(0.04)) return recommended;
  const wanted: ChoiceId = dice.chance(0.3) ? 'director-now' : 'consult-first';
  return permissionFor(wanted, recommendation).kind === 'forbidden' ? recommended : wanted;
}
