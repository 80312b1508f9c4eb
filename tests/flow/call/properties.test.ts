/** What holds whatever is pressed, and whatever goes wrong meanwhile. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../src/domain/answers.ts';
import { assess } from '../../../src/domain/assess.ts';
import { choices, permissionFor } from '../../../src/domain/choices.ts';
import { foldIncident } from '../../../src/domain/incident.ts';
import type { Decision } from '../../../src/domain/payloads.ts';
import { callerQuestions } from '../../../src/domain/questions.ts';
import { answerIn } from '../../../src/flow/call/answering.ts';
import { openField } from '../../../src/flow/call/editing.ts';
import type { Message } from '../../../src/flow/call/message.ts';
import { parseTyping, resumeCall, typingOf } from '../../../src/flow/call/resume.ts';
import type { CallState } from '../../../src/flow/call/state.ts';
import { insert } from '../../../src/flow/textBuffer.ts';
import { keys, messages } from './generators.ts';
import { composed, desk, newCall, night, officeHours, savedDraft, TypedCall } from './typedCall.ts';

const receivedAt = fc.constantFrom(night, officeHours);
const played = (receivedAt: string, sent: readonly Message[]) =>
  newCall({ opening: { receivedAt } }).send(...sent);
const calls = fc.tuple(receivedAt, messages).map(([at, sent]) => played(at, sent));
const typedCalls = fc.tuple(receivedAt, keys).map(([at, sent]) => played(at, sent));

const check = (property: fc.IProperty<[TypedCall]>) => fc.assert(property, { numRuns: 300 });

describe('entries', () => {
  test('each is handed out once, with an id of its own, and waits to be saved', () => {
    check(
      fc.property(calls, (call) => {
        const ids = call.entries.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(call.state.unsaved).toEqual(ids);
      }),
    );
  });

  test('folded, they are what the call shows', () => {
    check(
      fc.property(calls, (call) => {
        expect(foldIncident(call.entries)).toEqual(call.state.incident);
      }),
    );
  });

  test('a correction names an earlier entry of the same type', () => {
    check(
      fc.property(calls, ({ entries }) => {
        for (const [index, { type, corrects }] of entries.entries()) {
          if (corrects === null) continue;
          expect(entries.slice(0, index).find(({ id }) => id === corrects)?.type).toBe(type);
        }
      }),
    );
  });

  test('a question is answered anew only when the answer is another', () => {
    check(
      fc.property(typedCalls, (call) => {
        for (const { id } of callerQuestions) {
          const given = call
            .recorded('caller-answered')
            .filter(({ question }) => question === id)
            .map((answer) => JSON.stringify(answer));
          for (const [index, answer] of given.entries()) expect(answer).not.toBe(given[index + 1]);
        }
      }),
    );
  });
});

describe('nothing typed is lost', () => {
  test('a text goes into the open field, whole, or it is told what did not fit', () => {
    check(
      fc.property(calls, (call) => {
        const before = openField(call.state);
        if (!before) return;
        const { buffer, dropped } = insert(before, 'Något nytt');
        call.press('Något nytt');
        expect(openField(call.state)).toEqual(buffer);
        expect(call.state.notice).toEqual(dropped > 0 ? { kind: 'too-long', dropped } : null);
      }),
    );
  });

  test('no key but those that edit changes a text, and only the open one', () => {
    fc.assert(
      fc.property(receivedAt, messages, (at, sent) => {
        const call = newCall({ opening: { receivedAt: at } });
        for (const message of sent) {
          const before = call.state;
          call.send(message);
          // A chunk may answer a step of one key and go on in the next field.
          if (message.kind === 'key' && message.key.kind === 'text' && !openField(before)) continue;
          for (const { id } of callerQuestions) {
            if (id !== before.step) expect(call.state.fields[id]).toBe(before.fields[id]);
          }
          if (before.step !== 'motivation') expect(call.state.motivation).toBe(before.motivation);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('what stands in a field that was left is recorded, and nothing else is', () => {
    check(
      fc.property(typedCalls, ({ state }) => {
        for (const { id } of callerQuestions) {
          const recorded = state.incident?.answers[id];
          const { text, certainty, units } = answerIn(state, id);
          if (id === state.step) continue;
          if (recorded) expect(recorded).toMatchObject({ text, certainty, units });
          else expect(text).toBe('');
        }
      }),
    );
  });

  test('left and taken up again, every field and answer is there', () => {
    check(
      fc.property(calls, (call) => {
        const again = takenUp(call);
        if (!again) return;
        expect(again.state.incident).toEqual(call.state.incident);
        for (const { id } of callerQuestions) {
          expect(answerIn(again.state, id)).toEqual(answerIn(call.state, id));
        }
        expect(again.state.motivation.text).toBe(call.state.motivation.text);
        expect(again.state.otherwise).toEqual(call.state.otherwise);
      }),
    );
  });
});

/** The call as it comes back; null when there was nothing to keep. */
function takenUp(call: TypedCall): TypedCall | null {
  const kept = typingOf(call.saved().state);
  const typing = kept && parseTyping(JSON.stringify(kept));
  const { incident } = call.state;
  if (!incident && !typing) return null;
  return new TypedCall(resumeCall({ incident, typing }, 'jl', desk)).send({ kind: 'resumed' });
}

describe('somebody who knows only Enter, j, n and v', () => {
  /** Enter where it does something; else one of the letters. Answers the draft as the outside would. */
  function toTheEnd(call: TypedCall, letters: readonly string[]): number {
    let pressed = 0;
    for (; call.step !== 'finished' && pressed < 60; pressed++) {
      const letter = letters[pressed % letters.length] ?? 'v';
      const hinted = call.press('⏎').state.notice?.kind === 'press-one-of';
      if (hinted) call.press(letter);
      if (call.state.step !== 'draft') continue;
      call.saved().send({ kind: 'draft-composed', draft: composed });
      if (call.state.draft.saving) call.send({ kind: 'draft-saved', draft: savedDraft() });
    }
    return pressed;
  }

  /** `v` is among them: it is the one that answers every question. */
  const letters = fc.array(fc.constantFrom('j', 'n', 'v'), { maxLength: 7 }).map((some) => [...some, 'v']);

  test('reaches the end from wherever the call is', () => {
    fc.assert(
      fc.property(calls, letters, (call, some) => {
        toTheEnd(call, some);
        expect(call.step).toBe('finished');
        expect(call.state.incident?.awaits).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('and from wherever it was taken up again', () => {
    fc.assert(
      fc.property(calls, letters, (call, some) => {
        const again = takenUp(call);
        if (!again) return;
        toTheEnd(again, some);
        expect(again.step).toBe('finished');
      }),
      { numRuns: 300 },
    );
  });

  test('needs no more keys than there are questions and steps', () => {
    expect(toTheEnd(newCall(), ['n'])).toBeLessThanOrEqual(7 + 1 + 1 + 5 + 1 + 1 + 1);
  });
});

describe('recommendation and decision', () => {
  test('what was recommended is what the rules say about the facts recorded then', () => {
    check(
      fc.property(calls, (call) => {
        for (const [index, entry] of call.entries.entries()) {
          if (entry.type !== 'recommendation-made') continue;
          const facts = factsOf(foldIncident(call.entries.slice(0, index)));
          const { receivedAt: at } = call.state.opening;
          expect(entry.payload).toEqual({ ...assess(facts, at, desk.hours), facts });
        }
      }),
    );
  });

  test('every decision stands right after its recommendation, and was permitted', () => {
    check(
      fc.property(calls, (call) => {
        for (const [index, entry] of call.entries.entries()) {
          if (entry.type !== 'decision-made') continue;
          expect(call.entries[index - 1]?.type).toBe('recommendation-made');
          const recommendation = foldIncident(call.entries.slice(0, index))?.recommendation;
          if (!recommendation) throw new Error('no recommendation');
          expect(permissionHolds(entry.payload as Decision, recommendation)).toBe(true);
        }
      }),
    );
  });

  test('nothing is sent, and no draft is saved without a decision that stands', () => {
    fc.assert(
      fc.property(receivedAt, keys, (at, sent) => {
        const call = newCall({ opening: { receivedAt: at } });
        for (const message of sent) {
          const before = call.effects.length;
          call.send(message);
          if (call.effects.slice(before).some(({ kind }) => kind === 'save-draft')) {
            expect(call.state.incident?.awaits).toBe('draft');
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

function permissionHolds(decision: Decision, recommendation: Parameters<typeof permissionFor>[1]): boolean {
  const choice = choices.find(
    ({ outcome, timing }) => outcome === decision.outcome && timing === decision.timing,
  );
  const permission = choice && permissionFor(choice.id, recommendation);
  if (!permission || permission.kind === 'forbidden') return false;
  if (decision.overridden !== (permission.kind !== 'recommended')) return false;
  return permission.kind !== 'weaker' || decision.motivation.trim() !== '';
}

test('a hint is about the last key only', () => {
  check(
    fc.property(calls, (call) => {
      const { state }: { state: CallState } = call.send({ kind: 'key', key: { kind: 'page-down' } });
      expect(state.notice).toBeNull();
    }),
  );
});
