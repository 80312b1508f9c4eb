/**
 * The rows of the journal as the bytes that lie in the file, for the check. Text is read as bytes, since two
 * different damaged texts may read as the same string.
 */
import type { Connection } from './connection.ts';
import { sqliteCode } from './errors.ts';

export type Bytes = Uint8Array | null;

export interface RawEntry {
  readonly position: bigint;
  readonly sequence: Bytes;
  readonly id: Bytes;
  readonly incident: Bytes;
  readonly operator: Bytes;
  readonly receivedAt: Bytes;
  readonly occurredAt: Bytes;
  readonly recordedAt: Bytes;
  readonly type: Bytes;
  readonly version: Bytes;
  readonly corrects: Bytes;
  readonly payloadDigest: Bytes;
  readonly previousHash: Bytes;
  readonly hash: Bytes;
}

export interface RawPayload {
  readonly salt: Bytes;
  readonly body: Bytes;
  readonly disposedBy: Bytes;
}

export interface RawHead {
  readonly sequence: bigint;
  readonly hash: Bytes;
  readonly payloads: bigint;
}

const columns = {
  sequence: 'sequence',
  id: 'id',
  incident: 'incident',
  operator: 'operator',
  receivedAt: 'received_at',
  occurredAt: 'occurred_at',
  recordedAt: 'recorded_at',
  type: 'type',
  version: 'version',
  corrects: 'corrects',
  payloadDigest: 'payload_digest',
  previousHash: 'previous_hash',
  hash: 'hash',
} as const;

const selectEntries = `SELECT sequence AS position,
  ${Object.entries(columns).map(([name, column]) => `CAST(${column} AS BLOB) AS "${name}"`)}
FROM entry WHERE entry.sequence > ? ORDER BY entry.sequence`;

const beforeAll = -(2n ** 63n);

/**
 * Every entry in order, one by one. Where the file is damaged, the sequence that could not be read; up to `end`,
 * since nothing else says how many there should be.
 */
export function* readRawEntries({ db }: Connection, end: bigint): Generator<RawEntry | bigint> {
  let after = beforeAll;
  for (;;) {
    try {
      const statement = db.prepare(selectEntries);
      statement.setReadBigInts(true);
      for (const row of statement.iterate(after)) {
        const entry = row as unknown as RawEntry;
        yield entry;
        after = entry.position;
      }
      return;
    } catch (error) {
      if (sqliteCode(error) === null) throw error;
      after = (after < 0n ? 0n : after) + 1n;
      if (after > end) return;
      yield after;
    }
  }
}

/** The payload at this sequence; null when there is none, 'unreadable' when the file is damaged there. */
export function readRawPayload({ prepare }: Connection, position: bigint): RawPayload | null | 'unreadable' {
  try {
    const row = prepare(
      `SELECT CAST(salt AS BLOB) AS salt, CAST(body AS BLOB) AS body, CAST(disposed_by AS BLOB) AS disposedBy
      FROM payload WHERE sequence = ?`,
    ).get(position);
    return (row as unknown as RawPayload | undefined) ?? null;
  } catch (error) {
    if (sqliteCode(error) === null) throw error;
    return 'unreadable';
  }
}

/** The head; null when it is not one single row. */
export function readRawHead({ db }: Connection): RawHead | null {
  const statement = db.prepare('SELECT id, sequence, CAST(hash AS BLOB) AS hash, payloads FROM head');
  statement.setReadBigInts(true);
  const rows = statement.all();
  const [row] = rows;
  return rows.length === 1 && row?.id === 1n ? (row as unknown as RawHead) : null;
}
