/** The sections of the desk screen: as much of each as there is room for, and only what is seen is made. */
import type { DeskRow } from '../../flow/desk/rows.ts';
import type { Section } from '../../flow/desk/sections.ts';
import type { DeskState } from '../../flow/desk/state.ts';
import * as words from '../../texts/desk.ts';
import { exercise } from '../../texts/labels.ts';
import { blank } from '../body.ts';
import { type Line, line, lineWidth, paragraph, type Size, type Span, type Tone } from '../frame.ts';
import { padEnd, width, window } from '../textLayout.ts';
import { rowText } from './rowText.ts';

/** From here on there is an empty line between the sections. */
const roomy = 16;
/** With fewer rows than this of each section, all others give way to the one where the reader is. */
const fewest = 2;

/** Never more lines than rows; the selected row is among them when there are two rows or more. */
export function listLines(state: DeskState, { columns, rows }: Size): Line[] {
  const { sections } = state;
  if (sections.length === 0) return emptyLines(state, columns).slice(0, rows);
  const open = Math.max(
    0,
    sections.findIndex((section) => section.rows.some(({ id }) => id === state.selected)),
  );
  const gaps = rows >= roomy ? sections.length - 1 : 0;
  const heights = heightsOf(sections, open, rows - sections.length - gaps);
  if (heights) {
    return sections.flatMap((section, index) => [
      ...(index > 0 && gaps > 0 ? [blank] : []),
      ...sectionLines(state, section, heights[index] ?? 0, columns),
    ]);
  }
  const only = sections[open];
  return only ? sectionLines(state, only, rows - 1, columns).slice(-rows) : [];
}

/** How many rows of each section are shown, in `room` rows. Null when there is not room for two. */
function heightsOf(sections: readonly Section[], open: number, room: number): number[] | null {
  const needs = sections.map(({ rows }) => rows.length);
  if (room >= sum(needs.map((need) => Math.min(need, fewest)))) return shares(sections, room);
  if (room < fewest) return null;
  // The others show one row each, or only how many they are, so that the reader sees where they are.
  const others = room >= sections.length - 1 + fewest ? 1 : 0;
  const left = room - others * (sections.length - 1);
  return needs.map((need, at) => Math.min(need, at === open ? left : others));
}

/** Row by row to each section in turn, and twice as often to what cannot wait. */
function shares(sections: readonly Section[], room: number): number[] {
  const heights = sections.map(() => 0);
  const needs = sections.map(({ rows }) => rows.length);
  const order = sections.flatMap((section, at) => (isLate(section) ? [at, at] : [at]));
  for (let left = Math.min(room, sum(needs)); left > 0; ) {
    for (const at of order) {
      const height = heights[at] ?? 0;
      if (left === 0 || height === needs[at]) continue;
      heights[at] = height + 1;
      left -= 1;
    }
  }
  return heights;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function sectionLines(state: DeskState, { id, rows }: Section, height: number, columns: number): Line[] {
  const selected = rows.findIndex((row) => row.id === state.selected);
  const { first, lines } = height > 0 ? window(rows, selected, height) : { first: 0, lines: [] };
  const isWhole = lines.length === 0 || lines.length === rows.length;
  const part = isWhole ? null : { from: first + 1, to: first + lines.length };
  const late = isLate({ id });
  const title = line(words.heading(id, rows.length, part), late ? 'alarm' : 'quiet');
  return [title, ...rowLines(lines, state, late, columns)];
}

function isLate({ id }: Pick<Section, 'id'>): boolean {
  return id === 'fallen-due' || id === 'mails';
}

/** So many columns are needed for so many of an open incident's cells, and of a follow-up's. */
const cellsFrom: readonly (readonly [columns: number, ofIncident: number, ofFollowUp: number])[] = [
  [80, 4, 2],
  [56, 3, 1],
  [48, 2, 1],
  [0, 1, 1],
];

function rowLines(rows: readonly DeskRow[], state: DeskState, late: boolean, columns: number): Line[] {
  const [, ofIncident = 0, ofFollowUp = 0] = cellsFrom.find(([from]) => columns >= from) ?? [];
  const count = rows[0]?.kind === 'follow-up' ? ofFollowUp : ofIncident;
  const shown = rows.map((row) => ({ row, ...rowText(row, state) }));
  const widths = Array.from({ length: count }, (_, cell) =>
    Math.max(0, ...shown.map(({ cells }) => width(cells[cell] ?? ''))),
  );
  const rung = new Set(late ? state.rang.map(({ row }) => row) : []);
  return shown.map(({ row, cells, texts, more }): Line => {
    const isSelected = row.id === state.selected;
    const tone: Tone = isSelected ? 'strong' : 'plain';
    const inColumns = widths.map((columnWidth, cell): Span => {
      const padded = columnWidth === 0 ? '' : `${padEnd(cells[cell] ?? '', columnWidth)}  `;
      return { text: padded, tone: late && cell === 0 ? 'alarm' : tone };
    });
    const before: Line = [
      { text: isSelected ? '▶' : ' ', tone },
      { text: rung.has(row.id) ? '!' : ' ', tone: 'alarm' },
      ...inColumns,
      ...(row.exercise && !state.context.exercise ? exerciseMark : []),
    ];
    const room = columns - lineWidth(before);
    const fitting = texts.find((text) => width(text) <= room) ?? texts.at(-1) ?? '';
    // What is cut off may never be the end of a number.
    const rest = width(fitting) + fewestMore <= room ? more : '';
    return [...before, { text: fitting + rest, tone }];
  });
}

/** Less than this of what follows says nothing. */
const fewestMore = 8;

const exerciseMark: Line = [
  { text: exercise, tone: 'exercise' },
  { text: ' ', tone: 'plain' },
];

function emptyLines({ readAt, readFault, context }: DeskState, columns: number): Line[] {
  if (readFault) return [];
  if (readAt === null) return [line(words.empty.reading, 'quiet')];
  return [
    blank,
    ...paragraph(words.empty.title, columns, 'strong', '  '),
    ...paragraph(context.exercise ? words.empty.exercise : words.empty.rest, columns, 'plain', '  '),
  ];
}
