/** From a filled-in template to the text that goes into the mail, onto the screen and to the clipboard. */
import { marked } from '../domain/message.ts';
import { type ReportFields, reportFields } from '../domain/reportFields.ts';
import { cleanText } from '../domain/text.ts';
import { renderTemplate } from './template.ts';

/** RFC 5322, section 2.1.1, asks for at most 78; a reply's `> ` must cut too. */
const mailColumns = 72;

/**
 * The report as plain text with `\n`, ending in one: wrapped to `columns`, and with ÖVNING first and last in an exercise, which
 * no template can take away. Throws TemplateError when the template has a fault.
 */
export function renderReport(template: string, fields: ReportFields, columns = mailColumns): string {
  return mailBody(renderTemplate(template, reportFields, fields), fields.ovning, columns);
}

/**
 * The text tidied for a mail: no control characters, no run of blank lines, lines of at most `columns`, and marked in an
 * exercise.
 */
export function mailBody(text: string, exercise: boolean, columns = mailColumns): string {
  const tidy = cleanText(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
  const body = tidy
    .split('\n')
    .map((line) => wrapped(line, columns))
    .join('\n');
  return marked(body, exercise);
}

/** Not between two digits: a telephone number that is broken cannot be dialled with a tap. */
const betweenWords = /(?<!\d) +| +(?!\d)/;

/** One line as several, broken between words; a word too long for a line gets one of its own. */
function wrapped(line: string, columns: number): string {
  if (line.length <= columns) return line;
  const [indent = ''] = /^ *(?:- )?/.exec(line) ?? [];
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
