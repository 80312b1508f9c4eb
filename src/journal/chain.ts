/**
 * The chain that makes a later change of the journal visible.
 *
 * payload digest = SHA-256(salt ‖ payload as UTF-8), where the salt is 32 random bytes.
 * entry hash     = SHA-256(canonical(format, every own field, payload digest, previous entry's hash)).
 *
 * The payload and its salt lie in a table of their own. When a payload is disposed of by decision, both become NULL
 * and `disposed_by` names the entry that records the decision. What remains is the digest, from which the words can
 * no longer be guessed since the salt is gone, and the chain still verifies over it. A payload that is merely gone
 * has no such entry, and is reported as missing.
 *
 * The canonical form is each field in a fixed order as one byte (0 null, 1 present), its length in bytes as a
 * 64-bit big-endian number and its bytes: two different entries can never have the same form.
 */
import { createHash, hash, randomBytes } from 'node:crypto';

const format = 'tjour-entry-1';
const saltLength = 32;
const hashLength = 32;

/** Stands before the first entry. */
export const noHash: Uint8Array = new Uint8Array(hashLength);

/** The type of the entry that records a decision to dispose of payloads. */
export const disposalType = 'payloads-disposed';

/** Text counts as its UTF-8 bytes, so a row may be hashed from what was written or from the raw bytes read. */
type Field = string | Uint8Array | null;

export interface ChainedFields {
  readonly sequence: Field;
  readonly id: Field;
  readonly incident: Field;
  readonly operator: Field;
  readonly receivedAt: Field;
  readonly occurredAt: Field;
  readonly recordedAt: Field;
  readonly type: Field;
  readonly version: Field;
  readonly corrects: Field;
  readonly payloadDigest: Field;
  readonly previousHash: Field;
}

/** The entry's own hash, 32 bytes. Numbers are given as decimal text. */
export function hashOfEntry(fields: ChainedFields): Uint8Array {
  const sum = createHash('sha256');
  for (const field of [
    format,
    fields.sequence,
    fields.id,
    fields.incident,
    fields.operator,
    fields.receivedAt,
    fields.occurredAt,
    fields.recordedAt,
    fields.type,
    fields.version,
    fields.corrects,
    fields.payloadDigest,
    fields.previousHash,
  ]) {
    const bytes = typeof field === 'string' ? Buffer.from(field) : field;
    const prefix = Buffer.alloc(9);
    prefix.writeUInt8(bytes === null ? 0 : 1);
    prefix.writeBigUInt64BE(BigInt(bytes?.length ?? 0), 1);
    sum.update(prefix);
    if (bytes) sum.update(bytes);
  }
  return sum.digest();
}

/** A new salt, and the digest of the payload with it. */
export function digestPayload(body: string): { readonly salt: Uint8Array; readonly digest: Uint8Array } {
  const salt = randomBytes(saltLength);
  return { salt, digest: digestOf(salt, Buffer.from(body)) };
}

/** The digest of a payload as it lies in the file, or null when the salt is not one. */
export function digestOfStored(salt: Uint8Array, body: Uint8Array): Uint8Array | null {
  // A salt of another length could have given bytes to the payload, or taken some, without changing the digest.
  return salt.length === saltLength ? digestOf(salt, body) : null;
}

function digestOf(salt: Uint8Array, body: Uint8Array): Uint8Array {
  return hash('sha256', Buffer.concat([salt, body]), 'buffer');
}

/** Whether the two are the same bytes; null is the same as nothing. */
export function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a !== null && b !== null && Buffer.compare(a, b) === 0;
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
