/** The check of entries, payloads and head against the chain (`chain.ts`). */
import { digestOfStored, disposalType, hashOfEntry, noHash, sameBytes } from './chain.ts';
import type { Connection } from './connection.ts';
import { sqliteCode } from './errors.ts';
import { type Finding, type FindingKind, finding } from './finding.ts';
import {
  type Bytes,
  type RawEntry,
  type RawHead,
  type RawPayload,
  readRawEntries,
  readRawHead,
  readRawPayload,
} from './rawRows.ts';

/** What the next entry is compared with. */
interface Link {
  readonly position: bigint;
  readonly hash: Bytes;
  /** Whether the entry is right in itself; otherwise its hash says nothing about its neighbours. */
  readonly intact: boolean;
}

const beginning: Link = { position: 0n, hash: noHash, intact: true };

/**
 * Checks every entry by itself (its own hash), with its payload (the digest) and with the one before it (the link),
 * and at last the head. The three are kept apart so that only the row that is wrong is blamed: a link is judged only
 * between two entries that are right in themselves. `blamed` collects the ids of the incidents with wrong entries.
 */
export function* verifyChain(connection: Connection, blamed: Set<string>): Generator<Finding> {
  const head = readHead(connection);
  if (!head) yield finding('head');
  const blame = (kind: FindingKind, row: Pick<RawEntry, 'position' | 'incident'>) => {
    const incident = row.incident ? Buffer.from(row.incident).toString() : '';
    blamed.add(incident);
    return finding(kind, { sequence: Number(row.position), number: numberOf(connection, incident) });
  };

  let last: Link = beginning;
  /** Two neighbours that are right in themselves but not linked: what comes next shows which of them it is. */
  let doubt: { readonly earlier: RawEntry | null; readonly later: RawEntry } | null = null;
  let previous: RawEntry | null = null;
  let disposedOf = 0n;
  let complete = true;

  for (const row of readRawEntries(connection, head?.sequence ?? 0n)) {
    if (typeof row === 'bigint') {
      yield finding('entry-unreadable', { sequence: Number(row) });
      complete = false;
      last = { position: row, hash: null, intact: false };
      previous = null;
      continue;
    }
    const intact = sameBytes(hashOfEntry(row), row.hash);
    if (!intact) yield blame('entry-altered', row);
    // A wrong entry outside the journal's own range is one that was moved or put in: nothing is missing before it.
    if (!intact && (row.position < 1n || (head && row.position > head.sequence))) continue;

    const payload = judgePayload(connection, row);
    if (payload === 'disposed-of') disposedOf += 1n;
    else if (payload !== null) {
      yield blame(payload, row);
      complete = false;
    }

    const adjacent = row.position === last.position + 1n;
    if (!adjacent) {
      yield missing(last.position + 1n, row.position - 1n);
      complete = false;
    }
    const linked = !adjacent || sameBytes(last.hash, row.previousHash);
    if (doubt) {
      // The later of the two is right when the next entry knows it, and wrong when that one does not either.
      yield blame('entry-replaced', (linked && adjacent ? doubt.earlier : null) ?? doubt.later);
      doubt = null;
    } else if (!linked && intact && last.intact) {
      doubt = { earlier: previous, later: row };
    }
    last = { position: row.position, hash: row.hash, intact };
    previous = row;
  }

  if (doubt) {
    yield blame(
      'entry-replaced',
      (head && sameBytes(last.hash, head.hash) ? doubt.earlier : null) ?? doubt.later,
    );
  }
  if (head) yield* verifyHead(head, last, { disposedOf, complete, judged: doubt !== null });
  yield* extraPayloads(connection, max(head?.sequence ?? 0n, last.position));
}

function missing(from: bigint, to: bigint): Finding {
  return finding('entry-missing', { sequence: Number(from), through: to > from ? Number(to) : null });
}

function readHead(connection: Connection): RawHead | null {
  try {
    return readRawHead(connection);
  } catch (error) {
    if (sqliteCode(error) === null) throw error;
    return null;
  }
}

function* verifyHead(
  head: RawHead,
  last: Link,
  seen: { readonly disposedOf: bigint; readonly complete: boolean; readonly judged: boolean },
): Generator<Finding> {
  const sameEnd = sameBytes(last.hash, head.hash);
  // With the last entry's hash but another number, it is the head's number that is wrong.
  if (head.sequence > last.position && !sameEnd) yield missing(last.position + 1n, head.sequence);
  else if (
    head.sequence !== last.position ||
    // When the last entry is wrong in itself or already blamed, the head is not.
    (!sameEnd && last.intact && !seen.judged) ||
    (seen.complete && head.payloads !== last.position - seen.disposedOf)
  ) {
    yield finding('head', { sequence: Number(last.position) });
  }
}

/** What is wrong with the entry's payload, or null. */
function judgePayload(connection: Connection, row: RawEntry): FindingKind | 'disposed-of' | null {
  const payload = readRawPayload(connection, row.position);
  if (payload === 'unreadable') return 'payload-unreadable';
  if (payload === null) return 'payload-missing';
  const { salt, body, disposedBy } = payload;
  if (disposedBy !== null) return isDisposedOf(connection, row, payload) ? 'disposed-of' : 'payload-altered';
  if (salt === null || body === null) return 'payload-missing';
  const digest = digestOfStored(salt, body);
  // When the hash was made over this very payload, it is the entry's digest that was changed, not the payload.
  const right =
    sameBytes(digest, row.payloadDigest) ||
    sameBytes(hashOfEntry({ ...row, payloadDigest: digest }), row.hash);
  return right ? null : 'payload-altered';
}

/** Whether nothing is left of the payload and a later entry records the decision. */
function isDisposedOf({ prepare }: Connection, row: RawEntry, payload: RawPayload): boolean {
  if (payload.salt !== null || payload.body !== null) return false;
  const decision = prepare(
    'SELECT 1 FROM entry WHERE id = CAST(? AS TEXT) AND type = ? AND sequence > ?',
  ).get(payload.disposedBy, disposalType, row.position);
  return decision !== undefined;
}

/** Where an entry is missing its payload is no news; elsewhere it was put in or moved. */
function* extraPayloads({ db }: Connection, end: bigint): Generator<Finding> {
  const statement = db.prepare(
    `SELECT sequence FROM payload WHERE (sequence < 1 OR sequence > ?)
    AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.sequence = payload.sequence)`,
  );
  statement.setReadBigInts(true);
  for (const { sequence } of statement.iterate(end)) {
    yield finding('payload-extra', { sequence: Number(sequence) });
  }
}

/** The incident's number by the derived table, which is all that may be left. */
function numberOf({ prepare }: Connection, incident: string): string | null {
  try {
    const number = prepare('SELECT number FROM incident WHERE id = ?').get(incident)?.number;
    return typeof number === 'string' ? number : null;
  } catch (error) {
    if (sqliteCode(error) === null) throw error;
    return null;
  }
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
