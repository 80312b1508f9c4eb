/** Bars that lie, and columns that stand. */
import { cleanLine } from '../../domain/text.ts';
import { truncate } from '../textLayout.ts';
import { itemStyle, type Look, legendOf, type Series } from './look.ts';
import type { Markup } from './markup.ts';
import { colour } from './pageStyle.ts';
import { fontSize, grid, inBothForms, unmoved, widthOf } from './picture.ts';

/** As ECharts measures it, which is less than some typefaces take. */
const longestLabel = 224;
/** More of a name has no room in any picture. */
const longestName = 60;

/** Lying bars, one row under the other. */
export interface Bars {
  readonly series: readonly Series[];
  /** Whether the bars of a row follow each other, or lie under each other. */
  readonly stacked: boolean;
  readonly rows: readonly {
    readonly label: string;
    /** One for each of the series. */
    readonly values: readonly number[];
    /** What stands after each bar; after bars that follow each other only the last one's does. */
    readonly texts: readonly string[];
    /** Instead of the series', which is solid then. */
    readonly look?: Look;
  }[];
}

/** Draws them; `name` is what is read out. */
export function bars(name: string, { series, stacked, rows }: Bars): Markup {
  const totals = rows.flatMap(({ values }) =>
    stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values),
  );
  const labels = rows.map(({ label }) => truncate(cleanLine(label), longestName));
  const labelRoom = Math.min(288, 12 + widthOf(labels));
  const textRoom = 10 + widthOf(rows.flatMap(({ texts }) => texts));
  return inBothForms(name, (form) => {
    const isNarrow = form === 'narrow';
    const thickness = stacked ? 16 : 11;
    const barsInRow = stacked ? 1 : series.length;
    const room = barsInRow * thickness + (barsInRow - 1) * 4;
    const legend = series.length > 1 ? legendOf(series, 1) : { room: 0, option: {} };
    return {
      height: legend.room + rows.length * (room + (isNarrow ? 36 : 16)) + 2,
      option: {
        ...legend.option,
        grid: grid({
          left: isNarrow ? 0 : labelRoom,
          right: textRoom,
          top: legend.room,
          bottom: 0,
        }),
        // Not from none to none, of which there is no picture.
        xAxis: { type: 'value', show: false, max: Math.max(1, ...totals) },
        yAxis: {
          type: 'category',
          inverse: true,
          data: labels,
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: {
            color: colour('text'),
            fontSize,
            interval: 0,
            align: 'left',
            overflow: 'truncate',
            ...(isNarrow
              ? // Above the bar.
                {
                  inside: true,
                  margin: 0,
                  padding: [0, 0, room / 2 + 6, 0],
                  verticalAlign: 'bottom',
                  width: longestLabel,
                }
              : { margin: labelRoom, width: Math.min(labelRoom - 12, longestLabel) }),
          },
        },
        series: series.map((each, index) => ({
          type: 'bar',
          name: each.name,
          ...(stacked ? { stack: 'all' } : {}),
          barWidth: thickness,
          barGap: '36%',
          itemStyle: itemStyle(each.look),
          data: rows.map(({ values, look }) => ({
            value: values[index] ?? 0,
            ...(look ? { itemStyle: itemStyle(look) } : {}),
          })),
          label: {
            show: !stacked || index === series.length - 1,
            position: 'right',
            color: colour('text'),
            fontSize,
            formatter: ({ dataIndex }: { readonly dataIndex: number }) => rows[dataIndex]?.texts[index] ?? '',
          },
          ...unmoved,
        })),
      },
    };
  });
}

/** Standing bars in one stack for each step of time. */
export interface Columns {
  readonly series: readonly Series[];
  readonly columns: readonly {
    readonly name: string;
    /** One for each of the series. */
    readonly values: readonly number[];
  }[];
  /** What stands below a column; empty for nothing. `few` when there is room for every one. */
  label(index: number, few: boolean): string;
  count(value: number): string;
}

/** Draws them; `name` is what is read out. */
export function columns(name: string, { series, columns: steps, label, count }: Columns): Markup {
  // The axis goes on to a round number.
  const highest = 2 * Math.max(...steps.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  return inBothForms(name, (form) => {
    const isNarrow = form === 'narrow';
    const legend = legendOf(series, isNarrow ? 2 : 1);
    const few = steps.length <= (isNarrow ? 6 : 12);
    return {
      height: legend.room + (isNarrow ? 220 : 280),
      option: {
        ...legend.option,
        grid: grid({ left: 10 + widthOf([count(highest)]), right: 4, top: legend.room + 8, bottom: 40 }),
        xAxis: {
          type: 'category',
          data: steps.map((step) => step.name),
          axisLine: { lineStyle: { color: colour('quiet') } },
          axisTick: { show: false },
          axisLabel: {
            color: colour('text'),
            fontSize,
            lineHeight: 16,
            interval: 0,
            formatter: (_: string, index: number) => label(index, few),
          },
        },
        yAxis: {
          type: 'value',
          minInterval: 1,
          splitNumber: 4,
          axisLabel: { color: colour('quiet'), fontSize, formatter: count },
          splitLine: { lineStyle: { color: colour('line') } },
        },
        series: series.map((each, index) => ({
          type: 'bar',
          name: each.name,
          stack: 'all',
          barMaxWidth: 40,
          barCategoryGap: '28%',
          itemStyle: itemStyle(each.look),
          data: steps.map(({ values }) => values[index] ?? 0),
          ...unmoved,
        })),
      },
    };
  });
}
