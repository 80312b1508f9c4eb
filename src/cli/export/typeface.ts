/** The typefaces of what is printed, and text made ready to be set in them. */
import { fileURLToPath } from 'node:url';
import { openSync } from 'fontkit';
import { graphemes } from '../../domain/graphemes.ts';
import { cleanText } from '../../domain/text.ts';
import { record as words } from '../../texts/record.ts';

export interface Face {
  readonly path: string;
  /** Whether it has a picture of the character. */
  has(codePoint: number): boolean;
}

/** DejaVu has Latin, Greek, Cyrillic, arrows, signs and more, and may be embedded and passed on. */
export const regular = face('DejaVuSansCondensed.ttf');
export const bold = face('DejaVuSansCondensed-Bold.ttf');

function face(file: string): Face {
  const path = fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${file}`));
  const font = openSync(path);
  if (!('hasGlyphForCodePoint' in font)) throw new TypeError(`several typefaces in ${file}`);
  return { path, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
}

const invisible = /^\p{Default_Ignorable_Code_Point}$/u;
/** Only their own typeface knows what they look like (ISO 19005-2, 6.2.11.7.3). */
const privateUse = /^\p{Co}$/u;

/**
 * The text so that every character of it can be set: cleaned, what the typeface lacks as its code (a PDF/A may hold
 * no character without a picture; ISO 19005-2, 6.2.11.8), and what is wider than `room` broken. `widthOf` is in the
 * unit of `room`.
 */
export function setIn(face: Face, text: string, room: number, widthOf: (text: string) => number): string {
  const printable = Array.from(cleanText(text), (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n') return character;
    if (face.has(codePoint) && !privateUse.test(character)) return character;
    return invisible.test(character) ? '' : words.noGlyph(codePoint);
  }).join('');
  return printable.replace(/[^ \n]{40,}/g, (run) => broken(run, room, widthOf));
}

/**
 * The run in lines that fit. The library breaks it too, but measures all that is left for every line, and within
 * letters of several parts.
 */
function broken(run: string, room: number, widthOf: (text: string) => number): string {
  const lines: string[] = [];
  let line = '';
  let left = room;
  for (const grapheme of graphemes(run)) {
    const width = widthOf(grapheme);
    if (width > left && line !== '') {
      lines.push(line);
      line = '';
      left = room;
    }
    line += grapheme;
    left -= width;
  }
  return [...lines, line].join('\n');
}
