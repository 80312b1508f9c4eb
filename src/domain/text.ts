/**
 * Text from outside, made safe to keep, to show on a terminal and to mail.
 * Source: the contract, "Text is kept as it was given, normalised to NFC, with control characters, escape
 * sequences and direction overrides removed; line breaks stay. An answer may be 10,000 characters long."
 */

/** The longest answer, in code points after `cleanText` (å is one, an emoji of several parts is several). */
export const maxAnswerLength = 10_000;

/** Text that cleaning cannot change: line feeds and printable Latin, all of it NFC. Most of what is typed. */
const alreadyClean = /^[\n\x20-\x7e\xa0-\u02ff]*$/;

const lineBreak = /\r\n|[\r\v\f\x85\u2028\u2029]/g;

/**
 * Terminal control sequences by ECMA-48, introduced by ESC or by their 8-bit C1 form. A sequence without its end
 * loses what surely belongs to it and no more. A control string (title, link, picture) may only hold printable
 * characters on one line: without its terminator only the introducer goes and the rest is kept as words, since
 * losing what somebody reported is worse than showing the name of a window.
 */
const escapeSequence = new RegExp(
  [
    // OSC, DCS, SOS, PM, APC: up to BEL or ST.
    String.raw`(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])(?:[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\|\x9c))?`,
    // CSI: parameters, intermediates, final.
    String.raw`(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?`,
    // SS2 and SS3: one shifted character, with the parameters some terminals put before it.
    String.raw`(?:\x1b[NO]|[\x8e\x8f])(?:[\d;]*[@-~])?`,
    // Everything else that starts with ESC: intermediates, final.
    String.raw`\x1b[ -/]*[0-~]?`,
  ].join('|'),
  'g',
);

/**
 * Control characters but line feed; marks, embeddings, overrides and isolates of direction; byte order marks;
 * interlinear annotation; tags. The joiners U+200C and U+200D are parts of words and emoji and stay.
 */
const unwanted =
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * The text in NFC with `\n` as its only line break and only control character: escape sequences, other control
 * characters and direction overrides removed, a tab as one blank, a lone surrogate as U+FFFD. Cleaning a clean
 * text changes nothing. Its length is not limited here.
 */
export function cleanText(text: string): string {
  if (alreadyClean.test(text)) return text;
  return (
    text
      // First of all, so that removing what lies between two halves cannot make a new character of them.
      .toWellFormed()
      .replace(lineBreak, '\n')
      .replace(escapeSequence, '')
      .replaceAll('\t', ' ')
      .replace(unwanted, '')
      // Last, since a letter and its accent may only now have become neighbours.
      .normalize('NFC')
  );
}

/** `cleanText` as one line: white space folded to single blanks, none at the ends. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** Whether nothing in the text can be seen: it is empty, or white space and invisible characters only. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
}

/** The text's length in characters as `maxAnswerLength` counts them: code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
