/**
 * The first frame, drawn before Ink is loaded: the question is there, and the terminal takes keys, in half the time.
 * What is typed meanwhile waits in the terminal's own queue until Ink reads it.
 */
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Frame } from './frame.ts';
import { paintedLines } from './paint.ts';

const enterAlternateScreen = '\x1b[?1049h';
const leaveAlternateScreen = '\x1b[?1049l';
/** Empties the screen and puts the cursor at its start. */
export const clearScreen = '\x1b[H\x1b[J';
/** Terminals that know these show what is written between them all at once. */
export const holdDrawing = '\x1b[?2026h';
export const draw = '\x1b[?2026l';

/** Puts the terminal in raw mode, shows the frame on the alternate screen, and places the cursor. */
export async function showFirstFrame(
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
  frame: Frame,
): Promise<void> {
  const keysTaken = takeKeys(stdin);
  const { cursor } = frame;
  const place = cursor ? `\x1b[${cursor.row + 1};${cursor.column + 1}H` : '';
  stdout.write(`${enterAlternateScreen}${clearScreen}${paintedLines(frame).join('\r\n')}${place}`);
  return keysTaken;
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
