import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOf } from '../../../src/domain/answers.ts';
import { foldIncident } from '../../../src/domain/incident.ts';
import { readIncidentFile } from '../../../src/domain/incidentFile.ts';
import { callerQuestions, deskQuestions, namesUnits } from '../../../src/domain/questions.ts';
import { linkedUnits } from '../../../src/domain/register.ts';
import { recordFile } from '../../../src/flow/call/fromFile.ts';
import { keysFor, yesNoUnknownKeys } from '../../../src/flow/call/singleKeys.ts';
import type { Key } from '../../../src/flow/keys.ts';
import { desk, newCall, night, officeHours, type TypedCall } from './typedCall.ts';

/** The call that the file makes. Throws when the file is refused. */
function fromFile(content: object, receivedAt = night): TypedCall {
  const result = readIncidentFile(JSON.stringify(content));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const call = newCall({ opening: { receivedAt } });
  const { state, effects } = recordFile(call.state, result.file, call.moment());
  call.state = state;
  call.effects.push(...effects);
  return call;
}

const text = fc.constantFrom(
  '',
  'Brand',
  '02:15',
  'i natt',
  'Hemtjänst Kortedala',
  'vård och omsorg, Annat',
  'två\nrader',
);
const yesNo = fc.constantFrom('yes', 'no', 'unknown');
const contents = fc.record({
  texts: fc.tuple(fc.constantFrom('Brand', 'Översvämning'), text, text, text, text, text, text),
  unconfirmed: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  own: yesNo,
  desk: fc.tuple(yesNo, yesNo, fc.constantFrom('now', 'morning', 'unknown'), yesNo, yesNo),
  motivation: fc.constantFrom('', ' ', 'Ingen är i fara'),
  receivedAt: fc.constantFrom(night, officeHours),
});
type Content = typeof contents extends fc.Arbitrary<infer T> ? T : never;

function fileOf({ texts, unconfirmed, own, desk: answers, motivation }: Content): object {
  return {
    answers: Object.fromEntries(
      callerQuestions.map(({ id }, index) => [
        id,
        {
          text: texts[index],
          certainty: unconfirmed[index] ? 'unconfirmed' : 'confirmed',
          ...(namesUnits(id) ? { units: linkedUnits(texts[index] ?? '', desk.units) } : {}),
          ...(id === 'operationDirectlyAffected' ? { own } : {}),
        },
      ]),
    ),
    assessment: {
      ...Object.fromEntries(deskQuestions.map(({ id }, index) => [id, answers[index]])),
      motivation,
    },
  };
}

function typed({ texts, unconfirmed, own, desk: answers, motivation, receivedAt }: Content): TypedCall {
  const call = newCall({ opening: { receivedAt } });
  const press = (...keys: Key[]) => call.send(...keys.map((key) => ({ kind: 'key', key }) as const));
  const letter = (keys: Readonly<Record<string, string>>, answer: string): Key => ({
    kind: 'text',
    text: Object.keys(keys).find((each) => keys[each] === answer) ?? '',
  });
  for (const [index, { id }] of callerQuestions.entries()) {
    if (unconfirmed[index]) press({ kind: 'ctrl', letter: 'o' });
    press({ kind: 'paste', text: texts[index] ?? '' }, { kind: 'enter' });
    if (id === 'operationDirectlyAffected') press(letter(yesNoUnknownKeys, own));
  }
  press({ kind: 'enter' });
  for (const [index, { id }] of deskQuestions.entries()) press(letter(keysFor(id), answers[index] ?? ''));
  if (call.step === 'motivation') press({ kind: 'paste', text: motivation }, { kind: 'enter' });
  return press({ kind: 'enter' });
}

test('a file gives the same answers, facts and decision as the same things typed', () => {
  fc.assert(
    fc.property(contents, (content) => {
      const file = fromFile(fileOf(content), content.receivedAt);
      const call = typed(content);
      const answersOf = (each: TypedCall) =>
        Object.fromEntries(
          each.recorded('caller-answered').map(({ question, ...answer }) => [question, answer]),
        );
      expect(answersOf(file)).toEqual(answersOf(call));
      const { motivation: _, ...facts } = factsOf(file.state.incident);
      expect(factsOf(call.state.incident)).toMatchObject(facts);
      expect(file.recorded('decision-made')).toEqual(call.recorded('decision-made'));
    }),
    { numRuns: 200 },
  );
});

test('the least file records its answer and the safe decision', () => {
  const call = fromFile({ answers: { whatHappened: 'Brand' } });
  expect(call.recorded('caller-answered')).toHaveLength(1);
  expect(call.recorded('desk-answered').map(({ answer }) => answer)).toEqual(Array(5).fill('unknown'));
  expect(call.recorded('own-operation-answered')).toEqual([]);
  expect(call.recorded('decision-made')).toMatchObject([{ outcome: 'consult-first' }]);
});

test('everything is written together, once, and folds to the incident', () => {
  const call = fromFile({ answers: { whatHappened: 'Brand', whenHappened: 'kl 02:15' } });
  expect(call.effects.map(({ kind }) => kind)).toEqual(['append', 'compose-draft']);
  expect(foldIncident(call.entries)).toEqual(call.state.incident);
  expect(call.entries[2]?.occurredAt).toBe('2026-11-21T02:15:00+01:00');
});
