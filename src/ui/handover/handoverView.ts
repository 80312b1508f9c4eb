/** The handover as a frame: header, what has gone wrong, the page, what became of it, and the keys. Pure. */
import { acknowledgeProblem } from '../../domain/handoverChanges.ts';
import { type HandoverState, waiting } from '../../flow/handover/state.ts';
import type { TextBuffer } from '../../flow/textBuffer.ts';
import * as words from '../../texts/handover.ts';
import { type Body, blank, fixed, stack, textField } from '../body.ts';
import { type Frame, flow, type Line, line, paragraph, type Size, scrolled } from '../frame.ts';
import { exerciseMark, savedWords, timedHeader } from '../header.ts';
import { framed, heightOf, tooSmall } from '../layout.ts';
import { latestText, pageLines, waitingLines } from './handoverText.ts';

/** Below this there is no room for the page, a field and the keys. */
const smallest: Size = { columns: 34, rows: 12 };
/** Room for a field with its question, also when there is much else to say. */
const leastBody = 4;
/** So many rows of a note are seen at once. */
const noteRows = 4;

/** The frame for this state: never more lines than `rows`, never wider than `columns`. */
export function handoverView(state: HandoverState, size: Size, scroll: number): Frame {
  const small = tooSmall(size, smallest);
  if (small) return small;
  const { columns, rows } = size;
  const below = (scrolling: readonly string[]) => footer(state, columns, scrolling);
  const room = rows - 1 - heightOf(below);
  const above = [header(state, columns), ...faultLines(state, columns).slice(0, room - leastBody)];
  return framed(size, above, (left) => bodyOf(state, left, scroll), below, scroll);
}

function header(state: HandoverState, columns: number): Line {
  const mark = exerciseMark(state.setup.exercise);
  const left: Line = [...mark, { text: ` ${words.screen.header} · ${state.operator}`, tone: 'bar' }];
  return timedHeader(left, state.now, savedWords(state), mark, columns);
}

function faultLines({ fault, readFault }: HandoverState, columns: number): Line[] {
  const told = (title: string, rest: string) => [
    ...paragraph(title, columns, 'alarm', '! '),
    ...paragraph(rest, columns, 'strong', '  '),
  ];
  if (fault) return told(words.fault.title(fault), words.fault.rest);
  return readFault ? told(words.fault.notRead(readFault), words.fault.mayBeOld) : [];
}

/** The page, scrolled, above what stays: the latest handover, or the field that is open. */
function bodyOf(state: HandoverState, size: Size, scroll: number): Body {
  const { columns, rows } = size;
  if (state.panel === 'help') {
    const lines = words.screen.help.flatMap((text) => paragraph(text, columns, 'plain', '', '       '));
    const seen = scrolled(lines, scroll, rows);
    return { ...fixed(seen.lines), scrollMax: seen.scrollMax };
  }
  const staying = stayingBody(state, size);
  const room = Math.max(0, rows - staying.lines.length - 1);
  const { lines, scrollMax } = scrolled(textLines(state, columns), scroll, room);
  const gap = Array.from({ length: rows - lines.length - staying.lines.length }, () => blank);
  return { ...stack([lines, gap, staying]), scrollMax: room === 0 ? 0 : scrollMax };
}

function textLines(state: HandoverState, columns: number): readonly Line[] {
  if (!state.isRead) return state.readFault ? [] : [line(words.screen.reading, 'quiet')];
  const signed = waiting(state);
  return signed ? waitingLines(signed, state.page, columns) : pageLines(state.lines, columns);
}

function stayingBody(state: HandoverState, { columns, rows }: Size): Body {
  const field = (title: string, buffer: TextBuffer, height: number) => {
    const titled = paragraph(title, columns, 'strong').slice(0, Math.max(1, rows - 1));
    return stack([titled, textField(buffer, columns, Math.max(1, Math.min(height, rows - titled.length)))]);
  };
  switch (state.panel) {
    case 'sign':
      return field(words.screen.signing(state.operator), state.note, noteRows);
    case 'acknowledge':
      return field(words.screen.acknowledging, state.arriving, 1);
    default:
      if (!state.isRead) return fixed([]);
      return fixed(paragraph(latestText(state.handover), columns, 'quiet').slice(0, Math.max(1, rows - 3)));
  }
}

function footer(state: HandoverState, columns: number, scrolling: readonly string[]): Line[] {
  const hint = noticeText(state);
  const [first = '', ...others] = keysFor(state);
  const keys = [first, ...scrolling, ...others];
  return [
    ...(hint === null ? [blank] : paragraph(hint, columns, 'warning').slice(0, 3)),
    ...flow(keys, columns, 'quiet').slice(0, columns < 60 ? 3 : 2),
  ];
}

/** The keys that work now, the most needed first. */
function keysFor({ panel, handover, isRead }: HandoverState): readonly string[] {
  const { keys } = words.screen;
  switch (panel) {
    case 'sign':
      return keys.signing;
    case 'acknowledge':
      return keys.acknowledging;
    case 'help':
      return keys.help;
    case null:
      if (!isRead) return [keys.back, keys.all];
      return acknowledgeProblem(handover, null) === null
        ? [keys.acknowledge, keys.signAgain, keys.back, keys.all]
        : [keys.sign, keys.back, keys.all];
  }
}

function noticeText(state: HandoverState): string | null {
  const { notice } = state;
  switch (notice?.kind) {
    case undefined:
      return null;
    case 'signed':
      return words.notice.signed;
    case 'acknowledged':
      return words.notice.acknowledged(notice.operator);
    case 'problem':
      return words.problemText(notice.problem, state.handover?.by ?? '');
    case 'too-long':
      return words.notice.tooLong(notice.dropped);
    case 'not-read':
      return words.notice.notRead;
    case 'unsaved':
      return words.notice.unsaved;
    case 'press-one-of':
      return words.notice.pressOneOf(keysFor(state));
  }
}
