/** The lines of a mail: a text wrapped for reading in any mail program, and the same with its paragraphs whole. */

/** RFC 5322, section 2.1.1, asks for at most 78; a reply's `> ` must cut too. */
export const mailColumns = 72;

/** Not between two digits: a telephone number that is broken cannot be dialled with a tap. */
const betweenWords = /(?<!\d) +| +(?!\d)/;

/** One line as several, broken between words; a word too long for a line gets one of its own. */
export function wrapLine(line: string, columns: number): string {
  if (line.length <= columns) return line;
  const indent = indentOf(line);
  const hanging = ' '.repeat(indent.length);
  const lines: string[] = [];
  let current = indent;
  for (const word of line.slice(indent.length).split(betweenWords)) {
    const empty = current.trim() === '' || current === indent;
    if (!empty && current.length + 1 + word.length > columns) {
      lines.push(current);
      current = hanging + word;
    } else {
      current += empty ? word : ` ${word}`;
    }
  }
  return [...lines, current].join('\n');
}

/**
 * A text that was wrapped to `mailColumns`, with every paragraph on one line again, for a window or a mail program that
 * is as wide as it is. A line is taken for the rest of the one before when its first word had no room there.
 */
export function unwrapText(text: string): string {
  const lines: string[] = [];
  let hanging = '';
  let lengthBefore = 0;
  for (const line of text.split('\n')) {
    const [firstWord = ''] = line.trimStart().split(betweenWords);
    const isRest =
      lengthBefore > 0 &&
      firstWord !== '' &&
      indentOf(line) === hanging &&
      lengthBefore + 1 + firstWord.length > mailColumns;
    if (isRest) {
      lines[lines.length - 1] += ` ${line.slice(hanging.length)}`;
    } else {
      lines.push(line);
      hanging = ' '.repeat(indentOf(line).length);
    }
    lengthBefore = line.length;
  }
  return lines.join('\n');
}

/** With the mark of a list, under which the next line does not begin. */
function indentOf(line: string): string {
  return /^ *(?:- )?/.exec(line)?.[0] ?? '';
}
