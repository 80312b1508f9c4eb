/**
 * The record as PDF/A-2a (ISO 19005-2): every typeface within the file, everything tagged in its reading order, the
 * same bytes for the same record. Loaded only when a PDF is made.
 */
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { record as words } from '../../texts/record.ts';
import type { RecordBlock, RecordDocument, RecordItem } from '../../ui/record/recordDocument.ts';
import { bold, type Face, regular, setIn } from './typeface.ts';

type Document = InstanceType<typeof PDFDocument>;
type Structure = ReturnType<Document['struct']>;

/** Points of 1/72 inch; A4 is 595 by 842. */
const margins = { top: 64, bottom: 64, left: 60, right: 60 };
const sizes = { 1: 18, 2: 13, 3: 10.5, text: 10, small: 8.5 };
const ink = '#000000';
/** Contrast 7 : 1 against white. */
const paleInk = '#555555';
const indent = 14;
const roomForHeading = 90;
const roomForItem = 44;

export async function recordPdf(record: RecordDocument): Promise<Uint8Array> {
  const madeAt = new Date(record.madeAt);
  const document = new PDFDocument({
    size: 'A4',
    margins,
    font: regular.path,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'sv-SE',
    displayTitle: true,
    // All pages are needed to say how many they are.
    bufferPages: true,
    info: {
      // The library puts this into XML as it is.
      Title: record.title.replace(/[<>&]/g, ''),
      Creator: 'tjour',
      Producer: 'tjour',
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  });
  const bytes = buffer(document);
  const root = document.struct('Document');
  document.addStructure(root);
  for (const block of record.blocks) draw(document, root, block);
  root.end();
  markPages(document, record);
  document.end();
  return bytes;
}

/** Draws the block and adds it to the structure: each part is drawn when it is added. */
function draw(document: Document, root: Structure, block: RecordBlock): void {
  switch (block.kind) {
    case 'heading': {
      const { level, text } = block;
      if (isNearFoot(document, roomForHeading)) document.addPage();
      else if (level > 1) document.moveDown(level === 2 ? 1 : 0.5);
      root.add(document.struct(`H${level}`, {}, [() => heading(document, text, level)]));
      return;
    }
    case 'paragraph':
      root.add(document.struct('P', {}, [() => paragraph(document, block.text)]));
      return;
    case 'fields':
      for (const { label, value } of block.fields)
        root.add(document.struct('P', {}, [() => field(document, label, value)]));
      document.moveDown(0.35);
      return;
    case 'list': {
      const list = document.struct('L');
      root.add(list);
      for (const item of block.items) {
        if (isNearFoot(document, roomForItem)) document.addPage();
        list.add(
          document.struct('LI', {}, [
            document.struct('Lbl', {}, [() => label(document, item)]),
            document.struct('LBody', {}, [() => body(document, item)]),
          ]),
        );
      }
      list.end();
    }
  }
}

/** No heading or label is left alone at the foot of a page. */
function isNearFoot({ y, page }: Document, room: number): boolean {
  return y + room > page.height - margins.bottom;
}

function heading(document: Document, text: string, level: 1 | 2 | 3): void {
  write(document, bold, sizes[level], text);
  document.moveDown(0.3);
}

function paragraph(document: Document, text: string): void {
  write(document, regular, sizes.text, text);
  document.moveDown(0.5);
}

function field(document: Document, name: string, value: string): void {
  write(document, bold, sizes.text, `${name}: `, { continued: true });
  write(document, regular, sizes.text, value);
  document.moveDown(0.15);
}

function label(document: Document, item: RecordItem): void {
  document.fillColor(paleInk);
  write(document, regular, sizes.small, item.label);
  document.fillColor(ink);
}

function body(document: Document, { text, isStruck = false, more = [] }: RecordItem): void {
  write(document, regular, sizes.text, text, { indent, indentAllLines: true, strike: isStruck });
  for (const line of more)
    write(document, regular, sizes.small, line, { indent: 2 * indent, indentAllLines: true });
  document.moveDown(0.4);
}

function write(
  document: Document,
  face: Face,
  size: number,
  text: string,
  options: PDFKit.Mixins.TextOptions = {},
): void {
  document.font(face.path, size);
  const room = document.page.width - margins.left - margins.right - (options.indent ?? 0);
  const set = setIn(face, text, room, (part) => document.widthOfString(part));
  document.text(set, { lineGap: 1.5, ...options });
}

/** The number, the exercise's mark and the page at the foot of every page: no part of what is read in order. */
function markPages(document: Document, { number, mark }: RecordDocument): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    document.switchToPage(start + page);
    // Otherwise writing below the margin would begin a new page.
    document.page.margins.bottom = 0;
    document.font(regular.path, sizes.small).fillColor(ink);
    document.markContent('Artifact', { type: 'Pagination' });
    const foot = [mark, number, words.page(page + 1, count)].filter((part) => part !== '').join(' · ');
    document.text(
      setIn(regular, foot, Number.POSITIVE_INFINITY, () => 0),
      margins.left,
      800,
      { lineBreak: false },
    );
    if (mark !== '') document.font(bold.path, sizes[2]).text(mark, margins.left, 32, { lineBreak: false });
    document.endMarkedContent();
  }
}
