/** Entries with their places in the chain (`chain.ts`), so that they can be checked away from the journal. */
import type { Entry } from '../domain/entry.ts';
import { toHex } from './chain.ts';
import type { Connection } from './connection.ts';

/** Hashes and salts are in hexadecimal. */
export interface ChainedEntry extends Entry {
  /** Null when the payload has been disposed of. As JSON without white space the payload is what was hashed. */
  readonly salt: string | null;
  /** The id of the entry that records the decision to dispose of the payload. */
  readonly disposedBy: string | null;
  readonly payloadDigest: string;
  readonly previousHash: string;
}

/** One incident taken out of the journal as JSON, with all that the chain needs to be checked on another machine. */
export interface ExportFile {
  readonly format: typeof exportFormat;
  readonly number: string;
  readonly exercise: boolean;
  /** The chain's end when the file was made: its own entry, the last one. */
  readonly head: { readonly sequence: number; readonly hash: string };
  readonly entries: readonly ChainedEntry[];
}

export const exportFormat = 'tjour-export-1';

/** One incident's entries in order, with their places in the chain. */
export function readChained({ prepare }: Connection, incident: string): ChainedEntry[] {
  return prepare(
    `SELECT entry.sequence, id, incident, operator, received_at AS receivedAt, occurred_at AS occurredAt,
      recorded_at AS recordedAt, type, version, corrects, body AS payload, salt, disposed_by AS disposedBy,
      payload_digest AS payloadDigest, previous_hash AS previousHash, hash
    FROM entry LEFT JOIN payload USING (sequence) WHERE incident = ? ORDER BY entry.sequence`,
  )
    .all(incident)
    .map((row) => ({
      ...(row as unknown as ChainedEntry),
      payload: parsed(row.payload),
      salt: row.salt instanceof Uint8Array ? toHex(row.salt) : null,
      payloadDigest: toHex(row.payloadDigest as Uint8Array),
      previousHash: toHex(row.previousHash as Uint8Array),
      hash: toHex(row.hash as Uint8Array),
    }));
}

/** Null where there is nothing that can be read: with a salt beside it, the check then finds it altered. */
function parsed(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return null;
  }
}
