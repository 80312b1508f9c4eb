/** How numbers look, and the legend that says so. */
import { type ColourName, colour } from './pageStyle.ts';
import { fontSize, unframed } from './picture.ts';

/** How a number looks: its colour, and a pattern that tells it from its neighbours where colours do not. */
export interface Look {
  readonly colour: ColourName;
  readonly pattern: keyof typeof patterns;
}

const patterns = {
  solid: null,
  /** Slanting stripes. */
  striped: {
    symbol: 'rect',
    dashArrayX: [1, 0],
    dashArrayY: [1.5, 4],
    rotation: Math.PI / 4,
    color: colour('background'),
  },
  /** Lying stripes. */
  lined: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1.5, 4], color: colour('background') },
  dotted: {
    symbol: 'circle',
    symbolSize: 0.75,
    dashArrayX: [
      [4, 4],
      [0, 4, 4, 0],
    ],
    dashArrayY: [4, 0],
    color: colour('background'),
  },
} as const;

/** What is counted in one way, under the name that the legend has for it. */
export interface Series {
  readonly name: string;
  readonly look: Look;
}

/** The look as ECharts has it. */
export function itemStyle(look: Look) {
  const pattern = patterns[look.pattern];
  return {
    color: colour(look.colour),
    // A copy: ECharts writes in it.
    ...(pattern ? { decal: { ...pattern } } : {}),
    // Parts bars that follow each other.
    borderColor: colour('background'),
    borderWidth: 1,
  };
}

/** A legend above the picture, on so many rows, and how much room it takes, in pixels. */
export function legendOf(series: readonly Series[], rows: number) {
  return {
    room: rows * 24 + 8,
    option: {
      legend: {
        left: 0,
        top: 0,
        padding: 0,
        itemWidth: 18,
        itemHeight: 14,
        itemGap: 18,
        ...unframed,
        data: series.map(({ name }) => name),
        textStyle: { color: colour('text'), fontSize },
      },
    },
  };
}
