/** Words before a number that say what it is: `personnummer: `, `ring `, `ärendet är `. */
import { letter, lowerCased } from './letters.ts';

/** How far before a number a word is looked for. */
const longestCue = 40;
/** The rest of the word, and what follows it: `…ummer: `, `…en är `. */
const cueEnd = `[${letter}-]{0,12}(?:[^${letter}\\d]{1,4}är)?[^${letter}\\d]{0,4}$`;
const cue = (words: string) => new RegExp(`(?<![${letter}])(?:${words})${cueEnd}`);

export const personCue = cue('person-?n|pers\\.? ?n|p-?nr|samordnings?-?n|sam\\.?nr|reserv-?n|född');
export const phoneCue = cue('telefon|tel|tfn|mobil|mob|ring|växel|(?:nås|nå) på');
export const referenceCue = cue(
  'ocr|d(?:iarie)?-?n|ärende|faktura|referens|ref|konto|clearing|order|serie-?n|imei|bankgiro|plusgiro',
);

/** What stands before the index, in lower case: what the cues are looked for in. */
export function wordsBefore(text: string, index: number): string {
  return lowerCased(text.slice(Math.max(0, index - longestCue), index));
}
