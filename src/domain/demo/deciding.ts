/** What the real rules recommend in a made-up incident, and what is decided on it. */
import * as words from '../../texts/demoWorld.ts';
import { affectedUnits } from '../answers.ts';
import { assess, type Facts, type Recommendation } from '../assess.ts';
import { type ChoiceId, permissionFor, recommendedChoice } from '../choices.ts';
import { decide } from '../decision.ts';
import { defaultDeskHours } from '../deskHours.ts';
import type { Decision } from '../payloads.ts';
import type { Answers } from './situation.ts';
import type { Teller } from './teller.ts';

/** What is decided, and on what. */
export interface Deciding {
  readonly answers: Answers;
  readonly facts: Facts;
  readonly latestCallAt: string;
  readonly recommendation: Recommendation;
  readonly decision: Decision;
  /** The ids of the two entries. */
  readonly recommended: string;
  readonly decided: string;
  /** Whether the director is promised a next report. */
  readonly promised: boolean;
}

const consultMinutes = 15;

/** Tells what the rules recommend and what is decided; anew when `before` is what was decided until now. */
export function tellDecision(
  teller: Teller,
  known: Pick<Deciding, 'answers' | 'facts' | 'latestCallAt'>,
  before: Deciding | null = null,
): Pick<Deciding, 'recommendation' | 'decision' | 'recommended' | 'decided' | 'promised'> {
  const { facts, latestCallAt } = known;
  const { dice } = teller;
  teller.wait(5, 120);
  const recommendation = assess(facts, latestCallAt, defaultDeskHours);
  const recommended = teller.tell(
    'recommendation-made',
    { ...recommendation, facts },
    { corrects: before?.recommended ?? null },
  );
  const choice = choiceOf(teller, recommendation);
  const permission = permissionFor(choice, recommendation);
  const motivation =
    permission.kind === 'weaker' || permission.kind === 'stronger'
      ? dice.pick(words.overrides[permission.kind])
      : facts.motivation;
  const decision = decided(known, recommendation, choice, motivation);
  const entry = teller.tell('decision-made', decision, { corrects: before?.decided ?? null });
  const promised = decision.outcome !== 'ordinary' && dice.chance(0.5);
  return { recommendation, decision, recommended, decided: entry, promised };
}

/** Tells what is decided on the advice of somebody, at that moment. */
export function tellAdvised<T extends Deciding>(
  teller: Teller,
  known: T,
  choice: ChoiceId,
  motivation: string,
): T {
  const decision = decided(known, known.recommendation, choice, motivation, teller.now);
  return { ...known, decision, decided: teller.tell('decision-made', decision, { corrects: known.decided }) };
}

function decided(
  { answers, latestCallAt }: Pick<Deciding, 'answers' | 'latestCallAt'>,
  recommendation: Recommendation,
  choice: ChoiceId,
  motivation: string,
  decidedAt?: string,
): Decision {
  return decide({
    choice,
    recommendation,
    motivation,
    receivedAt: latestCallAt,
    ...(decidedAt === undefined ? {} : { decidedAt }),
    units: affectedUnits(answers),
    hours: defaultDeskHours,
    consultMinutes,
  });
}

function choiceOf({ dice }: Teller, recommendation: Recommendation): ChoiceId {
  const recommended = recommendedChoice(recommendation);
  if (!dice.chance(0.04)) return recommended;
  const wanted: ChoiceId = dice.chance(0.3) ? 'director-now' : 'consult-first';
  return permissionFor(wanted, recommendation).kind === 'forbidden' ? recommended : wanted;
}
