/** Reads a PDF as pdfkit writes it, far enough to see what is in it: its objects, and its text in reading order. */
import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  /** The file without its streams. */
  readonly structure: string;
  /** Each text that is part of what is read, in order; page marks are not. */
  readonly texts: readonly string[];
  /** Page marks, such as the page's number. */
  readonly artifacts: readonly string[];
  /** Whether any text is set without belonging to either. */
  readonly hasLooseText: boolean;
  /** Whether any text has a character without a picture. */
  readonly hasMissingGlyph: boolean;
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'));
  const object = (id: string | undefined) => objects.get(id ?? '') ?? { head: '', stream: '' };
  const reference = (head: string, name: string) => new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1];
  const catalog = [...objects.values()].find(({ head }) => head.includes('/Type /Catalog'))?.head ?? '';
  const kids = /\/Kids \[([^\]]*)\]/.exec(object(reference(catalog, 'Pages')).head)?.[1] ?? '';
  const result = {
    texts: [] as string[],
    artifacts: [] as string[],
    hasLooseText: false,
    hasMissingGlyph: false,
  };
  for (const [, id] of kids.matchAll(/(\d+) 0 R/g)) {
    const page = object(id).head;
    const resources = object(reference(page, 'Resources')).head;
    const fontNamed = (name: string) =>
      charactersOf(object(reference(object(reference(resources, name)).head, 'ToUnicode')).stream);
    readContent(object(reference(page, 'Contents')).stream, fontNamed, result);
  }
  return { ...result, structure: [...objects.values()].map(({ head }) => head).join('\n') };
}

function objectsOf(file: string): Map<string, { readonly head: string; readonly stream: string }> {
  const found = file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map(
    [...found].map(([, id = '', body = '']) => {
      const [head = '', data] = body.split(/\nstream\n/);
      if (data === undefined) return [id, { head, stream: '' }];
      const stream = Buffer.from(data.replace(/\nendstream$/, ''), 'latin1');
      const text = head.includes('/FlateDecode') && !head.includes('/Length1') ? inflateSync(stream) : stream;
      return [id, { head, stream: text.toString('latin1') }];
    }),
  );
}

/** What each glyph stands for. */
function charactersOf(cmap: string): (glyph: number) => string {
  const characters = [...cmap.matchAll(/<[\da-f]{4}> <[\da-f]{4}> \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([\da-f ]*)>/g)].map(([, codes = '']) =>
      String.fromCharCode(...codes.split(' ').map((code) => Number.parseInt(code, 16))),
    ),
  );
  return (glyph) => characters[glyph] ?? '';
}

interface Read {
  texts: string[];
  artifacts: string[];
  hasLooseText: boolean;
  hasMissingGlyph: boolean;
}

function readContent(
  content: string,
  fontNamed: (name: string) => (glyph: number) => string,
  read: Read,
): void {
  const marks: string[] = [];
  let font: (glyph: number) => string = () => '';
  for (const line of content.split('\n')) {
    const [, mark] = /^\/(\w+) (?:<<|BMC$)/.exec(line) ?? [];
    const [, name] = /^\/(F\d+) [\d.]+ Tf$/.exec(line) ?? [];
    if (mark) marks.push(mark);
    else if (line === 'EMC') marks.pop();
    else if (name) font = fontNamed(name);
    else if (line.endsWith('TJ')) {
      const glyphs = [...line.matchAll(/<([\da-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      const numbers = glyphs.map((glyph) => Number.parseInt(glyph, 16));
      if (numbers.includes(0)) read.hasMissingGlyph = true;
      if (marks.length === 0) read.hasLooseText = true;
      (marks.includes('Artifact') ? read.artifacts : read.texts).push(numbers.map(font).join(''));
    }
  }
}
