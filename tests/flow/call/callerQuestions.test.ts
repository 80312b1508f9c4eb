/** contract.md, "Keys in the call", 1 and 2, sentence by sentence. */
import { describe, expect, test } from 'vitest';
import { callerQuestions } from '../../../src/domain/questions.ts';
import { desk, newCall, sevenAnswers } from './typedCall.ts';

const ids = callerQuestions.map(({ id }) => id);

describe('seven TIB questions, each a text field, in the source’s order', () => {
  test('Enter goes to the next', () => {
    const call = newCall();
    const seen = [call.step];
    for (const keys of ['a⏎', 'b⏎', 'c⏎', 'd⏎', 'e⏎', 'f⏎', 'n', 'g⏎']) seen.push(call.press(keys).step);
    expect(seen).toEqual([...ids.slice(0, 6), 'own', 'operationsAtRisk', 'read-back']);
    expect(call.texts).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  test('every answer is recorded when it is left, once, with what it says', () => {
    const call = newCall().press('Brand⏎');
    expect(call.entries.map(({ type }) => type)).toEqual(['incident-opened', 'caller-answered']);
    expect(call.recorded('incident-opened')[0]).toMatchObject({
      station: 'A',
      source: 'tib',
      exercise: false,
    });
    expect(call.recorded('caller-answered')).toEqual([
      { question: 'whatHappened', text: 'Brand', certainty: 'confirmed', units: [] },
    ]);
  });

  test('the opening entry and the first answer are written together', () => {
    expect(newCall().press('Brand⏎').effects).toHaveLength(1);
  });

  test('an empty answer is kept as "vet ej"', () => {
    for (const blank of ['⏎', '   ⏎', '\u200b⏎']) {
      expect(newCall().press(blank).recorded('caller-answered')).toEqual([
        { question: 'whatHappened', text: '', certainty: 'unknown', units: [] },
      ]);
    }
  });

  test('an answer is not recorded again when it is left as it was', () => {
    const call = newCall().press('Brand⏎{Alt+1}⏎');
    expect(call.recorded('caller-answered')).toHaveLength(1);
    expect(newCall().press('⏎{Alt+1}⏎').recorded('caller-answered')).toHaveLength(1);
  });

  test('an answer that is changed later is a new entry that corrects the old', () => {
    const call = newCall().press('Brand⏎{Alt+1} i kök⏎');
    const [first, second] = call.entries.filter(({ type }) => type === 'caller-answered');
    expect(second?.payload).toMatchObject({ text: 'Brand i kök' });
    expect(first?.corrects).toBeNull();
    expect(second?.corrects).toBe(first?.id);
  });

  test('an answer that is emptied later becomes "vet ej"', () => {
    const call = newCall().press('Brand⏎{Alt+1}{Ctrl+U}⏎');
    expect(call.state.incident?.answers.whatHappened).toMatchObject({ text: '', certainty: 'unknown' });
  });

  test('it happened when the caller says, and was received when the desk got to know it', () => {
    const call = newCall();
    call.now = '2026-11-21T02:45:00+01:00';
    const [opened, , when] = call.press('Brand⏎02:15⏎').entries;
    expect(opened?.receivedAt).toBe('2026-11-21T02:41:00+01:00');
    expect(when).toMatchObject({
      receivedAt: '2026-11-21T02:45:00+01:00',
      occurredAt: '2026-11-21T02:15:00+01:00',
    });
  });

  test('a span does not say when it happened', () => {
    expect(newCall().press('⏎i går⏎').entries.at(-1)).toMatchObject({
      payload: { text: 'i går' },
      occurredAt: null,
    });
  });
});

describe('jumping at any time, and back', () => {
  test.each([
    ['Alt and a digit', '{Alt+5}', 'actorsInvolved'],
    ['↓', '↓', 'whenHappened'],
    ['↓↓', '↓↓', 'whereHappened'],
    ['↑ from the first stays', '↑', 'whatHappened'],
    ['Shift+Tab from the first stays', '⇤', 'whatHappened'],
    ['Alt to where one is', '{Alt+1}', 'whatHappened'],
    ['↓ and ↑', '↓↓↑', 'whenHappened'],
    ['↓ and Shift+Tab', '↓↓⇤', 'whenHappened'],
    ['↓ past the sixth, by way of its own question', '↓↓↓↓↓↓', 'own'],
    ['↓ to the seventh', '↓↓↓↓↓↓↓', 'operationsAtRisk'],
    ['↓ no further than what has been reached', '↓↓↓↓↓↓↓↓↓↓', 'operationsAtRisk'],
  ])('%s', (_, keys, step) => {
    expect(newCall().press(keys).step).toBe(step);
  });

  test('an answer that is left by a jump is recorded, an untouched question stays unasked', () => {
    const call = newCall().press('Brand{Alt+3}Torget↓↓');
    expect(call.recorded('caller-answered').map(({ question }) => question)).toEqual([
      'whatHappened',
      'whereHappened',
    ]);
  });

  test('later answers stay, and Enter goes on to the next in order', () => {
    const call = newCall().press('Brand{Alt+4}Tre{Alt+1} i kök⏎');
    expect(call.step).toBe('whenHappened');
    expect(call.texts).toEqual(['Brand i kök', '', '', 'Tre', '', '', '']);
    expect(call.press('⏎⏎').step).toBe('whoIsAffected');
  });

  test('once the read-back has been reached, Enter returns to where one was', () => {
    expect(newCall().press(`${sevenAnswers}{Alt+2}⏎`).step).toBe('read-back');
    expect(newCall().press(`${sevenAnswers}⏎j{Alt+2}⏎`).step).toBe('informDirector');
    expect(newCall().press(`${sevenAnswers}⏎jjn{Alt+7}⏎`).step).toBe('staffDirectlyAffected');
  });

  test('but asks first whether the operation is ours, where that was passed over', () => {
    const call = newCall().press('Brand{Alt+6}Hemtjänst{Alt+7}⏎');
    expect(call.step).toBe('read-back');
    expect(call.press('6⏎').step).toBe('own');
    expect(call.press('j').step).toBe('read-back');
  });

  test('in an answer of several lines ↑ and ↓ move within it first', () => {
    const call = newCall().press('⏎rad ett{Ctrl+J}rad två↑');
    expect(call.step).toBe('whenHappened');
    expect(call.press('!↑').step).toBe('whatHappened');
    expect(call.texts[1]).toBe('rad ett!\nrad två');
  });
});

describe('within an answer', () => {
  test('Ctrl+J makes a new line', () => {
    expect(newCall().press('a{Ctrl+J}b⏎').recorded('caller-answered')[0]?.text).toBe('a\nb');
  });

  test('Ctrl+O marks it as not confirmed, and again as confirmed', () => {
    expect(newCall().press('a{Ctrl+O}⏎').recorded('caller-answered')[0]?.certainty).toBe('unconfirmed');
    expect(newCall().press('a{Ctrl+O}{Ctrl+O}⏎').recorded('caller-answered')[0]?.certainty).toBe('confirmed');
  });

  test('a mark alone, on an answer that was recorded, is a new answer', () => {
    const call = newCall().press('a⏎{Alt+1}{Ctrl+O}⏎');
    expect(call.recorded('caller-answered').map(({ certainty }) => certainty)).toEqual([
      'confirmed',
      'unconfirmed',
    ]);
  });

  test('an empty answer is unknown, marked or not', () => {
    expect(newCall().press('{Ctrl+O}⏎').recorded('caller-answered')[0]?.certainty).toBe('unknown');
  });

  test('what does not fit is told, and gone at the next key', () => {
    const call = newCall().send({ kind: 'key', key: { kind: 'paste', text: 'å'.repeat(10_003) } });
    expect(call.state.notice).toEqual({ kind: 'too-long', dropped: 3 });
    expect(call.press('←').state.notice).toBeNull();
    expect(call.texts[0]).toHaveLength(10_000);
  });

  test('a paste is sanitised and never enters by itself', () => {
    const call = newCall().send({ kind: 'key', key: { kind: 'paste', text: 'ett\r\ntvå\x1b[31m\u202e\r' } });
    expect(call.step).toBe('whatHappened');
    expect(call.texts[0]).toBe('ett\ntvå\n');
  });
});

describe('units', () => {
  const toSixth = '{Alt+6}';

  test('Tab takes the unit that is offered', () => {
    const call = newCall().press(`${toSixth}hem⇥`);
    expect(call.texts[5]).toBe('Hemtjänst Kortedala');
    expect(call.press('⏎').recorded('caller-answered')[0]?.units).toEqual(['Hemtjänst Kortedala']);
  });

  test('a unit that is named already is not offered again', () => {
    const call = newCall().press(`${toSixth}hem⇥, hem⇥, hem⇥`);
    expect(call.texts[5]).toBe('Hemtjänst Kortedala, Hemtjänst Bergsjön, hem');
  });

  test('Tab with nothing to take changes nothing', () => {
    expect(newCall().press(`${toSixth}⇥`).texts[5]).toBe('');
    expect(newCall().press(`${toSixth}xyz⇥`).texts[5]).toBe('xyz');
    expect(newCall().press('hem⇥').texts[0]).toBe('hem');
    expect(newCall({ desk: { units: [] } }).press(`${toSixth}hem⇥`).texts[5]).toBe('hem');
  });

  test('Enter never changes what was typed', () => {
    const call = newCall().press(`${toSixth}hem⏎`);
    expect(call.texts[5]).toBe('hem');
    expect(call.recorded('caller-answered')[0]).toMatchObject({ text: 'hem', units: [] });
  });

  test.each([
    ['Hemtjänst Bergsjön', ['Hemtjänst Bergsjön']],
    ['hemtjanst bergsjon', ['Hemtjänst Bergsjön']],
    ['Hemtja\u0308nst Bergsjo\u0308n', ['Hemtjänst Bergsjön']],
    ['vård och omsorg, hemtjänst kortedala', ['Vård och omsorg', 'Hemtjänst Kortedala']],
    ['Hemtjänst', []],
  ])('a text that is a register’s name is linked to it: %s', (text, units) => {
    expect(newCall().press(`${toSixth}${text}⏎`).recorded('caller-answered')[0]?.units).toEqual(units);
  });

  test('only the two questions about operations name units', () => {
    const [unit = ''] = desk.units;
    const answers = newCall().press(`${unit}{Alt+6}${unit}{Alt+7}${unit}{Alt+1}`).recorded('caller-answered');
    expect(answers.map(({ units }) => units)).toEqual([[], [unit], [unit]]);
  });
});

describe('is it one of ours?', () => {
  const sixth = '{Alt+6}Hemtjänst⏎';

  test.each([
    ['j', 'yes'],
    ['n', 'no'],
    ['v', 'unknown'],
    ['J', 'yes'],
  ])('%s answers %s', (letter, answer) => {
    const call = newCall().press(sixth + letter);
    expect(call.recorded('own-operation-answered')).toEqual([{ answer }]);
    expect(call.step).toBe('operationsAtRisk');
  });

  test.each(['⏎', 'x', '⇥', '{Esc}', '1', '{Ctrl+O}'])('%s is a hint and answers nothing', (key) => {
    const call = newCall().press(sixth + key);
    expect(call.recorded('own-operation-answered')).toEqual([]);
    expect(call.step).toBe('own');
    expect(call.state.notice).toEqual({ kind: 'press-one-of', keys: ['j', 'n', 'v'] });
  });

  test('the same answer again is no new entry, another corrects the first', () => {
    const call = newCall().press(`${sixth}j⇤j⇤n`);
    const answered = call.entries.filter(({ type }) => type === 'own-operation-answered');
    expect(answered.map(({ payload, corrects }) => [payload, corrects])).toEqual([
      [{ answer: 'yes' }, null],
      [{ answer: 'no' }, answered[0]?.id],
    ]);
  });
});
