/** How the tones look on a terminal. Colour is only ever added to words that say the same. */
import chalk from 'chalk';
import type { Frame, Span, Tone } from './frame.ts';

const styles: Readonly<Record<Tone, (text: string) => string>> = {
  plain: (text) => text,
  strong: chalk.bold,
  quiet: chalk.dim,
  good: chalk.green,
  warning: chalk.yellow,
  alarm: chalk.bold.red,
  bar: chalk.inverse,
  exercise: chalk.bold.black.bgYellow,
  struck: chalk.dim.strikethrough,
};

/** The span with the escape sequences of its tone; plain text where the terminal has no colours. */
export function painted({ text, tone, isFound = false }: Span): string {
  if (text === '') return '';
  return styles[tone](isFound ? chalk.underline(text) : text);
}

/** The frame's lines, ready to be written to a terminal. */
export function paintedLines(frame: Frame): string[] {
  return frame.lines.map((spans) => spans.map(painted).join(''));
}
