/** Ids for entries and incidents. */

/**
 * A new UUIDv7 (RFC 9562): unique on every machine, and in the order of time. Node's module is fetched when the first
 * id is needed, since it takes longer to load than the first question takes to draw.
 */
export function newId(): string {
  return process.getBuiltinModule('node:crypto').randomUUIDv7();
}
