/**
 * The first frames, drawn before Ink is loaded: the question is there, and what is typed is seen, in half the time.
 * The first key that is more than plain text waits for Ink, and all that comes after it.
 */
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Frame } from './frame.ts';
import { paintedLines } from './paint.ts';

export const enterAlternateScreen = '\x1b[?1049h';
const leaveAlternateScreen = '\x1b[?1049l';
const home = '\x1b[H';
const eraseRestOfLine = '\x1b[K';
/** Empties the screen and puts the cursor at its start. */
export const clearScreen = `${home}\x1b[J`;
/** Terminals that know these show what is written between them all at once. */
export const holdDrawing = '\x1b[?2026h';
export const draw = '\x1b[?2026l';

/** Puts the terminal in raw mode and shows the frame on the alternate screen; resolves when keys may be read. */
export async function showFirstFrame(
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
  frame: Frame,
): Promise<void> {
  const keysTaken = takeKeys(stdin);
  stdout.write(`${enterAlternateScreen}${clearScreen}`);
  showNextFrame(stdout, frame);
  return keysTaken;
}

/** Draws over the frame before it, and places the cursor. */
export function showNextFrame(stdout: NodeJS.WriteStream, frame: Frame): void {
  const { cursor } = frame;
  const place = cursor ? `\x1b[${cursor.row + 1};${cursor.column + 1}H` : '';
  const lines = paintedLines(frame).map((line) => `${line}${eraseRestOfLine}`);
  stdout.write(`${holdDrawing}${home}${lines.join('\r\n')}${place}${draw}`);
}

const plainText = /^[^\x00-\x1f\x7f-\x9f]+$/;

/**
 * Gives plain text to `onText` as it is typed. From the first key that is something else, all is kept for whoever
 * reads next. Gives the function that stops it.
 */
export function readFirstText(stdin: NodeJS.ReadStream, onText: (text: string) => void): () => void {
  let kept = '';
  const read = () => {
    // Until there is no more: a terminal is not read again before that.
    for (let typed: string | null = stdin.read(); typed !== null; typed = stdin.read()) {
      if (kept === '' && plainText.test(typed)) onText(typed);
      else kept += typed;
    }
  };
  stdin.on('readable', read);
  return () => {
    stdin.off('readable', read);
    if (kept !== '') stdin.unshift(kept);
  };
}

/**
 * Puts the terminal in raw mode; resolves at once, when what was typed before that has been read. It was typed while
 * the program was starting and has been through the terminal's own line editing, which makes every Enter a line
 * feed, and in raw mode a line feed is Ctrl+J. So in what waits at this moment a line feed is made Enter again.
 */
export async function takeKeys(stdin: NodeJS.ReadStream): Promise<void> {
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  // Ink sets it again for every hook, and each time Node forgets a character of which only a part has come.
  stdin.setEncoding = () => stdin;
  const take = () => {
    const typed: string | null = stdin.read();
    if (typed !== null) stdin.unshift(typed.replaceAll('\n', '\r'));
  };
  stdin.once('readable', take);
  // The event loop looks at the terminal once between these two.
  await turnOfTheLoop();
  await turnOfTheLoop();
  stdin.off('readable', take);
}

/** The empty alternate screen that Ink starts on: it draws from where the cursor stands, over what is there. */
export function makeRoomForInk<T>(stdout: NodeJS.WriteStream, startInk: () => T): T {
  stdout.write(`${holdDrawing}${enterAlternateScreen}${clearScreen}`);
  const ink = startInk();
  stdout.write(draw);
  return ink;
}

/** Gives the terminal back when Ink never came to take over. */
export function leaveFirstFrame(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream): void {
  stdin.setRawMode(false);
  stdout.write(leaveAlternateScreen);
}
