import xterm from '@xterm/headless';
import { expect, test } from 'vitest';
import { svgOf } from './svg.ts';

const about = { title: 'Bild', description: 'A < B', columns: 20, rows: 2, cursor: true };

async function screenOf(output: string): Promise<xterm.IBuffer> {
  const terminal = new xterm.Terminal({ cols: 20, rows: 2, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(output, resolve));
  return terminal.buffer.active;
}

test('text is text, in its column, with what it looks like', async () => {
  const svg = svgOf(await screenOf('å & b   \x1b[1;31mlarm\x1b[0m\r\n\x1b[7m rad \x1b[0m'), about);
  expect(svg).toContain('x="14" y="27.5" textLength="42" lengthAdjust="spacingAndGlyphs">å &amp; b</text>');
  expect(svg).toMatch(/<text x="81\.2"[^>]* fill="#ff7b72" font-weight="bold">larm<\/text>/);
  // Inverse: the colour of the text behind, and the colour of the paper in front.
  expect(svg).toMatch(/<rect x="14" y="32" width="42" height="18" fill="#e6e6e6"\/>/);
  expect(svg).toMatch(/<text [^>]* fill="#1b1f24">rad<\/text>/);
});

test('a large digit is drawn, a piece at a time, whatever the font', async () => {
  const svg = svgOf(await screenOf('a █▀▀ \x1b[32m▄\x1b[0m'), about);
  expect(svg).toContain('<rect x="30.8" y="14" width="8.4" height="18"/>');
  expect(svg).toContain('<rect x="39.2" y="14" width="16.8" height="9"/>');
  expect(svg).toContain('<rect x="64.4" y="23" width="8.4" height="9" fill="#7ee787"/>');
  expect(svg.match(/>[^<]*<\/text>/g)).toEqual(['>a</text>']);
});

test('it says what it is to somebody who does not see it', async () => {
  const svg = svgOf(await screenOf(''), about);
  expect(svg).toContain('role="img" aria-labelledby="title description"');
  expect(svg).toContain('<title id="title">Bild</title>');
  expect(svg).toContain('<desc id="description">A &lt; B</desc>');
});

test('the cursor is drawn where it is shown', async () => {
  const buffer = await screenOf('ab');
  expect(svgOf(buffer, about)).toContain(
    'x="30.8" y="14" width="8.4" height="18" fill="#e6e6e6" fill-opacity="0.6"',
  );
  expect(svgOf(buffer, { ...about, cursor: false })).not.toContain('fill-opacity');
});

test('a letter that takes two columns is refused', async () => {
  const buffer = await screenOf('漢');
  expect(() => svgOf(buffer, about)).toThrow(RangeError);
});
