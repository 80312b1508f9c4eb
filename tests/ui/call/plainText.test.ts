/** The call line by line: what is printed. */
import { describe, expect, test } from 'vitest';
import { remarks, stepText } from '../../../src/ui/call/plainText.ts';
import { composed, newCall, sevenAnswers, toDecision } from '../../flow/call/typedCall.ts';

const text = (keys: string) => stepText(newCall().press(keys).state);

describe('a question to the caller', () => {
  test('with its number and its words', () => {
    expect(text('')).toEqual(['Fråga 1 av 7: Vad har hänt?']);
  });

  test('with the answer that is there, and that it is not confirmed', () => {
    expect(text('Brand{Ctrl+O}⏎{Alt+1}')).toEqual([
      'Fråga 1 av 7: Vad har hänt?',
      'Svar nu: Brand',
      '(ej bekräftat)',
    ]);
  });
});

test.each([
  ['{Alt+6}⏎', 'Svara j ja, n nej, v vet ej.'],
  [`${sevenAnswers}⏎`, 'Svara j ja, n nej, v vet ej.'],
  [`${sevenAnswers}⏎jj`, 'Svara n nu, a avvakta till morgonen, v vet ej.'],
])('a step of one key says which: %s', (keys, expected) => {
  expect(text(keys).at(-1)).toBe(expected);
});

test('a question to ourselves begins with the recommendation so far', () => {
  expect(text(`${sevenAnswers}⏎n`)).toEqual([
    'Bedömning hittills: RING FÖRVALTNINGSDIREKTÖREN NU',
    'Bör vi informera förvaltningsdirektör?',
    'Svara j ja, n nej, v vet ej.',
  ]);
});

test('the read-back says everything at once, with no screen to fill', () => {
  const long = 'Mycket text. '.repeat(700);
  const call = newCall()
    .send({ kind: 'key', key: { kind: 'paste', text: long } })
    .press('{Alt+7}⏎');
  const lines = stepText(call.state);
  expect(lines[0]).toBe('Läs upp för uppringaren');
  expect(lines.join(' ').match(/Mycket/g)).toHaveLength(700);
  expect(lines).toContain('  7 Vilka verksamheter kan påverkas?');
  expect(lines.at(-1)).toMatch(/^Enter när uppringaren håller med/);
});

test('the motivation, the decision and the reason for another one', () => {
  expect(text(toDecision('nnann')).at(-2)).toBe('Varför kan det avvakta till morgonen?');
  expect(text(toDecision('jnnnn')).at(-1)).toMatch(/^Enter beslutar som rekommenderat/);
  expect(text(toDecision('jnnnn'))).toContain('  4 Ordinarie, ring inte direktören – som rekommenderat');
  expect(text(`${toDecision('jnnnv')}4`).at(-2)).toBe('Varför behöver förvaltningsdirektören inte ringas?');
});

test('the draft, as soon as it is put together', () => {
  const call = newCall().press(`${toDecision('jnnnn')}⏎`);
  call.send({ kind: 'draft-composed', draft: composed });
  expect(stepText(call.state)).toEqual([
    'Utkast till förvaltningsdirektören (skickas inte härifrån)',
    'Programmet kan inte se namn. Läs igenom texten själv.',
    'Till: direktor@example.org',
    'Ämne: [INFO] Brand, A-2026-0001',
    'Det brinner.',
    '',
    'Ingen är skadad.',
    'Enter sparar utkastet.',
  ]);
});

describe('remarks', () => {
  test('the moment that was understood, once', () => {
    const call = newCall().press('⏎02:15');
    const before = call.state;
    expect(remarks(before, call.press('⏎').state)).toEqual(['Förstått som lör 21 nov 02:15 (26 min sedan)']);
    const after = call.state;
    expect(remarks(after, call.press('Torget⏎').state)).toEqual([]);
  });

  test('a hint', () => {
    const call = newCall().press(sevenAnswers);
    expect(remarks(call.state, call.press('x').state)).toEqual(['Tryck Enter eller 1–7.']);
  });

  test('what could not be saved, once', () => {
    const call = newCall().press('Brand⏎');
    const before = call.state;
    const failed = call.send({ kind: 'save-failed', fault: 'full' }).state;
    expect(remarks(before, failed)[0]).toBe('EJ SPARAT: disken är full.');
    expect(remarks(failed, call.send({ kind: 'save-failed', fault: 'full' }).state)).toEqual([]);
  });
});
