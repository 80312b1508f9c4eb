/** Ids for entries and incidents. */
import { randomUUIDv7 } from 'node:crypto';

/** A new UUIDv7 (RFC 9562): unique on every machine, and in the order of time. */
export function newId(): string {
  return randomUUIDv7();
}
