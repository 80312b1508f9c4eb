import { describe, expect, test } from 'vitest';
import { foldIncident } from '../../../src/domain/incident.ts';
import { parseTyping, resumeCall, typingOf } from '../../../src/flow/call/resume.ts';
import type { StepId } from '../../../src/flow/call/steps.ts';
import { composed, desk, newCall, savedDraft, sevenAnswers, TypedCall, toDecision } from './typedCall.ts';

/** The call as it comes back from its entries and from what was kept of the typing, `keptAt` that moment. */
function resumed(call: TypedCall, keptAt: TypedCall = call): TypedCall {
  const kept = typingOf(keptAt.saved().state);
  const typing = kept && parseTyping(JSON.stringify(kept));
  return new TypedCall(resumeCall({ incident: foldIncident(call.entries), typing }, 'mk', desk)).send({
    kind: 'resumed',
  });
}

describe('where it goes on', () => {
  test.each<[string, string, StepId]>([
    ['in the middle of the first answer', 'Bra', 'whatHappened'],
    ['after the first', 'Brand⏎', 'whenHappened'],
    ['after a jump that left questions unasked', 'Brand{Alt+6}Hemtjänst{Alt+7}Fler↑', 'whenHappened'],
    ['before the question whether it is ours', 'a⏎b⏎c⏎d⏎e⏎f⏎', 'own'],
    ['at the read-back', sevenAnswers, 'read-back'],
    ['after the read-back', `${sevenAnswers}⏎`, 'manageableWithExistingResources'],
    ['at the questions to ourselves', toDecision('jn'), 'directorTiming'],
    ['at the motivation', toDecision('nnann'), 'motivation'],
    ['at the decision', toDecision('jnnnn'), 'decision'],
    ['at the draft', `${toDecision('jnnnn')}⏎`, 'draft'],
    ['after a decision that an answer has overtaken', `${toDecision('jnnnn')}⏎{Alt+1}!↓`, 'decision'],
    ['in an answer that was being changed', `${sevenAnswers}⏎{Alt+3} C`, 'whereHappened'],
    ['in the reason for another decision', `${toDecision('jnnnn')}1Oklar`, 'decision'],
  ])('%s', (_, keys, step) => {
    expect(resumed(newCall().press(keys)).step).toBe(step);
  });

  test('a finished call stays finished', () => {
    const call = newCall()
      .press(`${toDecision('jnnnn')}⏎`)
      .send({ kind: 'draft-composed', draft: composed });
    call.press('⏎').send({ kind: 'draft-saved', draft: savedDraft() });
    expect(resumed(call).step).toBe('finished');
  });

  test('whether it is ours is asked again when the answer was given for another operation', () => {
    const call = resumed(newCall().press(`${toDecision('jnnnn')}{Alt+6} och kök{Alt+1}`));
    expect(call.step).toBe('own');
    expect(call.press('j').step).toBe('decision');
  });

  test('at the draft it is put together anew, and nowhere else', () => {
    expect(resumed(newCall().press(`${toDecision('jnnnn')}⏎`)).asked).toEqual(['compose-draft']);
    expect(resumed(newCall().press(toDecision('jnnnn'))).asked).toEqual([]);
    // Typing in a question that one went back to, with nothing but the draft left to do.
    const typed = resumed(newCall().press(`${toDecision('jnnnn')}⏎{Alt+1}x`));
    expect(typed.asked).toEqual(['compose-draft']);
    expect(typed.press('⌫⏎').step).toBe('draft');
  });

  test('Enter in an answer returns to what was reached', () => {
    expect(resumed(newCall().press(`${sevenAnswers}⏎j{Alt+3} C`)).press('⏎').step).toBe('informDirector');
  });
});

describe('what is kept', () => {
  test('nothing when the entries say everything', () => {
    expect(typingOf(newCall().state)).toBeNull();
    expect(typingOf(newCall().press('Brand⏎').saved().state)).toBeNull();
    expect(typingOf(newCall().press(toDecision('nnann')).saved().state)).toBeNull();
  });

  test('text, cursor and mark of an answer, with the call that has no entry yet', () => {
    const call = resumed(newCall({ opening: { exercise: true } }).press('Brnd{Ctrl+O}←←'));
    expect(call.press('a').state.fields.whatHappened).toEqual({
      buffer: { text: 'Brand', cursor: 3 },
      unconfirmed: true,
    });
    expect(call.state.opening).toMatchObject({ id: 'incident-1', exercise: true, operator: 'mk' });
  });

  test('answers that the journal could not take', () => {
    const call = newCall()
      .press(`${toDecision('nnann')}Ingen fara⏎`)
      .send({ kind: 'save-failed', fault: 'damaged' });
    const typing = typingOf(call.state);
    const { texts, state } = new TypedCall(resumeCall({ incident: null, typing }, 'mk', desk));
    expect(texts).toEqual(call.texts);
    expect(state.motivation.text).toBe('Ingen fara');
  });

  test('a changed answer, also one that was emptied, and what stands recorded is corrected', () => {
    const call = resumed(newCall().press('Brand⏎{Alt+1}{Ctrl+U}')).press('⏎');
    expect(call.entries[0]).toMatchObject({ payload: { text: '' }, corrects: 'entry-2' });
  });

  test('the motivation and the reason', () => {
    const waiting = resumed(newCall().press(`${toDecision('nnann')}Ingen fa`)).press('ra⏎');
    expect(waiting.recorded('motivation-given')).toEqual([{ text: 'Ingen fara' }]);
    const stronger = resumed(newCall().press(`${toDecision('jnnnn')}1Okl`)).press('art⏎');
    expect(stronger.recorded('decision-made')).toMatchObject([{ motivation: 'Oklart', overridden: true }]);
  });
});

describe('typing that was kept before the last entries', () => {
  test('gives way to an answer that was entered since', () => {
    const kept = newCall().press('Bra');
    const call = resumed(newCall().press('Brand⏎'), kept);
    expect(call.texts[0]).toBe('Brand');
    expect(call.step).toBe('whenHappened');
    const change = newCall().press('Brand⏎{Alt+1} i');
    expect(resumed(newCall().press('Brand⏎{Alt+1} i kök⏎'), change).texts[0]).toBe('Brand i kök');
  });

  test('gives way to a motivation and a decision that were made since', () => {
    const motivation = resumed(
      newCall().press(`${toDecision('nnann')}Ingen fara⏎`),
      newCall().press(`${toDecision('nnann')}Ingen`),
    );
    expect(motivation.state.motivation.text).toBe('Ingen fara');
    const decision = resumed(
      newCall().press(`${toDecision('jnnnn')}1Oklart⏎`),
      newCall().press(`${toDecision('jnnnn')}1Okl`),
    );
    expect(decision.state).toMatchObject({ step: 'draft', otherwise: null });
  });

  test('still holds what was not entered', () => {
    const kept = newCall().press('Brand⏎Ny{Alt+1} i');
    const call = resumed(newCall().press('Brand⏎Ny{Alt+1} i kök⏎'), kept);
    expect(call.texts.slice(0, 2)).toEqual(['Brand i kök', 'Ny']);
  });
});

test.each(['', '{', 'null', '[]', '{"version":2}', '{"version":1,"step":"något annat"}'])(
  'what cannot be read is no typing: %s',
  (json) => {
    expect(parseTyping(json)).toBeNull();
  },
);

test('nothing to go on with is refused', () => {
  expect(() => resumeCall({ incident: null, typing: null }, 'mk', desk)).toThrow(RangeError);
});
