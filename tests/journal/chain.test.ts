/** The form that an entry's hash is made over: what was written once must be checked alike for ever. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ChainedFields, digestOfStored, digestPayload, hashOfEntry } from '../../src/journal/chain.ts';

const field = fc.option(fc.oneof(fc.string({ unit: 'binary', maxLength: 3000 }), fc.uint8Array()));
const fields = fc.record({
  sequence: field,
  id: field,
  incident: field,
  operator: field,
  receivedAt: field,
  occurredAt: field,
  recordedAt: field,
  type: field,
  version: field,
  corrects: field,
  payloadDigest: field,
  previousHash: field,
}) satisfies fc.Arbitrary<ChainedFields>;

it('is each field in its order as one byte, eight for its length, and its bytes', () => {
  fc.assert(
    fc.property(fields, (entry) => {
      const sum = createHash('sha256');
      for (const each of ['tjour-entry-1', ...Object.values(entry)]) {
        const bytes = each === null ? null : Buffer.from(each);
        const prefix = Buffer.alloc(9);
        prefix.writeUInt8(bytes === null ? 0 : 1);
        prefix.writeBigUInt64BE(BigInt(bytes?.length ?? 0), 1);
        sum.update(prefix).update(bytes ?? '');
      }
      expect(Buffer.from(hashOfEntry(entry))).toEqual(sum.digest());
    }),
  );
});

it('is salted anew for each payload, and the digest can be made again from what is stored', () => {
  const made = Array.from({ length: 200 }, () => digestPayload('{"text":"Åska"}'));
  expect(new Set(made.map(({ salt }) => Buffer.from(salt).toString('hex'))).size).toBe(made.length);
  for (const { salt, digest } of made) {
    const stored = digestOfStored(salt, Buffer.from('{"text":"Åska"}'));
    expect(stored).toEqual(digest);
    expect(digest).toEqual(createHash('sha256').update(salt).update('{"text":"Åska"}').digest());
  }
});
