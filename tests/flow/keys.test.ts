/** Raw bytes go through Ink itself, so that what it reports is never guessed. */
import fc from 'fast-check';
import { useInput, usePaste } from 'ink';
import { cleanup, render } from 'ink-testing-library';
import { createElement } from 'react';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type InkKey, type Key, keysFromInput } from '../../src/flow/keys.ts';

let pressed: Key[] = [];

function Listener() {
  useInput((input, key) => {
    pressed.push(...keysFromInput(input, key));
  });
  usePaste((text) => {
    pressed.push({ kind: 'paste', text });
  });
  return null;
}

const { stdin } = render(createElement(Listener));
afterAll(cleanup);
beforeEach(() => {
  pressed = [];
});

/** The keys that Ink and `keysFromInput` make of the chunks. */
function press(...chunks: string[]): Key[] {
  pressed = [];
  for (const chunk of chunks) stdin.write(chunk);
  return pressed;
}

const text = (words: string): Key => ({ kind: 'text', text: words });
const enter: Key = { kind: 'enter' };
const newline: Key = { kind: 'newline' };

describe('one key at a time', () => {
  test.each<[string, string, Key[]]>([
    ['a letter', 'å', [text('å')]],
    ['a capital', 'Å', [text('Å')]],
    ['an emoji', '👩‍🚒', [text('👩‍🚒')]],
    ['a blank', ' ', [text(' ')]],
    ['a digit', '7', [text('7')]],
    ['a bracket', '[', [text('[')]],
    ['Enter', '\r', [enter]],
    ['Enter on the keypad', '\x1bOM', [enter]],
    ['Ctrl+J', '\n', [newline]],
    ['Alt+Enter', '\x1b\r', [newline]],
    ['Alt+Ctrl+J', '\x1b\n', [newline]],
    ['Tab', '\t', [{ kind: 'tab' }]],
    ['Shift+Tab', '\x1b[Z', [{ kind: 'shift-tab' }]],
    ['Up', '\x1b[A', [{ kind: 'up' }]],
    ['Down in application mode', '\x1bOB', [{ kind: 'down' }]],
    ['Left', '\x1b[D', [{ kind: 'left' }]],
    ['Right', '\x1b[C', [{ kind: 'right' }]],
    ['Shift+Right', '\x1b[1;2C', [{ kind: 'right' }]],
    ['Ctrl+Left', '\x1b[1;5D', [{ kind: 'word-left' }]],
    ['Ctrl+Right in rxvt', '\x1bOc', [{ kind: 'word-right' }]],
    ['Alt+Right', '\x1b[1;3C', [{ kind: 'word-right' }]],
    ['Alt+Left as two escapes', '\x1b\x1b[D', [{ kind: 'word-left' }]],
    ['Alt+b', '\x1bb', [{ kind: 'word-left' }]],
    ['Alt+f', '\x1bf', [{ kind: 'word-right' }]],
    ['Home', '\x1b[H', [{ kind: 'home' }]],
    ['Home on a VT', '\x1b[1~', [{ kind: 'home' }]],
    ['End', '\x1b[F', [{ kind: 'end' }]],
    ['Page Up', '\x1b[5~', [{ kind: 'page-up' }]],
    ['Page Down', '\x1b[6~', [{ kind: 'page-down' }]],
    ['Backspace', '\x7f', [{ kind: 'backspace' }]],
    ['Ctrl+H', '\b', [{ kind: 'backspace' }]],
    ['Delete', '\x1b[3~', [{ kind: 'delete' }]],
    ['Alt+Backspace', '\x1b\x7f', [{ kind: 'delete-word' }]],
    ['Ctrl+W', '\x17', [{ kind: 'delete-word' }]],
    ['Ctrl+U', '\x15', [{ kind: 'delete-to-start' }]],
    ['Ctrl+K', '\x0b', [{ kind: 'delete-to-end' }]],
    ['Ctrl+A', '\x01', [{ kind: 'home' }]],
    ['Ctrl+E', '\x05', [{ kind: 'end' }]],
    ['Ctrl+O', '\x0f', [{ kind: 'ctrl', letter: 'o' }]],
    ['Ctrl+S', '\x13', [{ kind: 'ctrl', letter: 's' }]],
    ['Ctrl+C', '\x03', [{ kind: 'interrupt' }]],
    ['Esc and Ctrl+C at once', '\x1b\x03', [{ kind: 'interrupt' }]],
    ['Alt+1', '\x1b1', [{ kind: 'alt', digit: 1 }]],
    ['Alt+7', '\x1b7', [{ kind: 'alt', digit: 7 }]],
  ])('%s', (_, bytes, keys) => {
    expect(press(bytes)).toEqual(keys);
  });

  test('Esc, which Ink waits for', async () => {
    press('\x1b');
    await vi.waitUntil(() => pressed.length > 0);
    expect(pressed).toEqual([{ kind: 'escape' }]);
  });

  test('Esc twice', async () => {
    press('\x1b\x1b');
    await vi.waitUntil(() => pressed.length > 0);
    expect(pressed).toEqual([{ kind: 'escape' }]);
  });
});

test.each([
  ['F1', '\x1bOP'],
  ['F5', '\x1b[15~'],
  ['F13', '\x1b[25~'],
  ['Ctrl+F5', '\x1b[15;5~'],
  ['Insert', '\x1b[2~'],
  ['the keypad 5', '\x1b[E'],
  ['the menu key', '\x1b[29~'],
  ['a mouse report', '\x1b[<0;10;5M'],
  ['focus', '\x1b[I'],
  ['the cursor report', '\x1b[12;5R'],
  ['device attributes', '\x1b[?62;22c'],
  ['Alt+0, Alt+8, Alt+å, Alt+K', '\x1b0\x1b8\x1bå\x1bK'],
  ['Ctrl+Space', '\x00'],
  ['Ctrl+backslash', '\x1c'],
  ['an unknown kitty key', '\x1b[57428u'],
  ['a kitty release', '\x1b[97;1:3u'],
  ['a kitty Super+v', '\x1b[118;9u'],
])('%s gives nothing', (_, bytes) => {
  expect(press(`a${bytes}`, 'b')).toEqual([text('a'), text('b')]);
});

test.each<[string, string, Key[]]>([
  ['a', '\x1b[97u', [text('a')]],
  ['Å', '\x1b[229:197;2;197u', [text('Å')]],
  ['a blank', '\x1b[32u', [text(' ')]],
  ['Enter', '\x1b[13u', [enter]],
  ['Shift+Enter', '\x1b[13;2u', [newline]],
  ['Alt+Enter', '\x1b[13;3u', [newline]],
  ['Ctrl+J', '\x1b[106;5u', [newline]],
  ['Ctrl+O', '\x1b[111;5u', [{ kind: 'ctrl', letter: 'o' }]],
  ['Ctrl+C', '\x1b[99;5u', [{ kind: 'interrupt' }]],
  ['Alt+3', '\x1b[51;3u', [{ kind: 'alt', digit: 3 }]],
  ['Esc', '\x1b[27u', [{ kind: 'escape' }]],
  ['Shift+Tab', '\x1b[9;2u', [{ kind: 'shift-tab' }]],
  ['Ctrl+Backspace', '\x1b[127;5u', [{ kind: 'delete-word' }]],
  ['Up held down', '\x1b[1;1:2A', [{ kind: 'up' }]],
  ['Up let go', '\x1b[1;1:3A', []],
])('in the kitty protocol: %s', (_, bytes, keys) => {
  expect(press(bytes)).toEqual(keys);
});

describe('several keys in one chunk', () => {
  test.each<[string, Key[]]>([
    ['ab\rcd\r', [text('ab'), enter, text('cd'), enter]],
    ['\r\r', [enter, enter]],
    ['ab\r\ncd', [text('ab'), enter, text('cd')]],
    ['ab\ncd\r', [text('ab'), newline, text('cd'), enter]],
    ['ab\tcd', [text('ab'), { kind: 'tab' }, text('cd')]],
    [
      'ab\x7f\x7fc\b',
      [text('ab'), ...Array(2).fill({ kind: 'backspace' }), text('c'), { kind: 'backspace' }],
    ],
    ['ab\x0f\r', [text('ab'), { kind: 'ctrl', letter: 'o' }, enter]],
    [
      '\x01x\x05\x0b\x15\x17\x13',
      [
        { kind: 'home' },
        text('x'),
        { kind: 'end' },
        { kind: 'delete-to-end' },
        { kind: 'delete-to-start' },
        { kind: 'delete-word' },
        { kind: 'ctrl', letter: 's' },
      ],
    ],
    ['ab\x00\x1dcd', [text('ab'), text('cd')]],
    ['ab\x1b\rcd\r', [text('ab'), newline, text('cd'), enter]],
    ['ab\x1b2cd\x1b[A\r', [text('ab'), { kind: 'alt', digit: 2 }, text('cd'), { kind: 'up' }, enter]],
    ['ab\x03cd', [text('ab'), { kind: 'interrupt' }, text('cd')]],
  ])('%j', (bytes, keys) => {
    expect(press(bytes)).toEqual(keys);
  });

  test('a paste stays whole', () => {
    expect(press('a\x1b[200~x\r\x1b[31my\n\x1b[201~b')).toEqual([
      text('a'),
      { kind: 'paste', text: 'x\r\x1b[31my\n' },
      text('b'),
    ]);
  });
});

describe('a string without any key', () => {
  const noKey = Object.fromEntries(
    [
      ...[
        'upArrow',
        'downArrow',
        'leftArrow',
        'rightArrow',
        'pageDown',
        'pageUp',
        'home',
        'end',
        'return',
        'escape',
      ],
      ...['ctrl', 'shift', 'tab', 'backspace', 'delete', 'meta', 'super', 'hyper'],
    ].map((name) => [name, false]),
  ) as unknown as InkKey;

  test('with a Backspace in it', () => {
    expect(keysFromInput('ab\x7f', noKey)).toEqual([text('ab'), { kind: 'backspace' }]);
  });

  test('with an escape sequence in it was never typed', () => {
    expect(keysFromInput('x\ry\x1b[31m', noKey)).toEqual([{ kind: 'paste', text: 'x\ry\x1b[31m' }]);
  });
});

/** What a person presses, as the terminal sends it. */
const strokes = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('Brand i Kortedala', 'å', 'a\u030a', '👩‍🚒', '7', ' ', '[25~', 'O', 'X')
      .map((words) => ({ bytes: words, key: text(words) as Key })),
  },
  fc.constantFrom(
    { bytes: '\r', key: enter },
    { bytes: '\n', key: newline },
    { bytes: '\x1b\r', key: newline },
    { bytes: '\t', key: { kind: 'tab' } as Key },
    { bytes: '\x7f', key: { kind: 'backspace' } as Key },
    { bytes: '\x17', key: { kind: 'delete-word' } as Key },
    { bytes: '\x0f', key: { kind: 'ctrl', letter: 'o' } as Key },
    { bytes: '\x1b[A', key: { kind: 'up' } as Key },
    { bytes: '\x1bOD', key: { kind: 'left' } as Key },
    { bytes: '\x1b[1;5C', key: { kind: 'word-right' } as Key },
    { bytes: '\x1b[Z', key: { kind: 'shift-tab' } as Key },
    { bytes: '\x1b4', key: { kind: 'alt', digit: 4 } as Key },
    { bytes: '\x1b[25~', key: null },
  ),
);

test('any keys in any chunks that split no escape sequence come out as they were pressed', () => {
  fc.assert(
    fc.property(
      // Enter and then Ctrl+J are the same bytes as the one Enter of a terminal that sends CR LF.
      fc
        .array(strokes, { maxLength: 25 })
        .filter((keys) => !/\r\n/.test(keys.map(({ bytes }) => bytes).join(''))),
      fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
      (keys, cuts) => {
        const pieces = keys.flatMap(({ bytes }) => (bytes.startsWith('\x1b') ? [bytes] : [...bytes]));
        const chunks: string[] = [];
        for (const piece of pieces) {
          if (cuts.next().value === 0 || chunks.length === 0) chunks.push(piece);
          else chunks.push((chunks.pop() ?? '') + piece);
        }
        expect(joined(press(...chunks))).toEqual(joined(keys.flatMap(({ key }) => key ?? [])));
      },
    ),
    { numRuns: 500 },
  );
});

/** The keys with adjacent texts as one. */
function joined(keys: readonly Key[]): Key[] {
  const list: Key[] = [];
  for (const key of keys) {
    const last = list.at(-1);
    if (key.kind === 'text' && last?.kind === 'text') list.splice(-1, 1, text(last.text + key.text));
    else list.push(key);
  }
  return list;
}
