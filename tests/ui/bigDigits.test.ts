import { expect, test } from 'vitest';
import { bigNumber } from '../../src/ui/bigDigits.ts';

test('a number as it stands on the screen', () => {
  expect(bigNumber('031-390 06 12', 56)).toEqual([
    '█▀▀█ ▀▀▀█ ▄█     ▀▀▀█ █▀▀█ █▀▀█   █▀▀█ █▀▀    ▄█  ▀▀▀█',
    '█  █  ▀▀█  █  ▀▀  ▀▀█ ▀▀▀█ █  █   █  █ █▀▀█    █  █▀▀▀',
    '█▄▄█ ▄▄▄█ ▄█▄    ▄▄▄█  ▄▄█ █▄▄█   █▄▄█ █▄▄█   ▄█▄ █▄▄▄',
  ]);
  expect(bigNumber('+46 5 78', 80)).toEqual([
    ' ▄  █  █ █▀▀    █▀▀▀   ▀▀▀█ █▀▀█',
    '▀█▀ ▀▀▀█ █▀▀█   ▀▀▀█     █  █▀▀█',
    '       █ █▄▄█   ▄▄▄█     █  █▄▄█',
  ]);
});

/** The halves of the cells, each drawn or not. */
function halves(digit: string): string {
  const inHalves: Record<string, string> = { '█': '11', '▀': '10', '▄': '01', ' ': '00' };
  return (bigNumber(digit, 4) ?? [])
    .flatMap((row) => [...row.padEnd(4)].map((cell) => inHalves[cell]))
    .join('');
}

test('every digit differs from every other by more than one half of a cell', () => {
  const drawings = [...'0123456789'].map(halves);
  for (const [index, drawing] of drawings.entries()) {
    for (const other of drawings.slice(index + 1)) {
      const differences = [...drawing].filter((half, place) => half !== other[place]);
      expect(differences.length).toBeGreaterThanOrEqual(2);
    }
  }
});

test('a number fits or is left to be shown in plain', () => {
  expect(bigNumber('000-000 00 00', 56)?.map((row) => row.length)).toEqual([56, 56, 56]);
  expect(bigNumber('000-000 00 00', 55)).toBeNull();
});

test('white space of any kind is one blank, and none at the ends', () => {
  expect(bigNumber('\t08-465\u00a0 004 00 ', 80)).toEqual(bigNumber('08-465 004 00', 80));
});

test.each(['', '  ', '(031) 390 06 12', '031–390', 'anknytning 12', '112, 113', '\u001b[31m'])(
  '%j is shown in plain',
  (text) => {
    expect(bigNumber(text, 200)).toBeNull();
  },
);
