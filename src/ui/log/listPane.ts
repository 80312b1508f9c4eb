/** The list of the log: only the rows that are seen are made. */
import { shortDateText, shortMomentText } from '../../domain/momentText.ts';
import { cleanLine } from '../../domain/text.ts';
import type { LogRow, LogState } from '../../flow/log/state.ts';
import { exercise, outcomeLabels, statusLabels, timingLabels } from '../../texts/labels.ts';
import { log as words } from '../../texts/log.ts';
import { duration } from '../../texts/when.ts';
import { inColumns } from '../columns.ts';
import { type Line, paragraph, type Size, type Tone } from '../frame.ts';
import { padEnd, width, window } from '../textLayout.ts';
import { foundWords } from './foundWords.ts';

/** The rows around the selected one, or why there are none. */
export function listLines(state: LogState, { columns, rows }: Size): Line[] {
  const { page, selected, filter, search, focus } = state;
  if (page.rows.length === 0) {
    const isNarrowed = search.text !== '' || Object.values(filter).some((value) => value !== undefined);
    return paragraph(isNarrowed ? words.nothingFound : words.empty, columns, 'plain', '  ').slice(0, rows);
  }
  const seen = window(page.rows, selected - page.first, rows);
  const tone = focus === 'reading' ? 'plain' : 'strong';
  const lines = rowLines(seen.lines, columns, { index: selected - page.first - seen.first, tone });
  return lines.map(foundWords(search.text));
}

/** What each row says before what has happened: in a narrower window less, and its number always. */
const cellsOf: readonly ((row: LogRow) => string[])[] = [
  ({ number, receivedAt, status, outcome, timing, waited }) => [
    number,
    padEnd(shortMomentText(receivedAt), momentWidth),
    padEnd(waited === undefined ? statusLabels[status] : waitedText(waited), statusWidth),
    padEnd([outcomeText(outcome), timing === 'now' ? timingLabels.now : ''].join(' ').trim(), outcomeWidth),
  ],
  ({ number, receivedAt, outcome, waited }) => [
    number,
    waited === undefined ? dateText(receivedAt) : padEnd(waitedText(waited), dateWidth),
    padEnd(outcomeText(outcome), outcomeWidth),
  ],
  ({ number, receivedAt }) => [number, dateText(receivedAt)],
  ({ number }) => [number],
];
const widest = (labels: Readonly<Record<string, string>>) =>
  Math.max(...Object.values(labels).map((label) => label.length));
const statusWidth = widest(statusLabels);
const outcomeWidth = widest(outcomeLabels) + ` ${timingLabels.now}`.length;
/** `mån 21 mars`, and with a time after it. */
const dateWidth = 11;
const momentWidth = dateWidth + ' 02:41'.length;
/** So much room is left at least for what has happened. */
const summaryWidth = 26;

function outcomeText(outcome: LogRow['outcome']): string {
  return outcome === null ? '' : outcomeLabels[outcome];
}

function dateText(receivedAt: string): string {
  return padEnd(shortDateText(receivedAt), dateWidth);
}

/** In an order by how long something took: how long. */
function waitedText(seconds: number | null): string {
  return seconds === null ? words.notWaited : duration(seconds);
}

interface Selected {
  readonly index: number;
  readonly tone: Tone;
}

function rowLines(rows: readonly LogRow[], columns: number, selected: Selected): Line[] {
  const clean = rows.map((row) => ({ ...row, number: cleanLine(row.number) }));
  const tables = cellsOf.map((cells) => inColumns(clean.map(cells)));
  const fitting =
    tables.find(([first = '']) => width(first) + summaryWidth <= columns) ?? tables.at(-1) ?? [];
  return rows.map(({ exercise: isExercise, summary }, index) => {
    const isSelected = index === selected.index;
    const tone = isSelected ? selected.tone : 'plain';
    return [
      { text: `${isSelected ? '▶' : ' '} ${fitting[index] ?? ''}`, tone },
      ...(isExercise ? [{ text: exercise, tone: 'exercise' } as const, { text: ' ', tone } as const] : []),
      { text: cleanLine(summary), tone },
    ];
  });
}
