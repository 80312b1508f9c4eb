/** From a filled-in template to the text that goes into the mail, onto the screen and to the clipboard. */
import { marked } from '../domain/message.ts';
import { mailColumns, wrapLine } from '../domain/messageLines.ts';
import { type ReportFields, reportFields } from '../domain/reportFields.ts';
import { cleanText } from '../domain/text.ts';
import { renderTemplate } from './template.ts';

/**
 * The report as plain text with `\n`, to be read and edited: every paragraph on one line, without an end of line last.
 * `mailBody` makes it ready to leave. Throws TemplateError when the template has a fault.
 */
export function renderReport(template: string, fields: ReportFields): string {
  return tidied(renderTemplate(template, reportFields, fields));
}

/** No control characters, no run of blank lines, and none first or last. */
export function tidied(text: string): string {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/**
 * The text tidied for a mail, with lines of at most `columns`, ending in `\n`; in an exercise with ÖVNING first and last,
 * which no template and no hand can take away.
 */
export function mailBody(text: string, exercise: boolean, columns = mailColumns): string {
  const body = tidied(text)
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
  return marked(body, exercise);
}
