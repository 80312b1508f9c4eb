/** What holds for every screen of the call, at every size. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  callerQuestion,
  callerQuestions,
  deskQuestion,
  ownOperationQuestion,
} from '../../../src/domain/questions.ts';
import { answerIn } from '../../../src/flow/call/answering.ts';
import { openField } from '../../../src/flow/call/editing.ts';
import type { CallState } from '../../../src/flow/call/state.ts';
import { isCallerQuestion, isDeskQuestion } from '../../../src/flow/call/steps.ts';
import * as words from '../../../src/texts/call.ts';
import { callView } from '../../../src/ui/call/callView.ts';
import { missingQuestions } from '../../../src/ui/call/readBackView.ts';
import { lineWidth, type Size } from '../../../src/ui/frame.ts';
import { messages } from '../../flow/call/generators.ts';
import {
  composed,
  desk,
  keysOf,
  newCall,
  night,
  type TypedCall,
  toDecision,
} from '../../flow/call/typedCall.ts';
import { textOf, textsOf } from './screens.ts';

const usualSizes: readonly Size[] = [
  { columns: 100, rows: 29 },
  { columns: 60, rows: 19 },
  { columns: 40, rows: 19 },
  { columns: 34, rows: 12 },
];
const sizes: fc.Arbitrary<Size> = fc.oneof(
  fc.constantFrom(...usualSizes),
  fc.record({ columns: fc.integer({ min: 34, max: 130 }), rows: fc.integer({ min: 12, max: 40 }) }),
);

const answers = fc.constantFrom(
  ...[
    '',
    'Brand',
    'ett\ntvå\ntre',
    'Det brinner i ett flerbostadshus och röken driver mot äldreboendet intill.',
  ],
  ...[
    '世界'.repeat(40),
    '👩‍🚒'.repeat(30),
    'x'.repeat(300),
    `${'Mycket text. '.repeat(760)}`,
    'å\n'.repeat(60),
  ],
);

/** A call with any answers, then anything; always an exercise, and with a draft to show. */
const states: fc.Arbitrary<CallState> = fc
  .tuple(
    fc.array(fc.tuple(answers, fc.boolean()), { maxLength: 7 }),
    messages,
    fc.integer({ min: 0, max: 300 }),
    fc.boolean(),
    fc.boolean(),
    fc.constantFrom(night, '2026-11-21T13:42:01+01:00'),
  )
  .map(([given, sent, units, showsDraft, isSaved, now]) => {
    const names = Array.from({ length: units }, (_, index) => `Hemtjänst ${index} i stadsdelen Kortedala`);
    const call = newCall({ opening: { exercise: true }, desk: { units: [...desk.units, ...names] } });
    for (const [index, [text, unsure]] of given.entries()) {
      call.press(`{Alt+${index + 1}}`).send({ kind: 'key', key: { kind: 'paste', text } });
      if (unsure) call.press('{Ctrl+O}');
    }
    call.press('{Alt+1}').send(...sent);
    if (isSaved) call.saved();
    call.now = now;
    call.send({ kind: 'tick' });
    if (showsDraft)
      call.send({ kind: 'draft-composed', draft: { ...composed, text: 'En rad.\n'.repeat(200) } });
    return call.state;
  });

const check = (holds: (state: CallState, size: Size, scroll: number) => void) =>
  fc.assert(fc.property(states, sizes, fc.integer({ min: 0, max: 50 }), holds), { numRuns: 150 });

test('never more lines than rows, never wider than the columns', () => {
  fc.assert(
    fc.property(
      states,
      fc.record({ columns: fc.integer({ min: 0, max: 130 }), rows: fc.integer({ min: 0, max: 40 }) }),
      fc.integer({ min: 0, max: 1000 }),
      (state, size, scroll) => {
        const { lines } = callView(state, size, scroll);
        expect(lines.length).toBeLessThanOrEqual(size.rows);
        // A wide character needs two columns.
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(Math.max(2, size.columns));
      },
    ),
    { numRuns: 150 },
  );
});

test('a line of text holds no line break and no control character', () => {
  check((state, size, scroll) => {
    for (const line of textsOf(callView(state, size, scroll)))
      expect(line).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
  });
});

test('the cursor stands in the open field, and only where there is one', () => {
  check((state, size, scroll) => {
    const { cursor, lines } = callView(state, size, scroll);
    const field = openField(state);
    expect(cursor !== null).toBe(field !== null);
    if (!cursor || !field) return;
    expect(cursor.column).toBeLessThan(size.columns);
    const line = textOf(lines[cursor.row] ?? []);
    expect(line).toMatch(/^ *│ /);
    // The words to its left are those before the cursor in the text.
    const shown = line.slice(line.indexOf('│') + 2);
    const left = shown.slice(0, 5);
    if (cursor.column >= line.indexOf('│') + 7 && /^[ -~]*$/.test(shown)) expect(field.text).toContain(left);
  });
});

test('the open question is seen', () => {
  check((state, size, scroll) => {
    const { step } = state;
    const open = isCallerQuestion(step)
      ? `▶ ${callerQuestion(step).number} ${callerQuestion(step).text}`
      : isDeskQuestion(step)
        ? `▶ ${deskQuestion(step).text}`
        : step === 'own'
          ? `▶   ${ownOperationQuestion.text}`
          : null;
    if (open === null) return;
    const texts = textsOf(callView(state, size, scroll));
    expect(texts.some((line) => line.startsWith(open.slice(0, 16)))).toBe(true);
  });
});

test('the key that is needed most is seen, and all of them where there is room', () => {
  check((state, size, scroll) => {
    const { step } = state;
    if (step === 'finished') return;
    const keys = isCallerQuestion(step)
      ? words.keys.caller
      : step === 'directorTiming'
        ? words.keys.timing
        : isDeskQuestion(step)
          ? words.keys.desk
          : step === 'read-back'
            ? words.keys.readBack(missingQuestions(state).length)
            : step === 'decision' && state.otherwise
              ? words.keys.reason
              : step === 'draft'
                ? words.keys.draft({
                    send: false,
                    edit: state.draft.composed !== null,
                    editor: null,
                    sendsAgain: false,
                  })
                : words.keys[step];
    const text = textsOf(callView(state, size, scroll))
      .slice(-3)
      .join('\n');
    for (const key of size.columns >= 100 ? keys : keys.slice(0, 1)) {
      expect(text).toContain(state.fault ? words.keys.unsaved(key) : key);
    }
  });
});

test('ÖVNING stands in the first line, whole, in every step', () => {
  check((state, size, scroll) => {
    expect(textsOf(callView(state, size, scroll))[0]).toContain('ÖVNING');
  });
});

test('what is not saved is told in words, in the first line and with its cause', () => {
  check((state, size, scroll) => {
    const [header = '', ...rest] = textsOf(callView(state, size, scroll));
    expect(header.includes('EJ SPARAT')).toBe(state.fault !== null);
    if (state.fault) {
      expect(header).not.toContain('allt sparat');
      expect(rest.join(' ')).toContain('SPARAT');
    }
    if (state.unsaved.length > 0) expect(header).not.toContain('allt sparat');
  });
});

describe('while asking', () => {
  const asking = states.filter(({ step }) => isCallerQuestion(step) || step === 'own');

  test('all seven questions are seen with the beginning of their answers, at 60×20 too', () => {
    fc.assert(
      fc.property(
        asking,
        fc.constantFrom({ columns: 100, rows: 29 }, { columns: 60, rows: 19 }),
        (state, size) => {
          const texts = textsOf(callView(state, size, 0));
          for (const question of callerQuestions) {
            const line = texts.find((each) => new RegExp(`^[ ✓…–▶] ${question.number} `).test(each));
            expect(line).toContain(
              size.columns >= 90 || question.id === state.step ? question.text : question.short,
            );
            if (question.id === state.step) continue;
            const { text } = answerIn(state, question.id);
            expect(line).toContain(text.trim().split('\n')[0]?.slice(0, 5));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('what is not confirmed says so in words, however long the answer', () => {
    fc.assert(
      fc.property(asking, sizes, (state, size) => {
        const unsure = callerQuestions.filter(({ id }) => answerIn(state, id).certainty === 'unconfirmed');
        const texts = textsOf(callView(state, size, 0));
        for (const { number } of unsure) {
          const row = texts.findIndex((each) => new RegExp(`^[ ✓…▶] ${number} `).test(each));
          // In the smallest windows not all seven have room.
          if (row !== -1 || (size.columns >= 60 && size.rows >= 19))
            expect(
              texts
                .slice(row, row + 3)
                .join(' ')
                .replace(/\s+/g, ' '),
            ).toContain(size.columns < 40 ? '(ej bekräft' : '(ej bekräftat)');
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('scrolled all the way, every line of the draft has been seen', () => {
  const body = Array.from({ length: 60 }, (_, index) => `Rad ${index}.`).join('\n');
  const call: TypedCall = newCall().press(`${toDecision('jnnnn')}⏎`);
  call.send({ kind: 'draft-composed', draft: { ...composed, text: body } });
  for (const size of usualSizes) {
    const { scrollMax } = callView(call.state, size, 0);
    const seen = Array.from({ length: scrollMax + 1 }, (_, scroll) =>
      textsOf(callView(call.state, size, scroll)).join('\n'),
    ).join('\n');
    for (let row = 0; row < 60; row++) expect(seen).toContain(`Rad ${row}.`);
  }
});

const lowSizes = Array.from({ length: 12 }, (_, index) => ({ columns: 34, rows: 12 + index }));

test.each([...usualSizes, ...lowSizes])(
  'scrolled all the way, the read-back and the decision hide nothing at $columns×$rows',
  (size) => {
    const readBack = newCall()
      .press('{Alt+3}')
      .send({ kind: 'key', key: { kind: 'paste', text: 'ett\ntvå\ntre' } });
    const decision = newCall().press(toDecision('nvavv'));
    for (const { state, expected } of [
      {
        state: readBack.press('{Alt+7}⏎').state,
        expected: ['ett', 'två', 'tre', '1 Vad har hänt?', '7 Vilka'],
      },
      { state: decision.press('⏎').state, expected: ['R4', 'R6', 'R8', 'T3', '4 Ordinarie'] },
    ]) {
      const { scrollMax } = callView(state, size, 0);
      const seen = Array.from({ length: scrollMax + 1 }, (_, scroll) =>
        textsOf(callView(state, size, scroll)).join('\n'),
      ).join('\n');
      for (const each of expected) expect(seen).toContain(each);
    }
  },
);

test.each([
  { columns: 33, rows: 29 },
  { columns: 100, rows: 11 },
  { columns: 20, rows: 8 },
])('too small says so, with what there is and that nothing is lost: $columns×$rows', (size) => {
  const { lines, cursor } = callView(
    newCall().send(...keysOf('Brand').map((key) => ({ kind: 'key', key }) as const)).state,
    size,
    0,
  );
  const text = lines.map(textOf).join(' ').replace(/\s+/g, ' ');
  expect(text).toContain('för litet');
  // The window has one row more than the frame.
  expect(text).toContain(`${size.columns}×${size.rows + 1}`);
  expect(text).toContain('finns kvar');
  expect(cursor).toBeNull();
});
