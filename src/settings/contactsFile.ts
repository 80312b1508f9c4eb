/** A file of contacts as spreadsheets in Sweden save it: from bytes to contacts, or to everything that is wrong. */
import { CsvError, type Options, parse } from 'csv-parse/sync';
import { isMailAddress, isPhoneNumber } from '../domain/reach.ts';
import { type Contact, fold, type Role, roles } from '../domain/register.ts';
import { cleanLine, isBlank } from '../domain/text.ts';
import { roleTexts } from '../texts/contacts.ts';

/** Where a row starts: its number in Excel, and its first line in a text editor. Both count from 1. */
export interface Place {
  readonly row: number;
  readonly line: number;
}

export type RowFault =
  | 'unknown-role'
  | 'unit-missing'
  /** Neither a name nor any way to reach somebody. */
  | 'nobody'
  | 'bad-phone'
  | 'bad-email'
  /** A value to the right of the last heading, or under an empty one. */
  | 'cell-without-heading'
  /** U+FFFD: some program has already lost a letter. */
  | 'lost-letter';

/** `value` is the cell, or the heading, that is wrong; clean. */
export type ContactProblem =
  | { readonly kind: 'not-csv' | 'no-contacts' | 'no-role-column' }
  | { readonly kind: 'repeated-column'; readonly value: string }
  | ({ readonly kind: 'unclosed-quote' } & Place)
  | ({ readonly kind: RowFault; readonly value: string } & Place);

export interface ParsedContacts {
  /** Empty when there is any problem: half a register is not one. */
  readonly contacts: readonly Contact[];
  /** In the file's order. */
  readonly problems: readonly ContactProblem[];
}

/**
 * Reads a file of contacts: semicolons, commas or tabs; UTF-8, UTF-16 with a byte order mark, or Windows-1252;
 * a first line `sep=;`; the columns roll, namn, enhet, telefon and e-post in any order. Further columns are kept in
 * `extra`. Cells are made clean single lines; a formula is text. Never throws for what the file holds.
 */
export function parseContacts(bytes: Uint8Array): ParsedContacts {
  if (isWorkbook(bytes)) return refused({ kind: 'not-csv' });
  const split = splitRows(decode(bytes));
  if ('kind' in split) return refused(split);
  const [heading, ...rows] = split;
  if (!heading) return refused({ kind: 'no-contacts' });
  const columns = heading.cells.map(toColumn);
  if (!columns.some(({ field }) => field === 'role')) return refused({ kind: 'no-role-column' });
  const repeated = columns.find(({ heading: name }, index) => {
    return name !== '' && columns.findIndex((column) => fold(column.heading) === fold(name)) < index;
  });
  if (repeated) return refused({ kind: 'repeated-column', value: repeated.heading });
  if (rows.length === 0) return refused({ kind: 'no-contacts' });
  const read = rows.map((row) => toContact(row, columns));
  const problems = read.flatMap((result) => (Array.isArray(result) ? result : []));
  if (problems.length > 0) return { contacts: [], problems };
  return { contacts: read.flatMap((result) => (Array.isArray(result) ? [] : [result])), problems };
}

function refused(problem: ContactProblem): ParsedContacts {
  return { contacts: [], problems: [problem] };
}

/** An .xlsx is a zip, an .xls a compound file: the commonest wrong file. */
function isWorkbook(bytes: Uint8Array): boolean {
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return start === '504b0304' || start === 'd0cf11e0';
}

/** TextDecoder takes the byte order mark away. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Swedish text in Windows-1252 is not UTF-8: a lone å, ä or ö is followed by no continuation byte.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

interface Row extends Place {
  readonly cells: readonly string[];
}

/** The rows that say something, with clean cells, or the problem that hindered splitting. */
function splitRows(decoded: string): Row[] | ContactProblem {
  // One kind of line break, since csv-parse counts CRLF within quotes as two lines.
  const text = decoded.replace(/\r\n?/g, '\n');
  const separatorLine = /^"?sep=([;,\t|])"?[;,\t|]*\n/i.exec(text);
  const table = text.slice(separatorLine?.[0].length ?? 0);
  const delimiter = separatorLine?.[1] ?? likelyDelimiter(table);
  // Excel reads the sep line and does not show it as a row.
  const linesBefore = separatorLine ? 1 : 0;
  const rows: Row[] = [];
  let linesRead = 0;
  const take: Options['on_record'] = (record: string[], { lines }) => {
    rows.push({ cells: record.map(cleanLine), row: rows.length + 1, line: linesBefore + linesRead + 1 });
    linesRead = lines;
    return null;
  };
  try {
    parse(table, { ...csvOptions, delimiter, on_record: take });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { kind: 'unclosed-quote', row: rows.length + 1, line: linesBefore + linesRead + 1 };
  }
  return rows.filter(({ cells }) => cells.some((cell) => !isBlank(cell)));
}

const csvOptions = {
  record_delimiter: '\n',
  relax_column_count: true,
  // Anna "Nanna" Berg, from programs that do not double their quotes.
  relax_quotes: true,
} as const satisfies Options;

/** The one that makes most known headings of the first row. */
function likelyDelimiter(table: string): string {
  const score = (delimiter: string) => knownHeadings(table, delimiter);
  return [';', ',', '\t'].reduce((best, other) => (score(other) > score(best) ? other : best));
}

function knownHeadings(table: string, delimiter: string): number {
  try {
    const options = { ...csvOptions, delimiter, to: 1, skip_records_with_empty_values: true };
    const [heading = []]: string[][] = parse(table, options);
    return heading.filter((cell) => toColumn(cell).field !== null).length;
  } catch (error) {
    if (error instanceof CsvError) return 0;
    throw error;
  }
}

type Field = 'role' | 'name' | 'unit' | 'phone' | 'email';

interface Column {
  readonly heading: string;
  /** Null for a further column. */
  readonly field: Field | null;
}

/** What headings may say, folded and without blanks, hyphens and full stops. */
const headings: Readonly<Record<Field, readonly string[]>> = {
  role: ['roll'],
  name: ['namn'],
  unit: ['enhet'],
  phone: [
    'telefon',
    'telefonnummer',
    'tel',
    'telefonnr',
    'telnr',
    'mobil',
    'mobiltelefon',
    'mobilnummer',
    'mobilnr',
  ],
  email: ['epost', 'epostadress', 'mejl', 'mejladress', 'mail', 'mailadress', 'email'],
};
const fields = Object.keys(headings) as Field[];

function toColumn(cell: string): Column {
  const heading = cleanLine(cell);
  const word = fold(heading).replace(/[^\p{L}\p{N}]/gu, '');
  return { heading, field: fields.find((field) => headings[field].includes(word)) ?? null };
}

/** The contact of a row, or what is wrong with it. */
function toContact(row: Row, columns: readonly Column[]): Contact | ContactProblem[] {
  const cells = row.cells
    .map((value, index) => ({ value, ...(columns[index] ?? { heading: '', field: null }) }))
    .filter(({ value }) => !isBlank(value));
  // Of two columns for the same field (telefon and mobil) the first with a value counts; the other is kept.
  const cellFor = (field: Field) => cells.find((cell) => cell.field === field);
  const value = (field: Field) => cellFor(field)?.value ?? '';
  const further = cells.filter(({ field }, index) => field === null || cellFor(field) !== cells[index]);
  const role = roleOf(value('role'));
  const contact = { name: value('name'), unit: value('unit'), phone: value('phone'), email: value('email') };

  const problems: ContactProblem[] = [];
  const refuse = (kind: RowFault, wrong: string) =>
    problems.push({ kind, value: wrong, row: row.row, line: row.line });
  if (!role) refuse('unknown-role', value('role'));
  if (role === 'unitManager' && contact.unit === '') refuse('unit-missing', contact.name);
  if (contact.name === '' && contact.phone === '' && contact.email === '') refuse('nobody', value('role'));
  if (contact.phone !== '' && !isPhoneNumber(contact.phone)) refuse('bad-phone', contact.phone);
  if (contact.email !== '' && !isMailAddress(contact.email)) refuse('bad-email', contact.email);
  for (const cell of further) if (cell.heading === '') refuse('cell-without-heading', cell.value);
  for (const cell of cells) if (cell.value.includes('\uFFFD')) refuse('lost-letter', cell.value);
  if (!role || problems.length > 0) return problems;
  return { role, ...contact, extra: Object.fromEntries(further.map((cell) => [cell.heading, cell.value])) };
}

/** Other words for a role, folded. */
const roleAliases: ReadonlyMap<string, Role> = new Map([
  ...roles.map((role): [string, Role] => [fold(roleTexts[role]), role]),
  ['enhetschef inom trygghetsjouren', 'deskManager'],
  ['tjansteperson i beredskap', 'dutyOfficer'],
  ['tjansteman i beredskap', 'dutyOfficer'],
]);

function roleOf(text: string): Role | undefined {
  return roleAliases.get(fold(text));
}
