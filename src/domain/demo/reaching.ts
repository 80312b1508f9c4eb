/** Whom the desk phones about a made-up incident, and what it sends them. */
import * as words from '../../texts/demoWorld.ts';
import type { EntryPayloads } from '../entry.ts';
import type { MessageKind } from '../payloads.ts';
import type { Person } from '../person.ts';
import { callerQuestions } from '../questions.ts';
import type { Contact, Role } from '../register.ts';
import { draftSubject, messageSubject } from '../reportSubject.ts';
import type { Known } from './call.ts';
import type { Teller } from './teller.ts';
import { personsFor } from './world.ts';

const retryMinutes = 5;
const nextReportMinutes = 60;

/** Tries until somebody answers, each time the next one in turn. Gives who it was. */
export function tellReaching(
  teller: Teller,
  action: string,
  persons: readonly Person[],
  reachable = 0.85,
): Person {
  const { dice } = teller;
  for (let tries = 0; ; tries++) {
    const isReached = dice.chance(reachable) || tries > 4;
    const whom = tellAttempt(teller, action, persons[tries % persons.length], isReached);
    if (isReached) return whom;
    if (dice.chance(0.05)) {
      teller.wait(5, 30);
      teller.tell('next-try-set', { action, at: teller.in(2 * retryMinutes) });
    }
    teller.wait(60, retryMinutes * 60);
  }
}

/** Tries so many times, and nobody answers. */
export function tellReachingNobody(teller: Teller, action: string, persons: readonly Person[]): void {
  for (const person of persons) tellAttempt(teller, action, person, false);
}

function tellAttempt(teller: Teller, action: string, whom: Person | undefined, isReached: boolean): Person {
  if (!whom) throw new RangeError('nobody to reach');
  teller.wait(20, 150);
  const result = isReached
    ? 'reached'
    : teller.dice.pick(['no-answer', 'no-answer', 'busy', 'message-left'] as const);
  const nextTryAt = isReached ? null : teller.in(retryMinutes);
  const attempt = teller.tell('contact-attempted', { action, whom, result, nextTryAt });
  // A key that was pressed by mistake.
  if (!isReached && teller.dice.chance(0.02)) {
    teller.wait(5, 60);
    teller.tell('entry-struck', { reason: teller.dice.pick(words.reasons.struck) }, { corrects: attempt });
  }
  return whom;
}

/** The report to the director is written. */
export function tellDraft(teller: Teller, known: Known, contacts: readonly Contact[], n: number): void {
  const { exercise, number, decision, promised } = known;
  teller.wait(20, 120);
  teller.tell('draft-saved', {
    file: `${exercise ? 'OVNING-' : ''}${number}-${n}.eml`,
    subject: draftSubject({ outcome: decision.outcome, ...subjectParts(known) }),
    messageId: `<${teller.stream.replaceAll('-', '')}.${n}@example.se>`,
    to: exercise ? null : (personsFor('director', contacts)[0]?.email ?? null),
    body: bodyOf(known),
    nextReportAt: promised ? teller.in(nextReportMinutes) : null,
  });
}

export function tellMessage(
  teller: Teller,
  known: Known,
  contacts: readonly Contact[],
  message: MessageKind,
  whom: Role | { readonly unit: string },
  action: string | null = null,
): void {
  const copied = teller.dice.chance(0.5);
  const to = known.exercise ? null : (personsFor(whom, contacts)[0]?.email ?? null);
  teller.tell('message-made', {
    message,
    action,
    to,
    subject: messageSubject({ kind: message, ...subjectParts(known) }),
    body: bodyOf(known),
    ...(copied
      ? { how: 'copied', file: null, messageId: null }
      : { how: 'saved', file: `${known.number}-${message}.eml`, messageId: `<${teller.stream}@example.se>` }),
    nextReportAt: null,
  } satisfies EntryPayloads['message-made']);
}

function subjectParts({ exercise, number, answers }: Known) {
  return { exercise, number, what: answers.whatHappened.text, where: answers.whereHappened.text };
}

function bodyOf({ answers, number }: Known): string {
  return words.body(
    callerQuestions.map(({ id, short }) => [short, answers[id].text]),
    number,
  );
}
