/** The record as PDF/A: what ISO 19005-2 asks for that can be seen without a validator, and what is in it to read. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recordPdf } from '../../../src/cli/export/pdf.ts';
import { recordDocument } from '../../../src/ui/record/recordDocument.ts';
import { carriedThrough } from '../../domain/nightFire.ts';
import type { Story } from '../../domain/story.ts';
import { readPdf } from './readPdf.ts';

function pdfOf(story: Story): Promise<Uint8Array> {
  story.tell('08:00', 'exported', { format: 'pdf', entries: story.entries.length, selection: '' });
  const taken = story.entries.at(-1);
  if (!taken) throw new Error('nothing to take out');
  return recordPdf(recordDocument(story.incident, story.entries, taken));
}

function told(story: Story, text: string): Story {
  story.tell('07:00', 'note-added', { text, about: null });
  story.tell('07:01', 'caller-answered', {
    question: 'whoIsAffected',
    text,
    certainty: 'confirmed',
    units: [],
  });
  return story;
}

test('it has what a PDF/A-2a must have and nothing that it must not', async () => {
  const bytes = await pdfOf(carriedThrough());
  const { structure, hasLooseText, hasMissingGlyph } = readPdf(bytes);
  const file = Buffer.from(bytes).toString('latin1');
  const metadata = /<\?xpacket begin[\s\S]*<\?xpacket end="w"\?>/.exec(Buffer.from(bytes).toString())?.[0];

  expect(file).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4}/);
  expect(file).toMatch(/trailer\n<<[\s\S]*\/ID \[<\w+> <\w+>\]/);
  expect(metadata).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</);
  expect(metadata).toContain('Händelse A-2026-0001');
  expect(structure).toMatch(/\/Type \/OutputIntent\n\/S \/GTS_PDFA1/);
  expect(structure).toMatch(/\/Marked true/);
  expect(structure).toMatch(/\/StructTreeRoot \d+ 0 R/);
  expect(structure).toContain('/Lang (sv-SE)');
  expect(structure).toContain('/DisplayDocTitle true');
  expect(structure).toContain('/Tabs /S');

  const count = (part: RegExp) => structure.match(part)?.length ?? 0;
  expect(count(/\/Type \/Font\n\/Subtype \/Type0/g)).toBe(2);
  expect(count(/\/ToUnicode \d+ 0 R/g)).toBe(2);
  expect(count(/\/FontFile2 \d+ 0 R/g)).toBe(2);
  expect(structure).not.toMatch(/\/(?:Encrypt|JavaScript|JS|AA|OpenAction|Launch|EmbeddedFile|URI|SMask)\b/);
  expect([hasLooseText, hasMissingGlyph]).toEqual([false, false]);
});

test('it reads in its fixed order, with å ä ö, and the page marks are no part of it', async () => {
  const { texts, artifacts } = readPdf(await pdfOf(carriedThrough({ exercise: true })));
  const read = texts.join(' ').replace(/\s+/g, ' ');
  const parts = [
    'ÖVNING – Händelse A-2026-0001',
    'ÖVNING. Det här är en övning',
    'Beslut: RING FÖRVALTNINGSDIREKTÖREN NU',
    'Krisledning: ja, 2026-11-21 02:58 av Åsa Öhrn',
    'Brand i tvättstuga på äldreboende',
    '2026-11-21 02:51 Åsa Öhrn 070-174 06 05: ej svar (jl)',
    'Händelseförlopp',
    'Nr 1 · nedtecknat 2026-11-21 02:41 · mottaget 2026-11-21 02:41 · jl',
    'Uttag ur loggen: händelsen som PDF',
  ];
  const places = parts.map((part) => read.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  const pages = artifacts.filter((text) => text.includes('Sida'));
  expect(pages[0]).toBe(`ÖVNING · A-2026-0001 · Sida 1 av ${pages.length}`);
  expect(artifacts.filter((text) => text === 'ÖVNING')).toHaveLength(pages.length);
});

test('nothing in a hostile text acts, and all that can be printed is', async () => {
  const hostile =
    ')>> endobj \u001b]0;x\u0007\u202e<</JS (x)>> </rdf:li> \0 \ue000 火 👩‍🚒 e\u0301 \u2028=1+1';
  const { structure, texts, hasMissingGlyph } = readPdf(await pdfOf(told(carriedThrough(), hostile)));
  const read = texts.join(' ');
  expect(read).toContain(')>> endobj <</JS (x)>> </rdf:li> [U+E000] [U+706B] [U+1F469]');
  expect(read).toContain('é');
  expect(structure).not.toContain('/JS');
  expect(hasMissingGlyph).toBe(false);
});

test.each([
  ['without a blank', 'å'.repeat(10_000)],
  ['of letters of many parts', 'a\u0301\u0323\u0308'.repeat(2500)],
  ['of lines', 'rad\n'.repeat(2500)],
])('a text of 10,000 characters %s is whole', async (_, text) => {
  const { texts, hasLooseText, hasMissingGlyph } = readPdf(await pdfOf(told(carriedThrough(), text)));
  const [letter = ''] = text.normalize('NFC');
  const letters = (all: readonly string[]) => all.join('').normalize('NFC').split(letter).length - 1;
  const others = letters(readPdf(await pdfOf(carriedThrough())).texts);
  // The answer, and the note and the answer in the course of events.
  expect(letters(texts) - others).toBeGreaterThanOrEqual(3 * letters([text]));
  expect([hasLooseText, hasMissingGlyph]).toEqual([false, false]);
});

test('the same record gives the same bytes', async () => {
  const [first, second] = await Promise.all([pdfOf(carriedThrough()), pdfOf(carriedThrough())]);
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;

test.skipIf(!hasPoppler)('another program reads the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tjour-pdf-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'post.pdf');
  writeFileSync(file, await pdfOf(carriedThrough({ exercise: true })));
  const { stdout, stderr } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/ÖVNING – Händelse A-2026-0001[\s\S]*Åtgärder[\s\S]*Händelseförlopp/);
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  expect(info).toMatch(/Title: +ÖVNING – Händelse A-2026-0001[\s\S]*Tagged: +yes[\s\S]*JavaScript: +no/);
});
