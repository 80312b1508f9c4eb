/** Entries to and from their rows. */
import { type Entry, type EntryType, entryVersion, type NewEntry } from '../domain/entry.ts';
import { digestPayload, hashOfEntry, toHex } from './chain.ts';
import type { Connection } from './connection.ts';
import { JournalError } from './errors.ts';
import { allocateNumber } from './number.ts';

/** Where the chain ends. */
export interface Head {
  readonly sequence: number;
  readonly hash: Uint8Array;
}

const selectEntry = `
SELECT entry.sequence, id, incident, operator, received_at AS receivedAt, occurred_at AS occurredAt,
  recorded_at AS recordedAt, type, version, corrects, hash, body
FROM entry LEFT JOIN payload USING (sequence)`;

/** One incident's entries in order. */
export function readEntries({ prepare }: Connection, incident: string): Entry[] {
  return prepare(`${selectEntry} WHERE incident = ? ORDER BY entry.sequence`).all(incident).map(toEntry);
}

/** The entry with this id, or null. */
export function readEntry({ prepare }: Connection, id: string): Entry | null {
  const row = prepare(`${selectEntry} WHERE id = ?`).get(id);
  return row ? toEntry(row) : null;
}

/** The newest entries of these types in a stream, newest first, at most `limit`. */
export function readLatest(
  { prepare }: Connection,
  stream: string,
  types: readonly string[],
  limit: number,
): Entry[] {
  // Each type by itself comes straight from the index, however long the stream is.
  const select = prepare(
    `${selectEntry} WHERE incident = ? AND type = ? ORDER BY entry.sequence DESC LIMIT ?`,
  );
  return types
    .flatMap((type) => select.all(stream, type, limit).map(toEntry))
    .sort((a, b) => b.sequence - a.sequence)
    .slice(0, limit);
}

/** The streams that have entries after this sequence. */
export function streamsChangedSince({ prepare }: Connection, sequence: number): string[] {
  // Left to itself SQLite reads a whole index here to find the distinct ones.
  return prepare('SELECT DISTINCT incident FROM entry NOT INDEXED WHERE sequence > ?')
    .all(sequence)
    .map(({ incident }) => String(incident));
}

function toEntry(row: Readonly<Record<string, unknown>>): Entry {
  const { body, hash, ...same } = row;
  return {
    ...(same as Omit<Entry, 'payload' | 'hash'>),
    hash: toHex(hash as Uint8Array),
    payload: parsed(body),
  };
}

/** Undefined when the payload has been disposed of, is missing or cannot be read. */
function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

export function readHead({ prepare }: Connection): Head {
  const row = prepare('SELECT sequence, hash FROM head WHERE id = 1').get();
  if (!row) throw new JournalError('damaged');
  return { sequence: Number(row.sequence), hash: row.hash as Uint8Array };
}

/** Adds one entry after the head, and gives it with the new head. Within a write transaction. */
export function insertEntry(
  connection: Connection,
  head: Head,
  entry: NewEntry,
  recordedAt: string,
): readonly [Entry, Head] {
  const payload = entry.type === 'incident-opened' ? numbered(connection, entry) : entry.payload;
  const body = JSON.stringify(payload);
  const { salt, digest } = digestPayload(body);
  const sequence = head.sequence + 1;
  const fields = {
    id: entry.id.toWellFormed(),
    incident: entry.incident.toWellFormed(),
    operator: entry.operator.toWellFormed(),
    receivedAt: entry.receivedAt,
    occurredAt: entry.occurredAt,
    recordedAt,
    type: entry.type,
    corrects: entry.corrects,
  };
  const hash = hashOfEntry({
    ...fields,
    sequence: String(sequence),
    version: String(entryVersion),
    payloadDigest: digest,
    previousHash: head.hash,
  });
  connection
    .prepare(
      `INSERT INTO entry (sequence, id, incident, operator, received_at, occurred_at, recorded_at, type, version,
        corrects, payload_digest, previous_hash, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      sequence,
      fields.id,
      fields.incident,
      fields.operator,
      fields.receivedAt,
      fields.occurredAt,
      recordedAt,
      fields.type,
      entryVersion,
      fields.corrects,
      digest,
      head.hash,
      hash,
    );
  connection.prepare('INSERT INTO payload (sequence, salt, body) VALUES (?, ?, ?)').run(sequence, salt, body);
  const written = {
    ...fields,
    sequence,
    version: entryVersion,
    hash: toHex(hash),
    payload: JSON.parse(body),
  };
  return [written, { sequence, hash }];
}

function numbered(connection: Connection, entry: NewEntry): NewEntry['payload'] {
  const payload = (entry as NewEntry<Extract<EntryType, 'incident-opened'>>).payload;
  return { ...payload, number: allocateNumber(connection, entry.incident, payload, entry.receivedAt) };
}

/** Moves the head to the last of the entries just written; `count` is how many. Within the same transaction. */
export function writeHead({ prepare }: Connection, head: Head, count: number): void {
  prepare('UPDATE head SET sequence = ?, hash = ?, payloads = payloads + ? WHERE id = 1').run(
    head.sequence,
    head.hash,
    count,
  );
}
