/** The heat map of the week. */
import type { HeatStep } from './charts.ts';
import type { Markup } from './markup.ts';
import { colour } from './pageStyle.ts';
import { fontSize, grid, inBothForms, unframed, unmoved } from './picture.ts';

/** Numbers by weekday and hour. */
export interface HeatMap {
  readonly days: readonly string[];
  readonly hours: readonly string[];
  /** By day, then by hour. */
  readonly values: readonly (readonly number[])[];
  readonly steps: readonly HeatStep[];
  legend(step: HeatStep): string;
}

/** Each number stands in its square as well, as long as there is room. The day lies down in the narrow one. */
export function heatMap(name: string, { days, hours, values, steps, legend }: HeatMap): Markup {
  const most = Math.max(...values.flat());
  const shadeOf = (value: number) => steps.find(({ from, to }) => value >= from && value <= to)?.shade ?? 1;
  return inBothForms(name, (form) => {
    const isNarrow = form === 'narrow';
    const axis = (data: readonly string[], more = {}) => ({
      type: 'category',
      data,
      axisLine: { show: false },
      axisTick: { show: false },
      splitArea: { show: false },
      axisLabel: { color: colour('text'), fontSize, interval: 0 },
      ...more,
    });
    const upright = { inverse: true };
    const lying = { position: 'top' };
    const height = isNarrow ? 24 * 24 : 7 * 30;
    return {
      height: 28 + height + (isNarrow ? 16 + steps.length * 22 : 40),
      option: {
        grid: grid({ left: 36, right: 0, top: 28, height }),
        xAxis: isNarrow ? axis(days, lying) : axis(hours, lying),
        yAxis: isNarrow ? axis(hours, upright) : axis(days, upright),
        visualMap: {
          type: 'piecewise',
          orient: isNarrow ? 'vertical' : 'horizontal',
          left: 31,
          bottom: 0,
          itemWidth: 14,
          itemHeight: 14,
          itemGap: isNarrow ? 8 : 16,
          ...unframed,
          hoverLink: false,
          textStyle: { color: colour('text'), fontSize },
          pieces: steps.map((step) => ({
            min: step.from,
            max: step.to,
            label: legend(step),
            color: colour(heatColours[step.shade - 1] ?? 'heat1'),
          })),
        },
        series: {
          type: 'heatmap',
          data: values.flatMap((day, weekday) =>
            day.flatMap((value, hour) =>
              value === 0
                ? []
                : [
                    {
                      value: isNarrow ? [weekday, hour, value] : [hour, weekday, value],
                      label: { color: colour(textColours[shadeOf(value) - 1] ?? 'on1') },
                    },
                  ],
            ),
          ),
          itemStyle: { borderColor: colour('background'), borderWidth: 2, borderRadius: 4 },
          label: {
            show: isNarrow || most < 100_000,
            fontSize: isNarrow || most < 1000 ? fontSize - 1 : 8.5,
            formatter: ({ value }: { readonly value: readonly number[] }) => String(value[2]),
          },
          ...unmoved,
        },
      },
    };
  });
}

const heatColours = ['heat1', 'heat2', 'heat3', 'heat4'] as const;
const textColours = ['on1', 'on2', 'on3', 'on4'] as const;
