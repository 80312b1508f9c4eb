/** What has happened in a made-up incident: what is so, and what the caller says of it. The two agree. */
import { type DemoScenario, scenarios } from '../../texts/demoScenarios.ts';
import * as words from '../../texts/demoWorld.ts';
import type { Facts } from '../assess.ts';
import type { Answer } from '../payloads.ts';
import type { CallerQuestionId, DirectorTiming, YesNoUnknown } from '../questions.ts';
import type { Dice } from './dice.ts';
import { unitsNear } from './world.ts';

export type Answers = Readonly<Record<CallerQuestionId, Answer>>;

export interface Situation {
  readonly scenario: DemoScenario;
  readonly facts: Facts;
  readonly answers: Answers;
  /** How many minutes before the call it happened. */
  readonly minutesAgo: number;
}

/** Something that may happen at that time (RFC 3339). */
export function situationAt(dice: Dice, receivedAt: string): Situation {
  const month = Number(receivedAt.slice(5, 7));
  const scenario = dice.pick(
    scenarios.filter(({ months }) => months?.includes(month) ?? true),
    ({ weight }) => weight,
  );
  const facts = factsOf(dice, scenario);
  const said = dice.pick(words.when);
  return { scenario, facts, answers: answersOf(dice, scenario, facts, said.text), minutesAgo: said.minutes };
}

function factsOf(dice: Dice, scenario: DemoScenario): Facts {
  const { own: ours, staff, care, unknown, beyondUs } = scenario;
  const maybe = (likely: number): YesNoUnknown =>
    dice.chance(likely) ? 'yes' : dice.chance(unknown / 8) ? 'unknown' : 'no';
  const own = dice.chance(ours) ? 'yes' : dice.chance(unknown / 5) ? 'unknown' : 'no';
  const beyond = maybe(own === 'no' ? beyondUs / 2 : beyondUs);
  return {
    own,
    manageableWithExistingResources: beyond === 'yes' ? 'no' : beyond === 'no' ? 'yes' : beyond,
    informDirector: maybe(0.02),
    directorTiming: dice.pick<DirectorTiming>(['now', 'morning', 'morning', 'unknown']),
    staffDirectlyAffected: maybe(own === 'no' ? staff / 3 : staff),
    careRecipientsDirectlyAffected: maybe(own === 'no' ? care / 3 : care),
    motivation: '',
  };
}

function answersOf(dice: Dice, scenario: DemoScenario, facts: Facts, when: string): Answers {
  const district = dice.pick(words.districts);
  const direct = facts.own === 'yes' ? unitsNear(district, [dice.pick(scenario.direct)]) : [];
  const near = unitsNear(district, scenario.atRisk).filter((unit) => !direct.includes(unit));
  const atRisk = near.filter(() => dice.chance(0.65));
  const answer = (text: string, likely: number, units: readonly string[] = []): Answer => {
    if (text === '' || !dice.chance(likely)) return noAnswer;
    return { text, certainty: dice.chance(0.75) ? 'confirmed' : 'unconfirmed', units };
  };
  const hit = [facts.staffDirectlyAffected, facts.careRecipientsDirectlyAffected].includes('yes');
  const names = atRisk.join(', ');
  const nobody = facts.own === 'unknown' ? words.doubtful : words.nobodyOfOurs;
  return {
    whatHappened: answer(dice.pick(scenario.what), 1),
    whenHappened: answer(when, 0.9),
    whereHappened: answer(placeIn(dice, district), 0.98),
    whoIsAffected: answer(whoIsAffected(dice, scenario, facts), hit ? 1 : 0.85),
    actorsInvolved: answer(dice.pick(scenario.actors), 0.9),
    operationDirectlyAffected: answer(direct.join(', ') || nobody, direct.length > 0 ? 1 : 0.93, direct),
    operationsAtRisk: answer(dice.chance(0.15) && names ? words.unsure(names) : names, 0.92, atRisk),
  };
}

export const noAnswer: Answer = { text: '', certainty: 'unknown', units: [] };

export function placeIn(dice: Dice, district: words.District): string {
  return dice.pick(words.places)(dice.pick(words.streets), district);
}

/** In words that agree with what the desk answers about staff and those who receive care. */
export function whoIsAffected(dice: Dice, scenario: DemoScenario, facts: Facts): string {
  const care = facts.careRecipientsDirectlyAffected === 'yes' ? [dice.pick(scenario.careHit)] : [];
  const staff = facts.staffDirectlyAffected === 'yes' ? [dice.pick(scenario.staffHit)] : [];
  const hit = [...care, ...staff];
  return hit.length > 0 ? words.groups(hit) : dice.pick(scenario.who);
}
