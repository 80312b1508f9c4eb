/** The screen where a message is made, as a frame: which one, all that it says, and the fields to change it in. */
import type { MessageChoice } from '../../domain/messageRecipients.ts';
import { briefMomentText, shortMomentText } from '../../domain/momentText.ts';
import { cleanLine } from '../../domain/text.ts';
import { isStrong } from '../../flow/guard.ts';
import { foundOnPage, hasChanges, type MessageState, type OutboxAnswer } from '../../flow/message/state.ts';
import { notice as callNotice } from '../../texts/call.ts';
import { messageLabels } from '../../texts/labels.ts';
import * as words from '../../texts/messageScreen.ts';
import { guard as guardWords } from '../../texts/personalData.ts';
import { type Body, blank, fixed } from '../body.ts';
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
} from '../frame.ts';
import { exerciseMark, savedWords } from '../header.ts';
import { framed, heightOf, tooSmall } from '../layout.ts';
import { wordingBody } from '../wordingBody.ts';
import { helpBody, leastBody, readingBody, reportBody } from './readingView.ts';

/** Below this a message cannot be read. */
const smallest: Size = { columns: 34, rows: 12 };

/** The frame for this state: never more lines than `rows`, never wider than `columns`. */
export function messageView(state: MessageState, size: Size, scroll: number): Frame {
  const small = tooSmall(size, smallest);
  if (small) return small;
  const { columns, rows } = size;
  const keys = (scrolling: readonly string[]) => keyLines(state, columns, scrolling);
  const most = rows - 1 - heightOf(keys) - leastBody;
  const hint = hintLines(state, columns).slice(0, Math.max(1, most));
  const below = (scrolling: readonly string[]) => [...hint, ...keys(scrolling)];
  return framed(size, [headerLine(state, columns)], (left) => bodyOf(state, left, scroll), below, scroll);
}

function headerLine(state: MessageState, columns: number): Line {
  const { incident } = state;
  const mark = exerciseMark(incident.exercise);
  const left: Line = [...mark, { text: ` ${incident.number} ${words.header.title}`, tone: 'bar' }];
  const saved = savedWords(state, hasChanges(state) ? words.header.edited : undefined);
  const right: Span = { text: `${saved} `, tone: 'bar' };
  // In a narrow window the exercise is marked once.
  const fitting = lineWidth(left) + lineWidth([right, ...mark]) < columns ? [right, ...mark] : [right];
  return apart(left, fitting, columns, 'bar');
}

function bodyOf(state: MessageState, size: Size, scroll: number): Body {
  const { page } = state;
  if (state.help) return helpBody(page, size, scroll);
  switch (page.step) {
    case 'choosing':
      return choosingBody(state, size);
    case 'composing':
      return fixed([line(messageLabels[page.choice.kind], 'strong'), line(words.message.composing, 'quiet')]);
    case 'reading':
      return readingBody(state, page, size, scroll);
    case 'editing':
      return wordingBody(page.fields, size);
    case 'report':
      return reportBody(state, page.report, size, scroll);
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

function hintLines(state: MessageState, columns: number): Line[] {
  const { fault } = state;
  const faultText = fault && words.fault[fault.what](fault.kind);
  const text = noticeText(state);
  const lines = [
    ...(faultText === null ? [] : paragraph(`! ${faultText}`, columns, 'alarm', '', '  ')),
    ...(text === null ? [] : paragraph(text, columns, 'warning')),
  ];
  return lines.length > 0 ? lines : [blank];
}

function noticeText({ notice, page, incident, context }: MessageState): string | null {
  if (notice === null) return null;
  switch (notice.kind) {
    case 'saved-as':
      return words.notice.savedAs(cleanLine(notice.path));
    case 'saved-already':
      return words.notice.savedAlready(notice.file, cleanLine(notice.folder));
    case 'personal-data':
      return notice.strength === 'strong' && page.step === 'report'
        ? guardWords.stopsReport
        : guardWords.stops[notice.strength];
    case 'confirm-send':
      return words.notice.confirmSend(notice.to, notice.again);
    case 'outbox':
      return outboxText(notice.came, incident.number, context.program);
    case 'promise-lost':
      return words.notice.promiseLost;
    case 'too-long-to-edit':
      return words.notice.tooLongToEdit;
    case 'editor':
      return callNotice.editor[notice.came];
    case 'press-one-of':
      return words.notice.pressOneOf(notice.keys);
    case 'too-long':
      return words.notice.tooLong(notice.dropped);
    default:
      return words.hints[notice.kind];
  }
}

function outboxText(came: OutboxAnswer, number: string, program: string): string {
  switch (came.kind) {
    case 'queued':
      return words.notice.queued;
    case 'overtaken':
      return words.notice.overtaken;
    case 'accepted':
      return words.notice.alreadyAccepted(shortMomentText(came.at));
    case 'unknown':
      return words.notice.unknownOutcome(shortMomentText(came.at), number, program);
  }
}

function keyLines(state: MessageState, columns: number, scrolling: readonly string[]): Line[] {
  const [first = '', ...others] = keysOf(state);
  return flow([first, ...scrolling, ...others], columns, 'quiet').slice(0, 4);
}

function keysOf(state: MessageState): readonly string[] {
  const { page, choices, help, notice, context } = state;
  if (help) return words.keys.help;
  if (notice?.kind === 'confirm-send') return words.keys.confirmSend;
  const { sends, editor } = context;
  switch (page.step) {
    case 'choosing':
      return words.keys.choosing(Math.min(9, choices.length));
    case 'reading':
      return [
        ...(foundOnPage(state).some(isStrong) ? [guardWords.mask] : []),
        ...words.keys.reading(sends, editor),
      ];
    case 'report':
      return words.keys.report(sends);
    default:
      return words.keys[page.step];
  }
}
