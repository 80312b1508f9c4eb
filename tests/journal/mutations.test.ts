/** What somebody with the file in hand could do to it, and whether the check says which row it was. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disposalType, hashOfEntry } from '../../src/journal/chain.ts';
import { connectionOver } from '../../src/journal/connection.ts';
import type { Finding } from '../../src/journal/finding.ts';
import { newId } from '../../src/journal/id.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { readRawEntries } from '../../src/journal/rawRows.ts';
import { verifyJournal } from '../../src/journal/verify.ts';
import { findingText } from '../../src/texts/journal.ts';
import {
  answer,
  appendFromTheFuture,
  decision,
  draft,
  openFor,
  openIncident,
  receivedAt,
  temporaryFolder,
} from './fixtures.ts';

/** How many entries the journal that is mutated has. */
const count = 14;
let original: Buffer;
let incidents: string[];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tjour-mutations-'));
  const journal = openJournal(folder, { now: () => '2026-11-21T01:42:03.120Z' });
  incidents = ['Brand', 'Vattenläcka', 'Snöoväder'].map((text) =>
    openIncident(journal, [text, `${text} nu`]),
  );
  const [first = '', second = '', third = ''] = incidents;
  journal.append([
    { ...answer(first, 'Kortedala', 'whereHappened'), occurredAt: receivedAt },
    decision(first),
    draft(first),
    decision(second),
    answer(third, 'Alla'),
  ]);
  journal.typing.save({ incident: second, savedAt: receivedAt, body: '{}' });
  journal.outbox.queue({
    id: newId(),
    incident: third,
    action: null,
    createdAt: receivedAt,
    sender: 'jouren@example.se',
    recipients: ['tib@example.se'],
    subject: '[INFO] Snöoväder',
    messageId: '<1@example.se>',
    bytes: Buffer.from('Snöoväder'),
  });
  journal.close();
  original = readFileSync(join(folder, 'journal.db'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Changes a fresh copy as an attacker would, with the guards put back afterwards, and checks it. */
function findingsAfter(mutate: (db: DatabaseSync) => void): Finding[] {
  for (const end of ['-wal', '-shm']) rmSync(join(folder, `journal.db${end}`), { force: true });
  writeFileSync(join(folder, 'journal.db'), original);
  const db = new DatabaseSync(join(folder, 'journal.db'), { defensive: false });
  db.exec('PRAGMA synchronous = OFF; PRAGMA ignore_check_constraints = ON');
  const triggers = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  mutate(db);
  for (const { sql } of triggers) db.exec(String(sql));
  db.close();
  return [...verifyJournal(folder)];
}

/** The findings about entries, payloads and head; what follows from them for the list is left out. */
function located(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ kind }) => kind !== 'derived' && kind !== 'file')
    .map(({ kind, sequence, through }) => `${kind} ${sequence}${through ? `–${through}` : ''}`);
}

type Table = 'entry' | 'payload' | 'head';
const columns: Record<Table, readonly string[]> = {
  entry: [
    'sequence',
    'id',
    'incident',
    'operator',
    'received_at',
    'occurred_at',
    'recorded_at',
    'type',
    'version',
    'corrects',
    'payload_digest',
    'previous_hash',
    'hash',
  ],
  payload: ['sequence', 'salt', 'body', 'disposed_by'],
  head: ['id', 'sequence', 'hash', 'payloads'],
};

/** Flips one bit of a value; a NULL becomes an empty one. */
function flipped(value: unknown, byte: number, bit: number): bigint | Uint8Array {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value ^ (1n << BigInt(byte * 8 + bit)));
  const bytes = Uint8Array.from((value as Uint8Array | null) ?? []);
  const at = byte % Math.max(bytes.length, 1);
  if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  return bytes;
}

/** Flips a bit of the row's column, and gives the row's sequence afterwards. */
function flip(
  db: DatabaseSync,
  table: Table,
  column: string,
  row: number,
  byte: number,
  bit: number,
): number {
  const integer =
    ['sequence', 'version', 'payloads'].includes(column) || (table === 'head' && column === 'id');
  const bytes = ['salt', 'hash', 'payload_digest', 'previous_hash'].includes(column);
  const select = db.prepare(
    `SELECT rowid AS place, ${integer ? column : `CAST(${column} AS BLOB)`} AS value FROM ${table}
    ORDER BY rowid LIMIT 1 OFFSET ${row - 1}`,
  );
  select.setReadBigInts(true);
  const { place, value } = select.get() as { place: bigint; value: unknown };
  const next = flipped(value, byte, bit);
  db.prepare(
    `UPDATE ${table} SET ${column} = ${integer || bytes ? '?' : 'CAST(? AS TEXT)'} WHERE rowid = ?`,
  ).run(next, place);
  return column === 'sequence' && table !== 'head' ? Number(next) : row;
}

const cells = (Object.keys(columns) as Table[]).flatMap((table) =>
  columns[table].map((column) => [table, column] as const),
);

function expectOneFlipFound(table: Table, column: string, row: number, byte: number, bit: number): void {
  let now = row;
  const findings = findingsAfter((db) => {
    now = flip(db, table, column, table === 'head' ? 1 : row, byte, bit);
  });
  const found = located(findings);
  if (table === 'head') {
    expect(found).toEqual([expect.stringMatching(/^head /)]);
  } else if (now !== row) {
    expect(new Set(found)).toEqual(
      new Set(
        table === 'entry'
          ? [`entry-missing ${row}`, `entry-altered ${now}`]
          : [`payload-missing ${row}`, `payload-extra ${now}`],
      ),
    );
  } else {
    expect(found).toEqual([`${table}-altered ${row}`]);
  }
}

describe('a journal that nobody has touched', () => {
  it('gives no findings', () => {
    expect(findingsAfter(() => undefined)).toEqual([]);
  });

  it('gives none while it is being written to', () => {
    const live = temporaryFolder();
    const journal = openFor(live);
    openIncident(journal, ['Brand']);
    const check = verifyJournal(live);
    journal.append([answer(newId(), 'Rök')]);
    const findings = [];
    for (const finding of check) {
      journal.append([answer(newId(), 'Rök')]);
      findings.push(finding);
    }
    expect(findings).toEqual([]);
  });
});

describe('one bit flipped', () => {
  it.each(cells)('in %s.%s is found, in every row', (table, column) => {
    // The last byte holds bits that keep a changed sequence from being another row's.
    const byte = column === 'sequence' && table !== 'head' ? 1 : 0;
    for (let row = 1; row <= (table === 'head' ? 1 : count); row += 1) {
      expectOneFlipFound(table, column, row, byte, 0);
    }
  });

  it('anywhere is found and located, and nothing else is blamed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cells),
        fc.integer({ min: 1, max: count }),
        fc.nat(),
        fc.nat({ max: 7 }),
        ([table, column], row, byte, bit) => {
          const place = ['sequence', 'version', 'payloads', 'id'].includes(column) ? byte % 8 : byte;
          fc.pre(column !== 'sequence' || table === 'head' || place * 8 + bit >= 4);
          expectOneFlipFound(table, column, row, place, bit);
        },
      ),
      { numRuns: 200 },
    );
  });
});

const everyColumnButSequence = columns.entry.slice(1);

/** Exchanges what two rows say. */
function swap(db: DatabaseSync, table: Table, names: readonly string[], a: number, b: number): void {
  const read = (row: number) => db.prepare(`SELECT ${names} FROM ${table} WHERE sequence = ?`).get(row) ?? {};
  const [one, other] = [read(a), read(b)];
  const write = (row: number, values: object) =>
    db
      .prepare(`UPDATE ${table} SET ${names.map((name) => `${name} = :${name}`)} WHERE sequence = ${row}`)
      .run(values as Record<string, string>);
  if (table === 'entry') write(a, { ...one, id: 'meanwhile' });
  write(b, one);
  write(a, other);
}

/** Changes who wrote an entry and makes its own hash right again. */
function forge(db: DatabaseSync, row: number, column = 'operator'): void {
  db.prepare(`UPDATE entry SET ${column} = ? WHERE sequence = ?`).run(
    column === 'operator' ? 'xx' : new Uint8Array(32).fill(7),
    row,
  );
  for (const entry of readRawEntries(connectionOver(db), 0n)) {
    if (typeof entry === 'bigint' || entry.position !== BigInt(row)) continue;
    db.prepare('UPDATE entry SET hash = ? WHERE sequence = ?').run(hashOfEntry(entry), row);
  }
}

describe('rows that were', () => {
  const remove = (db: DatabaseSync, where: string, tables: readonly Table[]) => {
    for (const table of tables) db.exec(`DELETE FROM ${table} WHERE sequence ${where}`);
  };
  const cases: [string, (db: DatabaseSync) => void, string[]][] = [
    ...[1, 7, count].flatMap((row): [string, (db: DatabaseSync) => void, string[]][] => [
      [`deleted: ${row}`, (db) => remove(db, `= ${row}`, ['entry', 'payload']), [`entry-missing ${row}`]],
      [
        `deleted, but for the payload: ${row}`,
        (db) => remove(db, `= ${row}`, ['entry']),
        [`entry-missing ${row}`],
      ],
      [`emptied: ${row}`, (db) => remove(db, `= ${row}`, ['payload']), [`payload-missing ${row}`]],
      [
        `nulled: ${row}`,
        (db) => db.exec(`UPDATE payload SET salt = NULL, body = NULL WHERE sequence = ${row}`),
        [`payload-missing ${row}`],
      ],
      [
        `cut short: ${row}`,
        (db) => db.exec(`UPDATE payload SET body = substr(body, 1, 10) WHERE sequence = ${row}`),
        [`payload-altered ${row}`],
      ],
      [
        `moved between salt and payload: ${row}`,
        (db) =>
          db.exec(`UPDATE payload SET salt = CAST(salt || substr(body, 1, 1) AS BLOB), body = substr(body, 2)
            WHERE sequence = ${row}`),
        [`payload-altered ${row}`],
      ],
      [
        `declared disposed of without a decision: ${row}`,
        (db) =>
          db.exec(`UPDATE payload SET salt = NULL, body = NULL,
            disposed_by = (SELECT id FROM entry WHERE sequence = ${count}) WHERE sequence = ${row}`),
        [`payload-altered ${row}`],
      ],
    ]),
    [
      'cut off: the last',
      (db) => remove(db, `> ${count - 1}`, ['entry', 'payload']),
      [`entry-missing ${count}`],
    ],
    ['cut off: the last 5', (db) => remove(db, '> 9', ['entry', 'payload']), [`entry-missing 10–${count}`]],
    ['deleted: all', (db) => remove(db, '> 0', ['entry', 'payload']), [`entry-missing 1–${count}`]],
    ['deleted: head', (db) => db.exec('DELETE FROM head'), ['head null']],
    [
      'duplicated: head',
      (db) => db.exec('INSERT INTO head SELECT 2, sequence, hash, payloads FROM head'),
      ['head null'],
    ],
    ...(
      [
        [1, 2],
        [3, 9],
        [9, count],
      ] as const
    ).flatMap(([a, b]): [string, (db: DatabaseSync) => void, string[]][] => [
      [
        `swapped: ${a} and ${b}`,
        (db) => {
          swap(db, 'entry', everyColumnButSequence, a, b);
          swap(db, 'payload', ['salt', 'body'], a, b);
        },
        [`entry-altered ${a}`, `entry-altered ${b}`],
      ],
      [
        `swapped but for the payload: ${a} and ${b}`,
        (db) => swap(db, 'payload', ['salt', 'body'], a, b),
        [`payload-altered ${a}`, `payload-altered ${b}`],
      ],
    ]),
    [
      'duplicated at the end',
      (db) =>
        db.exec(`INSERT INTO entry SELECT ${count + 1}, 'x', ${everyColumnButSequence.slice(1)} FROM entry WHERE sequence = 3;
          INSERT INTO payload SELECT ${count + 1}, salt, body, NULL FROM payload WHERE sequence = 3`),
      [`entry-altered ${count + 1}`, `payload-extra ${count + 1}`].slice(0, 1),
    ],
    [
      'duplicated over another',
      (db) => {
        db.exec('DELETE FROM entry WHERE sequence = 8; DELETE FROM payload WHERE sequence = 8');
        db.exec(`INSERT INTO entry SELECT 8, 'x', ${everyColumnButSequence.slice(1)} FROM entry WHERE sequence = 3;
          INSERT INTO payload SELECT 8, salt, body, NULL FROM payload WHERE sequence = 3`);
      },
      ['entry-altered 8'],
    ],
    [
      'duplicated: a payload',
      (db) => db.exec(`INSERT INTO payload SELECT 99, salt, body, NULL FROM payload WHERE sequence = 3`),
      ['payload-extra 99'],
    ],
    ['forged with a right hash: 1', (db) => forge(db, 1), ['entry-replaced 1']],
    ['forged with a right hash: 7', (db) => forge(db, 7), ['entry-replaced 7']],
    [
      'forged with a right hash: the last but one',
      (db) => forge(db, count - 1),
      [`entry-replaced ${count - 1}`],
    ],
    ['forged with a right hash: the last', (db) => forge(db, count), [`head ${count}`]],
    ['linked elsewhere: 1', (db) => forge(db, 1, 'previous_hash'), ['entry-replaced 1']],
    ['linked elsewhere: 7', (db) => forge(db, 7, 'previous_hash'), ['entry-replaced 7']],
    ['linked elsewhere: the last', (db) => forge(db, count, 'previous_hash'), [`entry-replaced ${count}`]],
  ];

  it.each(cases)('%s', (_name, mutate, expected) => {
    expect(located(findingsAfter(mutate))).toEqual(expected);
  });

  it('several at once are each found', () => {
    const found = findingsAfter((db) => {
      db.exec(`UPDATE entry SET operator = 'xx' WHERE sequence IN (2, 3);
        DELETE FROM entry WHERE sequence BETWEEN 5 AND 6; UPDATE payload SET body = '{}' WHERE sequence = 9`);
    });
    expect(located(found)).toEqual([
      'entry-altered 2',
      'entry-altered 3',
      'entry-missing 5–6',
      'payload-altered 9',
    ]);
  });

  it('blame no list that is made from a wrong entry', () => {
    const findings = findingsAfter((db) => db.exec(`UPDATE entry SET type = 'xx' WHERE sequence = 1`));
    expect(findings.map(({ kind }) => kind)).toEqual(['entry-altered']);
  });

  it('are named with their incident, in words', () => {
    const [finding] = findingsAfter((db) => db.exec(`UPDATE entry SET operator = 'xx' WHERE sequence = 8`));
    expect(finding && findingText(finding)).toBe(
      'Post 8 (A-2026-0003) är ändrad efter att den skrevs, eller ditsatt i efterhand.',
    );
  });
});

describe('what is not an entry', () => {
  it('a guard that was taken away, or put in', () => {
    const changes = (sql: string) => {
      const db = new DatabaseSync(join(folder, 'journal.db'));
      db.exec(sql);
      db.close();
      return [...verifyJournal(folder)].map(({ kind, detail }) => `${kind} ${detail}`);
    };
    expect(findingsAfter(() => undefined)).toEqual([]);
    expect(changes('DROP TRIGGER entry_never_goes')).toEqual(['schema entry_never_goes']);
    expect(changes('CREATE TRIGGER extra AFTER INSERT ON entry BEGIN SELECT 1; END')).toEqual([
      'schema extra',
      'schema entry_never_goes',
    ]);
  });

  it.each([
    ['a summary', `UPDATE incident SET summary = 'Inget' WHERE number = 'A-2026-0002'`, 'A-2026-0002'],
    ['a search text', `UPDATE search SET text = 'inget' WHERE text LIKE '%A-2026-0003%'`, 'A-2026-0003'],
    ['an extra incident', `UPDATE incident SET id = 'x' WHERE number = 'A-2026-0001'`, 'A-2026-0001'],
    ['an extra search text', `INSERT INTO search (rowid, text) VALUES (1, 'x')`, null],
    ['a place', `UPDATE incident SET place = place + 5000 WHERE number = 'A-2026-0002'`, 'A-2026-0002'],
  ])('%s that does not agree with the entries, until it is made again', (_name, sql, number) => {
    const findings = findingsAfter((db) => db.exec(sql));
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'derived', number }));
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['derived']));
    const journal = openFor(folder);
    journal.rebuild();
    journal.close();
    expect([...verifyJournal(folder)]).toEqual([]);
  });

  it('typing that cannot be read', () => {
    const findings = findingsAfter((db) => db.exec(`UPDATE typing SET body = '{"a'`));
    expect(findings).toEqual([expect.objectContaining({ kind: 'typing', number: 'A-2026-0002' })]);
  });

  it('a mail whose recipients cannot be read', () => {
    const findings = findingsAfter((db) => db.exec(`UPDATE outbox SET recipients = '["a'`));
    expect(findings).toEqual([expect.objectContaining({ kind: 'outbox', number: 'A-2026-0003' })]);
  });
});

describe('a payload disposed of by decision', () => {
  it('is no finding: the chain still verifies', () => {
    const live = temporaryFolder();
    const journal = openFor(live);
    const incident = openIncident(journal, ['Brand', 'Rök']);
    const id = appendFromTheFuture(live, incident, disposalType, { entries: ['x'] });
    const db = new DatabaseSync(join(live, 'journal.db'));
    const dispose = db.prepare(
      'UPDATE payload SET salt = NULL, body = NULL, disposed_by = ? WHERE sequence = 2',
    );
    dispose.run(id);
    expect(() => dispose.run(null)).toThrow('never changed');
    // What was disposed of may not be found by searching either.
    expect([...verifyJournal(live)].map(({ kind }) => kind)).toEqual(['head', 'derived']);
    db.exec('UPDATE head SET payloads = payloads - 1');
    db.close();
    journal.rebuild();
    expect([...verifyJournal(live)]).toEqual([]);
    expect(journal.entriesOf(incident)[1]?.payload).toBeUndefined();
  });
});

describe('the guards', () => {
  it.each([
    `UPDATE entry SET operator = 'xx'`,
    'DELETE FROM entry',
    `INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE sequence = 2`,
    `UPDATE payload SET body = '{}'`,
    'UPDATE payload SET sequence = 99 WHERE sequence = 1',
    'DELETE FROM payload',
    'INSERT OR REPLACE INTO payload SELECT * FROM payload',
    'DELETE FROM head',
    `UPDATE outbox SET bytes = x''`,
  ])('refuse %s', (sql) => {
    writeFileSync(join(folder, 'journal.db'), original);
    const db = new DatabaseSync(join(folder, 'journal.db'));
    expect(() => db.exec(sql)).toThrow('never');
    db.close();
    expect([...verifyJournal(folder)]).toEqual([]);
  });
});

describe('a file that is cut off or overwritten', () => {
  const file = () => join(folder, 'journal.db');
  const findingsOf = (bytes: Uint8Array) => {
    for (const end of ['-wal', '-shm']) rmSync(`${file()}${end}`, { force: true });
    writeFileSync(file(), bytes);
    return [...verifyJournal(folder)];
  };

  it('is found, wherever it was cut', () => {
    fc.assert(
      fc.property(fc.nat({ max: original.length - 1 }), (length) => {
        expect(findingsOf(original.subarray(0, length))).not.toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(findingsOf(new Uint8Array(0))).toEqual([expect.objectContaining({ kind: 'file' })]);
    expect(findingsOf(Buffer.from('not a database at all'.repeat(50)))).toEqual([
      expect.objectContaining({ kind: 'file' }),
    ]);
  });

  it('still says which entries cannot be read, and reads the others', () => {
    const large = temporaryFolder();
    const journal = openFor(large);
    const incident = openIncident(journal);
    journal.append(
      Array.from({ length: 400 }, (_, i) => answer(incident, `Uppgift ${i} ${'x'.repeat(200)}`)),
    );
    journal.close();
    copyFileSync(join(large, 'journal.db'), file());
    const whole = readFileSync(file());
    // At a page's end: a page cut in two holds rows that say anything.
    const half = whole.length / 2 - ((whole.length / 2) % 4096);
    const findings = findingsOf(whole.subarray(0, half));
    const unreadable = findings
      .filter(({ kind }) => kind === 'entry-unreadable' || kind === 'payload-unreadable')
      .map(({ sequence, through }) => (through ?? sequence ?? 0) - (sequence ?? 0) + 1);
    const lost = unreadable.reduce((sum, length) => sum + length, 0);
    expect(findings[0]?.kind).toBe('file');
    expect(findings.filter(({ kind }) => kind === 'entry-unreadable')).not.toEqual([]);
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThan(2 * 401);
    expect(findings.filter(({ kind }) => kind === 'entry-altered')).toEqual([]);
    // The evidence is as it was.
    expect(readFileSync(file())).toEqual(whole.subarray(0, half));
  });
});
