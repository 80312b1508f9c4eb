import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemes } from '../../src/domain/graphemes.ts';
import { cleanText, countCharacters, maxAnswerLength } from '../../src/domain/text.ts';
import {
  apply,
  bufferOf,
  type Edit,
  emptyBuffer,
  insert,
  type TextBuffer,
} from '../../src/flow/textBuffer.ts';

/** A buffer drawn with its cursor as |. */
function drawn({ text, cursor }: TextBuffer): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

function read(drawing: string): TextBuffer {
  return { text: drawing.replace('|', ''), cursor: drawing.indexOf('|') };
}

function typed(buffer: TextBuffer, chunks: readonly string[]): TextBuffer {
  return chunks.reduce((before, chunk) => insert(before, chunk).buffer, buffer);
}

/** Characters that merge with their neighbours, among ordinary ones. */
const character = fc.constantFrom(
  ...[
    'a',
    'o',
    'å',
    ' ',
    '\n',
    '.',
    '\u030a',
    '\u0308',
    '\u0323',
    '\u200d',
    '\ufe0f',
    '\u1100',
    '\u1161',
    '\u11a8',
  ],
  ...['👩', '💻', '🇸', '🇪', '🏽', '世', 'क', '्', 'ष', '\t', '\u202e', '\x00'],
);
const characters = fc.array(character, { maxLength: 20 });
const edits = fc.constantFrom<Edit>(
  ...(['backspace', 'delete', 'delete-word', 'delete-to-start', 'delete-to-end', 'left', 'right'] as const),
  ...(['word-left', 'word-right', 'home', 'end', 'up', 'down'] as const),
);

describe('insert', () => {
  test('puts the text in at the cursor', () => {
    expect(drawn(insert(read('Kort|dala'), 'e').buffer)).toBe('Korte|dala');
  });

  test('a letter and its ring in two chunks become one letter', () => {
    expect(insert(insert(emptyBuffer, 'a').buffer, '\u030a').buffer).toEqual({ text: 'å', cursor: 1 });
  });

  test('cleans', () => {
    expect(drawn(insert(emptyBuffer, 'a\x1b[31mb\r\nc\x07').buffer)).toBe('ab\nc|');
  });

  test('nothing visible changes nothing', () => {
    const before = bufferOf('abc');
    expect(insert(before, '\x1b[5m').buffer).toBe(before);
  });

  test('any chunks give the same as all at once', () => {
    fc.assert(
      // What follows the cursor starts with a letter of its own; all that merges may stand before it.
      fc.property(
        characters,
        characters,
        characters,
        fc.infiniteStream(fc.boolean()),
        (before, text, after, cuts) => {
          const start = insert(emptyBuffer, before.join('')).buffer;
          const field = {
            text: `${start.text}x${cleanText(after.join(''))}`.normalize('NFC'),
            cursor: start.cursor,
          };
          const chunks = text.reduce<string[]>((list, next) => {
            if (cuts.next().value || list.length === 0) list.push(next);
            else list.push((list.pop() ?? '') + next);
            return list;
          }, []);
          expect(typed(field, chunks)).toEqual(insert(field, text.join('')).buffer);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('half a flag before a flag leaves room for its other half', () => {
    expect(drawn(typed({ text: '🇸🇪', cursor: 0 }, ['🇳', '🇴']))).toBe('🇳🇴|🇸🇪');
  });

  test('an accent that waited at the start finds its letter, and the cursor stands behind both', () => {
    expect(insert({ text: '\u030ab', cursor: 0 }, 'a').buffer).toEqual({ text: 'åb', cursor: 1 });
  });
});

describe('the limit', () => {
  const full = bufferOf('å'.repeat(maxAnswerLength));

  test('counts characters, not their parts', () => {
    expect(insert(emptyBuffer, 'a\u030a'.repeat(maxAnswerLength))).toEqual({ buffer: full, dropped: 0 });
    expect(insert(emptyBuffer, '😀'.repeat(maxAnswerLength)).dropped).toBe(0);
  });

  test('says how many characters were dropped', () => {
    const almost = bufferOf('x'.repeat(maxAnswerLength - 2));
    const { buffer, dropped } = insert(almost, '😀bcd');
    expect(dropped).toBe(2);
    expect(buffer.text.endsWith('x😀b')).toBe(true);
    expect(insert(full, 'a')).toEqual({ buffer: full, dropped: 1 });
  });

  test('drops what is inserted, never what was there', () => {
    const { buffer, dropped } = insert({ text: `ab${'x'.repeat(maxAnswerLength - 3)}`, cursor: 1 }, '123');
    expect(dropped).toBe(2);
    expect(buffer.text.slice(0, 4)).toBe('a1bx');
    expect(buffer.cursor).toBe(2);
  });

  test('the last letter still gets its ring', () => {
    const { buffer, dropped } = insert(bufferOf('a'.repeat(maxAnswerLength)), '\u030a');
    expect(dropped).toBe(0);
    expect(buffer.text.endsWith('aå')).toBe(true);
    expect(insert(bufferOf('a'.repeat(maxAnswerLength)), '\u030abc')).toEqual({ buffer, dropped: 2 });
  });

  test('holds for any text, in any chunks', () => {
    fc.assert(
      fc.property(characters, characters, (first, second) => {
        const start = bufferOf('x'.repeat(maxAnswerLength - 5));
        const once = insert(start, first.join(''));
        const twice = insert(once.buffer, second.join(''));
        for (const { buffer } of [once, twice]) {
          expect(countCharacters(buffer.text)).toBeLessThanOrEqual(maxAnswerLength);
          expect(cleanText(buffer.text)).toBe(buffer.text);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('edits', () => {
  test.each<[Edit, string, string]>([
    ['backspace', 'ab|c', 'a|c'],
    ['backspace', '|abc', '|abc'],
    ['backspace', 'å|', '|'],
    ['backspace', 'x̂|', '|'],
    ['backspace', 'a👩‍💻|b', 'a|b'],
    ['backspace', '🇸🇪🇳🇴|', '🇸🇪|'],
    ['backspace', 'a\n|b', 'a|b'],
    ['delete', 'a|bc', 'a|c'],
    ['delete', 'abc|', 'abc|'],
    ['delete', 'a|👩‍💻b', 'a|b'],
    ['delete', 'a|\n\u030ab', 'å|b'],
    ['delete-word', 'Hemtjänst Kortedala  |', 'Hemtjänst |'],
    ['delete-word', '031-390 06|', '031-390 |'],
    ['delete-word', '|ab', '|ab'],
    ['delete-to-start', 'ab\ncd|e', 'ab\n|e'],
    ['delete-to-end', 'ab\nc|de\nf', 'ab\nc|\nf'],
    ['delete-to-end', 'ab|\nf', 'ab|\nf'],
    ['left', 'a👩‍💻|', 'a|👩‍💻'],
    ['left', '|a', '|a'],
    ['right', '|🇸🇪🇳🇴', '🇸🇪|🇳🇴'],
    ['right', 'a|', 'a|'],
    ['word-left', 'ett två|', 'ett |två'],
    ['word-left', 'ett |två', '|ett två'],
    ['word-right', 'e|tt två', 'ett| två'],
    ['word-right', 'ett| två', 'ett två|'],
    ['home', 'ab\ncd|', 'ab\n|cd'],
    ['home', '|\nab', '|\nab'],
    ['end', 'a|b\ncd', 'ab|\ncd'],
    ['end', 'ab\n|cd', 'ab\ncd|'],
    ['up', 'åäö\nab|c', 'åä|ö\nabc'],
    ['up', 'a\n\nbc|', 'a\n|\nbc'],
    ['up', '👩‍💻x\nab|', '👩‍💻x|\nab'],
    ['down', 'ab|c\nx\ny', 'abc\nx|\ny'],
    ['down', '|\nx', '\n|x'],
  ])('%s: %s -> %s', (edit, before, after) => {
    const result = apply(read(before), edit);
    expect(result && drawn(result)).toBe(after);
  });

  test('up from the first line and down from the last lead out of the field', () => {
    expect(apply(read('ab|c\nd'), 'up')).toBeNull();
    expect(apply(read('a\n|bc'), 'down')).toBeNull();
    expect(apply(emptyBuffer, 'up')).toBeNull();
    expect(apply(emptyBuffer, 'down')).toBeNull();
  });

  test('any edits leave clean text and a cursor between characters; moves change no text', () => {
    fc.assert(
      fc.property(characters, fc.array(edits, { maxLength: 12 }), (text, keys) => {
        let buffer = bufferOf(text.join(''));
        for (const key of keys) {
          const after = apply(buffer, key) ?? buffer;
          expect(cleanText(after.text)).toBe(after.text);
          if (!/^(backspace|delete)/.test(key)) expect(after.text).toBe(buffer.text);
          expect(isBetweenCharacters(after)).toBe(true);
          buffer = after;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('Backspace as many times as there are graphemes empties the field', () => {
    fc.assert(
      fc.property(characters, (text) => {
        let buffer = bufferOf(text.join(''));
        for (const _ of graphemes(buffer.text)) buffer = apply(buffer, 'backspace') ?? buffer;
        expect(buffer).toEqual(emptyBuffer);
      }),
    );
  });
});

function isBetweenCharacters({ text, cursor }: TextBuffer): boolean {
  return text.slice(0, cursor).isWellFormed() && text.slice(cursor).isWellFormed();
}
