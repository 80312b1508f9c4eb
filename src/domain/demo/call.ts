/** A made-up call: what was said and answered, to the end of the questions. */
import * as words from '../../texts/demoWorld.ts';
import { assess, type Facts } from '../assess.ts';
import { defaultDeskHours } from '../deskHours.ts';
import type { Answer, IncidentSource } from '../payloads.ts';
import {
  type CallerQuestionId,
  callerQuestions,
  type DeskQuestionId,
  deskQuestions,
  type YesNoUnknown,
} from '../questions.ts';
import { type Deciding, tellDecision } from './deciding.ts';
import { type Answers, noAnswer, placeIn, type Situation, situationAt } from './situation.ts';
import type { Teller } from './teller.ts';

/** What is known of a made-up incident once it is decided. */
export interface Known extends Deciding {
  readonly number: string;
  readonly exercise: boolean;
  readonly scenario: Situation['scenario'];
  /** The ids of the entries with the answers. */
  readonly entries: Readonly<Record<CallerQuestionId | DeskQuestionId, string>>;
}

/** Tells the call, from the first word to the decision. `isOnPaper` when it was put into the log afterwards. */
export function tellCall(teller: Teller, number: string, isOnPaper: boolean): Known {
  const { dice } = teller;
  if (isOnPaper) teller.beginOnPaper(dice.between(25, 80));
  const receivedAt = teller.now;
  const situation = situationAt(dice, receivedAt);
  const { scenario, answers } = situation;
  const exercise = dice.chance(0.04);
  tellOpening(teller, number, exercise);
  const entries = tellAnswers(teller, situation);
  if (dice.chance(0.9)) {
    teller.wait(10, 50);
    const unanswered = callerQuestions.map(({ id }) => id).filter((id) => answers[id].text === '');
    teller.tell('read-back-agreed', { unanswered });
  }
  if (isOnPaper) {
    teller.endOnPaper();
    teller.wait(5, 30);
    teller.tell('note-added', { text: words.onPaper, about: null });
  }
  const [facts, ours] = tellAssessment(teller, situation.facts, receivedAt);
  const about = { answers, facts, latestCallAt: receivedAt };
  return {
    number,
    exercise,
    scenario,
    entries: { ...entries, ...ours },
    ...about,
    ...tellDecision(teller, about),
  };
}

function tellOpening(teller: Teller, number: string, exercise: boolean): void {
  const { dice } = teller;
  const source = dice.pick(['tib', 'own-operation', 'other-authority', 'other'] as const, sourceWeight);
  teller.tell('incident-opened', {
    station: 'A',
    number,
    source,
    channel: dice.pick(['phone', 'phone', 'phone', 'phone', 'phone', 'rakel', 'email', 'in-person']),
    exercise,
    caller: { name: dice.pick(words.callers[source]), callback: `031-390 06 ${dice.between(60, 99)}` },
  });
}

function sourceWeight(source: IncidentSource): number {
  return { tib: 16, 'own-operation': 2, 'other-authority': 1, other: 1 }[source];
}

function tellAnswers(
  teller: Teller,
  { answers, facts, minutesAgo }: Situation,
): Record<CallerQuestionId, string> {
  const entries = new Map<CallerQuestionId, string>();
  const occurredAt = toTheMinute(teller.in(-minutesAgo));
  const first = { ...answers, ...heardAtFirst(teller, answers) };
  const isSaid = (question: CallerQuestionId) => question === 'whenHappened' && first[question].text !== '';
  for (const { id: question } of callerQuestions) {
    teller.wait(8, 55);
    const about = isSaid(question) ? { occurredAt } : {};
    entries.set(question, teller.tell('caller-answered', { question, ...first[question] }, about));
    if (question !== 'operationDirectlyAffected') continue;
    teller.wait(1, 4);
    teller.tell('own-operation-answered', { answer: facts.own });
  }
  // The caller puts it right when it is read back.
  for (const { id: question } of callerQuestions) {
    const corrects = entries.get(question);
    if (first[question] === answers[question] || corrects === undefined) continue;
    teller.wait(10, 40);
    entries.set(question, teller.tell('caller-answered', { question, ...answers[question] }, { corrects }));
  }
  return Object.fromEntries(entries) as Record<CallerQuestionId, string>;
}

/** What was heard wrong at first, or not known. */
function heardAtFirst({ dice }: Teller, { whereHappened, whoIsAffected }: Answers): Partial<Answers> {
  const said = (answer: Answer, text: string): Answer =>
    answer.text === '' ? noAnswer : { ...answer, text, certainty: 'unconfirmed' };
  return {
    ...(dice.chance(0.04)
      ? { whereHappened: said(whereHappened, placeIn(dice, dice.pick(words.districts))) }
      : {}),
    ...(dice.chance(0.12) ? { whoIsAffected: said(whoIsAffected, dice.pick(words.atFirst)) } : {}),
  };
}

/** The desk's own answers, and the reason to wait where the rules want one and there is one. */
function tellAssessment(
  teller: Teller,
  facts: Facts,
  receivedAt: string,
): readonly [Facts, Record<DeskQuestionId, string>] {
  const { dice } = teller;
  // Now and then another call comes in between.
  if (dice.chance(0.12)) teller.wait(120, 900);
  const entries = deskQuestions.map(({ id: question }) => {
    teller.wait(2, 20);
    return [question, teller.tell('desk-answered', { question, answer: facts[question] })] as const;
  });
  const ours = Object.fromEntries(entries) as Record<DeskQuestionId, string>;
  const needsReason = assess(facts, receivedAt, defaultDeskHours).motivationRequired;
  if (!needsReason || dice.chance(0.4)) return [facts, ours];
  teller.wait(20, 90);
  const motivation = dice.pick(words.motivations);
  teller.tell('motivation-given', { text: motivation });
  return [{ ...facts, motivation }, ours];
}

/** TIB calls again: more are affected, and sometimes some of ours. Everybody is told once more. */
export function tellLaterCall(teller: Teller, known: Known): Known {
  const { dice } = teller;
  const latestCallAt = teller.now;
  teller.tell('call-received', {
    source: 'tib',
    channel: 'phone',
    caller: { name: dice.pick(words.callers.tib) },
  });
  teller.wait(20, 90);
  const { scenario, entries } = known;
  const isNowHit = dice.chance(0.5) && known.facts.careRecipientsDirectlyAffected === 'no';
  const said = isNowHit ? words.groups([dice.pick(scenario.careHit)]) : known.answers.whoIsAffected.text;
  const text = words.moreThanSaid(said === '' ? dice.pick(scenario.who) : said);
  const answer: Answer = { text, certainty: 'confirmed', units: [] };
  const whoIsAffected = teller.tell(
    'caller-answered',
    { question: 'whoIsAffected', ...answer },
    { corrects: entries.whoIsAffected },
  );
  const facts = isNowHit ? tellWorse(teller, known) : known.facts;
  const now = {
    ...known,
    facts,
    latestCallAt,
    answers: { ...known.answers, whoIsAffected: answer },
    entries: { ...entries, whoIsAffected },
  };
  return { ...now, ...tellDecision(teller, now, known) };
}

function tellWorse(teller: Teller, { facts, entries }: Known): Facts {
  const question = 'careRecipientsDirectlyAffected';
  const answer: YesNoUnknown = 'yes';
  teller.wait(5, 40);
  teller.tell('desk-answered', { question, answer }, { corrects: entries[question] });
  return { ...facts, [question]: answer };
}

function toTheMinute(instant: string): string {
  return `${instant.slice(0, 17)}00${instant.slice(19)}`;
}
