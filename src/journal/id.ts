/** Ids for entries and incidents. */

/**
 * A new UUIDv7 (RFC 9562): unique on every machine, and in the order of time. Node's module is fetched when the first
 * id is needed, since it takes longer to load than the first question takes to draw.
 */
export function newId(): string {
  return process.getBuiltinModule('node:crypto').randomUUIDv7();
}

/**
 * The id that belongs to the name: a UUIDv8 (RFC 9562, section 5.8) of the first 16 bytes of SHA-256 over the name as
 * UTF-8. The same on every machine, so that what must be written once has one id, whichever process comes first.
 */
export function idFor(name: string): string {
  const bytes = process.getBuiltinModule('node:crypto').hash('sha256', name, 'buffer').subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = bytes.toString('hex');
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => digits.slice(from, to))
    .join('-');
}
