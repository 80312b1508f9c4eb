/**
 * From what Ink's `useInput` reports to the keys a person pressed.
 *
 * Ink cuts the input at escape sequences, at Backspace and at Ctrl+C, and reports everything between them as one
 * string: what is typed ahead over a slow line, `ab⏎cd⏎`, arrives as `ab\rcd\r` with no key set. So such a string is
 * taken apart here. Ink must be rendered with `exitOnCtrlC: false` and a `usePaste` beside the `useInput`.
 *
 * Ink cannot tell a `[` that was typed from an escape sequence that broke off after `ESC [` and was given up after
 * 20 ms, so then there is a `[`.
 */
import type { Edit } from './textBuffer.ts';

/** What `useInput` says about a key: the fields of Ink's `Key` that matter here. */
export interface InkKey {
  readonly upArrow: boolean;
  readonly downArrow: boolean;
  readonly leftArrow: boolean;
  readonly rightArrow: boolean;
  readonly pageDown: boolean;
  readonly pageUp: boolean;
  readonly home: boolean;
  readonly end: boolean;
  readonly return: boolean;
  readonly escape: boolean;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly tab: boolean;
  readonly backspace: boolean;
  readonly delete: boolean;
  readonly meta: boolean;
  readonly super: boolean;
  readonly hyper: boolean;
  readonly eventType?: 'press' | 'repeat' | 'release' | undefined;
}

/** The questions to the caller that Alt jumps to. */
const altDigits = [1, 2, 3, 4, 5, 6, 7] as const;

export type Key =
  /** One or more characters without a control character; not yet cleaned. */
  | { readonly kind: 'text'; readonly text: string }
  /** Pasted as it came, with line breaks and whatever else; not yet cleaned. */
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: PlainKind }
  /** Alt and a digit. */
  | { readonly kind: 'alt'; readonly digit: (typeof altDigits)[number] }
  /** Ctrl and a letter a–z that has no meaning of its own above. */
  | { readonly kind: 'ctrl'; readonly letter: string };

export type PlainKind =
  | Edit
  | 'enter'
  | 'newline'
  | 'tab'
  | 'shift-tab'
  | 'page-up'
  | 'page-down'
  | 'escape'
  | 'interrupt';

/** Ctrl and a letter: the terminal's own meanings (H, I, J, M) and those of every command line. */
const ctrlKeys: ReadonlyMap<string, PlainKind> = new Map([
  ['a', 'home'],
  ['c', 'interrupt'],
  ['e', 'end'],
  ['h', 'backspace'],
  ['i', 'tab'],
  ['j', 'newline'],
  ['k', 'delete-to-end'],
  ['m', 'enter'],
  ['u', 'delete-to-start'],
  ['w', 'delete-word'],
]);

/** The keys behind one call of `useInput`'s handler, in order. A key without a meaning here gives nothing. */
export function keysFromInput(input: string, key: InkKey): Key[] {
  if (key.eventType === 'release' || key.super || key.hyper) return [];
  const kind = namedKey(key);
  if (kind) return [{ kind }];
  // Ctrl before Alt: Esc and Ctrl+C in quick succession read as Alt+Ctrl+C, and must still interrupt.
  if (key.ctrl) return ctrlKey(input.toLowerCase());
  if (key.meta) return altKey(input);
  return keysFromText(input);
}

/** The keys that Ink names, with what Shift, Ctrl and Alt make of them. */
function namedKey(key: InkKey): PlainKind | undefined {
  const modified = key.ctrl || key.meta;
  if (key.return) return modified || key.shift ? 'newline' : 'enter';
  if (key.tab) return key.shift ? 'shift-tab' : 'tab';
  if (key.backspace) return modified ? 'delete-word' : 'backspace';
  if (key.delete) return 'delete';
  if (key.upArrow) return 'up';
  if (key.downArrow) return 'down';
  if (key.leftArrow) return modified ? 'word-left' : 'left';
  if (key.rightArrow) return modified ? 'word-right' : 'right';
  if (key.home) return 'home';
  if (key.end) return 'end';
  if (key.pageUp) return 'page-up';
  if (key.pageDown) return 'page-down';
  if (key.escape) return 'escape';
  return undefined;
}

function ctrlKey(letter: string): Key[] {
  const kind = ctrlKeys.get(letter);
  if (kind) return [{ kind }];
  return /^[a-z]$/.test(letter) ? [{ kind: 'ctrl', letter }] : [];
}

function altKey(input: string): Key[] {
  const digit = altDigits.find((candidate) => String(candidate) === input);
  if (digit) return [{ kind: 'alt', digit }];
  if (input === 'b') return [{ kind: 'word-left' }];
  if (input === 'f') return [{ kind: 'word-right' }];
  return [];
}

/** What was typed in one piece, letter by letter: each may be a key of its own. What was pasted is one. */
export function letterByLetter(key: Key): readonly Key[] {
  return key.kind === 'text' ? [...key.text].map((text): Key => ({ kind: 'text', text })) : [key];
}

/** Takes a string without any key set apart into words and control characters. CR LF is one Enter. */
function keysFromText(input: string): Key[] {
  // Never typed: a paste that came without `usePaste`, or what is left of a broken escape sequence.
  if (input.includes('\x1b')) return [{ kind: 'paste', text: input }];
  const pieces = input.match(/\r\n|[\x00-\x1f\x7f]|[^\x00-\x1f\x7f]+/g) ?? [];
  return pieces.flatMap((piece): Key[] => {
    const code = piece.charCodeAt(0);
    if (code === 0x7f) return [{ kind: 'backspace' }];
    if (code >= 0x20) return [{ kind: 'text', text: piece }];
    // A control character is Ctrl and the letter 0x60 above it; those past Z are no letter and give nothing.
    return ctrlKey(String.fromCharCode(code + 0x60));
  });
}
