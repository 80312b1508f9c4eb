/** Screens as text, as they look without colours. */
import type { CallState } from '../../../src/flow/call/state.ts';
import { callView } from '../../../src/ui/call/callView.ts';
import type { Frame, Line, Size } from '../../../src/ui/frame.ts';

export const textOf = (line: Line): string => line.map(({ text }) => text).join('');
export const textsOf = ({ lines }: Frame): string[] => lines.map(textOf);

/** The whole screen as one text, without blanks at the lines' ends. */
export function screen(state: CallState, size: Size, scroll = 0): string {
  const lines = textsOf(callView(state, size, scroll)).map((line) => line.trimEnd());
  return `\n${lines.join('\n')}\n`;
}
