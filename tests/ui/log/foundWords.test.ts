/** What was searched for is marked where it stands, as the search index takes it. */
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchQuery } from '../../../src/journal/searchQuery.ts';
import { foundWords } from '../../../src/ui/log/foundWords.ts';

/** What is marked, within brackets. */
function marked(search: string, text: string): string {
  const spans = foundWords(search)([{ text, tone: 'plain' }]);
  return spans.map((span) => (span.isFound ? `[${span.text}]` : span.text)).join('');
}

test.each([
  ['brand', 'Brandkåren: ingen brand, storbrand.', '[Brand]kåren: ingen [brand], storbrand.'],
  ['å', 'Å, ar och ångest', '[Å], ar och [å]ngest'],
  ['"brand i"', 'Brand i, brandkår i', '[Brand] [i], brandkår [i]'],
  ['”Höstlyckan” el', 'Höstlyckans el, Höstlyckan elva', 'Höstlyckans [el], [Höstlyckan] [el]va'],
  ['031-390', 'Ring 031-390 06 01', 'Ring [031]-[390] 06 01'],
  ['" - . ', 'ingenting', 'ingenting'],
])('%s in %j', (search, text, expected) => {
  expect(marked(search, text)).toBe(expected);
});

test('nothing but the marks is changed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (search, text) => {
      const line = foundWords(search)([{ text, tone: 'warning' }]);
      expect(line.map((span) => span.text).join('')).toBe(text);
      expect(line.every(({ tone }) => tone === 'warning')).toBe(true);
    }),
  );
});

test('what the search index finds of one word has something marked, and nothing else has', () => {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = "unicode61 remove_diacritics 0")');
  const word = fc
    .array(fc.constantFrom('a', 'å', 'Å', 'é', 'e', 'b', '1', 'ß'), { minLength: 1, maxLength: 4 })
    .map((letters) => letters.join(''));
  const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' - '));
  const insert = database.prepare('INSERT INTO search (rowid, text) VALUES (1, ?)');
  const find = database.prepare('SELECT count(*) AS found FROM search WHERE search MATCH ?');
  fc.assert(
    fc.property(word, fc.boolean(), text, (searched, isPhrase, written) => {
      const search = isPhrase ? `"${searched}"` : searched;
      database.exec('DELETE FROM search');
      insert.run(written);
      const { found } = find.get(searchQuery(search, {}) ?? '') as { readonly found: number };
      expect(marked(search, written).includes('[')).toBe(found === 1);
    }),
    { numRuns: 300 },
  );
  database.close();
});
