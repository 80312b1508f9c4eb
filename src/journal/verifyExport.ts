/**
 * The check of one incident's entries away from their journal.
 *
 * What it can tell: that each entry agrees with its own hash and each payload with its digest, that neighbours in the
 * chain are linked, and that there are as many entries as were taken out. What it cannot: an entry's neighbours are
 * mostly other incidents', and whoever has the program can make a whole new file. That it is the file which was handed
 * out shows only against the journal, by the last hash.
 */
import { foldIncident } from '../domain/incident.ts';
import { digestOfStored, hashOfEntry, sameBytes } from './chain.ts';
import type { ChainedEntry, ExportFile } from './chainedEntries.ts';
import { type Finding, type FindingKind, finding } from './finding.ts';

/** Everything that is wrong with the file, one by one; nothing when all is well. */
export function* verifyExport({ entries, head, number, exercise }: ExportFile): Generator<Finding> {
  const about = (kind: FindingKind, { sequence }: ChainedEntry) => finding(kind, { sequence, number });
  let previous: ChainedEntry | null = null;
  for (const entry of entries) {
    if (!isIntact(entry)) yield about('entry-altered', entry);
    const payload = judgePayload(entry);
    if (payload) yield about(payload, entry);
    if (previous && !mayFollow(previous, entry)) yield about('entry-replaced', entry);
    previous = entry;
  }
  const incident = foldIncident(entries);
  const isHead = head.sequence === previous?.sequence && head.hash === previous.hash;
  if (incident?.number !== number || incident.exercise !== exercise || !isHead) yield finding('export-head');
  const taken = incident?.exports.at(-1);
  if (taken?.entry !== previous?.id || taken?.entries !== entries.length - 1)
    yield finding('export-incomplete', { number });
}

function isIntact({
  sequence,
  version,
  payloadDigest,
  previousHash,
  hash,
  ...fields
}: ChainedEntry): boolean {
  const computed = hashOfEntry({
    ...fields,
    sequence: String(sequence),
    version: String(version),
    payloadDigest: bytes(payloadDigest),
    previousHash: bytes(previousHash),
  });
  return sameBytes(computed, bytes(hash));
}

/** What is wrong with the payload, or null. The decision to dispose of it stands elsewhere in the journal. */
function judgePayload({ payload, salt, disposedBy, payloadDigest }: ChainedEntry): FindingKind | null {
  if (salt === null) return disposedBy !== null && payload === null ? null : 'payload-missing';
  if (disposedBy !== null) return 'payload-altered';
  const digest = digestOfStored(bytes(salt), Buffer.from(JSON.stringify(payload ?? null)));
  return sameBytes(digest, bytes(payloadDigest)) ? null : 'payload-altered';
}

/** Whether the later entry can stand after the earlier one, both being right in themselves. */
function mayFollow(earlier: ChainedEntry, later: ChainedEntry): boolean {
  if (later.incident !== earlier.incident || later.sequence <= earlier.sequence) return false;
  return later.sequence !== earlier.sequence + 1 || later.previousHash === earlier.hash;
}

function bytes(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex');
}
