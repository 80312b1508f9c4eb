/** The list of all incidents as a scene. Only the rows that are seen are made. */
import { shortDateText, shortMomentText } from '../../domain/momentText.ts';
import { cleanLine } from '../../domain/text.ts';
import type { LogMessage, LogRow, LogState } from '../../flow/log/logList.ts';
import type { Store } from '../../flow/store.ts';
import { log as words } from '../../texts/desk.ts';
import { exercise, outcomeLabels, statusLabels } from '../../texts/labels.ts';
import { blank } from '../body.ts';
import { inColumns } from '../columns.ts';
import { apart, cut, type Frame, flow, type Line, line, type Size } from '../frame.ts';
import { exerciseMark } from '../header.ts';
import { type Scene, sceneOf } from '../scene.ts';
import { padEnd, width, window } from '../textLayout.ts';

export function logScene(store: Store<LogState, LogMessage>): Scene {
  return sceneOf(store, logView, () => 'log');
}

/** Never more lines than rows, never wider than the columns. */
export function logView(
  { rows: items, selected, exercise: isExercise }: LogState,
  { columns, rows }: Size,
): Frame {
  const mark = exerciseMark(isExercise);
  const keys = flow(words.keys, columns, 'quiet');
  const height = Math.max(0, rows - 1 - keys.length);
  const seen = window(items, selected, height);
  const body = items.length === 0 ? [line(words.none)] : rowLines(seen.lines, columns, selected - seen.first);
  const filler = Array.from({ length: Math.max(0, height - body.length) }, () => blank);
  const lines = [
    apart([...mark, { text: ` ${words.title(items.length)}`, tone: 'bar' }], mark, columns, 'bar'),
    ...body.slice(0, height),
    ...filler,
    ...keys,
  ];
  return { lines: lines.slice(0, rows).map((each) => cut(each, columns)), cursor: null, scrollMax: 0 };
}

/** What each row says before what has happened: in a narrower window less, and its number always. */
const cellsOf: readonly ((row: LogRow) => string[])[] = [
  ({ number, receivedAt, status, outcome }) => [
    number,
    padEnd(shortMomentText(receivedAt), momentWidth),
    padEnd(statusLabels[status], statusWidth),
    outcomeText(outcome),
  ],
  ({ number, receivedAt, outcome }) => [number, dateText(receivedAt), outcomeText(outcome)],
  ({ number, receivedAt }) => [number, dateText(receivedAt)],
  ({ number }) => [number],
];
const widest = (labels: Readonly<Record<string, string>>) =>
  Math.max(...Object.values(labels).map((label) => label.length));
const statusWidth = widest(statusLabels);
const outcomeWidth = widest(outcomeLabels);
/** `mån 21 mars`, and with a time after it. */
const dateWidth = 11;
const momentWidth = dateWidth + ' 02:41'.length;
/** So much room is left at least for what has happened. */
const summaryWidth = 26;

function outcomeText(outcome: LogRow['outcome']): string {
  return padEnd(outcome === null ? '' : outcomeLabels[outcome], outcomeWidth);
}

function dateText(receivedAt: string): string {
  return padEnd(shortDateText(receivedAt), dateWidth);
}

function rowLines(rows: readonly LogRow[], columns: number, selected: number): Line[] {
  const tables = cellsOf.map((cells) => inColumns(rows.map(cells)));
  const fitting =
    tables.find(([first = '']) => width(first) + summaryWidth <= columns) ?? tables.at(-1) ?? [];
  return rows.map(({ exercise: isExercise, summary }, index) => {
    const tone = index === selected ? 'strong' : 'plain';
    return [
      { text: `${index === selected ? '▶' : ' '} ${fitting[index] ?? ''}`, tone },
      ...(isExercise ? [{ text: exercise, tone: 'exercise' } as const, { text: ' ', tone } as const] : []),
      { text: cleanLine(summary), tone },
    ];
  });
}
