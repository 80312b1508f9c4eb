import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Contact, roles } from '../../src/domain/register.ts';
import { parseContacts } from '../../src/settings/contactsFile.ts';
import { contactProblemsText, roleTexts } from '../../src/texts/contacts.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Windows-1252 for text that is also Latin-1, which å, ä, ö and é are. */
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16le = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const utf16be = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());
const encodings = { utf8, utf8Bom: (text: string) => utf8(`\uFEFF${text}`), latin1, utf16le, utf16be };

const asa: Contact = {
  role: 'director',
  name: 'Åsa Öberg',
  unit: '',
  phone: '031-390 06 12',
  email: 'asa@example.se',
  extra: {},
};

function contactsOf(text: string): readonly Contact[] {
  const { contacts, problems } = parseContacts(utf8(text));
  expect(problems).toEqual([]);
  return contacts;
}

function problemsOf(text: string) {
  const { contacts, problems } = parseContacts(utf8(text));
  expect(contacts).toEqual([]);
  return problems;
}

describe('what spreadsheets save', () => {
  const row = 'förvaltningsdirektör;Åsa Öberg;;031-390 06 12;asa@example.se';
  const file = `roll;namn;enhet;telefon;e-post\r\n${row}\r\n`;

  test.each(Object.entries(encodings))('%s', (_name, encode) => {
    expect(parseContacts(encode(file))).toEqual({ contacts: [asa], problems: [] });
  });

  test('Windows-1252 byte by byte, with a character that Latin-1 has not', () => {
    const bytes = [...latin1('roll;namn\r\nTIB;'), 0xc5, 0x73, 0x61, 0x20, 0x96, 0x20, 0xd6, 0x0d, 0x0a];
    expect(parseContacts(Uint8Array.from(bytes)).contacts.map(({ name }) => name)).toEqual(['Åsa – Ö']);
  });

  test.each([
    ['comma', file.replaceAll(';', ',')],
    ['tab', file.replaceAll(';', '\t')],
    ['a sep line', `sep=;\r\n${file}`],
    ['a sep line that says comma', `sep=,\r\n${file.replaceAll(';', ',')}`],
    ['a quoted sep line with empty columns', `"sep=;";;;\r\n${file}`],
    ['LF', file.replaceAll('\r\n', '\n')],
    ['CR', file.replaceAll('\r\n', '\r')],
    ['no line break at the end', file.trimEnd()],
    ['empty rows and trailing empty columns', `\r\n${file.replaceAll('\r\n', ';;\r\n')};;;;;;;\r\n\r\n`],
    ['empty rows first, between commas', `,,,,\r\n\r\n${file.replaceAll(';', ',')}`],
    ['quoted cells', `"roll";"namn";"enhet";"telefon";"e-post"\r\n"${row.replaceAll(';', '";"')}"\r\n`],
    [
      'another order',
      'telefon;e-post;roll;namn\n031-390 06 12;asa@example.se;forvaltningsdirektor;Åsa Öberg',
    ],
    ['other headings', `  ROLL ;Namn;ENHET;Tel.;E-Post\n${row}`],
    ['mobil and mejl', `Roll;NAMN;enhet;mobil;mejl\n${row}`],
    ['epost, decomposed cells', `roll;namn;enhet;telefon;epost\n${row}`.normalize('NFD')],
    ['escape sequences and direction marks', file.replace('Åsa', '\u202e\u001b[31mÅsa\u0007')],
  ])('%s', (_name, text) => {
    expect(contactsOf(text)).toEqual([asa]);
  });

  test('quoted cells with separators, quotes and line breaks', () => {
    const [contact] = contactsOf('roll;namn;not\r\nTIB;"Öberg; ""Åsa""";"rad 1\r\nrad 2"\r\n');
    expect(contact).toMatchObject({ name: 'Öberg; "Åsa"', extra: { not: 'rad 1 rad 2' } });
  });

  test('quotes that a program forgot to double', () => {
    expect(contactsOf('roll;namn\nTIB;Åsa "Nanna" Berg')[0]?.name).toBe('Åsa "Nanna" Berg');
  });

  test('further columns are kept, also a second telephone column', () => {
    const text = 'roll;namn;telefon;mobil;Jour\nTIB;A;031-390 06 12;070-174 06 05;ja\nTIB;B;;070-174 06 06;';
    expect(contactsOf(text)).toMatchObject([
      { phone: '031-390 06 12', extra: { mobil: '070-174 06 05', Jour: 'ja' } },
      { phone: '070-174 06 06', extra: {} },
    ]);
  });

  test('a formula is text, and +46 a telephone number', () => {
    const [contact] = contactsOf('roll;namn;telefon;x\nTIB;=1+1;+46 31 390 06 12;@SUM(A1)');
    expect(contact).toMatchObject({ name: '=1+1', phone: '+46 31 390 06 12', extra: { x: '@SUM(A1)' } });
  });

  test.each([
    ...roles.map((role) => [roleTexts[role], role]),
    ['FORVALTNINGSDIREKTOR', 'director'],
    ['Enhetschef  inom Trygghetsjouren', 'deskManager'],
    ['tib', 'dutyOfficer'],
    ['Tjänsteperson i beredskap', 'dutyOfficer'],
    ['Ovrig', 'other'],
  ])('the role %j is %s', (text, role) => {
    expect(contactsOf(`roll;namn;enhet\n${text};A;E`)[0]?.role).toBe(role);
  });
});

describe('what is refused', () => {
  test('every bad row, with its number and what is wrong; nothing is imported', () => {
    const problems = problemsOf(
      [
        'roll;namn;enhet;telefon;e-post',
        'TIB;A;;112;',
        'chef;B;;112;',
        '',
        ';C;;112;',
        'enhetschef;D;;112;',
        'TIB;;;;',
        'TIB;E;;ring växeln;',
        'TIB;F;;4,63139E+10;',
        'TIB;G;;;inte en adress',
        'TIB;H;;;a@example.se;över',
        'TIB;I\uFFFD;;112;',
        'chef;J;;x;y',
      ].join('\r\n'),
    );
    expect(problems).toEqual(
      [
        { kind: 'unknown-role', value: 'chef', row: 3 },
        { kind: 'unknown-role', value: '', row: 5 },
        { kind: 'unit-missing', value: 'D', row: 6 },
        { kind: 'nobody', value: 'TIB', row: 7 },
        { kind: 'bad-phone', value: 'ring växeln', row: 8 },
        { kind: 'bad-phone', value: '4,63139E+10', row: 9 },
        { kind: 'bad-email', value: 'inte en adress', row: 10 },
        { kind: 'cell-without-heading', value: 'över', row: 11 },
        { kind: 'lost-letter', value: 'I\uFFFD', row: 12 },
        { kind: 'unknown-role', value: 'chef', row: 13 },
        { kind: 'bad-phone', value: 'x', row: 13 },
        { kind: 'bad-email', value: 'y', row: 13 },
      ].map((problem) => ({ ...problem, line: problem.row })),
    );
    expect(contactProblemsText(problems)).toMatch(/\nRollerna är: förvaltningsdirektör, .*övrig\.$/);
    expect(contactProblemsText(problems)).toContain('\nRad 6: en enhetschef måste ha en enhet.\n');
  });

  test('after a cell of several lines and a sep line, the row of Excel and the line of an editor differ', () => {
    const problems = problemsOf('sep=;\r\nroll;namn\r\nTIB;"A\r\nB\r\nC"\r\nchef;D\r\n');
    expect(problems).toEqual([{ kind: 'unknown-role', value: 'chef', row: 3, line: 6 }]);
    expect(contactProblemsText(problems)).toContain('Rad 3 i Excel (rad 6 i en textredigerare): ');
  });

  test.each([
    ['an .xlsx', 'PK\u0003\u0004…', { kind: 'not-csv' }],
    ['an empty file', '', { kind: 'no-contacts' }],
    ['only empty rows', ';;\r\n\r\n', { kind: 'no-contacts' }],
    ['only headings', 'roll;namn\r\n', { kind: 'no-contacts' }],
    ['no headings', 'TIB;A;;112;\r\n', { kind: 'no-role-column' }],
    ['a heading twice', 'roll;namn;Not;not\r\nTIB;A;1;2', { kind: 'repeated-column', value: 'not' }],
    ['a lone quote', 'roll;namn\nTIB;A\n\nTIB;"B\nTIB;C', { kind: 'unclosed-quote', row: 4, line: 4 }],
    ['a lone quote in the headings', 'roll;"namn\nTIB;A', { kind: 'unclosed-quote', row: 1, line: 1 }],
  ])('%s', (_name, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
    expect(contactProblemsText([problem as never])).not.toMatch(/undefined/);
  });

  test('whatever the bytes are, there are contacts or problems and never both or neither', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom('', 'roll;namn\n', 'sep=,\n'),
        (bytes, start) => {
          const { contacts, problems } = parseContacts(Uint8Array.from([...utf8(start), ...bytes]));
          expect(contacts.length > 0).toBe(problems.length === 0);
        },
      ),
    );
  });
});

describe('any contacts, written in any way, are read as they were', () => {
  const words = fc
    .array(fc.string({ unit: fc.constantFrom(...'abåäöÅÄÖé;,"\'=+@|-1&'), minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.join(' '));
  const phone = fc.constantFrom('', '112', '+46 31-390 06 12', '(031) 390 06 12', '031/3900612, 112');
  const email = fc.constantFrom('', 'a.b@example.se', "o'hara+x@sub.example.com", 'jour@göteborg.se');
  const headings = ['Rakel', 'not; om', 'Övrigt "x"', 'jour,tid'];
  const extra = fc.dictionary(fc.constantFrom(...headings), words).map((record) => ({ ...record }));
  const contact: fc.Arbitrary<Contact> = fc.record({
    role: fc.constantFrom(...roles),
    name: words,
    unit: words,
    phone,
    email,
    extra,
  });
  const columns = ['roll', 'namn', 'enhet', 'telefon', 'e-post', ...headings];

  test('encoding, separator, line break, column order and quoting', () => {
    fc.assert(
      fc.property(
        fc.array(contact, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...Object.values(encodings)),
        fc.constantFrom(';', ',', '\t'),
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.shuffledSubarray(columns, { minLength: columns.length }),
        fc.boolean(),
        (contacts, encode, separator, lineBreak, order, quoteAll) => {
          const cell = (text: string) =>
            quoteAll || /[;,\t"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const row = ({ role, name, unit, phone, email, extra }: Contact) => {
            const values: Record<string, string> = {
              roll: roleTexts[role],
              namn: name,
              enhet: unit,
              telefon: phone,
            };
            return order.map((column) => ({ ...values, 'e-post': email, ...extra })[column] ?? '');
          };
          const table = [order, ...contacts.map(row)].map(
            (cells) => cells.map(cell).join(separator) + lineBreak,
          );
          expect(parseContacts(encode(table.join('')))).toEqual({ contacts, problems: [] });
        },
      ),
      { numRuns: 300 },
    );
  });
});
