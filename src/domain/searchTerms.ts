/** What somebody has typed to search by, term by term. */

/** A word, or several that stand after each other. */
export interface SearchTerm {
  readonly words: string;
  /** Its last word is all there: a phrase whose end has been typed. Otherwise that word may go on. */
  readonly isWhole: boolean;
}

/** A phrase in any of the quotes that are typed in Swedish, its end perhaps still to come; or a word. */
const term = /["”“„»«]([^"”“„»«]*)(["”“„»«]|$)|[^\s\0"”“„»«]+/g;

/** The terms in order; what has neither a letter nor a digit is none. */
export function searchTerms(text: string): SearchTerm[] {
  return [...text.matchAll(term)].flatMap(([word, phrase, end]) => {
    const words = (phrase ?? word).replaceAll('\0', ' ');
    if (!/[\p{L}\p{N}]/u.test(words)) return [];
    return [{ words, isWhole: phrase !== undefined && end !== '' }];
  });
}
