import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemes } from '../../src/domain/graphemes.ts';
import { cleanText } from '../../src/domain/text.ts';
import { cursorAt, padEnd, truncate, width, window, wrap } from '../../src/ui/textLayout.ts';

const text = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'ö',
        'bord',
        'x',
        ' ',
        ' ',
        '  ',
        '\n',
        '世',
        '界',
        '👩‍💻',
        '🇸🇪',
        '\u0301',
        '\u200b',
        '\u200d',
        '한',
        '–',
      ],
    ),
    { maxLength: 30 },
  )
  .map((pieces) => cleanText(pieces.join('')));
const columns = fc.integer({ min: 2, max: 12 });

test.each([
  ['', 0],
  ['Göteborg', 8],
  ['Go\u0308teborg', 8],
  ['世界', 4],
  ['👩‍💻🇸🇪', 4],
  ['⚠️ ÖVNING', 9],
  ['\u200b', 0],
  ['می\u200cخواهم', 7],
])('the width of %j is %i', (string, cells) => {
  expect(width(string)).toBe(cells);
});

describe('wrap', () => {
  const texts = (string: string, cells: number) => wrap(string, cells).map((line) => line.text);

  test.each([
    ['an empty text is one empty line', '', 5, ['']],
    ['what fits stays', 'hej', 5, ['hej']],
    ['after a blank', 'ström borta', 8, ['ström ', 'borta']],
    ['a blank at the edge hangs', 'ström borta', 5, ['ström', 'borta', '']],
    ['several blanks at the edge hang', 'ström    bort', 5, ['ström', 'bort']],
    ['a long word is cut', 'Räddningstjänsten', 7, ['Räddnin', 'gstjäns', 'ten']],
    ['a long word starts on a line of its own', 'en räddningstjänst', 7, ['en ', 'räddnin', 'gstjäns', 't']],
    ['line breaks', 'a\n\nb\n', 5, ['a', '', 'b', '']],
    ['a line that ends at the edge is followed by room for the cursor', 'ström', 5, ['ström', '']],
    ['also before a line break', 'ström\nx', 5, ['ström', '', 'x']],
    ['wide characters', '世界世', 5, ['世界', '世']],
    ['never within a grapheme', '👩‍💻👩‍💻', 3, ['👩‍💻', '👩‍💻']],
  ])('%s', (_, string, cells, lines) => {
    expect(texts(string, cells)).toEqual(lines);
  });

  test('no line is wider than the columns', () => {
    fc.assert(
      fc.property(text, columns, (string, cells) => {
        for (const line of wrap(string, cells)) expect(width(line.text)).toBeLessThanOrEqual(cells);
      }),
      { numRuns: 1000 },
    );
  });

  test('every character is on exactly one line, and only blanks hang', () => {
    fc.assert(
      fc.property(text, columns, (string, cells) => {
        let next = 0;
        for (const [row, line] of wrap(string, cells).entries()) {
          if (row > 0 && line.from === next + 1) expect(string[next]).toBe('\n');
          else expect(line.from).toBe(next);
          const source = string.slice(line.from, line.to);
          expect(source).not.toContain('\n');
          expect(source.startsWith(line.text)).toBe(true);
          expect(source.slice(line.text.length)).toMatch(/^ *$/);
          next = line.to;
        }
        expect(next).toBe(string.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('cursorAt', () => {
  test.each([
    ['', 0, 5, 0, 0],
    ['hej', 3, 5, 0, 3],
    ['ström', 5, 5, 1, 0],
    ['ström\nx', 5, 5, 1, 0],
    ['ström\nx', 6, 5, 2, 0],
    ['ström borta', 6, 8, 1, 0],
    ['ström borta', 5, 8, 0, 5],
    ['ström borta', 5, 5, 1, 0],
    ['å世a', 2, 5, 0, 3],
  ])('in %j at %i, %i columns: row %i, column %i', (string, cursor, cells, row, column) => {
    expect(cursorAt(wrap(string, cells), cursor)).toEqual({ row, column });
  });

  test('is always inside, and never goes back as the index goes on', () => {
    fc.assert(
      fc.property(text, columns, (string, cells) => {
        const lines = wrap(string, cells);
        let cursor = 0;
        let before = { row: 0, column: 0 };
        for (const grapheme of ['', ...graphemes(string)]) {
          cursor += grapheme.length;
          const place = cursorAt(lines, cursor);
          expect(place.row).toBeLessThan(lines.length);
          expect(place.column).toBeLessThan(cells);
          expect(place.row * cells + place.column).toBeGreaterThanOrEqual(before.row * cells + before.column);
          before = place;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('window shows as many lines as there is room for, with the cursor among them', () => {
  const lines = [...'abcdefgh'];
  expect(window(lines, 0, 3)).toEqual({ first: 0, lines: ['a', 'b', 'c'] });
  expect(window(lines, 4, 3)).toEqual({ first: 3, lines: ['d', 'e', 'f'] });
  expect(window(lines, 7, 3)).toEqual({ first: 5, lines: ['f', 'g', 'h'] });
  expect(window(lines, 2, 20)).toEqual({ first: 0, lines });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.nat(),
      fc.integer({ min: 1, max: 10 }),
      (count, at, height) => {
        const rows = Array.from({ length: count }, (_, row) => row);
        const shown = window(rows, at % count, height);
        expect(shown.lines).toContain(at % count);
        expect(shown.lines).toHaveLength(Math.min(count, height));
        expect(shown.lines[0]).toBe(shown.first);
      },
    ),
  );
});

test('truncate cuts to the width and shows that it did', () => {
  expect(truncate('Kortedala', 9)).toBe('Kortedala');
  expect(truncate('Kortedala', 8)).toBe('Korteda…');
  expect(truncate('Hemtjänst Kortedala', 11)).toBe('Hemtjänst…');
  expect(truncate('世界世', 4)).toBe('世…');
  expect(truncate('abc', 1)).toBe('…');
  expect(truncate('abc', 0)).toBe('');
});

test('padEnd fills with blanks by width', () => {
  expect(padEnd('世å', 5)).toBe('世å  ');
  expect(padEnd('Kortedala', 3)).toBe('Kortedala');
});
