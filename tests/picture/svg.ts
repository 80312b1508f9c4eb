/** A terminal's screen as a picture whose text is text. */
import type { IBuffer, IBufferCell } from '@xterm/headless';

export interface Picture {
  /** What it is, in a few words. */
  readonly title: string;
  /** What it shows, for somebody who does not see it. */
  readonly description: string;
  readonly columns: number;
  readonly rows: number;
  /** Whether the cursor is shown. */
  readonly cursor: boolean;
}

/** Pixels. */
const cell = { width: 8.4, height: 18, baseline: 13.5 };
const padding = 14;
const fonts =
  "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace";

const paper = '#1b1f24';
const ink = '#e6e6e6';
/** What a terminal calls black, red, green … and then the same again, bright. */
const palette = [
  ['#14171a', '#ff7b72', '#7ee787', '#f2cc60', '#79c0ff', '#d2a8ff', '#76e3ea', '#d0d7de'],
  ['#6e7681', '#ffa198', '#aff5b4', '#ffdf5d', '#a5d6ff', '#e2c5ff', '#b3f0ff', '#ffffff'],
].flat();

interface Style {
  readonly color: string;
  readonly background: string;
  readonly bold: boolean;
}

/** Neighbouring cells that look the same. */
interface Run extends Style {
  readonly column: number;
  readonly text: string;
}

/** The screen as an SVG document. Throws RangeError for a colour outside the sixteen, or a wide letter. */
export function svgOf(buffer: IBuffer, { title, description, columns, rows, cursor }: Picture): string {
  const width = round(columns * cell.width + 2 * padding);
  const height = round(rows * cell.height + 2 * padding);
  const lines = Array.from({ length: rows }, (_, row) => lineOf(runsOf(buffer, row, columns), row));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<rect width="100%" height="100%" rx="8" fill="${paper}"/>`,
    `<g font-family="${fonts}" font-size="14" fill="${ink}" shape-rendering="crispEdges">`,
    ...lines.filter((line) => line !== ''),
    ...(cursor ? [cursorOf(buffer)] : []),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function runsOf(buffer: IBuffer, row: number, columns: number): Run[] {
  const runs: Run[] = [];
  const line = buffer.getLine(buffer.baseY + row);
  for (let column = 0; column < columns; column += 1) {
    const here = line?.getCell(column);
    if (!here) continue;
    const style = styleOf(here);
    const text = here.getChars() || ' ';
    // Then the place of a letter in the text is its column.
    if (here.getWidth() !== 1 || text.length !== 1)
      throw new RangeError(`the picture has no wide or composed letters: ${text}`);
    const last = runs.at(-1);
    if (last && alike(last, style)) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ ...style, column, text });
  }
  return runs;
}

function alike(a: Style, b: Style): boolean {
  return a.color === b.color && a.background === b.background && a.bold === b.bold;
}

function styleOf(here: IBufferCell): Style {
  const front = here.isFgDefault() ? ink : colorOf(here.isFgPalette(), here.getFgColor());
  const back = here.isBgDefault() ? paper : colorOf(here.isBgPalette(), here.getBgColor());
  const [color, background] = here.isInverse() ? [back, front] : [front, back];
  return { color: here.isDim() ? mixed(color, background) : color, background, bold: here.isBold() !== 0 };
}

function colorOf(isPalette: boolean, color: number): string {
  const named = isPalette ? palette[color] : undefined;
  if (named === undefined) throw new RangeError(`the picture has no colour ${color}`);
  return named;
}

/** Dim: two thirds of the colour and one third of what is behind it. */
function mixed(color: string, background: string): string {
  const parts = [1, 3, 5].map((at) => {
    const [front, back] = [color, background].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round(((front ?? 0) * 2 + (back ?? 0)) / 3);
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function lineOf(runs: readonly Run[], row: number): string {
  const top = padding + row * cell.height;
  return runs.flatMap((run) => [...ground(run, top), ...blocks(run, top), ...words(run, top)]).join('\n');
}

function ground({ column, text, background }: Run, top: number): string[] {
  if (background === paper) return [];
  const left = round(padding + column * cell.width);
  return [
    `<rect x="${left}" y="${round(top)}" width="${round(text.length * cell.width)}" height="${cell.height}" fill="${background}"/>`,
  ];
}

/** The upper and the lower edge of each letter that is a piece of a large digit, in parts of the cell. */
const blockEdges: Readonly<Record<string, readonly [number, number]>> = {
  '█': [0, 1],
  '▀': [0, 0.5],
  '▄': [0.5, 1],
};

/** Drawn and not written: a font's own leave gaps between the rows. */
function blocks({ column, text, color }: Run, top: number): string[] {
  return [...text.matchAll(/█+|▀+|▄+/g)].map(({ 0: block, index }) => {
    const [upper, lower] = blockEdges[block.charAt(0)] ?? [0, 1];
    const left = round(padding + (column + index) * cell.width);
    const place = `x="${left}" y="${round(top + upper * cell.height)}"`;
    const size = `width="${round(block.length * cell.width)}" height="${round((lower - upper) * cell.height)}"`;
    return `<rect ${place} ${size}${color === ink ? '' : ` fill="${color}"`}/>`;
  });
}

/** The words of a run, with a text for each piece between wide gaps, in its column whatever the font. */
function words(run: Run, top: number): string[] {
  const look = `${run.color === ink ? '' : ` fill="${run.color}"`}${run.bold ? ' font-weight="bold"' : ''}`;
  return [...run.text.matchAll(/[^\s█▀▄]+(?: [^\s█▀▄]+)*/g)].map(({ 0: text, index }) => {
    const left = round(padding + (run.column + index) * cell.width);
    const place = `x="${left}" y="${round(top + cell.baseline)}" textLength="${round(text.length * cell.width)}"`;
    return `<text ${place} lengthAdjust="spacingAndGlyphs"${look}>${escaped(text)}</text>`;
  });
}

function cursorOf({ cursorX, cursorY }: IBuffer): string {
  const left = round(padding + cursorX * cell.width);
  const top = round(padding + cursorY * cell.height);
  return `<rect x="${left}" y="${top}" width="${cell.width}" height="${cell.height}" fill="${ink}" fill-opacity="0.6"/>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** To a tenth of a pixel. */
function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
