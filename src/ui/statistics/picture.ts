/**
 * What the pictures of the page have in common. They are SVG, drawn by ECharts without a browser. Whatever text they
 * hold is given to ECharts as text and never as a template, in which it would look for fields to fill in.
 */
import { BarChart, HeatmapChart } from 'echarts/charts';
import { GridComponent, LegendComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { width as columnsOf } from '../textLayout.ts';
import { html, type Markup, trusted } from './markup.ts';
import { fontFamily } from './pageStyle.ts';

use([BarChart, GridComponent, HeatmapChart, LegendComponent, SVGRenderer, VisualMapPiecewiseComponent]);

/** In CSS pixels, as they are when the page is as wide as it gets, and 320 pixels wide. */
const widths = { wide: 680, narrow: 288 } as const;
type Form = keyof typeof widths;

export const fontSize = 12;
/** Somewhat more than a letter takes: which typeface the reader has is not known. */
const letterWidth = 7.5;

/** On paper nothing is pointed at. */
export const unmoved = { silent: true, emphasis: { disabled: true } };

/** A legend that is only read. */
export const unframed = { selectedMode: false, backgroundColor: 'transparent', borderColor: 'transparent' };

/** Where the picture itself is: exactly there, whatever its labels may need. */
export function grid(place: Readonly<Record<string, number>>) {
  return { ...place, outerBoundsMode: 'none' };
}

/** Of the longest of them, as far as that can be known. */
export function widthOf(texts: readonly string[]): number {
  return letterWidth * Math.max(...texts.map(columnsOf));
}

interface Drawing {
  readonly height: number;
  readonly option: EChartsCoreOption;
}

/** Two pictures of the same, for a wide page and for a narrow one, of which one is shown. `name` is read out. */
export function inBothForms(name: string, draw: (form: Form) => Drawing): Markup {
  return html`<div class="wide">${picture(name, 'wide', draw)}</div>
<div class="narrow">${picture(name, 'narrow', draw)}</div>`;
}

function picture(name: string, form: Form, draw: (form: Form) => Drawing): Markup {
  const width = widths[form];
  const { height, option } = draw(form);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily },
      ...option,
    });
    const drawn = contentOf(chart.renderToSVGString());
    return html`<svg viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="${name}">${drawn}</svg>`;
  } finally {
    // Otherwise it keeps the process alive.
    chart.dispose();
  }
}

/** What is within the picture, without what only moves it or is there for a script to find. */
function contentOf(svg: string): Markup {
  return trusted(
    svg
      .replace(/^<svg [^>]*>|<\/svg>$/g, '')
      .replace(/<style\b.*?<\/style>/gs, '')
      // A quotation mark within text is never written as one.
      .replace(/ (?:ecmeta_\w+|class)="[^"]*"/g, ''),
  );
}
