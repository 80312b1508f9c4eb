/**
 * A text field as a value: what is written and where the cursor stands. It loses no key: typing a text in any
 * chunks gives the same as typing it at once.
 *
 * Relied on: the terminal's input is decoded as a stream, so that no chunk ends within a character's bytes, and Ink
 * keeps an escape sequence and a paste together. A letter and its accent, or the parts of an emoji, may come apart.
 */
import { graphemes, nextGrapheme, previousGrapheme } from '../domain/graphemes.ts';
import { cleanText, countCharacters, maxAnswerLength } from '../domain/text.ts';

export interface TextBuffer {
  /** As by `cleanText`: NFC, `\n` as the only line break; at most `maxAnswerLength` characters. */
  readonly text: string;
  /**
   * A UTF-16 index, between two graphemes; but right after an insertion before something that merges with it (half a
   * flag before a flag) it stays behind what was inserted, so that the other half lands there too.
   */
  readonly cursor: number;
}

/** A change without text, by the name of the key that makes it. */
export type Edit =
  | 'backspace'
  | 'delete'
  | 'delete-word'
  | 'delete-to-start'
  | 'delete-to-end'
  | 'left'
  | 'right'
  | 'word-left'
  | 'word-right'
  | 'home'
  | 'end'
  | 'up'
  | 'down';

export interface Inserted {
  readonly buffer: TextBuffer;
  /** How many characters did not fit. */
  readonly dropped: number;
}

export const emptyBuffer: TextBuffer = { text: '', cursor: 0 };

/** The text, cleaned and cut at `maxAnswerLength`, with the cursor at its end. */
export function bufferOf(text: string): TextBuffer {
  return insert(emptyBuffer, text).buffer;
}

/** The buffer after one edit. Null when it leads out of the field: up from the first line, down from the last. */
export function apply(buffer: TextBuffer, edit: Edit): TextBuffer | null {
  switch (edit) {
    case 'backspace':
      return deleteBackward(buffer);
    case 'delete':
      return deleteForward(buffer);
    case 'delete-word':
      return deleteWordBackward(buffer);
    case 'delete-to-start':
      return deleteToLineStart(buffer);
    case 'delete-to-end':
      return deleteToLineEnd(buffer);
    case 'left':
      return moveLeft(buffer);
    case 'right':
      return moveRight(buffer);
    case 'word-left':
      return moveWordLeft(buffer);
    case 'word-right':
      return moveWordRight(buffer);
    case 'home':
      return moveLineStart(buffer);
    case 'end':
      return moveLineEnd(buffer);
    case 'up':
      return moveUp(buffer);
    case 'down':
      return moveDown(buffer);
  }
}

/**
 * Puts the cleaned text in at the cursor. What would make the field longer than `maxAnswerLength` is dropped from
 * the inserted text's end, and counted; a letter's accent that arrives last still finds its letter in a full field.
 */
export function insert(buffer: TextBuffer, text: string): Inserted {
  const inserted = cleanText(text);
  if (inserted === '') return { buffer, dropped: 0 };
  const whole = insertClean(buffer, inserted);
  if (fits(whole)) return { buffer: whole, dropped: 0 };

  const characters = [...inserted];
  const taking = (count: number) => insertClean(buffer, characters.slice(0, count).join(''));
  // At least the free room fits. More does where the text's ends compose with what is there.
  let taken = Math.max(0, maxAnswerLength - countCharacters(buffer.text));
  while (taken < characters.length && fits(taking(taken + 1))) taken++;
  return { buffer: taken === 0 ? buffer : taking(taken), dropped: characters.length - taken };
}

function deleteBackward(buffer: TextBuffer): TextBuffer {
  return deleteRange(buffer, previousGrapheme(buffer.text, buffer.cursor), buffer.cursor);
}

function deleteForward(buffer: TextBuffer): TextBuffer {
  return deleteRange(buffer, buffer.cursor, nextGrapheme(buffer.text, buffer.cursor));
}

/** A word is what stands between white space, so that a telephone number's part or a unit's name goes as a whole. */
function deleteWordBackward(buffer: TextBuffer): TextBuffer {
  return deleteRange(buffer, wordStart(buffer), buffer.cursor);
}

function deleteToLineStart(buffer: TextBuffer): TextBuffer {
  return deleteRange(buffer, lineStart(buffer.text, buffer.cursor), buffer.cursor);
}

function deleteToLineEnd(buffer: TextBuffer): TextBuffer {
  return deleteRange(buffer, buffer.cursor, lineEnd(buffer.text, buffer.cursor));
}

function moveLeft(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, previousGrapheme(buffer.text, buffer.cursor));
}

function moveRight(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, nextGrapheme(buffer.text, buffer.cursor));
}

function moveWordLeft(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, wordStart(buffer));
}

function moveWordRight(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, wordEnd(buffer));
}

function moveLineStart(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, lineStart(buffer.text, buffer.cursor));
}

function moveLineEnd(buffer: TextBuffer): TextBuffer {
  return moveTo(buffer, lineEnd(buffer.text, buffer.cursor));
}

/** To the same place in the line above, between line breaks. Null on the first line. */
function moveUp(buffer: TextBuffer): TextBuffer | null {
  const start = lineStart(buffer.text, buffer.cursor);
  return start === 0 ? null : moveToLine(buffer, lineStart(buffer.text, start - 1));
}

/** To the same place in the line below, between line breaks. Null on the last line. */
function moveDown(buffer: TextBuffer): TextBuffer | null {
  const end = lineEnd(buffer.text, buffer.cursor);
  return end === buffer.text.length ? null : moveToLine(buffer, end + 1);
}

function insertClean({ text, cursor }: TextBuffer, inserted: string): TextBuffer {
  return join(text.slice(0, cursor) + inserted, text.slice(cursor));
}

function deleteRange(buffer: TextBuffer, from: number, to: number): TextBuffer {
  return from === to ? buffer : join(buffer.text.slice(0, from), buffer.text.slice(to));
}

/**
 * Two texts as one in NFC (`a` and a ring typed after it are one å), with the cursor between them, or behind the
 * grapheme that they meet in.
 */
function join(before: string, after: string): TextBuffer {
  const text = (before + after).normalize('NFC');
  if (text.endsWith(after)) return { text, cursor: text.length - after.length };
  let cursor = 0;
  while (cursor < before.length && cursor < text.length) cursor = nextGrapheme(text, cursor);
  return { text, cursor };
}

function fits({ text }: TextBuffer): boolean {
  return text.length <= maxAnswerLength || countCharacters(text) <= maxAnswerLength;
}

function moveTo(buffer: TextBuffer, cursor: number): TextBuffer {
  return cursor === buffer.cursor ? buffer : { text: buffer.text, cursor };
}

function moveToLine(buffer: TextBuffer, start: number): TextBuffer {
  const { text, cursor } = buffer;
  const column = graphemes(text.slice(lineStart(text, cursor), cursor)).length;
  const line = graphemes(text.slice(start, lineEnd(text, start)));
  return moveTo(buffer, start + line.slice(0, column).join('').length);
}

function lineStart(text: string, index: number): number {
  return text.slice(0, index).lastIndexOf('\n') + 1;
}

function lineEnd(text: string, index: number): number {
  const end = text.indexOf('\n', index);
  return end === -1 ? text.length : end;
}

function wordStart({ text, cursor }: TextBuffer): number {
  let index = cursor;
  while (index > 0 && isSpaceAt(text, index - 1)) index--;
  while (index > 0 && !isSpaceAt(text, index - 1)) index--;
  return index;
}

function wordEnd({ text, cursor }: TextBuffer): number {
  let index = cursor;
  while (index < text.length && isSpaceAt(text, index)) index++;
  while (index < text.length && !isSpaceAt(text, index)) index++;
  return index;
}

function isSpaceAt(text: string, index: number): boolean {
  return text.charAt(index).trim() === '';
}
