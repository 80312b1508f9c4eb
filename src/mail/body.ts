/** From a filled-in template to the text that goes into the mail, onto the screen and to the clipboard. */
import { marked } from '../domain/message.ts';
import { mailColumns, wrapLine } from '../domain/messageLines.ts';
import { type ReportFields, reportFields } from '../domain/reportFields.ts';
import { cleanText } from '../domain/text.ts';
import { renderTemplate } from './template.ts';

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
    .map((line) => wrapLine(line, columns))
    .join('\n');
  return marked(body, exercise);
}
