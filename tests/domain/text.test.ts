import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemes, nextGrapheme, previousGrapheme } from '../../src/domain/graphemes.ts';
import { cleanLine, cleanText, countCharacters, isBlank } from '../../src/domain/text.ts';

/** Texts made of what can go wrong: pieces of escape sequences, marks, halves of characters, line breaks. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\x1b',
        '\x1b[',
        '\x9b',
        '31',
        ';',
        'm',
        '\x1b]0;',
        '\x9d',
        '\x07',
        '\x1b\\',
        '\x9c',
        '\x1bO',
      ),
      fc.constantFrom(
        '\x1bP',
        '\x90',
        '\x8f',
        '(',
        'B',
        '\r',
        '\n',
        '\t',
        '\v',
        '\u2028',
        '\x85',
        '\x00',
        '\x7f',
      ),
      fc.constantFrom(
        '\u202e',
        '\u2067',
        '\u200f',
        '\u061c',
        '\ufeff',
        '\ufffa',
        '\u{e0041}',
        '\u200d',
        '\u200c',
      ),
      fc.constantFrom(
        '\ud83d',
        '\ude00',
        '\udb40',
        '\udc41',
        'a',
        '\u030a',
        '\u0301',
        'å',
        '👩',
        '©',
        '\u0600',
        '🇸',
        '🇪',
        ' ',
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('cleanText', () => {
  test('keeps what a person wrote', () => {
    const text =
      'Strömavbrott i Östra Göteborg – ”hela Kortedala”\nca 4 000 hushåll, 031-390 06 12 👩‍🚒 می‌خواهم';
    expect(cleanText(text)).toBe(text);
  });

  test.each([
    ['decomposed letters become one', 'A\u030angt o\u0308', 'Ångt ö'],
    ['a letter and its accent meet when what was between them goes', 'a\u200e\u030a', 'å'],
    ['every line break is a line feed', 'a\r\nb\rc\u2028d\u2029e\vf\fg\x85h\ni', 'a\nb\nc\nd\ne\nf\ng\nh\ni'],
    ['a tab is one blank', 'a\tb', 'a b'],
    ['colours', '\x1b[1;31mrött\x1b[0m och \x9b32mgrönt', 'rött och grönt'],
    ['a window title ended by BEL', 'a\x1b]0;titel\x07b', 'ab'],
    ['a link ended by ST', '\x1b]8;;http://x.se/\x1b\\länk\x1b]8;;\x1b\\', 'länk'],
    ['8-bit OSC and ST', '\x9d52;c;aGVq\x9cb', 'b'],
    ['DCS, SOS, PM and APC', '\x1bPq1\x1b\\a\x1bXs\x1b\\b\x1b^p\x1b\\c\x1b_a\x1b\\d\x90q\x9ce', 'abcde'],
    ['SS2 and SS3', '\x1bOAa\x1bNxb\x8fPc', 'abc'],
    ['a character set and a reset', '\x1b(Ba\x1bcb', 'ab'],
    ['a broken colour at the end', 'klart\x1b[31', 'klart'],
    ['a lone escape at the end', 'klart\x1b', 'klart'],
    ['a title without its end keeps the words', '\x1b]0;Brand\nFlera skadade', '0;Brand\nFlera skadade'],
    ['a title does not end on another line', '\x1b]0;Brand\nFlera\x07skadade', '0;Brand\nFleraskadade'],
    ['other control characters', 'a\x00b\x08c\x7fd\x84e', 'abcde'],
    ['directions', '\u202eabc\u202c\u2066d\u2069\u200e\u200f\u061c', 'abcd'],
    ['byte order mark, annotations, tags', '\ufeffa\ufff9b\ufffbc\u{e0067}d', 'abcd'],
    ['halves of characters', 'a\ud83db\ude00', 'a\ufffdb\ufffd'],
    ['halves that something stood between stay halves', '\ud83d\x07\ude00', '\ufffd\ufffd'],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  test('of anything is harmless, and clean already', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.normalize('NFC')).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u);
        expect(clean).not.toMatch(/[\ufff9-\ufffb\u{e0000}-\u{e007f}]/u);
      }),
      { numRuns: 2000 },
    );
  });

  test('of a long text full of openings that never close takes no long time', () => {
    const text = '\x1b]0;\x1b[\x1bP\x9d text '.repeat(20_000);
    expect(cleanText(text)).toContain('text');
  });
});

test('cleanLine folds white space', () => {
  expect(cleanLine('  Hemtjänst\t\r\n Kortedala\u00a0\x1b[0m ')).toBe('Hemtjänst Kortedala');
  fc.assert(
    fc.property(hostileText, (text) => {
      const line = cleanLine(text);
      expect(cleanLine(line)).toBe(line);
      expect(line).not.toMatch(/^\s|\s$|\s\s|[^\S ]/);
    }),
  );
});

test('isBlank sees through what cannot be seen', () => {
  for (const blank of ['', ' \n', '\u00a0', '\u200b', '\u200d\u2060', '\u00ad'])
    expect(isBlank(blank)).toBe(true);
  for (const text of ['.', ' ? ', '\n0', '\ufffd']) expect(isBlank(text)).toBe(false);
});

test('countCharacters counts code points', () => {
  expect(countCharacters('')).toBe(0);
  expect(countCharacters('åäö')).toBe(3);
  expect(countCharacters('😀a')).toBe(2);
});

describe('graphemes', () => {
  test('are what a person sees as one character', () => {
    expect(graphemes('aå👩‍💻🇸🇪x̂\n')).toEqual(['a', 'å', '👩‍💻', '🇸🇪', 'x̂', '\n']);
    expect(graphemes('')).toEqual([]);
  });

  test('are the same one at a time, forwards and backwards', () => {
    fc.assert(
      fc.property(hostileText.map(cleanText), (text) => {
        const whole = [...new Intl.Segmenter('sv').segment(text)].map(({ segment }) => segment);
        expect(graphemes(text)).toEqual(whole);
        const ends: number[] = [];
        for (let index = 0; index < text.length; index = nextGrapheme(text, index)) ends.push(index);
        expect(ends.map((index) => text.slice(index, nextGrapheme(text, index)))).toEqual(whole);
        for (const [at, end] of [...ends.slice(1), text.length].entries()) {
          expect(previousGrapheme(text, end)).toBe(ends[at] ?? 0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
