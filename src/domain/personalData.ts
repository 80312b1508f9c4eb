/**
 * The guard of personal data: what in a text about to leave the desk says who somebody is. It cannot see names.
 *
 * Texts are as `cleanText` leaves them (NFC); positions are UTF-16 indices, as in `String.slice`.
 */
import { personalDataMasks } from '../texts/personalData.ts';
import { digitGroups } from './personalData/digitGroups.ts';
import { findDoorCodes } from './personalData/doorCodes.ts';
import { findHealthBesideName } from './personalData/health.ts';
import { addressKey, findMailAddresses } from './personalData/mailAddresses.ts';
import { nameKey } from './personalData/names.ts';
import { type Calendar, findNumbers } from './personalData/numbers.ts';
import { findPasswords } from './personalData/passwords.ts';
import { findPhones, phoneKey } from './personalData/phones.ts';
import { findProtectedIdentity } from './personalData/protectedIdentity.ts';
import { filledOut, type Span } from './personalData/spans.ts';
import { atDesk, parseInstant } from './time.ts';

/** Those that surely are somebody's number. Nothing leaves with one. */
export const strongKinds = ['personal-number', 'coordination-number'] as const;

/** What may be meant, or may be something else: a person decides. */
export const warningKinds = [
  /** Written like a personnummer, but its check digit is wrong. */
  'mistyped-number',
  /** A date of birth with letters where the birth number would be, as care gives those who have no number. */
  'reserve-number',
  /** A right personnummer that also is a date of about now and a time of day. */
  'number-or-time',
  /** A right personnummer that also is a mobile number. */
  'number-or-phone',
  /** A right personnummer after a word that calls it something else, or with commas or brackets within. */
  'number-or-reference',
  /** Not in the register. */
  'phone',
  /** Not in the register. */
  'mail-address',
  'protected-identity',
  'door-code',
  /** A word about health in a sentence that seems to name somebody. */
  'health',
] as const;

export type PersonalDataKind = (typeof strongKinds)[number] | (typeof warningKinds)[number];

/** The journal's hash, which every report bears: any ten digits may stand in it. */
const checksum = /\b[0-9a-f]{64}\b/g;

/** A strong hit blocks until it is masked or taken out; a warning can be accepted. */
export type HitStrength = 'strong' | 'warning';

export interface PersonalDataHit {
  readonly kind: PersonalDataKind;
  readonly strength: HitStrength;
  /** The first and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * What the register holds and a text may say: telephone numbers in any notation, several in one with commas or
 * semicolons; mail addresses; names of people and units. Give the same object as long as it is the same register: what
 * is worked out from it is kept beside it.
 */
export interface KnownContacts {
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly names: readonly string[];
}

/**
 * The personal data in the text, in its order and not overlapping. `now` is RFC 3339: nobody is born later, and about
 * now a date before a time of day is no birth number. Takes linear time, whatever the text. Throws RangeError when
 * `now` is not a time.
 */
export function findPersonalData(whole: string, known: KnownContacts, now: string): PersonalDataHit[] {
  const text = whole.replaceAll(checksum, (hash) => ' '.repeat(hash.length));
  const keys = knownKeys.getOrInsertComputed(known, keysOf);
  const groups = digitGroups(text);
  const surePhones = findPhones(text, groups, keys.phones).filter(
    ({ isKnown, isInternational }) => isKnown || isInternational,
  );
  const numbers = groups.length === 0 ? [] : findNumbers(text, groups, surePhones, calendarOf(now));
  const hits: PersonalDataHit[] = numbers.map(({ kind, from, to }) => hit(kind, { from, to }));
  // Each sees the text without what was found before it, as it will be when that is masked.
  let rest = filledOut(text, hits);
  for (const [kind, find] of otherFinders) {
    const spans = find(rest, keys);
    rest = filledOut(rest, spans);
    hits.push(...spans.map((span) => hit(kind, span)));
  }
  return hits.sort((a, b) => a.from - b.from);
}

/**
 * The text with each hit replaced by what was there, in brackets: of it nothing is left. The hits are those of
 * `findPersonalData` for this very text, all or some of them.
 */
export function masked(text: string, hits: readonly PersonalDataHit[]): string {
  let out = '';
  let end = 0;
  for (const { kind, from, to } of hits) {
    // The mask brings its own brackets.
    const inBrackets = text[from - 1] === '(' && text[to] === ')' ? 1 : 0;
    const before = text.slice(end, from - inBrackets);
    end = to + inBrackets;
    out += before + (isWordAt(before, before.length - 1) ? ' ' : '') + personalDataMasks[kind];
    if (isWordAt(text, end)) out += ' ';
  }
  return out + text.slice(end);
}

/** What stood right against a word, as in `pnr9001019802`, does not run into it when it is masked. */
function isWordAt(text: string, index: number): boolean {
  return /[\p{L}\d]/u.test(text[index] ?? '');
}

function hit(kind: PersonalDataKind, { from, to }: Span): PersonalDataHit {
  const isStrong = strongKinds.some((strong) => strong === kind);
  return { kind, strength: isStrong ? 'strong' : 'warning', from, to };
}

/** After the numbers, in this order: a door code is not looked for in a telephone number. */
const otherFinders: readonly (readonly [
  PersonalDataKind,
  (rest: string, keys: KnownKeys) => readonly Span[],
])[] = [
  [
    'phone',
    (rest, { phones }) => findPhones(rest, digitGroups(rest), phones).filter((phone) => !phone.isKnown),
  ],
  ['mail-address', (rest, { emails }) => findMailAddresses(rest, emails)],
  ['protected-identity', findProtectedIdentity],
  ['door-code', findDoorCodes],
  ['door-code', findPasswords],
  ['health', (rest, { names }) => findHealthBesideName(rest, names)],
];

interface KnownKeys {
  readonly phones: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** This runs on every key press, over every field. */
const knownKeys = new WeakMap<KnownContacts, KnownKeys>();

function keysOf({ phones, emails, names }: KnownContacts): KnownKeys {
  return {
    phones: new Set(phones.flatMap((several) => several.split(/[,;]/)).map(phoneKey)),
    emails: new Set(emails.map(addressKey)),
    names: new Set(names.map(nameKey)),
  };
}

function calendarOf(now: string): Calendar {
  const today = atDesk(parseInstant(now)).toPlainDate();
  const asNumber = ({ year, month, day }: Temporal.PlainDate) => year * 10_000 + month * 100 + day;
  return {
    today: asNumber(today),
    recent: asNumber(today.subtract({ years: 2 })),
    soon: asNumber(today.add({ months: 1 })),
  };
}
