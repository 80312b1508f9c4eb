/** contract.md, "Keys in the call", 3 to 6, sentence by sentence. */

import { describe, expect, test } from 'vitest';
import { recommendationNow } from '../../../src/flow/call/moving.ts';
import { newCall, officeHours, sevenAnswers, toDecision } from './typedCall.ts';

describe('the read-back', () => {
  test('Enter: the caller agreed, with what is still unanswered', () => {
    const call = newCall().press('Brand⏎⏎Torget⏎⏎⏎⏎v⏎⏎');
    expect(call.recorded('read-back-agreed')).toEqual([
      {
        unanswered: [
          'whenHappened',
          'whoIsAffected',
          'actorsInvolved',
          'operationDirectlyAffected',
          'operationsAtRisk',
        ],
      },
    ]);
    expect(call.step).toBe('manageableWithExistingResources');
  });

  test('a digit goes to its question, and Enter there comes back', () => {
    const call = newCall().press(`${sevenAnswers}3`);
    expect(call.step).toBe('whereHappened');
    expect(call.press(' C⏎').step).toBe('read-back');
    expect(call.texts[2]).toBe('Kortedala C');
  });

  test.each(['x', '0', '8', '⇥', 'j'])('%s is a hint', (key) => {
    const call = newCall().press(sevenAnswers + key);
    expect(call.step).toBe('read-back');
    expect(call.state.notice).toEqual({ kind: 'press-one-of', keys: ['Enter', '1–7'] });
  });

  test('scrolling is no wrong key', () => {
    expect(newCall().press(`${sevenAnswers}{PgDn}{PgUp}`).state.notice).toBeNull();
  });
});

describe('the five questions to ourselves', () => {
  test('one key each, no Enter', () => {
    const call = newCall().press(toDecision('jnavn'));
    expect(call.recorded('desk-answered')).toEqual([
      { question: 'manageableWithExistingResources', answer: 'yes' },
      { question: 'informDirector', answer: 'no' },
      { question: 'directorTiming', answer: 'morning' },
      { question: 'staffDirectlyAffected', answer: 'unknown' },
      { question: 'careRecipientsDirectlyAffected', answer: 'no' },
    ]);
    expect(call.step).toBe('decision');
  });

  test.each(['⏎', 'x', 'a', '{Esc}'])('%s at a yes-or-no question is a hint', (key) => {
    const call = newCall().press(`${sevenAnswers}⏎${key}`);
    expect(call.step).toBe('manageableWithExistingResources');
    expect(call.state.notice).toEqual({ kind: 'press-one-of', keys: ['j', 'n', 'v'] });
  });

  test.each(['⏎', 'j'])('%s at now-or-morning is a hint with its own keys', (key) => {
    const call = newCall().press(`${sevenAnswers}⏎jj${key}`);
    expect(call.step).toBe('directorTiming');
    expect(call.state.notice).toEqual({ kind: 'press-one-of', keys: ['n', 'a', 'v'] });
  });

  test('the recommendation changes as they are answered', () => {
    const call = newCall().press(`${sevenAnswers}⏎`);
    const outcomes = [...'jnann'].map((key) => recommendationNow(call.press(key).state).outcome);
    expect(outcomes).toEqual([
      'consult-first',
      'consult-first',
      'consult-first',
      'consult-first',
      'ordinary',
    ]);
    expect(recommendationNow(call.press('⇤j').state).outcome).toBe('contact-director');
  });

  test('one may go back and change, and returns to where one was', () => {
    const call = newCall().press(`${sevenAnswers}⏎jn↑↑n`);
    expect(call.step).toBe('directorTiming');
    expect(call.state.incident?.deskAnswers.manageableWithExistingResources?.answer).toBe('no');
  });

  test('the same answer again is no new entry, another corrects the first', () => {
    const call = newCall().press(`${sevenAnswers}⏎j⇤j⇤n`);
    const answered = call.entries.filter(({ type }) => type === 'desk-answered');
    expect(answered).toMatchObject([
      { payload: { answer: 'yes' }, corrects: null },
      { payload: { answer: 'no' }, corrects: answered[0]?.id },
    ]);
  });

  test('↓ goes no further than what has been reached', () => {
    expect(newCall().press(`${sevenAnswers}⏎↓`).step).toBe('manageableWithExistingResources');
    expect(newCall().press(`${sevenAnswers}⏎jn↑↓`).step).toBe('directorTiming');
  });
});

describe('the motivation', () => {
  test('is asked for when waiting needs one', () => {
    expect(newCall().press(toDecision('nnann')).step).toBe('motivation');
  });

  test.each([
    ['the director is to be phoned now', 'nnnnn'],
    ['nothing forbids silent waiting', 'jjann'],
    ['the outcome is ordinary', 'jnann'],
  ])('is not asked for when %s', (_, letters) => {
    expect(newCall().press(toDecision(letters)).step).toBe('decision');
  });

  test('is not asked for in office hours', () => {
    const call = newCall({ opening: { receivedAt: officeHours } }).press(toDecision('nnann'));
    expect(call.step).toBe('decision');
  });

  test('written, it allows the wait', () => {
    const call = newCall().press(`${toDecision('nnann')}Ingen är i fara⏎⏎`);
    expect(call.recorded('motivation-given')).toEqual([{ text: 'Ingen är i fara' }]);
    expect(call.recorded('decision-made')).toMatchObject([
      { outcome: 'contact-director', timing: 'morning', overridden: false, motivation: 'Ingen är i fara' },
    ]);
  });

  test.each(['⏎', '  ⏎'])('empty and Enter takes the safe way', (keys) => {
    const call = newCall().press(`${toDecision('nnann')}${keys}⏎`);
    expect(call.recorded('motivation-given')).toEqual([]);
    expect(call.recorded('decision-made')).toMatchObject([
      { outcome: 'contact-director', timing: 'now', overridden: false, motivation: '' },
    ]);
  });

  test('is passed over when a changed answer makes it needless', () => {
    const call = newCall().press(`${toDecision('nnann')}{Alt+1}⏎`);
    expect(call.step).toBe('motivation');
    expect(call.press('⇤⇤⇤n').step).toBe('decision');
  });

  test('is asked for when a changed answer makes it needed', () => {
    const call = newCall().press(`${toDecision('nnnnn')}⇤⇤⇤a`);
    expect(call.step).toBe('motivation');
  });

  test('can be changed and taken back', () => {
    const call = newCall().press(`${toDecision('nnann')}Skäl⏎⇤{Ctrl+U}⏎`);
    expect(call.recorded('motivation-given')).toEqual([{ text: 'Skäl' }, { text: '' }]);
    expect(recommendationNow(call.state)).toMatchObject({ timing: 'now', motivationRequired: true });
  });
});

describe('the decision', () => {
  test('Enter decides as recommended, with the facts and rules that it rests on', () => {
    const call = newCall().press(`${toDecision('jnnnn')}⏎`);
    expect(call.recorded('recommendation-made')).toMatchObject([
      { outcome: 'ordinary', rules: ['R9'], facts: { own: 'no', informDirector: 'no' } },
    ]);
    expect(call.recorded('decision-made')).toMatchObject([{ outcome: 'ordinary', overridden: false }]);
    expect(call.asked).toEqual(['compose-draft']);
    expect(call.step).toBe('draft');
  });

  test('the digit of the recommended decision decides like Enter', () => {
    const call = newCall().press(`${toDecision('jnnnn')}4`);
    expect(call.recorded('decision-made')).toMatchObject([{ outcome: 'ordinary', overridden: false }]);
  });

  test('a stronger one needs no reason, but may have one', () => {
    const without = newCall().press(`${toDecision('jnnnn')}1⏎`);
    expect(without.recorded('decision-made')).toMatchObject([
      { outcome: 'contact-director', timing: 'now', overridden: true, motivation: '' },
    ]);
    const withReason = newCall().press(`${toDecision('jnnnn')}1Oklart läge⏎`);
    expect(withReason.recorded('decision-made')).toMatchObject([{ motivation: 'Oklart läge' }]);
  });

  test('a weaker one is possible only with a reason', () => {
    const call = newCall().press(`${toDecision('jnnnv')}4`);
    expect(call.press('⏎').state).toMatchObject({
      step: 'decision',
      otherwise: null,
      notice: { kind: 'followed-recommendation' },
    });
    expect(call.recorded('decision-made')).toEqual([]);
    call.press('4Talade med chefen⏎');
    expect(call.recorded('decision-made')).toMatchObject([
      { outcome: 'ordinary', overridden: true, motivation: 'Talade med chefen' },
    ]);
  });

  test.each([
    ['R1', 'jnnjn', 'n'],
    ['R2', 'jnnnn', 'j'],
  ])('never ordinary by %s', (rule, letters, own) => {
    const keys = toDecision(letters).replace('⏎nHem', `⏎${own}Hem`);
    const call = newCall().press(`${keys}4`);
    expect(call.state).toMatchObject({ otherwise: null, notice: { kind: 'choice-forbidden', by: rule } });
    expect(call.recorded('decision-made')).toEqual([]);
  });

  test('what became forbidden while its reason was written cannot be decided', () => {
    const call = newCall().press(`${toDecision('jnnnv')}4Skäl⇤{Alt+6}⏎`);
    expect(call.step).toBe('decision');
    call.press('{Alt+6}↓j');
    expect(call.press('⏎').state).toMatchObject({
      otherwise: null,
      notice: { kind: 'choice-forbidden', by: 'R2' },
    });
  });

  test('Esc goes back to the choices', () => {
    const call = newCall().press(`${toDecision('jnnnn')}1skäl{Esc}`);
    expect(call.state.otherwise).toBeNull();
    expect(call.press('⏎').recorded('decision-made')).toMatchObject([{ overridden: false }]);
  });

  test('the reason for waiting does not stand behind a decision not to wait', () => {
    const call = newCall().press(`${toDecision('nnann')}Ingen är i fara⏎1⏎`);
    expect(call.recorded('decision-made')).toMatchObject([
      { timing: 'now', overridden: true, motivation: '' },
    ]);
  });

  test.each(['x', '5', '0', 'j'])('%s is a hint', (key) => {
    const call = newCall().press(`${toDecision('jnnnn')}${key}`);
    expect(call.state.notice).toEqual({ kind: 'press-one-of', keys: ['Enter', '1–4'] });
    expect(call.step).toBe('decision');
  });

  test('a fact that changes after it requires a new one, which corrects the old', () => {
    const call = newCall().press(`${toDecision('jnnnn')}⏎`);
    call.press('{Alt+3} och Bergsjön⏎');
    expect(call.step).toBe('decision');
    expect(call.state.draft.composed).toBeNull();
    call.press('⏎');
    const [first, second] = call.entries.filter(({ type }) => type === 'decision-made');
    expect(second?.corrects).toBe(first?.id);
    expect(call.asked).toEqual(['compose-draft', 'compose-draft']);
  });

  test('looking back without changing anything requires no new one', () => {
    expect(newCall().press(`${toDecision('jnnnn')}⏎{Alt+3}⏎`).step).toBe('draft');
    expect(newCall().press(`${toDecision('jnnnn')}⏎⇤↓`).step).toBe('draft');
  });

  test('the units that were named get their managers informed', () => {
    const call = newCall().press(
      `${toDecision('jnnnn').replace('nHemtjänst⏎', 'nHemtjänst Bergsjön, Hemtjänst Kortedala⏎')}⏎`,
    );
    const informed = call
      .recorded('decision-made')[0]
      ?.actions.filter(({ kind }) => kind === 'inform-unit-manager');
    expect(informed).toMatchObject([{ unit: 'Hemtjänst Bergsjön' }, { unit: 'Hemtjänst Kortedala' }]);
  });
});

describe('typed ahead', () => {
  test('a chunk may hold the keys of several steps', () => {
    const call = newCall().press(`${sevenAnswers}⏎`);
    expect(call.press('jnnnn').step).toBe('decision');
    const other = newCall().press('{Alt+6}Hemtjänst⏎jKortedala');
    expect(other.recorded('own-operation-answered')).toEqual([{ answer: 'yes' }]);
    expect(other.texts[6]).toBe('Kortedala');
  });

  test('a long chunk at a step of one key is taken to its end', () => {
    const call = newCall().press(`{Alt+6}⏎${'7'.repeat(60_000)}jAllt`);
    expect(call.step).toBe('operationsAtRisk');
    expect(call.texts[6]).toBe('Allt');
  });

  test('another answer to what is directly affected asks again whether it is ours', () => {
    const call = newCall().press(`${toDecision('jnnnn')}{Alt+6} och Hemtjänst Bergsjön⏎`);
    expect(call.step).toBe('own');
    expect(call.press('j').step).toBe('decision');
    expect(recommendationNow(call.press('j').state).rules).toContain('R2');
  });

  test('whether it is ours is asked before the decision, however one came from question 6', () => {
    const call = newCall().press(`${toDecision('jnvnn')}{Alt+6}!{Alt+1}⏎`);
    expect(call.step).toBe('own');
  });

  test('a word typed where one key is asked for answers nothing', () => {
    const call = newCall().press('{Alt+6}⏎Hemtjänst');
    expect(call.step).toBe('own');
    expect(call.state.incident?.own).toBeNull();
    expect(call.state.notice).toEqual({ kind: 'looks-like-a-word', keys: ['j', 'n', 'v'] });
    expect(call.press('⏎j').step).toBe('operationsAtRisk');
  });

  test('a hint about one key is gone when the next in the chunk was right', () => {
    expect(newCall().press('{Alt+6}⏎xj').state.notice).toBeNull();
  });

  test('a whole call in one burst', () => {
    const call = newCall().press(`${toDecision('jnnnn')}⏎⏎`);
    expect(call.step).toBe('draft');
    expect(call.state.draft.wanted).toBe(true);
  });
});
