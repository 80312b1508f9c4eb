import { describe, expect, test } from 'vitest';
import { readLine } from '../../../src/flow/call/lines.ts';
import { newCall, sevenAnswers, type TypedCall, toDecision } from './typedCall.ts';

function answer(call: TypedCall, ...lines: readonly string[]): TypedCall {
  for (const line of lines) {
    const command = readLine(call.state, line);
    if (command.kind === 'keys') call.send(...command.keys.map((key) => ({ kind: 'key', key }) as const));
  }
  return call;
}

const seven = ['Brand', '02:15', 'Torget', '', 'SOS', 'Hemtjänst', 'nej', ''];

test('a whole call, line by line, is the same as by keys', () => {
  const byLines = answer(newCall(), ...seven, '', 'ja', 'nej', 'nu', 'n', 'N', '', '');
  const byKeys = newCall().press('Brand⏎02:15⏎Torget⏎⏎SOS⏎Hemtjänst⏎n⏎⏎jnnnn⏎⏎');
  expect(byLines.state).toEqual(byKeys.state);
  expect(byLines.entries).toEqual(byKeys.entries);
});

describe('an answer', () => {
  test('replaces the one that was there', () => {
    expect(answer(newCall(), 'Brand', '/1', 'Översvämning').texts[0]).toBe('Översvämning');
  });

  test.each(['a{Ctrl+J}b{Ctrl+J}c', 'a{Ctrl+J}b{Ctrl+J}c↑', 'a{Ctrl+J}b↑{Home}', '{Ctrl+J}{Ctrl+J}'])(
    'replaces all of it, wherever the cursor stands: %s',
    (keys) => {
      expect(answer(newCall().press(keys), 'ny').texts[0]).toBe('ny');
    },
  );

  test('a blank line leaves it as it is', () => {
    const call = answer(newCall(), 'Brand', '/1', ' ');
    expect(call.texts[0]).toBe('Brand');
    expect(call.step).toBe('whenHappened');
  });

  test('also replaces a motivation and a reason that were begun', () => {
    const waiting = answer(newCall().press(`${toDecision('nnann')}Inge`), 'Ingen fara');
    expect(waiting.recorded('motivation-given')).toEqual([{ text: 'Ingen fara' }]);
    const stronger = answer(newCall().press(`${toDecision('jnnnn')}1Okl`), 'Oklart');
    expect(stronger.recorded('decision-made')).toMatchObject([{ motivation: 'Oklart' }]);
  });
});

describe('commands', () => {
  test('/3 goes to a question', () => {
    expect(answer(newCall(), 'Brand', '/3').step).toBe('whereHappened');
  });

  test('/o marks the answer as not confirmed', () => {
    expect(answer(newCall(), '/o', 'Brand').recorded('caller-answered')[0]?.certainty).toBe('unconfirmed');
  });

  test('/b goes back, and out of another decision', () => {
    expect(answer(newCall(), 'Brand', '/b').step).toBe('whatHappened');
    const call = answer(newCall().press(toDecision('jnnnn')), '1', '/b');
    expect(call.state).toMatchObject({ step: 'decision', otherwise: null });
  });

  test('/s saves a copy when something is wrong', () => {
    expect(answer(newCall().send({ kind: 'typing-failed', fault: 'full' }), '/s').asked).toEqual(['rescue']);
  });

  test('/? is help', () => {
    expect(readLine(newCall().state, ' /? ')).toEqual({ kind: 'help' });
  });

  test.each(['/8', '/12', '/x', 'a /3'])('%s is an answer', (line) => {
    expect(answer(newCall(), line).texts[0]).toBe(line);
  });
});

test('a word at a step of one key counts by its first letter; another is a hint', () => {
  expect(answer(newCall().press(`${sevenAnswers}⏎`), ' Vet ej').step).toBe('informDirector');
  expect(answer(newCall().press(`${sevenAnswers}⏎`), 'kanske').state.notice).not.toBeNull();
});
