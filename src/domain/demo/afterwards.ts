/** What becomes of a made-up incident when it is closed: it is reviewed, registered and taken out. */
import * as words from '../../texts/demoWorld.ts';
import type { Known } from './call.ts';
import type { Teller } from './teller.ts';

/** `known` is the incident as the desk left it. */
export function tellAfterwards(teller: Teller, known: Known): void {
  const { dice } = teller;
  const isGrave = known.decision.outcome !== 'ordinary';
  const isRegistered = !known.exercise && dice.chance(isGrave ? 0.6 : 0.05);
  // One or two have been forgotten.
  if (dice.chance(0.96)) tellReview(teller, known, isGrave);
  if (isRegistered) tellRegistering(teller);
  if (dice.chance(0.02)) {
    teller.waitForOffice(1, 2);
    teller.tell('reviewed', { comment: words.reviews.again, learnt: '' }, { by: words.supervisors[0] });
  }
}

function tellReview(teller: Teller, known: Known, isGrave: boolean): void {
  const { dice } = teller;
  const by = dice.pick(words.supervisors);
  teller.waitForOffice(1, isGrave ? 2 : 4);
  teller.tell('reviewed', { comment: commentOn(teller, known, isGrave), learnt: learntFrom(teller) }, { by });
  if (!dice.chance(isGrave ? 0.25 : 0.04)) return;
  const dueDate = teller.in(14 * 24 * 60).slice(0, 10);
  const action = teller.tell('review-action-added', { ...dice.pick(words.reviewActions), dueDate }, { by });
  // What takes longer than this is left.
  if (!dice.chance(0.85)) return;
  teller.waitForOffice(1, 5);
  teller.tell('review-action-done', { action, comment: dice.pick(words.reviewActionDone) }, { by });
}

function commentOn({ dice }: Teller, { exercise, decision }: Known, isGrave: boolean): string {
  const { exercise: ofExercise, overridden, grave, calm } = words.reviews;
  if (exercise) return dice.pick(ofExercise);
  if (decision.overridden) return dice.pick(overridden);
  return dice.pick(isGrave ? grave : calm);
}

function learntFrom({ dice }: Teller): string {
  return dice.chance(0.3) ? dice.pick(words.lessons) : '';
}

/** Into the register of public records, with a copy for it. */
function tellRegistering(teller: Teller): void {
  const by = words.registrar;
  teller.waitForOffice(1, 3);
  const number = words.registryNumber(teller.now.slice(0, 4), teller.dice.between(1, 2400));
  teller.tell('registered', { number }, { by });
  teller.wait(20, 200);
  teller.tell('exported', { format: 'pdf', entries: teller.told.length, selection: '' }, { by });
}
