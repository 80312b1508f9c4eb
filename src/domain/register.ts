/**
 * The contact register: who is to be reached, and which of our units a text names.
 *
 * Positions in a text are UTF-16 indices, as in `String.slice`.
 */

export const roles = [
  'director',
  'deskManager',
  'qualityManager',
  'unitManager',
  'dutyOfficer',
  'crisisGroup',
  'communications',
  'other',
] as const;
export type Role = (typeof roles)[number];

/** One row of the register. A field that is not known is empty. */
export interface Contact {
  readonly role: Role;
  readonly name: string;
  /** The unit's name; never empty for a unit manager. */
  readonly unit: string;
  readonly phone: string;
  readonly email: string;
  /** The register's further columns, by heading; only those with a value. */
  readonly extra: Readonly<Record<string, string>>;
}

/** The contacts with this role, or of this unit, in register order. */
export function contactsFor(whom: Role | { readonly unit: string }, contacts: readonly Contact[]): Contact[] {
  if (typeof whom === 'string') return contacts.filter(({ role }) => role === whom);
  const { find, byKey } = unitContacts.getOrInsertComputed(contacts, unitContactsOf);
  const named = find(whom.unit);
  return named === undefined ? [] : [...(byKey.get(nameKey(named)) ?? [])];
}

interface UnitContacts {
  readonly find: (text: string) => string | undefined;
  /** Those of each unit, by its name's key. */
  readonly byKey: ReadonlyMap<string, readonly Contact[]>;
}

/** Those of each register, made once: a page of what is to be done asks for one unit after the other. */
const unitContacts = new WeakMap<readonly Contact[], UnitContacts>();

function unitContactsOf(contacts: readonly Contact[]): UnitContacts {
  return {
    find: unitFinder(distinctNames(contacts.map(({ unit }) => unit))),
    byKey: Map.groupBy(contacts, ({ unit }) => nameKey(unit)),
  };
}

/** Who must be there for a call to be carried through; in a group, either will do. */
const necessaryRoles: readonly (readonly Role[])[] = [
  ['director'],
  ['deskManager', 'qualityManager'],
  ['dutyOfficer'],
];

/**
 * The groups of roles of which nobody can be phoned, and without which a call cannot be carried through: in each
 * group one would do. A contact without a telephone number does not count: the Anvisning has them phoned.
 */
export function missingRoles(contacts: readonly Contact[]): (readonly Role[])[] {
  const reachable = new Set(contacts.filter(({ phone }) => phone !== '').map(({ role }) => role));
  return necessaryRoles.filter((group) => !group.some((role) => reachable.has(role)));
}

/**
 * The names of our own units, each once, in register order. Only the units that a unit manager answers for: the
 * duty officer's office, say, is not one of ours.
 */
export function unitsOf(contacts: readonly Contact[]): string[] {
  return distinctNames(contacts.filter(({ role }) => role === 'unitManager').map(({ unit }) => unit));
}

/** For comparing what people type: lower case, without accents and rings, white space as single blanks. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Two names with the same key are the same name: only composition, case, white space or a full stop differ. */
function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[ .!?]+$/, '');
}

function distinctNames(names: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of names) if (name !== '' && !byKey.has(nameKey(name))) byKey.set(nameKey(name), name);
  return [...byKey.values()];
}

/**
 * Finds the unit that a text names, by its letters and else without regard to rings and dots. When several units
 * differ only in those, none: a guess could alarm the wrong unit.
 */
function unitFinder(units: readonly string[]): (text: string) => string | undefined {
  const exact = new Map(units.map((unit) => [nameKey(unit), unit]));
  const folded = Map.groupBy(units, (unit) => fold(nameKey(unit)));
  return (text) => {
    const found = exact.get(nameKey(text));
    if (found !== undefined) return found;
    const similar = folded.get(fold(nameKey(text)));
    return similar?.length === 1 ? similar[0] : undefined;
  };
}

/**
 * The units to offer while somebody types, at most `limit`, best first: the same name, then names that start with
 * what is typed, names with a word that does, and names in which every typed word starts a word, in any order.
 * Tolerant of case, composition and missing å, ä, ö. Nothing typed offers nothing.
 */
export function matchUnits(typed: string, units: readonly string[], limit: number): string[] {
  const query = fold(typed);
  if (query === '') return [];
  return units
    .map((unit) => ({ unit, rank: matchRank(query, fold(unit)) }))
    .filter(({ rank }) => rank < noMatch)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ unit }) => unit);
}

const noMatch = 4;

function matchRank(query: string, name: string): number {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  const words = wordsOf(name);
  const starts = [...name.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
  if (starts.some((start) => name.startsWith(query, start))) return 2;
  const typedWords = wordsOf(query);
  const everyWordStartsOne = typedWords.every((typed) => words.some((word) => word.startsWith(typed)));
  return typedWords.length > 0 && everyWordStartsOne ? 3 : noMatch;
}

function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A piece of a text: `text.slice(start, end)`. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const separator = /\s(?:och|samt)\s|[,;&\n\r]/gi;

/** The pieces between separators, white space and all. */
function splitParts(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    parts.push({ start, end: match.index, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  return [...parts, { start, end: text.length, text: text.slice(start) }];
}

function countParts(text: string): number {
  return splitParts(text).length;
}

/**
 * The units that an answer names: as the whole text, as a part of it between commas, semicolons, line breaks, "och",
 * "samt" or "&", or by the whole name among other words. Each once, in the answer's order. Longer joins are tried first, so that a unit whose own
 * name holds a separator ("Vård och omsorg") is found. Tolerant of case, composition and missing å, ä, ö.
 */
export function linkedUnits(answer: string, units: readonly string[]): string[] {
  const find = unitFinder(units);
  // No unit's name holds more parts than this, so longer joins need not be tried.
  const longest = Math.max(1, ...units.map(countParts));
  const parts = splitParts(answer).filter(({ text }) => text.trim() !== '');
  const linked = new Set<string>();
  for (let first = 0; first < parts.length; first++) {
    let joined = first;
    let unit: string | undefined;
    for (
      let last = Math.min(parts.length, first + longest) - 1;
      last >= first && unit === undefined;
      last--
    ) {
      unit = find(answer.slice(parts[first]?.start, parts[last]?.end));
      joined = last;
    }
    if (unit !== undefined) linked.add(unit);
    else for (const inside of unitsInside(parts[first]?.text ?? '', units)) linked.add(inside);
    first = joined;
  }
  return [...linked];
}

/**
 * The units whose whole names stand among other words, "Hemtjänst Lundby, natt" or "kök på Hemtjänst Lundby": in
 * order, and where names overlap the longest.
 */
function unitsInside(text: string, units: readonly string[]): string[] {
  let rest = nameKey(text);
  const found = units
    .toSorted((a, b) => b.length - a.length)
    .flatMap((unit) => {
      const name = RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(nameKey(unit))}(?![\\p{L}\\p{N}])`, 'u');
      const index = rest.search(name);
      if (index < 0) return [];
      rest = rest.replace(name, (match) => '\n'.repeat(match.length));
      return [{ unit, index }];
    });
  return found.sort((a, b) => a.index - b.index).map(({ unit }) => unit);
}

/**
 * The part of the text that is being typed at the cursor, up to the next separator, without the blanks around it
 * (those between it and the cursor are counted in, so that completing leaves none behind).
 */
export function currentPart(text: string, cursor: number): Part {
  const part = splitParts(text).findLast(({ start }) => start <= cursor);
  if (!part) return { start: cursor, end: cursor, text: '' };
  return trimmed(text, part.start, part.end, cursor);
}

function trimmed(text: string, from: number, to: number, cursor: number): Part {
  const raw = text.slice(from, to);
  const start = raw.trim() === '' ? Math.min(cursor, to) : from + raw.length - raw.trimStart().length;
  const end = Math.max(start, from + raw.trimEnd().length, Math.min(cursor, to));
  return { start, end, text: text.slice(start, end) };
}

/**
 * Puts the unit's name in place of the part that is being typed, with the cursor after it. Where more of the text
 * is the beginning of the name ("Vård och oms"), all of that is replaced.
 */
export function completeUnit(text: string, cursor: number, unit: string): { text: string; cursor: number } {
  const { start, end } = partToReplace(text, cursor, unit);
  return { text: text.slice(0, start) + unit + text.slice(end), cursor: start + unit.length };
}

function partToReplace(text: string, cursor: number, unit: string): Part {
  const current = currentPart(text, cursor);
  const before = splitParts(text).filter(({ start }) => start <= current.start);
  const longerFirst = before
    .slice(-countParts(unit))
    .map(({ start }) => trimmed(text, start, current.end, cursor));
  return longerFirst.find((part) => fold(unit).startsWith(fold(part.text))) ?? current;
}
