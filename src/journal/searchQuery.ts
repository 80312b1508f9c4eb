/**
 * What is asked of the search index. What an incident is filtered by stands in the index too, as words that nobody can
 * write: so every filter, together with any words, is one question to FTS5, which does not slow down where something
 * common and something rare are asked for at once.
 */
import { createHash } from 'node:crypto';
import { type Facets, facetNames } from '../domain/logFilter.ts';
import { searchTerms } from '../domain/searchTerms.ts';

/** A character for private use begins a word of our own, and is taken out of what somebody wrote. */
const ours = '\uE000';

/** The words of our own for all that is given. */
export function facetWords(facets: Facets): string[] {
  return facetNames.flatMap((name) => {
    const value = facets[name];
    return value === undefined ? [] : [`${ours}${name.toLowerCase()}${asWord(String(value))}`];
  });
}

/** Any name as letters and digits alone; names that differ only in composition are the same. */
function asWord(value: string): string {
  if (/^[a-z]+$/.test(value)) return value;
  return createHash('sha256').update(value.normalize('NFC')).digest('hex').slice(0, 16);
}

/** As it is searched: composed, well-formed, and without what could be taken for a word of our own. */
export function searchable(text: string): string {
  return text.normalize('NFC').toWellFormed().replaceAll(ours, ' ');
}

/**
 * The words and the filters as a query for FTS5; null when there is nothing to ask for. Each word stands within quotes,
 * where nothing is an operator. A word without a letter or a digit is no word to FTS5 either.
 */
export function searchQuery(text: string, facets: Facets): string | null {
  const words = [...termsIn(text), ...facetWords(facets).map((word) => `"${word}"`)];
  return words.length > 0 ? words.join(' ') : null;
}

function termsIn(text: string): string[] {
  return searchTerms(searchable(text)).map(({ words, isWhole }) => `"${words}"${isWhole ? '' : '*'}`);
}
