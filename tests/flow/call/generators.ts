/** Anything that can happen in a call, for properties. */
import fc from 'fast-check';
import type { Message } from '../../../src/flow/call/message.ts';
import type { FaultKind } from '../../../src/flow/fault.ts';
import type { Key } from '../../../src/flow/keys.ts';
import { composed, keysOf, savedDraft, sevenAnswers, toDecision } from './typedCall.ts';

const words = fc.constantFrom(
  ...['Brand', 'j', 'n', 'v', 'a', '1', '4', ' ', 'hem', 'Vård och omsorg', '02:15', 'a\u030a', '世界'],
  ...['👩‍🚒', 'jnv', 'x'.repeat(200)],
);
const plain = fc.constantFrom(
  ...(['enter', 'enter', 'enter', 'newline', 'tab', 'shift-tab', 'up', 'down', 'left', 'right'] as const),
  ...(['word-left', 'word-right', 'home', 'end', 'page-up', 'page-down', 'backspace', 'delete'] as const),
  ...(['delete-word', 'delete-to-start', 'delete-to-end', 'escape', 'interrupt'] as const),
);

export const key: fc.Arbitrary<Key> = fc.oneof(
  { weight: 4, arbitrary: words.map((text): Key => ({ kind: 'text', text })) },
  { weight: 4, arbitrary: plain.map((kind): Key => ({ kind })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1, 2, 3, 4, 5, 6, 7).map((digit): Key => ({ kind: 'alt', digit: digit as 1 })),
  },
  { weight: 1, arbitrary: fc.constantFrom('o', 's', 'x').map((letter): Key => ({ kind: 'ctrl', letter })) },
  {
    weight: 1,
    arbitrary: fc
      .string({ maxLength: 12 })
      .map((text): Key => ({ kind: 'paste', text: `${text}\r\n\x1b[31m` })),
  },
);

const fault = fc.constantFrom<FaultKind>(
  'full',
  'read-only',
  'locked',
  'damaged',
  'newer',
  'missing',
  'other',
);

/** What the outside may answer, at any time, expected or not. */
const answer: fc.Arbitrary<Message> = fc.oneof(
  fc.constantFrom<Message>(
    { kind: 'tick' },
    { kind: 'resumed' },
    { kind: 'interrupted' },
    { kind: 'typing-saved' },
    { kind: 'rescue-failed' },
    { kind: 'rescued', path: '/y/kopia.json' },
    { kind: 'draft-composed', draft: composed },
    { kind: 'draft-saved', draft: savedDraft() },
  ),
  fault.chain((kind) =>
    fc.constantFrom<Message>(
      { kind: 'save-failed', fault: kind },
      { kind: 'typing-failed', fault: kind },
      { kind: 'draft-failed', fault: kind },
    ),
  ),
);

const toKeys = (keys: readonly Key[]): Message[] => keys.map((each) => ({ kind: 'key', key: each }));

/** How far the call has come before the keys at random, so that every step is often seen. */
const beginning = fc.constantFrom(
  ...['', '', '{Alt+6}Hemtjänst⏎', sevenAnswers, toDecision('jn'), toDecision('nnann'), toDecision('jnnnn')],
  ...[`${toDecision('nnann')}Ingen fara⏎`, `${toDecision('jnnnv')}4`, `${toDecision('jnnnn')}⏎`],
);

/** Keys at random after some beginning. */
export const keys: fc.Arbitrary<Message[]> = fc
  .tuple(beginning, fc.array(key, { maxLength: 25 }))
  .map(([script, more]) => [...toKeys(keysOf(script)), ...toKeys(more)]);

/** Keys, faults and answers at random after some beginning. */
export const messages: fc.Arbitrary<Message[]> = fc
  .tuple(
    beginning,
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: key.map((each) => toKeys([each])) },
        answer.map((each) => [each]),
      ),
      {
        maxLength: 30,
      },
    ),
  )
  .map(([script, more]) => [...toKeys(keysOf(script)), ...more.flat()]);
