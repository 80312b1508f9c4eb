import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../src/domain/nearest.ts';

const known = ['nummer', 'handelse', 'motivering', 'nar', 'var', 'vad'];

test.each([
  ['numer', 'nummer'],
  ['nummmer', 'nummer'],
  ['nummre', 'nummer'],
  ['Händelse', 'handelse'],
  ['händlese', 'handelse'],
  ['når', 'nar'],
  ['ver', 'var'],
  ['vra', 'var'],
  ['motiv', null],
  ['xyz', null],
  ['', null],
])('%s is %s', (word, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

test('a word is itself, and one letter wrong in six is still it', () => {
  fc.assert(
    fc.property(fc.constantFrom('nummer', 'handelse', 'motivering'), fc.nat(5), (word, at) => {
      expect(nearest(word, known)).toBe(word);
      expect(nearest(`${word.slice(0, at)}x${word.slice(at + 1)}`, known)).toBe(word);
      expect(nearest(word.slice(0, at) + word.slice(at + 1), known)).toBe(word);
    }),
  );
});

test('accents are no changes', () => {
  expect(nearest('äåö', ['aao'])).toBe('aao');
});

test('a very long word is nobody’s', () => {
  expect(nearest('nummer'.repeat(20_000), known)).toBeNull();
});
