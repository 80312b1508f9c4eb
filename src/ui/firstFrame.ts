/**
 * The first frame, drawn before Ink is loaded: the question is there, and the terminal takes keys, in half the time.
 * What is typed meanwhile waits in the terminal's own queue until Ink reads it.
 */
import type { Frame } from './frame.ts';
import { paintedLines } from './paint.ts';

const enterAlternateScreen = '\x1b[?1049h';
const leaveAlternateScreen = '\x1b[?1049l';

/** Puts the terminal in raw mode, shows the frame on the alternate screen, and places the cursor. */
export function showFirstFrame(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream, frame: Frame): void {
  stdin.setRawMode(true);
  const { cursor } = frame;
  const place = cursor ? `\x1b[${cursor.row + 1};${cursor.column + 1}H` : '';
  stdout.write(`${enterAlternateScreen}\x1b[H${paintedLines(frame).join('\r\n')}${place}`);
}

/** Gives the terminal back when Ink never came to take over. */
export function leaveFirstFrame(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream): void {
  stdin.setRawMode(false);
  stdout.write(leaveAlternateScreen);
}
