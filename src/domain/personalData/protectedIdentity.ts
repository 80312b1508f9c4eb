/**
 * Finds the words that say that somebody's whereabouts are secret, in all their forms. They alone can tell somebody who
 * searches whom it is about. Source: offentlighets- och sekretesslagen (2009:400), 22 kap. 1–2 §§ (sekretessmarkering,
 * skyddad folkbokföring), folkbokföringslagen (1991:481), 16 § (which followed kvarskrivning), lagen (1991:483) om
 * fingerade personuppgifter.
 */
import { letter, lowerCased } from './letters.ts';
import type { Span } from './spans.ts';

/** Where none of these is, nothing is to be looked for. */
const cores = ['skydda', 'fingerad', 'sekretess', 'kvarskriv', 'hemlig'];

const between = '[\\s\\u00ad\\u2010\\u2011-]';
const isProtected = '(?:skydda(?:de?|t)s?|fingerade?|hemlig(?:a|t)?)';
const what = `(?:identitet|id(?![${letter}])|person-?(?:uppgift|nummer)|folkbokföring|adress)[${letter}]*`;
const verb = '(?:är|var|blev|har|hålls|ska\\s{1,3}vara)';

const forms = [
  `${isProtected}${between}{1,3}${what}`,
  `${what}\\s{1,3}${verb}\\s{1,3}(?:[${letter}]{1,12}\\s)?${isProtected}(?![${letter}])`,
  `sekretess${between}{0,3}marker(?:ing|a)[${letter}]*`,
  `kvarskriv(?:ning|en|na|et|s|a)[${letter}]*`,
];
const words = new RegExp(`(?<![${letter}])(?:${forms.join('|')})`, 'g');

/** In the order of the text, not overlapping. */
export function findProtectedIdentity(text: string): Span[] {
  const lower = lowerCased(text);
  if (!cores.some((core) => lower.includes(core))) return [];
  return Array.from(lower.matchAll(words), ({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
  }));
}
