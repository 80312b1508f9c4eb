/** The list of all incidents as a scene. Only the rows that are seen are made. */
import { shortMomentText } from '../../domain/momentText.ts';
import { cleanLine } from '../../domain/text.ts';
import type { LogMessage, LogRow, LogState } from '../../flow/log/logList.ts';
import type { Store } from '../../flow/store.ts';
import { log as words } from '../../texts/desk.ts';
import { exercise, outcomeLabels, statusLabels } from '../../texts/labels.ts';
import { blank } from '../body.ts';
import { apart, cut, type Frame, flow, type Line, line, type Size } from '../frame.ts';
import { exerciseMark } from '../header.ts';
import { type Scene, sceneOf } from '../scene.ts';
import { padEnd, window } from '../textLayout.ts';

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
  const body =
    items.length === 0
      ? [line(words.none)]
      : seen.lines.map((row, index) => rowLine(row, seen.first + index === selected));
  const filler = Array.from({ length: Math.max(0, height - body.length) }, () => blank);
  const lines = [
    apart([...mark, { text: ` ${words.title(items.length)}`, tone: 'bar' }], mark, columns, 'bar'),
    ...body.slice(0, height),
    ...filler,
    ...keys,
  ];
  return { lines: lines.slice(0, rows).map((each) => cut(each, columns)), cursor: null, scrollMax: 0 };
}

const widest = (labels: Readonly<Record<string, string>>) =>
  Math.max(...Object.values(labels).map((label) => label.length));
const statusWidth = widest(statusLabels);
const outcomeWidth = widest(outcomeLabels);

function rowLine(
  { number, receivedAt, status, outcome, exercise: isExercise, summary }: LogRow,
  isSelected: boolean,
): Line {
  const tone = isSelected ? 'strong' : 'plain';
  const cells = [
    number,
    shortMomentText(receivedAt),
    padEnd(statusLabels[status], statusWidth),
    padEnd(outcome === null ? '' : outcomeLabels[outcome], outcomeWidth),
  ];
  return [
    { text: `${isSelected ? '▶' : ' '} ${cells.join('  ')}  `, tone },
    ...(isExercise ? [{ text: exercise, tone: 'exercise' } as const, { text: ' ', tone } as const] : []),
    { text: cleanLine(summary), tone },
  ];
}
