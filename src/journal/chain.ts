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
import { hash, randomFillSync } from 'node:crypto';

const format = 'tjour-entry-1';
const saltLength = 32;
const hashLength = 32;
/** One byte, and a length of 64 bits. */
const prefixLength = 9;

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
  const inOrder: readonly Field[] = [
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
  ];
  const most = inOrder.reduce((sum, field) => sum + prefixLength + mostBytes(field ?? ''), 0);
  const form = room(most);
  let end = 0;
  for (const field of inOrder) {
    const start = end + prefixLength;
    const length = write(field ?? '', form, start);
    form.writeUInt8(field === null ? 0 : 1, end);
    // A field is never so long that it takes more than the lower half of the 64 bits.
    form.writeUInt32BE(0, end + 1);
    form.writeUInt32BE(length, end + 5);
    end = start + length;
  }
  return sha256(form.subarray(0, end));
}

/** Where what is to be hashed is put together: memory that is asked for anew for each entry costs more than the hash. */
let scratch = Buffer.allocUnsafe(4096);

function room(length: number): Buffer {
  if (scratch.length < length) scratch = Buffer.allocUnsafe(2 * length);
  return scratch;
}

/** By way of a string, for the same reason. */
function sha256(bytes: Uint8Array): Uint8Array {
  return Buffer.from(hash('sha256', bytes, 'hex'), 'hex');
}

/** Gives how many bytes it took. */
function write(field: string | Uint8Array, form: Buffer, start: number): number {
  if (typeof field === 'string') return form.write(field, start);
  form.set(field, start);
  return field.length;
}

/** A new salt, and the digest of the payload with it. */
export function digestPayload(body: string): { readonly salt: Uint8Array; readonly digest: Uint8Array } {
  const salt = newSalt();
  return { salt, digest: digestOf(salt, body) };
}

/** Random bytes for the next salts: asking for many at a time is much faster than one by one. */
const salts = Buffer.alloc(64 * saltLength);
let usedSalts = salts.length;

function newSalt(): Uint8Array {
  if (usedSalts === salts.length) {
    randomFillSync(salts);
    usedSalts = 0;
  }
  const salt = Buffer.from(salts.subarray(usedSalts, usedSalts + saltLength));
  usedSalts += saltLength;
  return salt;
}

/** The digest of a payload as it lies in the file, or null when the salt is not one. */
export function digestOfStored(salt: Uint8Array, body: Uint8Array): Uint8Array | null {
  // A salt of another length could have given bytes to the payload, or taken some, without changing the digest.
  return salt.length === saltLength ? digestOf(salt, body) : null;
}

function digestOf(salt: Uint8Array, body: string | Uint8Array): Uint8Array {
  const salted = room(salt.length + mostBytes(body));
  salted.set(salt);
  const length = write(body, salted, salt.length);
  return sha256(salted.subarray(0, salt.length + length));
}

/** In UTF-8 a UTF-16 unit takes three bytes at most. */
function mostBytes(field: string | Uint8Array): number {
  return typeof field === 'string' ? 3 * field.length : field.length;
}

/** Whether the two are the same bytes; null is the same as nothing. */
export function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a !== null && b !== null && Buffer.compare(a, b) === 0;
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
