/**
 * Finds codes that open something: `portkod 1234`, `dörrkoden är 1234#`, `kod till porten 4521`, `nyckelskåp … 1234`.
 * The span is the code alone, so that a masked text still says what was there.
 */
import { letter, lowerCased, unseen } from './letters.ts';
import { filledOut, type Span } from './spans.ts';

/** What people put between the word and its code; nothing from another sentence, nor past another number. */
const between = '[^\\d\\n.!?\\[\\]\\ufffc]{0,30}?';
/** A letter and four digits or more, as `A1234`. */
const letterCode = `(?<![${letter}])[a-zåäö]\\d{4,8}(?![${letter}\\d])|\\d{4,8}[a-zåäö](?![${letter}\\d])`;
/** Three to eight digits, and no part of a time, a date, an amount or a telephone number. */
const code =
  `[*#]?(?<![\\d${unseen}:.,/–-])(?:${letterCode}|\\d{3,8}|\\d\\d \\d\\d)[*#]?` +
  `(?![\\d${unseen}]| ?[:/–-] ?\\d|[.,]\\d| \\d)`;
const thing =
  '(?:port|dörr|ytterdörrs?|entré|grind|trapp(?:hus)?|lås|larm|hiss|garage|källar|nyckel(?:skåps?|box|gömme|förvarings?)?|inpasserings?|pin)';
const opened =
  '(?:port|dörr|ytterdörr|entré|grind|trapphus|trappuppgång|lås|larm|hiss|garage|källar|lägenhet|hus|nyckel)';

const forms = [
  `(?<![${letter}])${thing}-?kod[${letter}]{0,3}${between}`,
  // `koden till porten`, and `koden är`: a code by itself is said of errors and radio as well, closer to its digits.
  `(?<![${letter}])kod(?:en|er|erna)?\\s{1,3}(?:till|för|på|i|vid)\\s{1,3}${opened}[${letter}]{0,8}${between}`,
  `(?<![${letter}])kod(?:en)?(?:\\s{1,3}är)?\\s{0,3}[:=]?\\s{0,3}`,
  `(?<![${letter}])pin(?:\\s{1,3}är)?\\s{0,3}[:=]?\\s{0,3}`,
  `(?<![${letter}])(?:nyckel(?:skåp|box|gömma|förvaring)|kodlås)[${letter}]{0,4}${between}`,
];
const codes = new RegExp(`(?<lead>${forms.join('|')})(?<code>${code})`, 'g');
const saidBefore = new RegExp(`(?<code>${code})(?<lead>\\s{1,3}är\\s{1,3}(?:${thing}-?)?kod)`, 'g');

const months = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
  ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
];
/** What makes the digits a time or an amount all the same. */
const clockBefore = new RegExp(`(?<![${letter}])(?:kl(?:ockan|\\.)?|år|sedan|vid)\\s{0,2}$`);
const amountAfter = new RegExp(
  `^\\s?(?:kr|kronor|hushåll|personer|boende|meter|m|km|grader|min|minuter|st|gånger|${months.join('|')})(?![${letter}])`,
);

/** In the order of the text, not overlapping. */
export function findDoorCodes(text: string): Span[] {
  const lower = lowerCased(text);
  if (!/kod|nyckel|pin/.test(lower) || !/\d\d/.test(lower)) return [];
  const after = Array.from(lower.matchAll(codes), ({ index, groups }) => {
    const { lead = '', code: digits = '' } = groups ?? {};
    return clockBefore.test(lead) ? null : spanOf(lower, index + lead.length, digits);
  });
  const found = after.filter((span) => span !== null);
  const before = Array.from(filledOut(lower, found).matchAll(saidBefore), ({ index, groups }) =>
    spanOf(lower, index, groups?.code ?? ''),
  );
  return [...found, ...before.filter((span) => span !== null)].sort((a, b) => a.from - b.from);
}

/** Null when what follows makes the digits an amount. */
function spanOf(lower: string, from: number, code: string): Span | null {
  const to = from + code.length;
  return amountAfter.test(lower.slice(to, to + 12)) ? null : { from, to };
}
