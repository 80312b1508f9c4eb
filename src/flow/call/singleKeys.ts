/** The steps that take one key and no Enter: is it ours, the read-back, and the questions to ourselves. */
import { unansweredQuestions } from '../../domain/answers.ts';
import {
  callerQuestions,
  type DeskAnswer,
  type DeskQuestionId,
  type YesNoUnknown,
} from '../../domain/questions.ts';
import { parseInstant } from '../../domain/time.ts';
import type { Key } from '../keys.ts';
import { goTo, neighbour, open, stepAfter } from './moving.ts';
import { keptByEnter } from './standing.ts';
import type { CallState } from './state.ts';
import { andThen, type Moment, record, recordFact, type Turn, turn } from './turn.ts';

/** The key for each answer, as the bottom line shows them. */
export const yesNoUnknownKeys: Readonly<Record<string, YesNoUnknown>> = { j: 'yes', n: 'no', v: 'unknown' };
export const timingKeys: Readonly<Record<string, DeskAnswer>> = { n: 'now', a: 'morning', v: 'unknown' };

/** The keys that answer a question to ourselves. */
export function keysFor(question: DeskQuestionId): Readonly<Record<string, DeskAnswer>> {
  return question === 'directorTiming' ? timingKeys : yesNoUnknownKeys;
}

export function onOwnKey(state: CallState, key: Key, at: Moment): Turn {
  return onAnswerKey(state, key, at, yesNoUnknownKeys, (answer) =>
    state.incident?.own?.answer === answer
      ? turn(state)
      : recordFact(state, at, 'own-operation-answered', { answer }, { corrects: state.incident?.own?.entry }),
  );
}

export function onDeskKey(state: CallState, question: DeskQuestionId, key: Key, at: Moment): Turn {
  return onAnswerKey(state, key, at, keysFor(question), (answer) => {
    const recorded = state.incident?.deskAnswers[question];
    if (recorded?.answer === answer) return turn(state);
    return recordFact(state, at, 'desk-answered', { question, answer }, { corrects: recorded?.entry });
  });
}

/** Enter: the caller agreed. A digit goes to that question, since these are what is still to ask for. */
export function onReadBackKey(state: CallState, key: Key, at: Moment): Turn {
  if (key.kind === 'enter') {
    const unanswered = unansweredQuestions(state.incident?.answers ?? {});
    return andThen(
      record(state, at, 'read-back-agreed', { unanswered }, { corrects: state.incident?.readBack?.entry }),
      (next) => turn(open(next, stepAfter(next))),
    );
  }
  const question = key.kind === 'text' ? callerQuestions[Number(key.text) - 1] : undefined;
  return question
    ? goTo(state, at, question.id)
    : onArrow(state, key, at, ['Enter', `1–${callerQuestions.length}`]);
}

function onAnswerKey<A>(
  state: CallState,
  key: Key,
  at: Moment,
  keys: Readonly<Record<string, A>>,
  answered: (answer: A) => Turn,
): Turn {
  const keeps = keptByEnter(state) !== null;
  // After letters that answer nothing Enter ends the word: it does not answer the question.
  if (key.kind === 'enter' && keeps && !state.strayLetters) return turn(open(state, stepAfter(state)));
  const letter = key.kind === 'text' ? key.text.toLowerCase() : '';
  const stray = strayLettersBefore(state, at);
  if (isLetter(letter) && stray >= lettersOfAWord)
    return strayLetter(state, at, stray, 'looks-like-a-word', keys);
  const answer = Object.hasOwn(keys, letter) ? keys[letter] : undefined;
  if (answer !== undefined) return andThen(answered(answer), (next) => turn(open(next, stepAfter(next))));
  if (isLetter(letter)) return strayLetter(state, at, stray, 'press-one-of', keys);
  return onArrow({ ...state, strayLetters: null }, key, at, keysToPress(state, keys));
}

/** From so many letters that answer nothing it is a word, and a j or an n in it is no answer. */
const lettersOfAWord = 2;
/** After such a pause the next letter is meant for the question. */
const pause = { seconds: 2 };

function isLetter(text: string): boolean {
  return /^\p{L}$/u.test(text);
}

function strayLettersBefore({ strayLetters }: CallState, at: Moment): number {
  if (!strayLetters) return 0;
  const over = parseInstant(strayLetters.at).add(pause);
  return Temporal.Instant.compare(parseInstant(at.now), over) < 0 ? strayLetters.count : 0;
}

function strayLetter(
  state: CallState,
  at: Moment,
  before: number,
  kind: 'press-one-of' | 'looks-like-a-word',
  keys: Readonly<Record<string, unknown>>,
): Turn {
  const strayLetters = { count: before + 1, at: at.now };
  const shown = kind === 'press-one-of' ? keysToPress(state, keys) : Object.keys(keys);
  return turn({ ...state, strayLetters, notice: { kind, keys: shown } });
}

function keysToPress(state: CallState, keys: Readonly<Record<string, unknown>>): string[] {
  return [...(keptByEnter(state) === null ? [] : ['Enter']), ...Object.keys(keys)];
}

/** ↑ and ↓ move; anything else is answered with what can be pressed. */
export function onArrow(state: CallState, key: Key, at: Moment, keys: readonly string[]): Turn {
  if (key.kind === 'up') return goTo(state, at, neighbour(state, -1));
  if (key.kind === 'down') return goTo(state, at, neighbour(state, 1));
  return turn({ ...state, notice: { kind: 'press-one-of', keys } });
}
