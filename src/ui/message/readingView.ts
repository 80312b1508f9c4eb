/** What is read on the screen of a message: the message before it leaves, the report that is saved, and all keys. */
import { marked } from '../../domain/message.ts';
import { unwrapText } from '../../domain/messageLines.ts';
import { briefMomentText } from '../../domain/momentText.ts';
import { cleanLine } from '../../domain/text.ts';
import { foundOnPage, type MessageState, type Page, type SavedReport } from '../../flow/message/state.ts';
import { placesToFillIn } from '../../flow/wordingFields.ts';
import { messageLabels } from '../../texts/labels.ts';
import * as words from '../../texts/messageScreen.ts';
import { personalDataUnseen } from '../../texts/personalData.ts';
import { type Body, blank, fixed } from '../body.ts';
import { type Line, line, paragraph, type Size, scrolled } from '../frame.ts';
import { guardLines } from '../guardLines.ts';
import { keyTable } from '../keyTable.ts';

/** What is left of the text however much there is to say besides. */
export const leastBody = 4;

export function readingBody(
  state: MessageState,
  page: Extract<Page, { step: 'reading' }>,
  { columns, rows }: Size,
  scroll: number,
): Body {
  const { choice, message, isEdited, making } = page;
  const { templateProblem } = message;
  const title = making ? words.message.making : messageLabels[choice.kind];
  const toFillIn = placesToFillIn(message.text);
  const { staying, rest } = guardLines(foundOnPage(state), columns, Math.floor(rows / 3));
  const above = [
    line(title, 'strong'),
    ...(isEdited ? [line(words.message.edited, 'warning')] : []),
    ...(toFillIn.length > 0 ? paragraph(words.message.toFillIn(toFillIn), columns, 'warning') : []),
    ...phoneLines(state, columns),
    ...staying,
  ];
  const text = [
    ...rest,
    ...paragraph(personalDataUnseen, columns, 'quiet'),
    ...(templateProblem === null
      ? []
      : paragraph(words.message.templateProblem(templateProblem), columns, 'warning')),
    ...toLines(state, message.to, columns),
    ...paragraph(`${words.message.subject}: ${message.subject}`, columns),
    blank,
    ...textLines(marked(message.text, state.incident.exercise), columns),
  ];
  return scrolledUnder(above, text, rows, scroll);
}

/** The report as it was saved, with what it is sent by: where its file lies. */
export function reportBody(
  state: MessageState,
  report: SavedReport,
  { columns, rows }: Size,
  scroll: number,
): Body {
  const { incident, now, context } = state;
  const { title, outdated, file, folder } = words.report;
  const { staying, rest } = guardLines(foundOnPage(state), columns, Math.floor(rows / 3));
  const above = [
    line(title(briefMomentText(report.at, now)), 'strong'),
    ...(incident.awaits === null ? [] : paragraph(outdated, columns, 'warning')),
    ...phoneLines(state, columns),
    ...staying,
  ];
  const to = report.to === null ? [] : [{ name: '', address: report.to }];
  const text = [
    ...rest,
    ...toLines(state, to, columns),
    ...paragraph(`${words.message.subject}: ${report.subject}`, columns),
    ...paragraph(`${file}: ${report.file}`, columns),
    ...paragraph(`${folder}: ${cleanLine(context.draftsFolder)}`, columns),
    blank,
    ...textLines(unwrapText(report.body), columns),
  ];
  return scrolledUnder(above, text, rows, scroll);
}

/** Whoever reads it could not phone the desk. */
function phoneLines({ context }: MessageState, columns: number): Line[] {
  return context.deskPhone === null ? paragraph(words.message.noDeskPhone, columns, 'warning') : [];
}

/** Each paragraph wrapped to the window, a point of a list under itself. */
function textLines(text: string, columns: number): Line[] {
  return text
    .trimEnd()
    .split('\n')
    .flatMap((each) => paragraph(each, columns, 'plain', '', each.startsWith('- ') ? '  ' : ''));
}

/** A text that scrolls under what stays; what stays gives way where there is next to no room. */
function scrolledUnder(staying: readonly Line[], text: readonly Line[], rows: number, scroll: number): Body {
  const shown = staying.slice(0, Math.max(1, rows - leastBody));
  const { lines, scrollMax } = scrolled(text, scroll, rows - shown.length);
  return { ...fixed([...shown, ...lines]), scrollMax };
}

function toLines(
  { incident }: MessageState,
  to: Extract<Page, { step: 'reading' }>['message']['to'],
  columns: number,
): Line[] {
  const { nobody, exerciseAddress } = words.message;
  const label = `${words.message.to}: `;
  if (to.length === 0) {
    return paragraph(
      `${label}${incident.exercise ? words.noRecipientInExercise : nobody}`,
      columns,
      'warning',
    );
  }
  const names = to
    .map(({ name, address }) => (name === '' ? address : `${cleanLine(name)} <${address}>`))
    .join(', ');
  return paragraph(`${label}${incident.exercise ? exerciseAddress(names) : names}`, columns);
}

/** What `?` shows: the keys of the page under it. */
export function helpBody({ step }: Page, { columns, rows }: Size, scroll: number): Body {
  const { title, nothingSent } = words.allKeys;
  const table = step === 'choosing' || step === 'report' ? words.allKeys[step] : words.allKeys.reading;
  const text = [line(title, 'strong'), ...keyTable(table, columns), blank, line(nothingSent, 'quiet')];
  const { lines, scrollMax } = scrolled(text, scroll, rows);
  return { ...fixed(lines), scrollMax };
}
