/** The statistics as lines of text with bars and a heat map. */
import type { Statistics } from '../../domain/statistics.ts';
import { statistics as words } from '../../texts/statistics.ts';
import { truncate, wrap } from '../textLayout.ts';
import { bar, columnsOfText, heatLegend, heatRow } from './charts.ts';
import { kinds, questionText, type StatisticsScope, timeIds, totalOf } from './kinds.ts';

/** The darker, the more serious. */
const signs = { ordinary: '░', 'consult-first': '▒', 'contact-director': '█', undecided: '·' } as const;
/** A bar longer than this says no more. */
const longestBar = 60;
const unitsShown = 15;

/** The whole page, no line wider than `columns` (at least 30). */
export function statisticsLines(statistics: Statistics, scope: StatisticsScope, columns: number): string[] {
  const about = [
    ...(scope.exercise ? [words.exercises] : []),
    words.period(scope.fromDate, scope.toDate),
    words.incidents(statistics.incidents),
  ];
  const title = wrap(`${words.title}: ${about.join(', ')}`, columns)
    .map((line) => line.text)
    .filter((line) => line !== '');
  if (statistics.incidents === 0) return [...title, '', words.none];
  const { headings } = words;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [headings.outcomes, outcomeLines(statistics, columns)],
    [headings.months, monthLines(statistics, columns)],
    [headings.hours, hourLines(statistics.hours, columns)],
    [headings.times, timeLines(statistics, columns)],
    [headings.overridden, [`  ${overriddenText(statistics)}`]],
    [headings.unanswered, unansweredLines(statistics, columns)],
    ...(statistics.units.length > 0 ? [[headings.units, unitLines(statistics, columns)] as const] : []),
  ];
  return [...title, ...parts.flatMap(([heading, lines]) => ['', heading, ...lines])].map((line) =>
    truncate(line.trimEnd(), columns),
  );
}

/** Rows of text, each with its bar in what is left of the width. */
function withBars(
  rows: readonly (readonly string[])[],
  columns: number,
  draw: (index: number, room: number) => string,
): string[] {
  const texts = columnsOfText(rows);
  const room = Math.max(1, Math.min(longestBar, columns - 4 - (texts[0]?.length ?? 0)));
  return texts.map((text, index) => `  ${text}  ${draw(index, room)}`);
}

function outcomeLines({ outcomes: counts, incidents }: Statistics, columns: number): string[] {
  const rows = kinds.map((kind) => [
    words.outcomes[kind],
    words.count(counts[kind]),
    words.share(counts[kind] / incidents),
  ]);
  const most = Math.max(...Object.values(counts));
  return withBars(rows, columns, (index, room) => {
    const kind = kinds[index] ?? 'undecided';
    return bar([{ value: counts[kind], sign: signs[kind] }], most, room);
  });
}

function monthLines({ months }: Statistics, columns: number): string[] {
  const most = Math.max(...months.map((each) => totalOf(each.outcomes)));
  const rows = months.map((each) => [each.month, words.count(totalOf(each.outcomes))]);
  const legend = kinds.map((kind) => `${signs[kind]} ${words.outcomes[kind]}`).join('  ');
  return [
    ...withBars(rows, columns, (index, room) => {
      const counts = months[index]?.outcomes;
      return bar(
        kinds.map((kind) => ({ value: counts?.[kind] ?? 0, sign: signs[kind] })),
        most,
        room,
      );
    }),
    ...indented(legend, columns),
  ];
}

function hourLines(hours: Statistics['hours'], columns: number): string[] {
  const most = Math.max(...hours.flat());
  const label = '  mån  '.length;
  const cell = columns >= label + 24 * 2 + '  1 234'.length ? 2 : 1;
  const heading = Array.from({ length: 8 }, (_, index) => String(index * 3).padEnd(3 * cell)).join('');
  const legend = heatLegend(most)
    .map(({ sign, from, to }) => `${sign} ${words.legend(from, to)}`)
    .join('  ');
  return [
    ' '.repeat(label) + heading,
    ...hours.map((day, index) => {
      const total = words.count(day.reduce((sum, count) => sum + count, 0));
      return `  ${words.weekdays[index]}  ${heatRow(day, most, cell)}  ${total}`;
    }),
    ...indented(legend, columns),
  ];
}

function timeLines({ times }: Statistics, columns: number): string[] {
  const rows = timeIds.map((id) => {
    const { count, median, percentile90 } = times[id];
    return [words.times[id], words.count(count), words.duration(median), words.duration(percentile90)];
  });
  return [
    ...columnsOfText([words.timesHeading, ...rows]).map((text) => `  ${text}`),
    ...indented(words.timesExplained, columns),
  ];
}

function overriddenText({ overridden: { count, decided, share } }: Statistics): string {
  return words.overridden(count, decided, words.share(share));
}

function unansweredLines({ unanswered }: Statistics, columns: number): string[] {
  const most = Math.max(...unanswered.map(({ count }) => count));
  const rows = unanswered.map(({ question, count, share }) => [
    questionText(question),
    words.count(count),
    words.share(share),
  ]);
  return withBars(rows, columns, (index, room) =>
    bar([{ value: unanswered[index]?.count ?? 0, sign: '█' }], most, room),
  );
}

function unitLines({ units }: Statistics, columns: number): string[] {
  const shown = units.slice(0, unitsShown);
  const most = shown[0]?.incidents ?? 0;
  const rows = shown.map(({ unit, incidents, directly }) => [
    truncate(unit, 30),
    words.count(incidents),
    words.count(directly),
  ]);
  const lines = withBars([words.unitsHeading, ...rows], columns, (index, room) => {
    const { incidents = 0, directly = 0 } = shown[index - 1] ?? {};
    const parts = [
      { value: directly, sign: '█' },
      { value: incidents - directly, sign: '░' },
    ];
    return bar(parts, most, room);
  });
  return units.length > shown.length
    ? [...lines, `  ${words.moreUnits(units.length - shown.length)}`]
    : lines;
}

function indented(text: string, columns: number): string[] {
  return wrap(text, columns - 2)
    .map((line) => `  ${line.text}`)
    .filter((line) => line.trim() !== '');
}
