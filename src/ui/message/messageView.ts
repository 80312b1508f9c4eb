/** The screen where a message is made, as a frame: which one, all that it says, and the fields to change it in. */
import { marked } from '../../domain/message.ts';
import type { MessageChoice } from '../../domain/messageRecipients.ts';
import { briefMomentText } from '../../domain/momentText.ts';
import { cleanLine } from '../../domain/text.ts';
import { placesToFillIn } from '../../flow/message/editing.ts';
import type { MessageState, Page } from '../../flow/message/state.ts';
import type { TextBuffer } from '../../flow/textBuffer.ts';
import { messageLabels } from '../../texts/labels.ts';
import * as words from '../../texts/messageScreen.ts';
import { type Body, blank, fixed, stack, textField } from '../body.ts';
import {
  apart,
  type Frame,
  flow,
  type Line,
  line,
  lineWidth,
  paragraph,
  type Size,
  type Span,
  scrolled,
} from '../frame.ts';
import { exerciseMark, savedWords } from '../header.ts';
import { framed, tooSmall } from '../layout.ts';

/** Below this a message cannot be read. */
const smallest: Size = { columns: 34, rows: 12 };
/** What is left of the text however much there is to say besides. */
const leastBody = 4;

/** The frame for this state: never more lines than `rows`, never wider than `columns`. */
export function messageView(state: MessageState, size: Size, scroll: number): Frame {
  const small = tooSmall(size, smallest, words.tooSmall);
  if (small) return small;
  const { columns, rows } = size;
  const most = rows - 1 - keyLines(state, columns, true).length - leastBody;
  const hint = hintLines(state, columns).slice(0, Math.max(1, most));
  const below = (goesOn: boolean) => [...hint, ...keyLines(state, columns, goesOn)];
  return framed(size, [headerLine(state, columns)], (left) => bodyOf(state, left, scroll), below);
}

function headerLine(state: MessageState, columns: number): Line {
  const { incident } = state;
  const mark = exerciseMark(incident.exercise);
  const left: Line = [...mark, { text: ` ${incident.number} ${words.header.title}`, tone: 'bar' }];
  const right: Span = { text: `${savedWords(state)} `, tone: 'bar' };
  // In a narrow window the exercise is marked once.
  const fitting = lineWidth(left) + lineWidth([right, ...mark]) < columns ? [right, ...mark] : [right];
  return apart(left, fitting, columns, 'bar');
}

function bodyOf(state: MessageState, size: Size, scroll: number): Body {
  const { page } = state;
  switch (page.step) {
    case 'choosing':
      return choosingBody(state, size);
    case 'composing':
      return fixed([line(messageLabels[page.choice.kind], 'strong'), line(words.message.composing, 'quiet')]);
    case 'reading':
      return readingBody(state, page, size, scroll);
    case 'editing':
      return editingBody(page, size);
  }
}

function choosingBody(state: MessageState, { columns }: Size): Body {
  const { choices, selected, incident } = state;
  const title = line(words.choosing.title, 'strong');
  const rows = choices.map((choice, index) => {
    const isSelected = index === selected;
    const number = index < 9 ? String(index + 1) : ' ';
    const text = `${isSelected ? '▶' : ' '} ${number} ${choiceText(choice, state)}`;
    return line(text, isSelected ? 'strong' : 'plain');
  });
  const isOffered = choices.some(({ kind }) => kind === 'crisis-group');
  const missing =
    isOffered || !incident.decision ? [] : paragraph(words.choosing.noCrisisGroup, columns, 'quiet');
  const open = { from: selected + 1, to: selected + 2 };
  return fixed([title, ...rows, ...(missing.length > 0 ? [blank, ...missing] : [])], open);
}

/** `Enhetschef Hemtjänst Kortedala: Anna Ek, gjort 03:10` */
function choiceText(
  { kind, action, unit, recipients }: MessageChoice,
  { incident, now }: MessageState,
): string {
  const { none, many, manager, made } = words.choosing;
  const who = recipients.length > 1 ? many(recipients.length) : (recipients[0]?.name ?? none);
  const latest = incident.messages.findLast(
    (each) => each.message === kind && (kind !== 'unit-manager' || each.action === action),
  );
  const what = kind === 'unit-manager' ? manager(unit) : messageLabels[kind];
  // The register may have a number without a name, such as TIB's.
  const whom = who === '' ? what : `${what}: ${who}`;
  return cleanLine(`${whom}${latest ? made(briefMomentText(latest.at, now)) : ''}`);
}

function readingBody(
  state: MessageState,
  page: Extract<Page, { step: 'reading' }>,
  { columns, rows }: Size,
  scroll: number,
): Body {
  const { choice, message, isEdited, making } = page;
  const { templateProblem } = message;
  const title = making ? words.message.making : messageLabels[choice.kind];
  const toFillIn = placesToFillIn(message.text);
  const above = [
    line(title, 'strong'),
    ...(isEdited ? [line(words.message.edited, 'warning')] : []),
    ...(toFillIn.length > 0 ? paragraph(words.message.toFillIn(toFillIn), columns, 'warning') : []),
  ];
  const text = [
    ...(templateProblem === null
      ? []
      : paragraph(words.message.templateProblem(templateProblem), columns, 'warning')),
    ...toLines(state, message.to, columns),
    ...paragraph(`${words.message.subject}: ${message.subject}`, columns),
    blank,
    ...marked(message.text, state.incident.exercise)
      .trimEnd()
      .split('\n')
      .flatMap((each) => paragraph(each, columns, 'plain', '', each.startsWith('- ') ? '  ' : '')),
  ];
  const shown = above.slice(0, Math.max(1, rows - leastBody));
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

function editingBody(page: Extract<Page, { step: 'editing' }>, { columns, rows }: Size): Body {
  const { field, subject, text } = page;
  const label = (name: string, of: typeof field) => [line(name, field === of ? 'strong' : 'quiet')];
  const subjectField =
    field === 'subject' ? textField(subject, columns, 2) : unopened({ ...subject, cursor: 0 }, columns, 1);
  const room = Math.max(1, rows - 2 - subjectField.lines.length);
  return stack([
    label(words.message.subject, 'subject'),
    subjectField,
    label(words.message.text, 'text'),
    field === 'text' ? textField(text, columns, room) : unopened(text, columns, room),
  ]);
}

/** A field that nothing is typed in now. */
function unopened(buffer: TextBuffer, columns: number, height: number): Body {
  return fixed(textField(buffer, columns, height).lines);
}

function hintLines({ notice, fault }: MessageState, columns: number): Line[] {
  const faultText = fault && words.fault[fault.what](fault.kind);
  const text = noticeText(notice);
  const lines = [
    ...(faultText === null ? [] : paragraph(faultText, columns, 'alarm', '! ', '  ')),
    ...(text === null ? [] : paragraph(text, columns, 'warning')),
  ];
  return lines.length > 0 ? lines : [blank];
}

function noticeText(notice: MessageState['notice']): string | null {
  if (notice === null) return null;
  switch (notice.kind) {
    case 'saved-as':
      return words.notice.savedAs(notice.path);
    case 'press-one-of':
      return words.notice.pressOneOf(notice.keys);
    case 'too-long':
      return words.notice.tooLong(notice.dropped);
    default:
      return words.hints[notice.kind];
  }
}

function keyLines({ page, choices }: MessageState, columns: number, more: boolean): Line[] {
  const [first = '', ...others] =
    page.step === 'choosing' ? words.keys.choosing(Math.min(9, choices.length)) : words.keys[page.step];
  return flow([first, ...(more ? [words.keys.more] : []), ...others], columns, 'quiet').slice(0, 4);
}
