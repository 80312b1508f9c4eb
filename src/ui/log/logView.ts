/** The log browser as a frame: what is asked for, the list, the incident beside or over it, and the keys. Pure. */
import { cleanLine } from '../../domain/text.ts';
import { chosenText, filtersSet } from '../../flow/log/filters.ts';
import type { LogState, Notice, Opened, Seen } from '../../flow/log/state.ts';
import { faultCauses } from '../../texts/faults.ts';
import * as words from '../../texts/log.ts';
import { type Body, blank, fixed } from '../body.ts';
import { apart, cut, type Frame, flow, type Line, lineWidth, paragraph, type Size } from '../frame.ts';
import { exerciseMark } from '../header.ts';
import { framed, tooSmall } from '../layout.ts';
import { cursorAt, padEnd, width, wrap } from '../textLayout.ts';
import { listLines } from './listPane.ts';
import { helpBody, menuBody } from './menuView.ts';
import { type ReadingView, readingPane } from './readingPane.ts';

/** Below this nothing can be shown. */
const smallest: Size = { columns: 24, rows: 8 };
/** From this width the incident stands beside the list. */
const wide = 110;
const separator = ' │ ';

export interface LogPicture {
  readonly frame: Frame;
  readonly seen: Seen;
}

/** The frame, never more lines than `rows`, never wider than `columns`; and what of it the keys must know. */
export function logPicture(state: LogState, size: Size, scroll: number): LogPicture {
  const small = tooSmall(size, smallest);
  if (small) return { frame: small, seen: state.seen };
  const { columns } = size;
  let seen: Seen = { ...state.seen, isBeside: columns >= wide };
  const unsaved = unsavedLines(state, columns);
  const above = [...unsaved, ...(isOver(state, columns) ? [] : aboveList(state, columns))];
  const frame = framed(
    size,
    above,
    (room) => {
      const made = bodyOf(state, room, scroll);
      seen = { ...seen, ...made.seen };
      return made.body;
    },
    (scrolling) => footer(state, columns, scrolling),
    scroll,
  );
  return {
    frame: { ...frame, cursor: frame.cursor ?? searchCursor(state, unsaved.length + 1, columns) },
    seen,
  };
}

/** Whether the incident, or the help, is all that is seen. */
function isOver({ focus, opened, isHelpShown, menu }: LogState, columns: number): boolean {
  return isHelpShown || (menu === null && focus === 'reading' && opened !== null && columns < wide);
}

interface Made {
  readonly body: Body;
  readonly seen: Partial<Seen>;
}

function bodyOf(state: LogState, size: Size, scroll: number): Made {
  const { opened, menu, isHelpShown } = state;
  if (isHelpShown) return { body: helpBody(size, scroll), seen: {} };
  if (menu) return { body: menuBody(state, menu, size), seen: {} };
  if (isOver(state, size.columns) && opened) return over(state, opened, size);
  if (opened && size.columns >= wide) return beside(state, opened, size);
  return { body: fixed(listLines(state, size)), seen: { listRows: Math.max(1, size.rows) } };
}

function over(state: LogState, opened: Opened, size: Size): Made {
  const { lines, rows, scrollMax, sections } = readingPane(opened, size, viewOf(state, true));
  return { body: fixed(lines), seen: { readingRows: rows, scrollMax, sections } };
}

function beside(state: LogState, opened: Opened, { columns, rows }: Size): Made {
  const left = Math.min(80, Math.floor(columns * 0.4));
  const right = columns - left - width(separator);
  const list = listLines(state, { columns: left, rows });
  const reading = readingPane(opened, { columns: right, rows }, viewOf(state, state.focus === 'reading'));
  const lines = Array.from({ length: rows }, (_, row): Line => {
    const spans = cut(list[row] ?? blank, left);
    const filler = padEnd('', left - lineWidth(spans)) + separator;
    return [...spans, { text: filler, tone: 'quiet' }, ...(reading.lines[row] ?? blank)];
  });
  const { scrollMax, sections } = reading;
  return {
    body: fixed(lines),
    seen: { listRows: Math.max(1, rows), readingRows: reading.rows, scrollMax, sections },
  };
}

function viewOf({ scroll, now, search }: LogState, hasKeys: boolean): ReadingView {
  return { scroll, now, search: search.text, hasKeys };
}

/** What was recorded on another screen waits to be saved: that is said whatever is read. */
function unsavedLines({ unsaved }: LogState, columns: number): Line[] {
  return unsaved === null
    ? []
    : paragraph(`! ${words.log.unsaved(faultCauses[unsaved])}`, columns, 'alarm', '', '  ');
}

function aboveList(state: LogState, columns: number): Line[] {
  return [
    header(state, columns),
    searchLine(state, columns),
    ...chips(state, columns),
    ...(state.fault === null
      ? []
      : paragraph(words.log.cannotRead(faultCauses[state.fault]), columns, 'warning')),
  ];
}

function header({ total, selected, order, page, filter }: LogState, columns: number): Line {
  const count = words.log.count(total);
  const position = total === null || page.rows.length === 0 ? '' : words.log.position(selected + 1, total);
  return apart(
    [
      ...exerciseMark(filter.exercise === true),
      { text: ` ${words.log.title}  ${count} · ${words.log.orders[order]}`, tone: 'bar' },
    ],
    [{ text: `${position} `, tone: 'bar' }],
    columns,
    'bar',
  );
}

/** The part of the search text that is seen: around the cursor. */
function searchText(
  { search }: LogState,
  columns: number,
): { readonly text: string; readonly column: number } {
  const room = Math.max(1, columns - width(words.log.search) - 2 - words.log.more.length);
  const wrapped = wrap(search.text, room);
  const { row, column } = cursorAt(wrapped, search.cursor);
  const more = row > 0 ? words.log.more : '';
  return { text: more + (wrapped[row]?.text ?? ''), column: column + more.length };
}

function searchLine(state: LogState, columns: number): Line {
  const { text } = searchText(state, columns);
  const isOn = state.focus === 'search' && state.menu === null;
  return [
    { text: `${words.log.search} `, tone: isOn ? 'strong' : 'quiet' },
    state.search.text === '' ? { text: words.log.searchHint, tone: 'quiet' } : { text, tone: 'plain' },
  ];
}

function searchCursor(state: LogState, row: number, columns: number): Frame['cursor'] {
  if (state.focus !== 'search' || state.menu !== null || state.isHelpShown) return null;
  return { row, column: width(words.log.search) + 1 + searchText(state, columns).column };
}

function chips({ filter }: LogState, columns: number): Line[] {
  const set = filtersSet(filter).map((id, index) =>
    words.log.chip(index + 1, cleanLine(chosenText(filter, id) ?? '')),
  );
  return set.length === 0 ? [] : flow([words.log.filters, ...set], columns, 'good').slice(0, 3);
}

/** What was wrong with the last key, or the keys that work now. */
function footer(state: LogState, columns: number, scrolling: readonly string[]): Line[] {
  if (state.notice) return paragraph(noticeText(state.notice), columns, 'warning').slice(0, 2);
  const keys = [...(state.isHelpShown ? scrolling : []), ...keysFor(state, columns)];
  return flow(keys, columns, 'quiet').slice(0, 2);
}

function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case 'too-long':
      return words.notice.tooLong(notice.dropped);
    case 'cannot-open':
      return words.notice.cannotOpen(faultCauses[notice.fault]);
    default:
      return words.notices[notice.kind];
  }
}

function keysFor({ menu, isHelpShown, focus, opened, search }: LogState, columns: number): readonly string[] {
  if (isHelpShown) return words.keys.help;
  if (menu) return words.keys[menu.kind];
  if (focus === 'reading' && opened) return columns >= wide ? words.keys.readingBeside : words.keys.reading;
  if (focus !== 'search') return words.keys.list;
  return search.text === '' ? words.keys.search : words.keys.searching;
}
