/**
 * Finds words for that somebody's whereabouts are secret, in all their forms. That alone can tell who it is about to
 * somebody who searches. Source: offentlighets- och sekretesslagen (2009:400), 22 kap. 1–2 §§ (sekretessmarkering,
 * skyddad folkbokföring), folkbokföringslagen (1991:481), 16 § (which followed kvarskrivning), lagen (1991:483) om
 * fingerade personuppgifter.
 */
import type { Span } from './spans.ts';

const between = '[\\s\\u00ad\\u2010\\u2011-]{1,3}';
const isProtected = '(?:skydda(?:de?|t)s?|fingerade?)';
const what = '(?:identitet|id(?!\\p{L})|person-?(?:uppgift|nummer)|folkbokföring|adress)\\p{L}*';

const words = new RegExp(
  [
    `${isProtected}${between}${what}`,
    `${what}\\s{1,3}(?:är|var|blev|har|hålls|ska\\s{1,3}vara)\\s{1,3}(?:\\p{L}{1,12}\\s)?${isProtected}(?!\\p{L})`,
    `sekretess${between.replace('{1,3}', '{0,3}')}marker(?:ing|a)\\p{L}*`,
    'kvarskriv(?:ning|en|na|et|s|a)\\p{L}*',
  ]
    .map((form) => `(?<!\\p{L})${form}`)
    .join('|'),
  'giu',
);

/** In the order of the text, not overlapping. */
export function findProtectedIdentity(text: string): Span[] {
  return Array.from(text.matchAll(words), ({ index, 0: word }) => ({ from: index, to: index + word.length }));
}
