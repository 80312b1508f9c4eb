/** The sections of a record as lines, to be read on a screen. */
import { cleanLine, cleanText } from '../../domain/text.ts';
import { blank } from '../body.ts';
import { type Line, paragraph } from '../frame.ts';
import type { RecordBlock, RecordItem } from './recordDocument.ts';

export interface RecordLines {
  readonly lines: readonly Line[];
  /** The line of each heading of level 2. */
  readonly sections: readonly number[];
}

/** The blocks under each other, at most `columns` wide; the sections are numbered from 1. */
export function recordLines(blocks: readonly RecordBlock[], columns: number): RecordLines {
  const lines: Line[] = [];
  const sections: number[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      if (lines.length > 0) lines.push(blank);
      if (block.level === 2) sections.push(lines.length);
      lines.push(...heading(block.level, block.text, sections.length, columns));
    } else {
      lines.push(...blockLines(block, columns));
    }
  }
  return { lines, sections };
}

function heading(level: number, text: string, section: number, columns: number): Line[] {
  const title = cleanLine(text);
  return paragraph(level === 2 ? `${section}  ${title.toUpperCase()}` : title, columns, 'strong');
}

function blockLines(block: Exclude<RecordBlock, { kind: 'heading' }>, columns: number): Line[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(cleanText(block.text), columns, 'plain', '  ');
    case 'fields':
      return block.fields.flatMap(({ label, value }) => field(label, value, columns));
    case 'list':
      return block.items.flatMap((item) => itemLines(item, columns));
  }
}

/** The label, and the value after it, or under it where that is much. */
function field(label: string, value: string, columns: number): Line[] {
  return paragraph(`${cleanLine(label)}: ${cleanText(value)}`, columns, 'plain', '  ', '  ');
}

/** Where a terminal cannot strike through or has no colours, the label says it too. */
function itemLines({ label, text, isStruck, isLate, more = [] }: RecordItem, columns: number): Line[] {
  return [
    ...paragraph(cleanLine(label), columns, isLate ? 'warning' : 'quiet', '  '),
    ...paragraph(cleanText(text), columns, isStruck ? 'struck' : 'plain', '    '),
    ...more.flatMap((each) => paragraph(cleanText(each), columns, 'quiet', '      ', '  ')),
  ];
}
